/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

void planner_backup_dialogs_back_up (AdwPreferencesDialog *dialog, PlannerLibrary *library);
void planner_backup_dialogs_restore (AdwPreferencesDialog *dialog, PlannerLibrary *library);
void planner_backup_dialogs_restore_file (AdwPreferencesDialog *dialog, PlannerLibrary *library, GFile *file);

G_END_DECLS

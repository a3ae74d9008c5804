/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerAddDialog:
 *
 * Asks for the address or the file of a schedule, shows the conference found there, and adds it to the library.
 *
 * Properties: library (#PlannerLibrary, construct-only).
 * Signals: added (#PlannerConference): emitted after the dialog has closed.
 */
#define PLANNER_TYPE_ADD_DIALOG (planner_add_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlannerAddDialog, planner_add_dialog, PLANNER, ADD_DIALOG, AdwDialog)

GListModel *planner_add_dialog_create_filters (void);

PlannerAddDialog *planner_add_dialog_new (PlannerLibrary *library);

void planner_add_dialog_set_address (PlannerAddDialog *self, const char *address);

G_END_DECLS

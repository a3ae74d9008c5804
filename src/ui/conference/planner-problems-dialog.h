/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLANNER_TYPE_PROBLEMS_DIALOG (planner_problems_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlannerProblemsDialog, planner_problems_dialog, PLANNER, PROBLEMS_DIALOG, AdwDialog)

AdwDialog *planner_problems_dialog_new (PlannerLibrary *library, PlannerConference *conference);

G_END_DECLS

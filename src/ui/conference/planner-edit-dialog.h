/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerEditDialog:
 *
 * Changes the name, the address, the time zone and the reminders of a conference.
 */
#define PLANNER_TYPE_EDIT_DIALOG (planner_edit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlannerEditDialog, planner_edit_dialog, PLANNER, EDIT_DIALOG, AdwDialog)

AdwDialog *planner_edit_dialog_new (PlannerConference *conference);

G_END_DECLS

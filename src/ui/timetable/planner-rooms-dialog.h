/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerRoomsDialog:
 *
 * The rooms of a conference with a check button each, in groups: which of them have a column in the timetable. A change takes
 * effect at once.
 */
#define PLANNER_TYPE_ROOMS_DIALOG (planner_rooms_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlannerRoomsDialog, planner_rooms_dialog, PLANNER, ROOMS_DIALOG, AdwDialog)

AdwDialog *planner_rooms_dialog_new (PlannerConference *conference);

G_END_DECLS

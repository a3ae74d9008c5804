/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerTimetablePane:
 *
 * The timetable of one day of a list of sessions. It lays out the day only while it is on screen, and moves the line at now
 * each minute.
 *
 * Properties: conference (#PlannerConference, nullable), entries (#GListModel of #PlannerEntry, nullable), day (string,
 * nullable): a date as in #PlannerDay, local-time (boolean), hide-rooms (boolean): whether the rooms that the attendee has
 * hidden have no column, away (boolean, readable): whether the present is on another day or outside the visible part.
 *
 * Actions: timetable.choose-rooms.
 */
#define PLANNER_TYPE_TIMETABLE_PANE (planner_timetable_pane_get_type ())

G_DECLARE_FINAL_TYPE (PlannerTimetablePane, planner_timetable_pane, PLANNER, TIMETABLE_PANE, AdwBin)

void planner_timetable_pane_open_at_now (PlannerTimetablePane *self);
void planner_timetable_pane_go_to_now (PlannerTimetablePane *self);
gboolean planner_timetable_pane_go_to (PlannerTimetablePane *self, PlannerEntry *entry);

char *planner_find_today (GListModel *entries, gint64 now_utc);

G_END_DECLS

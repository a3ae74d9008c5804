/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerTimetableView:
 *
 * The sessions of a day: rooms as columns, and time downwards. The names of the rooms and the hours stay visible while it
 * scrolls. Only the visible sessions have widgets. Arrow keys go to the next session in their direction, Home and End to
 * the first and last one, Enter opens a session, S and Ctrl+D star it, and Ctrl with the wheel, plus, minus or 0 zooms.
 *
 * Properties: shows-now (boolean, readable): whether the line at now is in the visible part; true if the day has none.
 *
 * It implements #GtkScrollable, and uses the actions win.show-session('key'), win.toggle-star('key') and
 * win.toggle-plan-b('key').
 */
#define PLANNER_TYPE_TIMETABLE_VIEW (planner_timetable_view_get_type ())

G_DECLARE_FINAL_TYPE (PlannerTimetableView, planner_timetable_view, PLANNER, TIMETABLE_VIEW, GtkWidget)

void planner_timetable_view_set_entries (PlannerTimetableView *self,
                                         PlannerConference *conference,
                                         GPtrArray *entries,
                                         GTimeZone *local);
void planner_timetable_view_set_now (PlannerTimetableView *self, gint64 now_utc);
void planner_timetable_view_open_at_now (PlannerTimetableView *self);
void planner_timetable_view_go_to_now (PlannerTimetableView *self);
gboolean planner_timetable_view_go_to (PlannerTimetableView *self, PlannerEntry *entry);
gboolean planner_timetable_view_is_empty (PlannerTimetableView *self);

G_END_DECLS

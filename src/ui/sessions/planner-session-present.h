/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/sessions/planner-session-layout.h"
#include "ui/timetable/planner-timetable-pane.h"

G_BEGIN_DECLS

/**
 * PlannerSessionPresent:
 *
 * Leads a page of sessions to the present. It passes the current time on to the lists, and shows a button while the conference
 * runs and the present is not on screen.
 */
#define PLANNER_TYPE_SESSION_PRESENT (planner_session_present_get_type ())

G_DECLARE_FINAL_TYPE (PlannerSessionPresent, planner_session_present, PLANNER, SESSION_PRESENT, GObject)

PlannerSessionPresent *planner_session_present_new (GtkButton *button,
                                                    PlannerSessionLayout *layout,
                                                    PlannerSessionLists *lists,
                                                    PlannerDayFollower *day_follower,
                                                    PlannerTimetablePane *timetable);

void planner_session_present_set_agenda (PlannerSessionPresent *self, PlannerAgenda *agenda);
void planner_session_present_set_now (PlannerSessionPresent *self, gint64 now_utc);
gint64 planner_session_present_get_now (PlannerSessionPresent *self);

G_END_DECLS

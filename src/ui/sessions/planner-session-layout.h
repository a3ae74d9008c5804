/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/sessions/planner-day-follower.h"
#include "ui/sessions/planner-session-filter.h"
#include "ui/sessions/planner-session-scope.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerSessionLayout:
 *
 * Chooses what a page of sessions shows: the list, the results of the search, the timetable or a page that says why there are
 * no sessions. The attendee chooses between list and timetable for each conference. The timetable needs room and a session with
 * a time.
 *
 * Signals:
 * - changed: emitted after each update, even if the page still shows the same
 */
#define PLANNER_TYPE_SESSION_LAYOUT (planner_session_layout_get_type ())

G_DECLARE_FINAL_TYPE (PlannerSessionLayout, planner_session_layout, PLANNER, SESSION_LAYOUT, GObject)

PlannerSessionLayout *planner_session_layout_new (GtkStack *stack,
                                                  AdwToggleGroup *layout_switch,
                                                  PlannerDaySwitch *day_switch,
                                                  PlannerDayFollower *day_follower,
                                                  PlannerSessionLists *lists,
                                                  PlannerSessionFilter *filter);

void planner_session_layout_set_conference (PlannerSessionLayout *self, PlannerConference *conference);
void planner_session_layout_set_scope (PlannerSessionLayout *self, PlannerScope scope);
void planner_session_layout_set_width (PlannerSessionLayout *self, int width);
void planner_session_layout_set_beside_pane (PlannerSessionLayout *self, gboolean beside_pane);
void planner_session_layout_open_today (PlannerSessionLayout *self);
void planner_session_layout_go_to_now (PlannerSessionLayout *self);
void planner_session_layout_update (PlannerSessionLayout *self);

gboolean planner_session_layout_shows (PlannerSessionLayout *self, const char *name);
gboolean planner_session_layout_shows_list (PlannerSessionLayout *self);
gboolean planner_session_layout_lacks_times (PlannerSessionLayout *self);
gboolean planner_session_layout_can_hide_pane (PlannerSessionLayout *self);

G_END_DECLS

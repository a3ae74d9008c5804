/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/sessions/planner-day-switch.h"
#include "ui/sessions/planner-session-lists.h"

G_BEGIN_DECLS

/**
 * PlannerDayFollower:
 *
 * Synchronizes a day switch with a list of sessions: the switch shows the days of the list and the day at the top, and the
 * list scrolls to a day that the attendee chooses.
 *
 * Properties: away (boolean, read-only): whether the conference runs and the present is not on screen.
 *
 * Signals: days-changed: emitted after the switch was updated for new items.
 */
#define PLANNER_TYPE_DAY_FOLLOWER (planner_day_follower_get_type ())

G_DECLARE_FINAL_TYPE (PlannerDayFollower, planner_day_follower, PLANNER, DAY_FOLLOWER, GObject)

PlannerDayFollower *planner_day_follower_new (PlannerDaySwitch *day_switch,
                                              PlannerSessionLists *lists,
                                              GtkScrolledWindow *scroller,
                                              GtkListView *view);
void planner_day_follower_open (PlannerDayFollower *self);
void planner_day_follower_catch_up (PlannerDayFollower *self);
void planner_day_follower_go_to_day (PlannerDayFollower *self);
void planner_day_follower_set_now (PlannerDayFollower *self, gint64 now_utc);
void planner_day_follower_go_to_now (PlannerDayFollower *self);

G_END_DECLS

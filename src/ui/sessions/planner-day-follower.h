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
 * Keeps a day switch and the list by day and start in step: the switch has the list's days and tells the one on top,
 * and the list goes to the day that is chosen.
 *
 * Signals: days-changed: the switch has the days of the list's new items.
 */
#define PLANNER_TYPE_DAY_FOLLOWER (planner_day_follower_get_type ())

G_DECLARE_FINAL_TYPE (PlannerDayFollower, planner_day_follower, PLANNER, DAY_FOLLOWER, GObject)

PlannerDayFollower *planner_day_follower_new (PlannerDaySwitch *day_switch,
                                              PlannerSessionLists *lists,
                                              GtkScrolledWindow *scroller,
                                              GtkListView *view);
void planner_day_follower_go_to_top (PlannerDayFollower *self);

G_END_DECLS

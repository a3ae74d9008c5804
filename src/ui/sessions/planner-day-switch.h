/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerDaySwitch:
 *
 * A group of toggles for the days of a list. It scrolls sideways if the days do not fit.
 *
 * Properties: day (string, nullable, read-only): the date of the current day, as in #PlannerDay.
 * Signals: chosen (string): the attendee chose the day with this date.
 */
#define PLANNER_TYPE_DAY_SWITCH (planner_day_switch_get_type ())

G_DECLARE_FINAL_TYPE (PlannerDaySwitch, planner_day_switch, PLANNER, DAY_SWITCH, AdwBin)

const char *planner_day_switch_get_day (PlannerDaySwitch *self);
void planner_day_switch_set_day (PlannerDaySwitch *self, const char *date);
void planner_day_switch_set_days (PlannerDaySwitch *self, const char *const *dates);
gboolean planner_day_switch_has_several (PlannerDaySwitch *self);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerClock:
 * @zone: (borrowed): the time zone of the times that are shown
 * @twelve_hours: whether times have AM and PM
 */
typedef struct
{
  GTimeZone *zone;
  gboolean twelve_hours;
} PlannerClock;

gboolean planner_uses_twelve_hours (void);
gboolean planner_clock_set_twelve_hours (gboolean twelve_hours);
char *planner_format_clock (GDateTime *time, gboolean twelve_hours);
char *planner_clock_to_plain (char *times);
char *planner_format_times (gint64 start_utc, gint64 duration_s, const PlannerClock *clock);
char *planner_format_zone (GTimeZone *zone);
char *planner_dup_zone_name (GDateTime *time, GTimeZone *local);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLANNER_FEED_DAY_S (24 * 60 * 60)
#define PLANNER_FEED_MAX_DURATION_S (14 * PLANNER_FEED_DAY_S)

/**
 * PlannerReading:
 * @PLANNER_READING_NONE: the text was not understood
 * @PLANNER_READING_REPAIRED: the text was understood, but is not in the form that the format requires
 * @PLANNER_READING_WELL: the text is in the form that the format requires
 */
typedef enum
{
  PLANNER_READING_NONE,
  PLANNER_READING_REPAIRED,
  PLANNER_READING_WELL,
} PlannerReading;

/**
 * PlannerStamp:
 * @local_s: the local time, as seconds since 1970-01-01T00:00 of the same clock
 * @has_clock: whether there is a time of day
 * @has_offset: whether there is an offset
 * @offset_s: the offset in seconds east of UTC
 */
typedef struct
{
  gint64 local_s;
  gboolean has_clock;
  gboolean has_offset;
  int offset_s;
} PlannerStamp;

extern const char *const planner_zone_names[]; /* what schedules call the time zone; ends with NULL */

PlannerReading planner_feed_parse_stamp (const char *text, PlannerStamp *stamp);
PlannerReading planner_feed_parse_clock (const char *text, gint64 *clock_s);
PlannerReading planner_feed_parse_duration (const char *text, gboolean days_first, gint64 *duration_s);

gboolean planner_feed_is_to_be_announced (const char *text);

GTimeZone *planner_feed_zone_new (const char *name, char **canonical);
int planner_feed_get_offset (GTimeZone *zone, gint64 instant_utc);
gint64 planner_feed_local_to_utc (gint64 local_s, GTimeZone *zone);

gint64 planner_feed_floor_to_day (gint64 local_s);
char *planner_feed_format_date (gint64 local_s);

G_END_DECLS

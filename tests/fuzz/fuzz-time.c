/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads dates, clock times, durations and names of time zones. */

#include "fuzz/fuzz.h"

#include "feed/build/planner-feed-time.h"

static const char *const zones[] = { "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "UTC" };

static void
check_instant (gint64 local_s, GTimeZone *zone)
{
  const gint64 instant_utc = planner_feed_local_to_utc (local_s, zone);

  /* A clock time that does not exist or exists twice differs by a few hours at most. */
  g_assert_true (ABS (instant_utc + planner_feed_get_offset (zone, instant_utc) - local_s) <=
                 PLANNER_FEED_DAY_S);
}

static void
check_stamp (const PlannerStamp *stamp)
{
  g_autofree char *date = planner_feed_format_date (stamp->local_s);
  const gint64 clock_s = stamp->local_s - planner_feed_floor_to_day (stamp->local_s);

  g_assert_true (*date && clock_s >= 0 && clock_s < PLANNER_FEED_DAY_S);
  g_assert_true (ABS (stamp->offset_s) < PLANNER_FEED_DAY_S);
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = planner_feed_zone_new (zones[i], NULL);

      check_instant (stamp->local_s, zone);
    }
}

static void
check_zone (const char *text)
{
  g_autofree char *canonical = NULL;
  g_autoptr (GTimeZone) zone = planner_feed_zone_new (text, &canonical);

  g_assert_true ((zone == NULL) == (canonical == NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  gint64 clock_s, duration_s;
  PlannerStamp stamp;

  if (planner_feed_parse_stamp (text, &stamp))
    check_stamp (&stamp);
  if (planner_feed_parse_clock (text, &clock_s))
    g_assert_true (clock_s >= 0 && clock_s < 2 * PLANNER_FEED_DAY_S);
  for (gboolean days_first = FALSE; days_first <= TRUE; days_first++)
    if (planner_feed_parse_duration (text, days_first, &duration_s))
      g_assert_true (duration_s >= 0 && duration_s <= PLANNER_FEED_MAX_DURATION_S);
  planner_feed_is_to_be_announced (text);
  check_zone (text);

  return 0;
}

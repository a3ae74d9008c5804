/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An agenda has the day of each session, but not the time of day at which its days begin. This file finds such a time. */

#include "share/planner-export-day-change.h"

#define MINUTES_PER_DAY (24 * 60)
#define DEFAULT_MINUTE (4 * 60)
#define LATEST_MINUTE (12 * 60)

/* The days of an agenda may begin at these minutes after midnight. */
typedef struct
{
  gint64 first;
  gint64 last;
} Range;

/* The session starts within the 24 hours after the beginning of its day. */
static void
narrow (Range *range, const PlannerAgenda *agenda, const PlannerSession *session)
{
  g_autoptr (GDateTime) start = planner_session_dup_start (session);
  const char *date = planner_agenda_get_day (agenda, session)->date;
  g_autofree char *midnight_text = g_strconcat (date, "T00:00:00", NULL);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) midnight = g_date_time_new_from_iso8601 (midnight_text, utc);
  gint64 local_s, after;

  if (!start || !midnight)
    return;
  local_s = g_date_time_to_unix (start) + g_date_time_get_utc_offset (start) / G_TIME_SPAN_SECOND;
  after = (local_s - g_date_time_to_unix (midnight)) / 60;
  range->last = MIN (range->last, after);
  range->first = MAX (range->first, after - MINUTES_PER_DAY + 1);
}

/**
 * planner_export_find_day_change:
 *
 * Returns: minutes after midnight at which the days of the agenda can begin, so that each session is on its day
 */
int
planner_export_find_day_change (const PlannerAgenda *agenda)
{
  Range range = { 0, LATEST_MINUTE };
  gint64 full_hour;

  g_return_val_if_fail (agenda != NULL, DEFAULT_MINUTE);

  for (guint i = 0; i < agenda->sessions->len; i++)
    if (planner_session_has_time (planner_agenda_get_session (agenda, i)))
      narrow (&range, agenda, planner_agenda_get_session (agenda, i));
  if (range.first > range.last || (range.first <= DEFAULT_MINUTE && DEFAULT_MINUTE <= range.last))
    return DEFAULT_MINUTE;
  if (range.last < DEFAULT_MINUTE)
    return (int) MAX (range.first, range.last - range.last % 60);
  full_hour = (range.first + 59) / 60 * 60;

  return (int) (full_hour <= range.last ? full_hour : range.first);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-venue-time.h"

#include "plan/planner-phase.h"

#include <string.h>

#define MINUTE_S 60
#define DAY_S (24 * 60 * MINUTE_S)

/**
 * planner_venue_time_get_s:
 * @instant_utc: in seconds since the epoch
 * @zone: the time zone of the venue
 *
 * A search computes this for every session, so it creates no #GDateTime.
 *
 * Returns: the seconds from 1970-01-01 00:00 to @instant_utc by the clock at the venue
 */
gint64
planner_venue_time_get_s (gint64 instant_utc, GTimeZone *zone)
{
  int interval;

  g_return_val_if_fail (zone != NULL, instant_utc);

  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant_utc);

  return planner_time_add (instant_utc, g_time_zone_get_offset (zone, interval));
}

/* Returns: the number; 0 if not all are digits */
static guint
read_digits (const char *text, guint n_digits)
{
  guint number = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return 0;
      number = 10 * number + (guint) g_ascii_digit_value (text[i]);
    }

  return number;
}

/**
 * planner_venue_time_parse_date:
 * @date: a date as in #PlannerDay
 * @parsed: (out)
 *
 * A search calls this for every session, so it does not use sscanf().
 *
 * Returns: whether the day is known
 */
gboolean
planner_venue_time_parse_date (const char *date, GDate *parsed)
{
  GDateYear year;
  GDateMonth month;
  GDateDay day;

  g_return_val_if_fail (date != NULL && parsed != NULL, FALSE);

  g_date_clear (parsed, 1);
  if (strlen (date) != strlen ("2026-07-01") || date[4] != '-' || date[7] != '-')
    return FALSE;
  year = (GDateYear) read_digits (date, 4);
  month = (GDateMonth) read_digits (date + 5, 2);
  day = (GDateDay) read_digits (date + 8, 2);
  if (!g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_set_dmy (parsed, day, month, year);

  return TRUE;
}

/**
 * planner_session_runs_at_minute:
 * @minute: after midnight, by the clock at the venue
 *
 * Returns: whether the session runs at that time, on whichever day
 */
gboolean
planner_session_runs_at_minute (const PlannerSession *session, int minute)
{
  gint64 start_s, over_s, asked_s;

  g_return_val_if_fail (session != NULL, FALSE);

  if (!planner_session_has_time (session))
    return FALSE;

  start_s = planner_venue_time_get_s (session->start_utc, session->zone);
  over_s = planner_venue_time_get_s (planner_phase_get_over_utc (session->start_utc,
                                                                 planner_session_get_end_utc (session)),
                                     session->zone);
  asked_s = start_s - (start_s % DAY_S + DAY_S) % DAY_S + minute * MINUTE_S;
  if (asked_s < start_s)
    asked_s += DAY_S;

  return asked_s < over_s;
}

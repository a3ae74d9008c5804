/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-time.h"

#include <string.h>

/**
 * planner_time_compare:
 * @a_utc: in seconds since the epoch, or %PLANNER_TIME_UNKNOWN
 * @b_utc: the same
 *
 * Returns: below, equal to or above 0, as for strcmp(); an unknown time is after all others
 */
int
planner_time_compare (gint64 a_utc, gint64 b_utc)
{
  if (a_utc == PLANNER_TIME_UNKNOWN || b_utc == PLANNER_TIME_UNKNOWN)
    return (a_utc == PLANNER_TIME_UNKNOWN) - (b_utc == PLANNER_TIME_UNKNOWN);

  return (a_utc > b_utc) - (a_utc < b_utc);
}

/**
 * planner_time_add:
 * @instant_utc: in seconds since the epoch
 * @seconds: may be negative
 *
 * Returns: the sum, limited to the range of #gint64
 */
gint64
planner_time_add (gint64 instant_utc, gint64 seconds)
{
  gint64 sum;

  if (__builtin_add_overflow (instant_utc, seconds, &sum))
    return seconds > 0 ? G_MAXINT64 : G_MININT64;

  return sum;
}

/**
 * planner_time_zone_new:
 * @name: (nullable): the name of a time zone, or an offset such as "+08:00"
 *
 * g_time_zone_new_identifier() reads any file that @name leads to, and logs a critical warning if that is no time zone. This
 * function accepts only what can be a name of the IANA database.
 *
 * Returns: (nullable) (transfer full): the time zone; %NULL if there is none with this name
 */
GTimeZone *
planner_time_zone_new (const char *name)
{
  if (!name || strchr (name, '.') || g_ascii_islower (*name) || strchr ("/:", *name))
    return NULL;

  return g_time_zone_new_identifier (name);
}

/**
 * planner_time_to_zone:
 * @instant_utc: in seconds since the epoch, or %PLANNER_TIME_UNKNOWN
 *
 * Returns: (nullable) (transfer full): the date and time in @zone; %NULL if it is unknown or outside the years of
 *   #GDateTime
 */
GDateTime *
planner_time_to_zone (gint64 instant_utc, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = NULL;

  g_return_val_if_fail (zone != NULL, NULL);

  if (instant_utc != PLANNER_TIME_UNKNOWN)
    utc = g_date_time_new_from_unix_utc (instant_utc);

  return utc ? g_date_time_to_timezone (utc, zone) : NULL;
}

/**
 * planner_time_dup_local_zone:
 *
 * Returns: (transfer full): the IANA name of the computer's time zone; UTC if it has no such name
 */
char *
planner_time_dup_local_zone (void)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (local);
  g_autoptr (GTimeZone) named = g_ascii_isalpha (*name) ? g_time_zone_new_identifier (name) : NULL;

  return g_strdup (named ? name : "UTC");
}

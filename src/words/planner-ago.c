/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-ago.h"

#include "model/planner-time.h"
#include "words/planner-clock.h"

#include <glib/gi18n.h>

#define MINUTE_S 60
#define HOUR_S (60 * MINUTE_S)
#define DAY_S (24 * HOUR_S)
#define WEEK_S (7 * DAY_S)

static char *
format_date (gint64 updated_utc)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_local (updated_utc);

  /* Translators: a date in its short form, such as 27/05/2023. */
  return date != NULL ? g_date_time_format (date, _ ("Updated on %x")) : g_strdup (_ ("Updated long ago"));
}

/**
 * planner_format_updated:
 * @updated_utc: in seconds since the epoch; 0 for a schedule that was never fetched
 * @now_utc: in seconds since the epoch
 *
 * Returns: (transfer full): "Updated 5 minutes ago"; times in the future count as now, since the clock may be set back
 */
char *
planner_format_updated (gint64 updated_utc, gint64 now_utc)
{
  int age_s = (int) CLAMP (now_utc - updated_utc, 0, WEEK_S);

  if (updated_utc == 0)
    return g_strdup (_ ("Not fetched yet"));
  if (age_s < MINUTE_S)
    return g_strdup (_ ("Updated just now"));
  if (age_s < HOUR_S)
    return g_strdup_printf (ngettext ("Updated %d minute ago", "Updated %d minutes ago", age_s / MINUTE_S),
                            age_s / MINUTE_S);
  if (age_s < DAY_S)
    return g_strdup_printf (ngettext ("Updated %d hour ago", "Updated %d hours ago", age_s / HOUR_S),
                            age_s / HOUR_S);
  if (age_s < WEEK_S)
    return g_strdup_printf (ngettext ("Updated %d day ago", "Updated %d days ago", age_s / DAY_S),
                            age_s / DAY_S);

  return format_date (updated_utc);
}

/**
 * planner_format_not_updated:
 * @updated_utc: when the last refresh succeeded, in seconds since the epoch; 0 for a schedule that was never fetched
 * @now_utc: in seconds since the epoch
 *
 * Returns: (transfer full): the state of a schedule whose last refresh failed: "Refresh failed · as of 14:05"
 */
char *
planner_format_not_updated (gint64 updated_utc, gint64 now_utc)
{
  g_autoptr (GDateTime) updated = g_date_time_new_from_unix_local (updated_utc);
  g_autofree char *time = NULL;

  if (updated_utc == 0 || !updated)
    return planner_format_updated (updated_utc, now_utc);

  time = now_utc - updated_utc < DAY_S ? planner_format_clock (updated, planner_uses_twelve_hours ())
                                       : g_date_time_format (updated, "%x");

  /* Translators: the time or the date of the schedule that is shown, such as 14:05 or 27/05/2023. */
  return g_strdup_printf (_ ("Refresh failed · as of %s"), time);
}

/**
 * planner_not_updated_get_next_change:
 * @updated_utc: in seconds since the epoch
 * @now_utc: in seconds since the epoch
 *
 * Returns: when planner_format_not_updated() returns another text than now, in seconds since the epoch; %PLANNER_NEVER if it
 *   stays the same
 */
gint64
planner_not_updated_get_next_change (gint64 updated_utc, gint64 now_utc)
{
  return now_utc - updated_utc < DAY_S ? updated_utc + DAY_S : PLANNER_NEVER;
}

/**
 * planner_updated_get_next_change:
 * @updated_utc: in seconds since the epoch
 * @now_utc: in seconds since the epoch
 *
 * Returns: when planner_format_updated() returns another text than now, in seconds since the epoch; %PLANNER_NEVER if it stays
 *   the same
 */
gint64
planner_updated_get_next_change (gint64 updated_utc, gint64 now_utc)
{
  const gint64 age_s = CLAMP (now_utc - updated_utc, 0, WEEK_S);
  const gint64 step_s = age_s < HOUR_S ? MINUTE_S : age_s < DAY_S ? HOUR_S : DAY_S;

  return age_s < WEEK_S ? updated_utc + (age_s / step_s + 1) * step_s : PLANNER_NEVER;
}

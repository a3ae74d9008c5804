/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-moment-words.h"

#include "plan/planner-moment.h"
#include "words/planner-clock.h"
#include "words/planner-days.h"
#include "words/planner-duration.h"
#include "words/planner-labels.h"

#include <glib/gi18n.h>

#define MINUTE_S 60
#define HOUR_MINUTES 60

/**
 * planner_format_minutes_left:
 *
 * Returns: (transfer full): "5 min left"
 */
char *
planner_format_minutes_left (int minutes)
{
  g_autofree char *duration = planner_format_duration ((gint64) minutes * MINUTE_S);

  /* Translators: how long a session still runs, as in "5 min left". */
  return g_strdup_printf (_ ("%s left"), duration);
}

/**
 * planner_format_running:
 * @minutes: how long the session still runs
 *
 * Returns: (transfer full): "running, 5 min left"
 */
char *
planner_format_running (int minutes)
{
  g_autofree char *duration = planner_format_duration ((gint64) minutes * MINUTE_S);

  /* Translators: the state of a session in a list, as in "running, 5 min left". */
  return g_strdup_printf (_ ("running, %s left"), duration);
}

/**
 * planner_format_next:
 * @session: a session that has not started
 * @now_utc: the current time in seconds since the epoch
 * @local: (nullable): the zone to show the time in, %NULL for the venue's
 *
 * Returns: (transfer full): "13:30, in 10 min"; without the minutes if it does not start within the hour
 */
char *
planner_format_next (const PlannerSession *session, gint64 now_utc, GTimeZone *local)
{
  const int minutes = planner_session_get_minutes_until (session, now_utc);
  g_autofree char *start = planner_format_start (session, local);
  g_autofree char *duration = NULL;

  if (minutes > HOUR_MINUTES)
    return g_steal_pointer (&start);

  duration = planner_format_duration ((gint64) minutes * MINUTE_S);

  /* Translators: when a session starts, as in "13:30, in 10 min". */
  return g_strdup_printf (_ ("%s, in %s"), start, duration);
}

/* Counts calendar days at the venue. */
static int
count_days_until (const PlannerSession *first, gint64 now_utc)
{
  g_autoptr (GDateTime) now = planner_time_to_zone (now_utc, first->zone);
  g_autoptr (GDateTime) start = planner_session_dup_start (first);
  g_autoptr (GDateTime) today = NULL;
  g_autoptr (GDateTime) day = NULL;

  if (!now || !start)
    return 0;
  today = g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now),
                               g_date_time_get_day_of_month (now), 0, 0, 0);
  day = g_date_time_new_utc (g_date_time_get_year (start), g_date_time_get_month (start),
                             g_date_time_get_day_of_month (start), 0, 0, 0);

  return (int) (g_date_time_difference (day, today) / G_TIME_SPAN_DAY);
}

/**
 * planner_format_countdown:
 * @first: the first session of a conference that has not begun
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: (transfer full): "Starts in 3 days", "Starts tomorrow", "Starts today at 09:30" or "Starts in 25 min"
 */
char *
planner_format_countdown (const PlannerSession *first, gint64 now_utc)
{
  const int minutes = planner_session_get_minutes_until (first, now_utc);
  const int days = count_days_until (first, now_utc);
  g_autofree char *start = NULL;

  if (minutes <= HOUR_MINUTES)
    {
      start = planner_format_duration ((gint64) minutes * MINUTE_S);

      /* Translators: when the conference starts, as in "Starts in 25 min". */
      return g_strdup_printf (_ ("Starts in %s"), start);
    }
  if (days > 1)
    return g_strdup_printf (ngettext ("Starts in %d day", "Starts in %d days", (gulong) days), days);
  if (days == 1)
    return g_strdup (_ ("Starts tomorrow"));

  start = planner_format_start (first, NULL);

  /* Translators: when the conference starts, as in "Starts today at 09:30". */
  return g_strdup_printf (_ ("Starts today at %s"), start);
}

/**
 * planner_format_continuation:
 * @next: the next session of a conference that pauses
 * @day: its day
 * @today: (nullable): the current day
 * @local: (nullable): the zone to show times in, %NULL for the venue's
 *
 * Returns: (transfer full): "Continues at 14:00", or "Continues on Sunday, 2 February, at 09:00" if @next is on another day
 */
char *
planner_format_continuation (const PlannerSession *next,
                             const PlannerDay *day,
                             const PlannerDay *today,
                             GTimeZone *local)
{
  g_autofree char *start = planner_format_start (next, local);
  g_autofree char *date = planner_format_day (day->date);

  if (day == today)
    /* Translators: when the conference goes on after a pause, as in "Continues at 14:00". */
    return g_strdup_printf (_ ("Continues at %s"), start);

  /* Translators: when the conference goes on the next day, as in "Continues on Sunday, 2 February, at 09:00". */
  return g_strdup_printf (_ ("Continues on %s, at %s"), date, start);
}

/**
 * planner_format_free_span:
 * @now_utc: the current time in seconds since the epoch
 * @local: (nullable): the zone to show times in, %NULL for the venue's
 *
 * Returns: (transfer full): "Free until 14:30" if the free time has begun, else "Free 14:00 – 15:00"
 */
char *
planner_format_free_span (const PlannerFreeTime *free_time, gint64 now_utc, GTimeZone *local)
{
  const PlannerClock clock = { .zone = local ? local : free_time->next->zone,
                               .twelve_hours = planner_uses_twelve_hours () };
  g_autofree char *end = planner_format_start (free_time->next, local);
  g_autofree char *times = NULL;

  if (free_time->start_utc <= now_utc)
    /* Translators: until when the attendee has no session, as in "Free until 14:30". */
    return g_strdup_printf (_ ("Free until %s"), end);

  times = planner_format_times (free_time->start_utc, free_time->end_utc - free_time->start_utc, &clock);

  /* Translators: when the attendee has no session, as in "Free 14:00 – 15:00". */
  return g_strdup_printf (C_ ("times", "Free %s"), times);
}

/**
 * planner_format_fitting:
 * @n: how many sessions take place within the free time
 *
 * Returns: (transfer full): "24 sessions fit"
 */
char *
planner_format_fitting (guint n)
{
  return g_strdup_printf (ngettext ("%u session fits", "%u sessions fit", n), n);
}

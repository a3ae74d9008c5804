/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-days.h"

#include "model/planner-time.h"
#include "words/planner-clock.h"

#include <glib/gi18n.h>
#include <stdio.h>

static char *
format_date (const char *date, const char *format)
{
  g_autoptr (GDateTime) day = NULL;
  int year, month, day_of_month;

  if (date && sscanf (date, "%4d-%2d-%2d", &year, &month, &day_of_month) == 3)
    day = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);

  return day ? g_date_time_format (day, format) : g_strdup (_ ("Day to be announced"));
}

/**
 * planner_dup_date:
 *
 * Returns: (nullable) (transfer full): the date of @instant_utc in @zone, as in #PlannerDay; %NULL if the time is unknown
 */
char *
planner_dup_date (gint64 instant_utc, GTimeZone *zone)
{
  g_autoptr (GDateTime) time = planner_time_to_zone (instant_utc, zone);

  return time ? g_date_time_format (time, "%F") : NULL;
}

/**
 * planner_format_day:
 * @date: (nullable): a date as in #PlannerDay
 *
 * Returns: (transfer full): "Saturday, 27 May", or "Day to be announced"
 */
char *
planner_format_day (const char *date)
{
  /* Translators: a day for g_date_time_format(), as in "Saturday, 27 May". */
  /* xgettext:no-c-format */
  return format_date (date, _ ("%A, %-d %B"));
}

/**
 * planner_format_day_short:
 * @date: (nullable): a date as in #PlannerDay
 *
 * Returns: (transfer full): "Sat 27", or "Day to be announced"
 */
char *
planner_format_day_short (const char *date)
{
  /* Translators: a day for g_date_time_format(), as short as possible, as in "Sat 27". */
  /* xgettext:no-c-format */
  return format_date (date, _ ("%a %-d"));
}

/**
 * planner_format_day_long:
 * @date: (nullable): a date as in #PlannerDay
 *
 * Returns: (transfer full): "Saturday, 27 May 2023", or "Day to be announced"
 */
char *
planner_format_day_long (const char *date)
{
  /* Translators: a day with its year for g_date_time_format(), as in "Saturday, 27 May 2023". */
  /* xgettext:no-c-format */
  return format_date (date, _ ("%A, %-d %B %Y"));
}

/**
 * planner_format_days:
 * @first: (nullable): a date as in #PlannerDay
 * @last: (nullable): the same date or a later one
 *
 * Returns: (transfer full): "Saturday, 27 May 2023 – Sunday, 28 May 2023", or one day
 */
char *
planner_format_days (const char *first, const char *last)
{
  g_autofree char *from = planner_format_day_long (first);
  g_autofree char *to = planner_format_day_long (last);

  return g_strcmp0 (first, last) == 0 ? g_steal_pointer (&from) : planner_format_range (from, to);
}

/**
 * planner_format_dates:
 * @first: a date as in #PlannerDay
 * @last: the same date or a later one
 *
 * Returns: (transfer full): "27 May 2023 – 28 May 2023", or one date
 */
char *
planner_format_dates (const char *first, const char *last)
{
  /* Translators: a date for g_date_time_format(), as in "27 May 2023". */
  /* xgettext:no-c-format */
  const char *format = _ ("%-d %b %Y");
  g_autofree char *from = format_date (first, format);
  g_autofree char *to = format_date (last, format);

  return g_strcmp0 (first, last) == 0 ? g_steal_pointer (&from) : planner_format_range (from, to);
}

/**
 * planner_format_day_and_time:
 *
 * Returns: (transfer full): a day and a time: "Sat 27, 10:00 – 10:45"
 */
char *
planner_format_day_and_time (const char *day, const char *time)
{
  /* Translators: a day and a time, as in "Sat 27, 10:00 – 10:45". */
  return g_strdup_printf (_ ("%s, %s"), day, time);
}

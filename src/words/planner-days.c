/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-days.h"

#include "model/planner-time.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

/* Whether the two days of a range are in the same year, and in the same month. */
enum
{
  SAME_NOTHING,
  SAME_YEAR,
  SAME_MONTH,
  N_SAME,
};

/* How to show the two days, for each of the cases. */
typedef struct
{
  const char *first[N_SAME];
  const char *last[N_SAME];
} SpanFormats;

/* Returns: (nullable) (transfer full): %NULL for a text that is not a date */
static GDateTime *
parse_date (const char *date)
{
  int year, month, day_of_month;

  if (!date || sscanf (date, "%4d-%2d-%2d", &year, &month, &day_of_month) != 3)
    return NULL;

  return g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
}

static gboolean
is_date (const char *date)
{
  g_autoptr (GDateTime) day = parse_date (date);

  return day != NULL;
}

static char *
format_date (const char *date, const char *format)
{
  g_autoptr (GDateTime) day = parse_date (date);

  return day ? g_date_time_format (day, format) : g_strdup (_ ("Day to be announced"));
}

/* Whether the locale writes the month before the day, and both before the year. The locale "C" does so too, but nobody has chosen
 * it. */
static gboolean
month_is_first (void)
{
  const char *locale = setlocale (LC_TIME, NULL);
  const char *format = nl_langinfo (D_FMT);

  return !g_str_equal (locale, "C") && !g_str_has_prefix (locale, "C.") && !g_str_equal (locale, "POSIX") &&
         (g_str_has_prefix (format, "%m") || g_str_has_prefix (format, "%D"));
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
 * Returns: (transfer full): "Saturday, 27 May" or "Saturday, May 27", as the locale has it, or "Day to be announced"
 */
char *
planner_format_day (const char *date)
{
  if (month_is_first ())
    /* Translators: a day for g_date_time_format(), as in "Saturday, May 27". */
    /* xgettext:no-c-format */
    return format_date (date, C_ ("month first", "%A, %B %-d"));

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

static const char *
get_long_format (void)
{
  if (month_is_first ())
    /* Translators: a day with its year for g_date_time_format(), as in "Saturday, May 27, 2023". */
    /* xgettext:no-c-format */
    return C_ ("month first", "%A, %B %-d, %Y");

  /* Translators: a day with its year for g_date_time_format(), as in "Saturday, 27 May 2023". */
  /* xgettext:no-c-format */
  return _ ("%A, %-d %B %Y");
}

/**
 * planner_format_day_long:
 * @date: (nullable): a date as in #PlannerDay
 *
 * Returns: (transfer full): "Saturday, 27 May 2023" or "Saturday, May 27, 2023", as the locale has it, or "Day to be announced"
 */
char *
planner_format_day_long (const char *date)
{
  return format_date (date, get_long_format ());
}

/**
 * planner_format_range:
 *
 * Returns: (transfer full): two times or days as a range: "10:00 – 10:45"
 */
char *
planner_format_range (const char *first, const char *last)
{
  /* Translators: a range of times or days, as in "10:00 – 10:45". */
  return g_strdup_printf (_ ("%s – %s"), first, last);
}

/* The year and the month appear once if both days have the same. The formats of a language put them with the first day or with
 * the last day. */
static char *
format_span (const char *first, const char *last, const SpanFormats *formats)
{
  gsize form = SAME_NOTHING;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (is_date (first) && is_date (last))
    form = strncmp (first, last, 7) == 0   ? SAME_MONTH
           : strncmp (first, last, 4) == 0 ? SAME_YEAR
                                           : SAME_NOTHING;
  from = format_date (first, formats->first[form]);
  to = format_date (last, formats->last[form]);

  return planner_format_range (from, to);
}

static SpanFormats
get_day_formats (void)
{
  return (SpanFormats) {
    .first = {
      [SAME_NOTHING] = get_long_format (),
      /* Translators: the first day of a range in one year for g_date_time_format(), as in "Monday, 31 May – Tuesday, 1 June 2023". */
      /* xgettext:no-c-format */
      [SAME_YEAR] = C_ ("first day of a range in one year", "%A, %-d %B"),
      /* Translators: the first day of a range in one month for g_date_time_format(), as in "Saturday, 27 – Sunday, 28 May 2023". */
      /* xgettext:no-c-format */
      [SAME_MONTH] = C_ ("first day of a range in one month", "%A, %-d"),
    },
    .last = {
      [SAME_NOTHING] = get_long_format (),
      /* Translators: the last day of a range in one year for g_date_time_format(), as in "Monday, 31 May – Tuesday, 1 June 2023". */
      /* xgettext:no-c-format */
      [SAME_YEAR] = C_ ("last day of a range in one year", "%A, %-d %B %Y"),
      /* Translators: the last day of a range in one month for g_date_time_format(), as in "Saturday, 27 – Sunday, 28 May 2023". */
      /* xgettext:no-c-format */
      [SAME_MONTH] = C_ ("last day of a range in one month", "%A, %-d %B %Y"),
    },
  };
}

/* Both dates name the month, because it stands between the weekday and the day: "Saturday, May 27 – Sunday, May 28, 2023". */
static SpanFormats
get_day_formats_month_first (void)
{
  /* Translators: the first day of a range in one year for g_date_time_format(), as in "Saturday, May 27 – Sunday, May 28, 2023". */
  /* xgettext:no-c-format */
  const char *first = C_ ("first day of a range in one year, month first", "%A, %B %-d");
  /* Translators: the last day of a range in one year for g_date_time_format(), as in "Saturday, May 27 – Sunday, May 28, 2023". */
  /* xgettext:no-c-format */
  const char *last = C_ ("last day of a range in one year, month first", "%A, %B %-d, %Y");

  return (SpanFormats) {
    .first = { [SAME_NOTHING] = get_long_format (), [SAME_YEAR] = first, [SAME_MONTH] = first },
    .last = { [SAME_NOTHING] = get_long_format (), [SAME_YEAR] = last, [SAME_MONTH] = last },
  };
}

/**
 * planner_format_days:
 * @first: (nullable): a date as in #PlannerDay
 * @last: (nullable): the same date or a later one
 *
 * Returns: (transfer full): "Saturday, 27 – Sunday, 28 May 2023", or one day; in the order of the locale
 */
char *
planner_format_days (const char *first, const char *last)
{
  const SpanFormats formats = month_is_first () ? get_day_formats_month_first () : get_day_formats ();

  return g_strcmp0 (first, last) == 0 ? planner_format_day_long (first) : format_span (first, last, &formats);
}

static SpanFormats
get_date_formats (void)
{
  /* Translators: a date for g_date_time_format(), as in "27 May 2023". */
  /* xgettext:no-c-format */
  const char *whole = _ ("%-d %b %Y");

  return (SpanFormats) {
    .first = {
      [SAME_NOTHING] = whole,
      /* Translators: the first date of a range in one year for g_date_time_format(), as in "31 May – 1 Jun 2023". */
      /* xgettext:no-c-format */
      [SAME_YEAR] = C_ ("first date of a range in one year", "%-d %b"),
      /* Translators: the first date of a range in one month for g_date_time_format(), as in "27 – 28 May 2023". */
      /* xgettext:no-c-format */
      [SAME_MONTH] = C_ ("first date of a range in one month", "%-d"),
    },
    .last = {
      [SAME_NOTHING] = whole,
      /* Translators: the last date of a range in one year for g_date_time_format(), as in "31 May – 1 Jun 2023". */
      /* xgettext:no-c-format */
      [SAME_YEAR] = C_ ("last date of a range in one year", "%-d %b %Y"),
      /* Translators: the last date of a range in one month for g_date_time_format(), as in "27 – 28 May 2023". */
      /* xgettext:no-c-format */
      [SAME_MONTH] = C_ ("last date of a range in one month", "%-d %b %Y"),
    },
  };
}

static SpanFormats
get_date_formats_month_first (void)
{
  /* Translators: a date for g_date_time_format(), as in "May 27, 2023". */
  /* xgettext:no-c-format */
  const char *whole = C_ ("month first", "%b %-d, %Y");
  /* Translators: the first date of a range in one year for g_date_time_format(), as in "May 31 – Jun 1, 2023". */
  /* xgettext:no-c-format */
  const char *first = C_ ("first date of a range in one year, month first", "%b %-d");

  return (SpanFormats) {
    .first = { [SAME_NOTHING] = whole, [SAME_YEAR] = first, [SAME_MONTH] = first },
    .last = {
      [SAME_NOTHING] = whole,
      /* Translators: the last date of a range in one year for g_date_time_format(), as in "May 31 – Jun 1, 2023". */
      /* xgettext:no-c-format */
      [SAME_YEAR] = C_ ("last date of a range in one year, month first", "%b %-d, %Y"),
      /* Translators: the last date of a range in one month for g_date_time_format(), as in "May 27 – 28, 2023". */
      /* xgettext:no-c-format */
      [SAME_MONTH] = C_ ("last date of a range in one month, month first", "%-d, %Y"),
    },
  };
}

/**
 * planner_format_dates:
 * @first: a date as in #PlannerDay
 * @last: the same date or a later one
 *
 * Returns: (transfer full): "27 – 28 May 2023", or one date; in the order of the locale
 */
char *
planner_format_dates (const char *first, const char *last)
{
  const SpanFormats formats = month_is_first () ? get_date_formats_month_first () : get_date_formats ();

  return g_strcmp0 (first, last) == 0 ? format_date (first, formats.first[SAME_NOTHING])
                                      : format_span (first, last, &formats);
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

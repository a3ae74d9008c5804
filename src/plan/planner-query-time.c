/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-query-time.h"

#include "model/planner-fold.h"
#include "plan/planner-venue-time.h"

#include <string.h>

#define DAYS_PER_WEEK 7
#define MONTHS_PER_YEAR 12
#define N_FORMS 4

/* Names of days and months, folded by planner_fold(). A row may end early. */
typedef struct
{
  char *days[DAYS_PER_WEEK][N_FORMS];
  char *months[MONTHS_PER_YEAR][N_FORMS];
} Names;

static const char *const english_days[DAYS_PER_WEEK][N_FORMS] = {
  { "monday", "mon" }, { "tuesday", "tue", "tues" }, { "wednesday", "wed" }, { "thursday", "thu", "thurs" },
  { "friday", "fri" }, { "saturday", "sat" },        { "sunday", "sun" },
};

static const char *const english_months[MONTHS_PER_YEAR][N_FORMS] = {
  { "january", "jan" },
  { "february", "feb" },
  { "march", "mar" },
  { "april", "apr" },
  { "may" },
  { "june", "jun" },
  { "july", "jul" },
  { "august", "aug" },
  { "september", "sep", "sept" },
  { "october", "oct" },
  { "november", "nov" },
  { "december", "dec" },
};

/* The words that may follow the hour in a query, such as "14h" or "14 Uhr". */
static const char *const hour_units[] = { "h", "uhr", "点", "點", "时", "時" };

/* German and other languages write a point after short names. */
static char *
fold_name (GDateTime *date, const char *format)
{
  g_autofree char *name = g_date_time_format (date, format);
  char *folded = planner_fold (name ? name : "");

  if (g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';

  return folded;
}

/* People write a short name of one ideograph, such as "日", together with the word for week: "周日". */
static gboolean
is_ideograph (const char *name)
{
  return g_utf8_strlen (name, -1) == 1 && g_unichar_iswide (g_utf8_get_char (name));
}

static void
add_day (Names *names, guint i, GDateTime *date)
{
  char *short_name = fold_name (date, "%a");

  names->days[i][0] = fold_name (date, "%A");
  names->days[i][1] = short_name;
  if (is_ideograph (short_name))
    {
      names->days[i][2] = g_strconcat ("周", short_name, NULL);
      names->days[i][3] = g_strconcat ("週", short_name, NULL);
    }
}

/* The names in the language of the interface. They are computed once, because a program does not change its language. */
static const Names *
get_local_names (void)
{
  static const Names *local_names;

  if (g_once_init_enter_pointer (&local_names))
    {
      Names *names = g_new0 (Names, 1);

      for (int i = 0; i < DAYS_PER_WEEK; i++)
        {
          /* 1 January 2024 was a Monday. */
          g_autoptr (GDateTime) date = g_date_time_new_utc (2024, 1, i + 1, 0, 0, 0);

          add_day (names, (guint) i, date);
        }
      for (int i = 0; i < MONTHS_PER_YEAR; i++)
        {
          g_autoptr (GDateTime) date = g_date_time_new_utc (2024, i + 1, 1, 0, 0, 0);

          names->months[i][0] = fold_name (date, "%B");
          names->months[i][1] = fold_name (date, "%b");
          names->months[i][2] = fold_name (date, "%OB");
        }
      g_once_init_leave_pointer (&local_names, names);
    }

  return local_names;
}

static gboolean
has_name (const char *const *names, const char *text)
{
  for (guint i = 0; i < N_FORMS; i++)
    if (names[i] && *names[i] && g_str_equal (names[i], text))
      return TRUE;

  return FALSE;
}

static GDateWeekday
parse_weekday (const char *text)
{
  const Names *names = get_local_names ();

  for (guint i = 0; i < DAYS_PER_WEEK; i++)
    if (has_name (english_days[i], text) || has_name ((const char *const *) names->days[i], text))
      return (GDateWeekday) (G_DATE_MONDAY + i);

  return G_DATE_BAD_WEEKDAY;
}

static GDateMonth
parse_month (const char *text)
{
  const Names *names = get_local_names ();

  for (guint i = 0; i < MONTHS_PER_YEAR; i++)
    if (has_name (english_months[i], text) || has_name ((const char *const *) names->months[i], text))
      return (GDateMonth) (G_DATE_JANUARY + i);

  return G_DATE_BAD_MONTH;
}

/* Reads up to @max digits.
 *
 * Returns: the number; -1 if @text starts with no digit or with more than @max digits */
static int
read_number (const char **text, guint max)
{
  const char *p = *text;
  int number = 0;

  while (g_ascii_isdigit (*p) && p - *text <= (int) max)
    number = number * 10 + (*p++ - '0');
  if (p == *text || p - *text > (int) max)
    return -1;
  *text = p;

  return number;
}

static gboolean
skip (const char **text, const char *expected)
{
  if (!g_str_has_prefix (*text, expected))
    return FALSE;
  *text += strlen (expected);

  return TRUE;
}

static gboolean
skip_hour_unit (const char **text)
{
  for (guint i = 0; i < G_N_ELEMENTS (hour_units); i++)
    if (skip (text, hour_units[i]))
      return TRUE;

  return FALSE;
}

/* Reads the 30 of "14:30" and "14h30".
 *
 * Returns: the minutes; 0 if there are none; -1 if they are invalid */
static int
read_minutes (const char **text, gboolean required)
{
  const char *start = *text;
  int minutes;

  if (!required && !g_ascii_isdigit (*start))
    return 0;

  minutes = read_number (text, 2);

  return *text - start == 2 && minutes < 60 ? minutes : -1;
}

/* Reads "am" or "pm", or "a.m." or "p.m.".
 *
 * Returns: the hour of the day; -1 if @hour is not one of a clock with twelve hours */
static int
apply_half (const char **text, int hour, gboolean *has_half)
{
  const gboolean pm = **text == 'p';

  *has_half = skip (text, "am") || skip (text, "pm") || skip (text, "a.m") || skip (text, "p.m");
  if (!*has_half)
    return hour;

  return hour >= 1 && hour <= 12 ? hour % 12 + (pm ? 12 : 0) : -1;
}

/* Reads "14:00", "14h", "14h30", "14 uhr", "14点", "2 pm" or "2:30pm". */
static gboolean
parse_clock (PlannerQueryTime *time, const char *text)
{
  int hour = read_number (&text, 2), minutes = 0;
  gboolean has_unit, has_half;

  if (hour < 0)
    return FALSE;

  has_unit = skip (&text, ":");
  if (has_unit)
    minutes = read_minutes (&text, TRUE);
  skip (&text, " ");
  if (!has_unit && (has_unit = skip_hour_unit (&text)))
    minutes = read_minutes (&text, FALSE);
  skip (&text, "分");
  hour = apply_half (&text, hour, &has_half);
  if (*text || !(has_unit || has_half) || hour < 0 || hour > 23 || minutes < 0)
    return FALSE;

  time->minute = hour * 60 + minutes;

  return TRUE;
}

static void
set_date (PlannerQueryTime *time, int year, GDateMonth month, int day_of_month)
{
  time->year = year;
  time->month = month;
  time->day_of_month = day_of_month;
}

/* Reads "2025-02-02". */
static gboolean
parse_iso_date (PlannerQueryTime *time, const char *text)
{
  GDate date;

  if (strlen (text) != strlen ("2025-02-02") || !planner_venue_time_parse_date (text, &date))
    return FALSE;

  set_date (time, g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));

  return TRUE;
}

/* Reads "2月2日". */
static gboolean
parse_cjk_date (PlannerQueryTime *time, const char *text)
{
  const int month = read_number (&text, 2);
  int day;

  if (month < 1 || month > 12 || !skip (&text, "月"))
    return FALSE;
  day = read_number (&text, 2);
  if (day < 1 || !(skip (&text, "日") || skip (&text, "号")) || *text)
    return FALSE;

  set_date (time, 0, (GDateMonth) month, day);

  return TRUE;
}

/* Reads "2", "2.", "2," or "2nd".
 *
 * Returns: the day of the month; 0 if @text is none */
static int
parse_day_of_month (const char *text)
{
  static const char *const ends[] = { "", ".", ",", "st", "nd", "rd", "th", NULL };
  const int day = read_number (&text, 2);

  return day >= 1 && day <= 31 && g_strv_contains (ends, text) ? day : 0;
}

/* Reads "2 feb" or "feb 2", with a year or without. */
static gboolean
parse_named_date (PlannerQueryTime *time, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 4);
  const guint n = g_strv_length (parts);
  const char *year_text = n == 3 ? parts[2] : "";
  const int year = n == 3 ? read_number (&year_text, 4) : 0;
  GDateMonth month;
  int day;

  if (n < 2 || n > 3 || *year_text || (n == 3 && year < 1000))
    return FALSE;

  month = parse_month (parts[1]);
  day = parse_day_of_month (parts[month ? 0 : 1]);
  if (!month)
    month = parse_month (parts[0]);
  if (!month || !day)
    return FALSE;

  set_date (time, year, month, day);

  return TRUE;
}

/**
 * planner_query_time_parse:
 * @time: (out): the day or time
 * @folded: one to three words of a search, folded by planner_fold()
 *
 * Understands the names of days and months in English and in the language of the interface, as in "sunday", "sun",
 * "2 feb" or "feb 2 2025"; dates such as "2025-02-02" and "2月2日"; and times such as "14:00", "14h" and "2 pm".
 *
 * Returns: whether the words name a day or a time
 */
gboolean
planner_query_time_parse (PlannerQueryTime *time, const char *folded)
{
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (time != NULL && folded != NULL, FALSE);

  length = strlen (folded);
  if (length > 1 && strchr (",.", folded[length - 1]))
    length--;
  text = g_strndup (folded, length);
  *time = (PlannerQueryTime) { .minute = -1 };
  if (!strchr (text, ' '))
    time->weekday = parse_weekday (text);

  return time->weekday != G_DATE_BAD_WEEKDAY || parse_clock (time, text) || parse_iso_date (time, text) ||
         parse_cjk_date (time, text) || parse_named_date (time, text);
}

static gboolean
matches_day (const PlannerQueryTime *time, const char *date)
{
  GDate day;

  if (!time->weekday && !time->month)
    return TRUE;
  if (!planner_venue_time_parse_date (date, &day))
    return FALSE;
  if (time->weekday)
    return g_date_get_weekday (&day) == time->weekday;

  return (!time->year || g_date_get_year (&day) == time->year) && g_date_get_month (&day) == time->month &&
         g_date_get_day (&day) == time->day_of_month;
}

/**
 * planner_query_time_matches:
 * @agenda: the agenda that contains @session
 *
 * Returns: whether the session is on that day of the conference, or runs at that time at the venue
 */
gboolean
planner_query_time_matches (const PlannerQueryTime *time,
                            const PlannerAgenda *agenda,
                            const PlannerSession *session)
{
  g_return_val_if_fail (time != NULL && agenda != NULL && session != NULL, FALSE);

  return matches_day (time, planner_agenda_get_day (agenda, session)->date) &&
         (time->minute < 0 || planner_session_runs_at_minute (session, time->minute));
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Parses dates, times of day, durations and time zones. The results do not depend on the computer's time zone or clock. */

#include "feed/build/planner-feed-time.h"
#include "feed/build/planner-feed-zone-names.h"

#include <math.h>
#include <string.h>

#define HOUR_S (60 * 60)
#define MINUTE_S 60
#define MAX_ZONE_NAME 64

const char *const planner_zone_names[] = { "time_zone_name", "timezone", "time_zone",
                                           "timezone_name",  "tz",       NULL };

/* Scans min to max digits. */
static gboolean
scan_number (const char **p, guint min, guint max, int *number)
{
  guint n = 0;

  *number = 0;
  while (n < max && g_ascii_isdigit ((*p)[n]))
    *number = *number * 10 + ((*p)[n++] - '0');
  if (n < min)
    return FALSE;
  *p += n;

  return TRUE;
}

static gboolean
scan_char (const char **p, char c)
{
  if (**p != c)
    return FALSE;
  (*p)++;

  return TRUE;
}

static void
skip_fraction (const char **p)
{
  if ((**p == '.' || **p == ',') && g_ascii_isdigit ((*p)[1]))
    for ((*p)++; g_ascii_isdigit (**p); (*p)++)
      ;
}

static gboolean
scan_date (const char **p, gint64 *local_s)
{
  const char *const start = *p;
  int year, month, day;
  GDate date;

  if (!scan_number (p, 4, 4, &year))
    return FALSE;
  if (scan_char (p, '-'))
    {
      if (!scan_number (p, 1, 2, &month) || !scan_char (p, '-') || !scan_number (p, 1, 2, &day))
        return FALSE;
    }
  else if (!scan_number (p, 2, 2, &month) || !scan_number (p, 2, 2, &day) || *p - start != 8)
    return FALSE;
  if (year < 1970 || year > 2199 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *local_s = ((gint64) g_date_get_julian (&date) - 719163) * PLANNER_FEED_DAY_S;

  return TRUE;
}

/* Scans hh:mm, hh:mm:ss, hhmm or hhmmss. */
static gboolean
scan_clock (const char **p, gint64 *clock_s)
{
  int hours, minutes, seconds = 0;

  if (!scan_number (p, 2, 2, &hours) && !scan_number (p, 1, 1, &hours))
    return FALSE;
  if (scan_char (p, ':'))
    {
      if (!scan_number (p, 2, 2, &minutes))
        return FALSE;
      if (scan_char (p, ':') && !scan_number (p, 2, 2, &seconds))
        return FALSE;
    }
  else if (!scan_number (p, 2, 2, &minutes) || (g_ascii_isdigit (**p) && !scan_number (p, 2, 2, &seconds)))
    return FALSE;
  skip_fraction (p);
  *clock_s = hours * HOUR_S + minutes * MINUTE_S + MIN (seconds, 59);

  return minutes < 60 && seconds <= 60 && *clock_s <= PLANNER_FEED_DAY_S;
}

static gboolean
scan_offset (const char **p, int *offset_s)
{
  int sign, hours, minutes = 0;

  *offset_s = 0;
  if (scan_char (p, 'Z') || scan_char (p, 'z'))
    return TRUE;
  if (**p != '+' && **p != '-')
    return FALSE;
  sign = **p == '-' ? -1 : 1;
  (*p)++;
  if (!scan_number (p, 2, 2, &hours))
    return FALSE;
  if (scan_char (p, ':') || g_ascii_isdigit (**p))
    if (!scan_number (p, 2, 2, &minutes))
      return FALSE;
  *offset_s = sign * (hours * HOUR_S + minutes * MINUTE_S);

  return minutes < 60 && ABS (*offset_s) <= 18 * HOUR_S;
}

static gboolean
scan_stamp (const char *p, PlannerStamp *stamp)
{
  gint64 clock_s = 0;

  p += strspn (p, " ");
  if (!scan_date (&p, &stamp->local_s))
    return FALSE;
  if (*p == 'T' || *p == 't' || (*p == ' ' && g_ascii_isdigit (p[1])))
    {
      p++;
      if (!scan_clock (&p, &clock_s))
        return FALSE;
      stamp->has_clock = TRUE;
      stamp->local_s += clock_s;
      p += strspn (p, " ");
      stamp->has_offset = *p != '\0';
      if (stamp->has_offset && !scan_offset (&p, &stamp->offset_s))
        return FALSE;
    }
  p += strspn (p, " ");

  return *p == '\0';
}

/**
 * planner_feed_parse_stamp:
 * @text: (nullable): a date, or date and time of day, in the form of ISO 8601, with or without an offset
 * @stamp: (out): the parts of the time stamp; all are 0 when @text was not understood
 *
 * Parses a time stamp of the years 1970 to 2199.
 *
 * Returns: how well @text was understood
 */
PlannerReading
planner_feed_parse_stamp (const char *text, PlannerStamp *stamp)
{
  *stamp = (PlannerStamp) { 0 };
  if (scan_stamp (text ? text : "", stamp))
    return PLANNER_READING_WELL;
  *stamp = (PlannerStamp) { 0 };

  return PLANNER_READING_NONE;
}

static gboolean
scan_half_of_day (const char **p, int *hours)
{
  const char *half = *p + strspn (*p, " ");
  const gboolean is_pm =
      g_ascii_strncasecmp (half, "pm", 2) == 0 || g_ascii_strncasecmp (half, "p.m.", 4) == 0;
  const gboolean is_am =
      g_ascii_strncasecmp (half, "am", 2) == 0 || g_ascii_strncasecmp (half, "a.m.", 4) == 0;

  if (!is_pm && !is_am)
    return FALSE;
  if (*hours < 1 || *hours > 12)
    return FALSE;
  *hours = *hours % 12 + (is_pm ? 12 : 0);
  *p = half + (half[1] == '.' ? 4 : 2);

  return TRUE;
}

/**
 * planner_feed_parse_clock:
 * @text: (nullable): a time of day, such as "9:05", "10.00" or "2:30 pm"; "25:00" is one hour after midnight
 * @clock_s: (out): seconds since midnight, 0 when not understood
 *
 * Parses a time of day.
 *
 * Returns: how well @text was understood
 */
PlannerReading
planner_feed_parse_clock (const char *text, gint64 *clock_s)
{
  const char *p = text ? text : "";
  int hours, minutes = 0, seconds = 0;
  gboolean as_written;

  *clock_s = 0;
  p += strspn (p, " ");
  if (!scan_number (&p, 1, 2, &hours))
    return PLANNER_READING_NONE;
  as_written = *p == ':';
  if (*p == ':' || *p == '.' || *p == 'h' || *p == 'H')
    {
      p++;
      if (!scan_number (&p, 2, 2, &minutes) && !(p[-1] == 'h' || p[-1] == 'H'))
        return PLANNER_READING_NONE;
      if (scan_char (&p, ':') && !scan_number (&p, 2, 2, &seconds))
        return PLANNER_READING_NONE;
      skip_fraction (&p);
    }
  if (scan_half_of_day (&p, &hours))
    as_written = FALSE;
  p += strspn (p, " ");
  if (*p || hours >= 48 || minutes >= 60 || seconds > 60)
    return PLANNER_READING_NONE;
  *clock_s = hours * HOUR_S + minutes * MINUTE_S + MIN (seconds, 59);

  return as_written && hours < 24 ? PLANNER_READING_WELL : PLANNER_READING_REPAIRED;
}

/* Scans a duration of ISO 8601 or RFC 5545, section 3.3.6, after its P: 1DT2H30M, T45M, 1W. */
static gboolean
scan_iso_duration (const char *p, gint64 *duration_s)
{
  gboolean in_clock = FALSE, any = FALSE;
  int number;

  for (*duration_s = 0; *p; p++)
    {
      if (*p == 'T' && !in_clock)
        {
          in_clock = TRUE;
          continue;
        }
      if (!scan_number (&p, 1, 6, &number))
        return FALSE;
      any = TRUE;
      if (*p == 'W' && !in_clock)
        *duration_s += (gint64) number * 7 * PLANNER_FEED_DAY_S;
      else if (*p == 'D' && !in_clock)
        *duration_s += (gint64) number * PLANNER_FEED_DAY_S;
      else if (*p == 'H' && in_clock)
        *duration_s += (gint64) number * HOUR_S;
      else if (*p == 'M' && in_clock)
        *duration_s += (gint64) number * MINUTE_S;
      else if (*p == 'S' && in_clock)
        *duration_s += number;
      else
        return FALSE;
    }

  return any;
}

/* Splits "a:b:c" into at most three numbers. Returns: how many, or 0 when this is not possible */
static guint
split_duration (const char *text, double parts[3])
{
  guint n = 0;

  for (const char *p = text;; p++)
    {
      char *end = NULL;

      if (n == 3 || !g_ascii_isdigit (*p))
        return 0;
      parts[n++] = g_ascii_strtod (p, &end);
      if (end - p > 12 || strspn (p, "0123456789.") != (gsize) (end - p))
        return 0;
      p = end;
      if (!*p)
        return n;
      if (*p != ':')
        return 0;
    }
}

static PlannerReading
judge_duration (double seconds, gboolean well, gint64 *duration_s)
{
  if (!isfinite (seconds) || seconds < 0 || seconds > PLANNER_FEED_MAX_DURATION_S)
    return PLANNER_READING_NONE;
  *duration_s = (gint64) (seconds + 0.5);

  return well ? PLANNER_READING_WELL : PLANNER_READING_REPAIRED;
}

/**
 * planner_feed_parse_duration:
 * @text: (nullable): "H:MM", "HH:MM:SS" or "D:HH:MM", a number of minutes, or an ISO 8601 duration
 * @days_first: whether three parts are days, hours and minutes, as in pretalx for durations of more than a day
 * @duration_s: (out): the duration in seconds, 0 when not understood
 *
 * Parses a duration of at most %PLANNER_FEED_MAX_DURATION_S. A longer one counts as a mistake.
 *
 * Returns: how well @text was understood
 */
PlannerReading
planner_feed_parse_duration (const char *text, gboolean days_first, gint64 *duration_s)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text ? text : ""));
  double parts[3] = { 0 };
  gint64 iso_s = 0;
  guint n;

  *duration_s = 0;
  if (*trimmed == 'P')
    return scan_iso_duration (trimmed + 1, &iso_s) ? judge_duration ((double) iso_s, TRUE, duration_s)
                                                   : PLANNER_READING_NONE;

  n = split_duration (trimmed, parts);
  if (n == 0)
    return PLANNER_READING_NONE;
  if (n == 1)
    return judge_duration (parts[0] * MINUTE_S, FALSE, duration_s);
  /* Some programs write a number of minutes as "135.0:00". */
  if (strcspn (trimmed, ".") < strcspn (trimmed, ":"))
    return judge_duration (parts[0] * MINUTE_S, FALSE, duration_s);
  if (n == 2)
    return judge_duration (parts[0] * HOUR_S + parts[1] * MINUTE_S, parts[1] < 60, duration_s);
  if (days_first && parts[0] >= 1)
    return judge_duration (parts[0] * PLANNER_FEED_DAY_S + parts[1] * HOUR_S + parts[2] * MINUTE_S, TRUE,
                           duration_s);

  return judge_duration (parts[0] * HOUR_S + parts[1] * MINUTE_S + parts[2], TRUE, duration_s);
}

/**
 * planner_feed_is_to_be_announced:
 * @text: (nullable): a date, time or day of a schedule
 *
 * Returns: whether it says that the time is to be announced
 */
gboolean
planner_feed_is_to_be_announced (const char *text)
{
  static const char *const phrases[] = { "to be announced", "to be determined", "tba", "tbd", "tbc", "待定" };

  for (guint i = 0; text && i < G_N_ELEMENTS (phrases); i++)
    if (g_ascii_strcasecmp (text, phrases[i]) == 0)
      return TRUE;

  return FALSE;
}

/* g_time_zone_new_identifier() also accepts offsets, POSIX rules and file names, and logs a warning for other files. */
static gboolean
looks_like_zone_name (const char *name)
{
  const char *slash = strchr (name, '/');

  if (g_str_equal (name, "UTC") || g_str_equal (name, "GMT"))
    return TRUE;
  if (!slash || !slash[1] || strlen (name) > MAX_ZONE_NAME || !g_ascii_isupper (*name))
    return FALSE;
  for (const char *p = name; *p; p++)
    if (!(g_ascii_isalnum (*p) || strchr ("_+-", *p) || (*p == '/' && g_ascii_isupper (p[1]))))
      return FALSE;

  return TRUE;
}

/**
 * planner_feed_zone_new:
 * @name: (nullable): the name of a time zone in a schedule
 * @canonical: (out) (optional) (nullable): the name that the time zone data uses
 *
 * Returns: (nullable) (transfer full): the time zone, or %NULL unless @name is an IANA name
 */
GTimeZone *
planner_feed_zone_new (const char *name, char **canonical)
{
  const char *current = name ? planner_feed_zone_find_old_name (name) : NULL;
  GTimeZone *zone;

  if (canonical)
    *canonical = NULL;
  if (current)
    name = current;
  if (!name || !looks_like_zone_name (name))
    return NULL;

  zone = g_time_zone_new_identifier (name);
  if (zone && canonical)
    *canonical = g_strdup (name);

  return zone;
}

/**
 * planner_feed_get_offset:
 * @instant_utc: seconds since the epoch
 *
 * Returns: the offset of @zone at this time, in seconds east of UTC
 */
int
planner_feed_get_offset (GTimeZone *zone, gint64 instant_utc)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant_utc));
}

/**
 * planner_feed_local_to_utc:
 * @local_s: a local time in @zone, as seconds since 1970-01-01T00:00 of the same clock
 *
 * Converts a local time to UTC. When clocks go back, a local time occurs twice, and the first counts. When clocks go forward,
 * a local time that does not exist moves forward by the same amount.
 *
 * Returns: seconds since the epoch
 */
gint64
planner_feed_local_to_utc (gint64 local_s, GTimeZone *zone)
{
  const int before = planner_feed_get_offset (zone, local_s - PLANNER_FEED_DAY_S);
  const int after = planner_feed_get_offset (zone, local_s + PLANNER_FEED_DAY_S);

  if (planner_feed_get_offset (zone, local_s - before) != before &&
      planner_feed_get_offset (zone, local_s - after) == after)
    return local_s - after;

  return local_s - before;
}

/**
 * planner_feed_floor_to_day:
 *
 * Returns: the midnight at the beginning of the day of @local_s
 */
gint64
planner_feed_floor_to_day (gint64 local_s)
{
  const gint64 rest = local_s % PLANNER_FEED_DAY_S;

  return local_s - rest - (rest < 0 ? PLANNER_FEED_DAY_S : 0);
}

/**
 * planner_feed_format_date:
 *
 * Returns: (transfer full): the date of @local_s, such as "2026-07-01"
 */
char *
planner_feed_format_date (gint64 local_s)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (local_s);

  return date ? g_date_time_format (date, "%Y-%m-%d") : g_strdup ("");
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Recurrence rules. libical reads them, but its iterator does not expand them, because a call of icalrecur_iterator_next()
 * can neither be bounded nor interrupted: it goes on to the year 2582 in search of a time, whatever UNTIL says.
 * Measured with libical 3.0.20, of 3,000 random rules without parts of a day, UNTIL a year after the start: the slowest takes
 * 1,144 ms; FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30 takes 3.4 s.
 * This code looks at one period after another (day, week, month or year), at no day outside the bounds that it is given,
 * and at a limited number of days for all rules of a file. Rules for parts of a day are refused.
 */

#include "feed/ical/planner-feed-ical-rule.h"
#include "feed/build/planner-feed-time.h"

#include <stdlib.h>
#include <string.h>

#define LAST_YEAR 2600

typedef gboolean (*MatchFunc) (const PlannerIcalRule *self, int value, const GDate *date);

/* An expansion under way. */
typedef struct
{
  const PlannerIcalRule *rule;
  const PlannerIcalSpan *span;
  GArray *times; /* of gint64 */
  guint n;       /* times since the start of the rule, those before the span included */
  guint n_hours;
  guint n_minutes;
  guint n_seconds;
  guint n_tests;      /* for a day */
  gboolean has_ended; /* by COUNT or UNTIL */
} Expansion;

static guint
count_values (const short *values, guint size)
{
  guint n = 0;

  while (n < size && values[n] != ICAL_RECURRENCE_ARRAY_MAX)
    n++;

  return n;
}

static gboolean
is_empty (const short *values)
{
  return count_values (values, 1) == 0;
}

/* Returns: whether the rule has no such part, or the day has one of its values */
static gboolean
matches (const PlannerIcalRule *self, const short *values, guint size, MatchFunc match, const GDate *date)
{
  const guint n = count_values (values, size);

  for (guint i = 0; i < n; i++)
    if (match (self, values[i], date))
      return TRUE;

  return n == 0;
}

static int
count_days_of_month (const GDate *date)
{
  return g_date_get_days_in_month (g_date_get_month (date), g_date_get_year (date));
}

static int
count_days_of_year (const GDate *date)
{
  return g_date_is_leap_year (g_date_get_year (date)) ? 366 : 365;
}

/* Returns: whether @value is @position of @n, counted from 1, or from the end, -1 */
static gboolean
is_position (int value, int position, int n)
{
  return value == position || value == position - n - 1;
}

static gboolean
is_month (const PlannerIcalRule *self, int value, const GDate *date)
{
  return value == (int) g_date_get_month (date);
}

static gboolean
is_month_day (const PlannerIcalRule *self, int value, const GDate *date)
{
  return is_position (value, g_date_get_day (date), count_days_of_month (date));
}

static gboolean
is_year_day (const PlannerIcalRule *self, int value, const GDate *date)
{
  return is_position (value, (int) g_date_get_day_of_year (date), count_days_of_year (date));
}

/* Returns: the number of days from the first day of its week to the date */
static int
get_day_of_week (const PlannerIcalRule *self, const GDate *date)
{
  /* libical counts from Sunday, 1; GDate from Monday, 1. */
  const int first = self->rule.week_start == ICAL_NO_WEEKDAY ? 1 : (int) self->rule.week_start - 1;

  return ((int) g_date_get_weekday (date) - first + 7) % 7;
}

/* A week belongs to the year in which it has four days or more. */
static int
get_week (const PlannerIcalRule *self, const GDate *date, int *year)
{
  GDate fourth = *date;

  g_date_set_julian (&fourth, g_date_get_julian (date) + 3 - (guint) get_day_of_week (self, date));
  if (year)
    *year = g_date_get_year (&fourth);

  return ((int) g_date_get_day_of_year (&fourth) - 1) / 7 + 1;
}

static gboolean
matches_week (const PlannerIcalRule *self, const GDate *date)
{
  const guint n = count_values (self->rule.by_week_no, ICAL_BY_WEEKNO_SIZE);
  GDate last = *date;
  int year, week, last_week;

  if (n == 0)
    return TRUE;
  if (g_date_get_julian (date) < 7)
    return FALSE;
  week = get_week (self, date, &year);
  /* This day is in the last week of its year, whichever day weeks begin on. */
  g_date_set_dmy (&last, 28, G_DATE_DECEMBER, (GDateYear) year);
  last_week = get_week (self, &last, NULL);
  for (guint i = 0; i < n; i++)
    if (is_position (self->rule.by_week_no[i], week, last_week))
      return TRUE;

  return FALSE;
}

/* "-1SU" is the last Sunday: of the month, or of the year in a yearly rule without months. */
static gboolean
is_week_day (const PlannerIcalRule *self, int value, const GDate *date)
{
  const gboolean in_year = self->rule.freq == ICAL_YEARLY_RECURRENCE && is_empty (self->rule.by_month);
  const int position = icalrecurrencetype_day_position ((short) value);
  const int day = in_year ? (int) g_date_get_day_of_year (date) : g_date_get_day (date);
  const int length = in_year ? count_days_of_year (date) : count_days_of_month (date);

  if ((int) icalrecurrencetype_day_day_of_week ((short) value) != (int) g_date_get_weekday (date) % 7 + 1)
    return FALSE;
  if (position == 0 || self->rule.freq < ICAL_MONTHLY_RECURRENCE)
    return TRUE;

  return position > 0 ? (day - 1) / 7 + 1 == position : (length - day) / 7 + 1 == -position;
}

/* Returns: whether the date is that of the start as far as the rule does not say otherwise */
static gboolean
is_like_start (const PlannerIcalRule *self, const GDate *start, const GDate *date)
{
  const struct icalrecurrencetype *rule = &self->rule;

  if (rule->freq == ICAL_DAILY_RECURRENCE)
    return TRUE;
  if (rule->freq == ICAL_WEEKLY_RECURRENCE || !is_empty (rule->by_week_no))
    return g_date_get_weekday (date) == g_date_get_weekday (start);
  if (rule->freq == ICAL_YEARLY_RECURRENCE && is_empty (rule->by_month) &&
      g_date_get_month (date) != g_date_get_month (start))
    return FALSE;

  return g_date_get_day (date) == g_date_get_day (start);
}

static gboolean
matches_month (const PlannerIcalRule *self, const GDate *date)
{
  return matches (self, self->rule.by_month, ICAL_BY_MONTH_SIZE, is_month, date);
}

static gboolean
matches_day (const PlannerIcalRule *self, const GDate *start, const GDate *date)
{
  const struct icalrecurrencetype *rule = &self->rule;

  if (!matches (self, rule->by_month_day, ICAL_BY_MONTHDAY_SIZE, is_month_day, date) ||
      !matches (self, rule->by_day, ICAL_BY_DAY_SIZE, is_week_day, date) ||
      !matches (self, rule->by_year_day, ICAL_BY_YEARDAY_SIZE, is_year_day, date) ||
      !matches_week (self, date))
    return FALSE;

  return !is_empty (rule->by_month_day) || !is_empty (rule->by_day) || !is_empty (rule->by_year_day) ||
         is_like_start (self, start, date);
}

static void
set_day (GDate *date, gint64 day)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) day);
}

static gint64
get_day (gint64 local_s)
{
  return planner_feed_floor_to_day (local_s) / PLANNER_FEED_DAY_S + PLANNER_ICAL_EPOCH_DAY;
}

/* Returns: %FALSE when the expansion is over */
static gboolean
add_time (Expansion *self, gint64 local_s)
{
  const PlannerIcalRule *rule = self->rule;

  if (local_s < rule->start_s)
    return TRUE;
  if (local_s > rule->until_s)
    {
      self->has_ended = TRUE;
      return FALSE;
    }
  if (local_s > self->span->last_s || self->times->len >= self->span->max)
    return FALSE;
  self->n++;
  if (local_s >= self->span->first_s)
    g_array_append_val (self->times, local_s);
  self->has_ended = self->n == rule->count;

  return !self->has_ended;
}

/* Returns: the clock of the rule with that index, in seconds since midnight */
static gint64
get_clock (const Expansion *self, guint index)
{
  const struct icalrecurrencetype *rule = &self->rule->rule;
  const gint64 start_s = self->rule->start_s - planner_feed_floor_to_day (self->rule->start_s);
  const guint second = index % self->n_seconds, minute = index / self->n_seconds % self->n_minutes;
  const guint hour = index / self->n_seconds / self->n_minutes;

  return (is_empty (rule->by_hour) ? start_s / 3600 : rule->by_hour[hour]) * 3600 +
         (is_empty (rule->by_minute) ? start_s / 60 % 60 : rule->by_minute[minute]) * 60 +
         (is_empty (rule->by_second) ? start_s % 60 : rule->by_second[second]);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Returns: %FALSE when too much has been tried in this file */
static gboolean
spend (const Expansion *self, guint n)
{
  guint *left = self->span->n_tests;

  *left -= MIN (*left, n);

  return *left > 0;
}

static gboolean
add_index (Expansion *self, const guint *days, guint index)
{
  const guint n_clocks = self->n_hours * self->n_minutes * self->n_seconds;

  return add_time (self, ((gint64) days[index / n_clocks] - PLANNER_ICAL_EPOCH_DAY) * PLANNER_FEED_DAY_S +
                             get_clock (self, index % n_clocks));
}

/* BYSETPOS: the positions within the times of a period. */
static gboolean
add_positions (Expansion *self, const guint *days, int n)
{
  const short *positions = self->rule->rule.by_set_pos;
  const guint n_positions = count_values (positions, ICAL_BY_SETPOS_SIZE);
  int indices[ICAL_BY_SETPOS_SIZE];

  if (!spend (self, n_positions))
    return FALSE;
  for (guint i = 0; i < n_positions; i++)
    indices[i] = positions[i] > 0 ? positions[i] - 1 : n + positions[i];
  qsort (indices, n_positions, sizeof (int), compare_numbers);
  for (guint i = 0; i < n_positions; i++)
    if (indices[i] >= 0 && indices[i] < n && (i == 0 || indices[i] != indices[i - 1]) &&
        !add_index (self, days, (guint) indices[i]))
      return FALSE;

  return TRUE;
}

/* Returns: how many tests a day takes at most */
static guint
count_tests (const struct icalrecurrencetype *rule)
{
  return 1 + count_values (rule->by_month_day, ICAL_BY_MONTHDAY_SIZE) +
         count_values (rule->by_day, ICAL_BY_DAY_SIZE) +
         count_values (rule->by_year_day, ICAL_BY_YEARDAY_SIZE) +
         count_values (rule->by_week_no, ICAL_BY_WEEKNO_SIZE);
}

/* Adds the times of the days from @first to before @end. Returns: %FALSE when the expansion is over */
static gboolean
add_period (Expansion *self, gint64 first, gint64 end)
{
  const gint64 start_day = get_day (self->rule->start_s);
  guint days[366], n_days = 0, n_early = 0, n_clocks = self->n_hours * self->n_minutes * self->n_seconds;
  GDate start, date;

  set_day (&start, start_day);
  for (gint64 day = first; day < end; day++)
    {
      if (!spend (self, self->n_tests))
        return FALSE;
      set_day (&date, day);
      if (!matches_month (self->rule, &date))
        day += count_days_of_month (&date) - g_date_get_day (&date);
      else if (matches_day (self->rule, &start, &date))
        {
          n_early += day < start_day;
          days[n_days++] = (guint) day;
        }
    }
  if (!is_empty (self->rule->rule.by_set_pos))
    return add_positions (self, days, (int) (n_days * n_clocks));
  for (guint i = n_early * n_clocks; i < n_days * n_clocks; i++)
    if (!add_index (self, days, i))
      return FALSE;

  return TRUE;
}

/* Sets the days of the period of the rule with that number. */
static void
get_period (const PlannerIcalRule *self, guint number, gint64 *first, gint64 *end)
{
  const gint64 step = (gint64) number * self->rule.interval, day = get_day (self->start_s);
  GDate start, begin;
  gint64 month;

  set_day (&start, day);
  begin = start;
  switch ((int) self->rule.freq)
    {
    case ICAL_DAILY_RECURRENCE:
      *first = day + step;
      *end = *first + 1;
      return;
    case ICAL_WEEKLY_RECURRENCE:
      *first = day - get_day_of_week (self, &start) + 7 * step;
      *end = *first + 7;
      return;
    case ICAL_MONTHLY_RECURRENCE:
      month = g_date_get_year (&start) * 12 + g_date_get_month (&start) - 1 + step;
      break;
    default:
      month = (g_date_get_year (&start) + step) * 12;
    }
  g_date_set_dmy (&begin, 1, (GDateMonth) (month % 12 + 1), (GDateYear) MIN (month / 12, LAST_YEAR));
  *first = g_date_get_julian (&begin);
  *end = *first + (self->rule.freq == ICAL_MONTHLY_RECURRENCE ? count_days_of_month (&begin)
                                                              : count_days_of_year (&begin));
}

static gboolean
is_known_part (const char *name)
{
  static const char *const names[] = { "FREQ",     "INTERVAL",   "BYSECOND",  "BYMINUTE", "BYHOUR",
                                       "BYDAY",    "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH",
                                       "BYSETPOS", "WKST",       NULL };

  return g_strv_contains (names, name);
}

/* A year that planner_feed_parse_stamp() does not read is before or after all times, in the rules of time zones above all. */
static gboolean
read_until (PlannerIcalRule *self, const char *value)
{
  PlannerStamp until;

  if (planner_feed_parse_stamp (value, &until) == PLANNER_READING_NONE)
    {
      self->until_s = atoi (value) / 10000 < 1970 ? G_MININT64 / 2 : G_MAXINT64 - 1;
      return strspn (value, "0123456789") == 8;
    }
  self->until_s = until.local_s - (until.has_offset ? until.offset_s : 0);
  self->until_is_utc = until.has_offset;
  if (!until.has_clock)
    self->until_s += PLANNER_FEED_DAY_S - 1;

  return TRUE;
}

/* Appends a part that libical reads to @rest. Returns: %FALSE if the part cannot be read */
static gboolean
read_part (PlannerIcalRule *self, const char *part, GString *rest)
{
  const char *value = strchr (part, '=');
  g_autofree char *name = value ? g_strstrip (g_ascii_strup (part, value - part)) : NULL;

  if (!name)
    return !*part;
  value += 1 + strspn (value + 1, " ");
  if (g_str_equal (name, "COUNT"))
    self->count = (guint) CLAMP (atoi (value), 0, G_MAXINT);
  else if (g_str_equal (name, "UNTIL"))
    return read_until (self, value);
  else if (is_known_part (name))
    g_string_append_printf (rest, "%s%s=%s", rest->len > 0 ? ";" : "", name, value);
  else
    return FALSE;

  return TRUE;
}

static int
compare_shorts (gconstpointer a, gconstpointer b)
{
  return *(const short *) a - *(const short *) b;
}

static gboolean
sort_clocks (short *values, guint size, short limit)
{
  const guint n = count_values (values, size);

  qsort (values, n, sizeof (short), compare_shorts);

  return n == 0 || (values[0] >= 0 && values[n - 1] < limit);
}

/**
 * planner_ical_rule_parse:
 * @self: (out caller-allocates): the rule
 * @text: the value of RRULE or EXRULE
 * @start_s: the first time, by its own clock
 *
 * Ignores a COUNT below one, because some programs write -1 for "not limited".
 *
 * Returns: %FALSE where the rule cannot be read, or is for parts of a day, which neither sessions nor time zones need
 */
gboolean
planner_ical_rule_parse (PlannerIcalRule *self, const char *text, gint64 start_s)
{
  g_autofree char *upper = g_ascii_strup (text, -1);
  g_auto (GStrv) parts = g_strsplit (upper, ";", -1);
  g_autoptr (GString) rest = g_string_new (NULL);
  struct icalrecurrencetype *rule = &self->rule;

  *self = (PlannerIcalRule) { .start_s = start_s, .until_s = G_MAXINT64 };
  for (guint i = 0; parts[i]; i++)
    if (!read_part (self, g_strstrip (parts[i]), rest))
      return FALSE;
  *rule = icalrecurrencetype_from_string (rest->str);

  return rule->freq >= ICAL_DAILY_RECURRENCE && rule->freq <= ICAL_YEARLY_RECURRENCE && rule->interval > 0 &&
         sort_clocks (rule->by_hour, ICAL_BY_HOUR_SIZE, 24) &&
         sort_clocks (rule->by_minute, ICAL_BY_MINUTE_SIZE, 60) &&
         sort_clocks (rule->by_second, ICAL_BY_SECOND_SIZE, 60);
}

/* Returns: whether the rule has neither COUNT nor UNTIL */
gboolean
planner_ical_rule_is_endless (const PlannerIcalRule *self)
{
  return self->count == 0 && self->until_s == G_MAXINT64;
}

/**
 * planner_ical_rule_expand:
 * @times: (element-type gint64): takes the times, by the clock of the rule, in order
 *
 * Lists the times at which the rule is met, the start among them only where the rule is met there.
 *
 * Returns: whether the rule has ended within the span
 */
gboolean
planner_ical_rule_expand (const PlannerIcalRule *self, const PlannerIcalSpan *span, GArray *times)
{
  const struct icalrecurrencetype *rule = &self->rule;
  const gint64 last = MIN (get_day (span->last_s), get_day (self->until_s));
  Expansion expansion = {
    .rule = self,
    .span = span,
    .times = times,
    .n_hours = MAX (count_values (rule->by_hour, ICAL_BY_HOUR_SIZE), 1),
    .n_minutes = MAX (count_values (rule->by_minute, ICAL_BY_MINUTE_SIZE), 1),
    .n_seconds = MAX (count_values (rule->by_second, ICAL_BY_SECOND_SIZE), 1),
    .n_tests = count_tests (rule),
  };
  gint64 first, end;

  for (guint number = 0; spend (&expansion, 1); number++)
    {
      get_period (self, number, &first, &end);
      if (first > last)
        return self->until_s <= span->last_s;
      if (self->count == 0 && end <= get_day (span->first_s))
        continue;
      if (!add_period (&expansion, MAX (first, 1), end))
        return expansion.has_ended;
    }

  return FALSE;
}

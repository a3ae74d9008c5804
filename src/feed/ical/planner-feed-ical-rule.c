/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/ical/planner-feed-ical-rule.h"

typedef gboolean (*MatchFunc) (int value, const GDate *date, gboolean in_year);

static gboolean
is_empty (const short *values)
{
  return values[0] == ICAL_RECURRENCE_ARRAY_MAX || values[0] == ICAL_RECURRENCE_ARRAY_MAX_BYTE;
}

static gboolean
matches_any (const short *values, guint size, MatchFunc match, const GDate *date, gboolean in_year)
{
  for (guint i = 0; i < size && values[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    if (match (values[i], date, in_year))
      return TRUE;

  return FALSE;
}

static gboolean
is_month (int value, const GDate *date, gboolean in_year)
{
  return value == (int) g_date_get_month (date);
}

static int
count_days_of_month (const GDate *date)
{
  return g_date_get_days_in_month (g_date_get_month (date), g_date_get_year (date));
}

static gboolean
is_month_day (int value, const GDate *date, gboolean in_year)
{
  const int day = g_date_get_day (date);

  return value > 0 ? value == day : value == day - count_days_of_month (date) - 1;
}

/* "-1SU" is the last Sunday: of the month, or of the year where the rule names no month. */
static gboolean
is_week_day (int value, const GDate *date, gboolean in_year)
{
  const int position = icalrecurrencetype_day_position ((short) value);
  /* libical counts from Sunday, 1; GDate from Monday, 1. */
  const int week_day = g_date_get_weekday (date) % 7 + 1;
  const int day = in_year ? (int) g_date_get_day_of_year (date) : g_date_get_day (date);
  const int length =
      in_year ? (g_date_is_leap_year (g_date_get_year (date)) ? 366 : 365) : count_days_of_month (date);

  if ((int) icalrecurrencetype_day_day_of_week ((short) value) != week_day)
    return FALSE;
  if (position > 0)
    return (day - 1) / 7 + 1 == position;

  return position == 0 || (length - day) / 7 + 1 == -position;
}

static gboolean
matches_month (const PlannerIcalRule *self, const GDate *date)
{
  const struct icalrecurrencetype *rule = &self->rule;

  return is_empty (rule->by_month) || matches_any (rule->by_month, ICAL_BY_MONTH_SIZE, is_month, date, FALSE);
}

/* Returns: whether the day is one the rule names within its week, month or year */
static gboolean
matches_day (const PlannerIcalRule *self, const GDate *date, gboolean otherwise)
{
  const struct icalrecurrencetype *rule = &self->rule;
  const gboolean in_year = rule->freq == ICAL_YEARLY_RECURRENCE && is_empty (rule->by_month);

  if (is_empty (rule->by_month_day) && is_empty (rule->by_day))
    return otherwise;

  return (is_empty (rule->by_month_day) ||
          matches_any (rule->by_month_day, ICAL_BY_MONTHDAY_SIZE, is_month_day, date, in_year)) &&
         (is_empty (rule->by_day) ||
          matches_any (rule->by_day, ICAL_BY_DAY_SIZE, is_week_day, date, in_year));
}

static int
get_week (const PlannerIcalRule *self, const GDate *date)
{
  /* The day 1 is a Monday. */
  const int first = self->rule.week_start == ICAL_NO_WEEKDAY ? 0 : ((int) self->rule.week_start + 5) % 7;

  return ((int) g_date_get_julian (date) - 1 - first + 7) / 7;
}

static int
count_months (const GDate *date)
{
  return (int) g_date_get_year (date) * 12 + (int) g_date_get_month (date);
}

/* Whether a yearly rule is for other months than that of the first time. */
static gboolean
has_months (const struct icalrecurrencetype *rule)
{
  return !is_empty (rule->by_month) || !is_empty (rule->by_day) || !is_empty (rule->by_month_day);
}

/**
 * planner_ical_rule_init:
 * @property: with a rule
 *
 * Returns: %FALSE where the rule has parts that no session or time zone needs, such as repetitions within a day
 */
gboolean
planner_ical_rule_init (PlannerIcalRule *self, icalproperty *property, guint start_day)
{
  const struct icalrecurrencetype *rule = &self->rule;

  self->rule = icalproperty_get_rrule (property);
  g_date_clear (&self->start, 1);
  if (!g_date_valid_julian (start_day))
    return FALSE;
  g_date_set_julian (&self->start, start_day);

  return rule->freq >= ICAL_DAILY_RECURRENCE && rule->freq <= ICAL_YEARLY_RECURRENCE && rule->interval > 0 &&
         !rule->rscale && is_empty (rule->by_second) && is_empty (rule->by_minute) &&
         is_empty (rule->by_hour) && is_empty (rule->by_year_day) && is_empty (rule->by_week_no) &&
         is_empty (rule->by_set_pos);
}

/* Returns: whether the rule, which does not tell how long, is for that day */
gboolean
planner_ical_rule_matches (const PlannerIcalRule *self, guint day)
{
  const GDate *start = &self->start;
  const int interval = self->rule.interval;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  if (!matches_month (self, &date))
    return FALSE;

  switch ((int) self->rule.freq)
    {
    case ICAL_DAILY_RECURRENCE:
      return ((int) day - (int) g_date_get_julian (start)) % interval == 0 && matches_day (self, &date, TRUE);
    case ICAL_WEEKLY_RECURRENCE:
      return (get_week (self, &date) - get_week (self, start)) % interval == 0 &&
             matches_day (self, &date, g_date_get_weekday (&date) == g_date_get_weekday (start));
    case ICAL_MONTHLY_RECURRENCE:
      return (count_months (&date) - count_months (start)) % interval == 0 &&
             matches_day (self, &date, g_date_get_day (&date) == g_date_get_day (start));
    case ICAL_YEARLY_RECURRENCE:
      return ((int) g_date_get_year (&date) - (int) g_date_get_year (start)) % interval == 0 &&
             (has_months (&self->rule) || g_date_get_month (&date) == g_date_get_month (start)) &&
             matches_day (self, &date, g_date_get_day (&date) == g_date_get_day (start));
    default:
      return FALSE;
    }
}

/* Returns: whether a yearly rule may be for a day of that month */
gboolean
planner_ical_rule_has_month (const PlannerIcalRule *self, guint month)
{
  const struct icalrecurrencetype *rule = &self->rule;

  if (is_empty (rule->by_month))
    return has_months (rule) || month == (guint) g_date_get_month (&self->start);
  for (guint i = 0; i < ICAL_BY_MONTH_SIZE && rule->by_month[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    if (rule->by_month[i] == (int) month)
      return TRUE;

  return FALSE;
}

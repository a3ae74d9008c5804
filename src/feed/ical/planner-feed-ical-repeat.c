/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sessions that repeat: RRULE, RDATE, EXDATE, RECURRENCE-ID (RFC 5545, section 3.8.5). */

#include "feed/ical/planner-feed-ical-reader.h"
#include "feed/ical/planner-feed-ical-rule.h"

#include <string.h>

/* No conference is longer than a year, and no break in it more frequent than this. */
#define MAX_DAYS 366
#define MAX_TIMES 100
#define MAX_REPEATED 1000

typedef struct
{
  PlannerIcalReader *reader;
  const PlannerIcalComponent *event;
  char *uid;
  PlannerIcalTime start;
  GHashTable *left_out; /* as in reader->overridden */
  GArray *times;        /* of gint64, clocks in the zone of the start */
  const char *problem;
} Series;

static void
series_clear (Series *series)
{
  g_free (series->uid);
  planner_ical_time_clear (&series->start);
  g_hash_table_unref (series->left_out);
  g_array_unref (series->times);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Series, series_clear)

static guint
get_day (gint64 local_s)
{
  return (guint) (planner_feed_floor_to_day (local_s) / PLANNER_FEED_DAY_S + PLANNER_ICAL_EPOCH_DAY);
}

static char *
make_name (const char *uid, const PlannerIcalTime *time, gboolean with_clock)
{
  g_autofree char *when = planner_ical_time_format_short (time, with_clock);

  return g_strconcat (uid, "/", when, NULL);
}

static PlannerIcalTime
make_time (const Series *series, gint64 local_s)
{
  PlannerIcalTime time = series->start;

  time.stamp.local_s = local_s;

  return time;
}

static gboolean
is_in (GHashTable *names, const char *uid, const PlannerIcalTime *time)
{
  g_autofree char *name = make_name (uid, time, TRUE);
  g_autofree char *day = make_name (uid, time, FALSE);

  return g_hash_table_contains (names, name) || g_hash_table_contains (names, day);
}

static gboolean
is_left_out (const Series *series, const PlannerIcalTime *time)
{
  return is_in (series->left_out, "", time) ||
         (series->uid && is_in (series->reader->overridden, series->uid, time));
}

static void
read_exceptions (Series *series)
{
  for (icalproperty *p = icalcomponent_get_first_property (series->event->component, ICAL_EXDATE_PROPERTY); p;
       p = icalcomponent_get_next_property (series->event->component, ICAL_EXDATE_PROPERTY))
    {
      g_auto (PlannerIcalTime) time = { 0 };

      planner_ical_time_read (series->reader, p, &time);
      if (time.readable)
        g_hash_table_add (series->left_out, make_name ("", &time, TRUE));
    }
}

static gboolean
is_past_until (const Series *series, const PlannerIcalRule *rule, const PlannerIcalTime *time)
{
  const struct icaltimetype until = rule->rule.until;
  g_autofree char *limit = NULL;
  g_autofree char *when = NULL;

  if (until.year == 0)
    return FALSE;
  /* In this form, times are in the order of their letters. */
  limit = g_strdup_printf ("%04d%02d%02dT%02d%02d%02dZ", until.year, until.month, until.day, until.hour,
                           until.minute, until.second);
  if (until.is_date)
    limit[8] = '\0';
  else if (!until.zone)
    limit[15] = '\0';
  when = planner_ical_time_format_short (time, !until.is_date);

  return g_strcmp0 (when, limit) > 0;
}

static void
add_rule (Series *series, icalproperty *property)
{
  const gint64 start_s = series->start.stamp.local_s;
  const guint start_day = get_day (start_s);
  PlannerIcalRule rule;
  gboolean endless;
  int left;

  if (!planner_ical_rule_init (&rule, property, start_day))
    {
      series->problem =
          "The rule by which the session repeats is not one for days; only its first time is listed.";
      return;
    }
  endless = rule.rule.count <= 0 && rule.rule.until.year == 0;
  left = rule.rule.count > 0 ? rule.rule.count - 1 : G_MAXINT;
  for (guint day = start_day + 1; left > 0; day++)
    {
      const PlannerIcalTime time =
          make_time (series, start_s + (gint64) (day - start_day) * PLANNER_FEED_DAY_S);

      if (endless && planner_feed_floor_to_day (time.stamp.local_s) > series->reader->last_start_s)
        return;
      if (is_past_until (series, &rule, &time))
        return;
      if (day - start_day > MAX_DAYS || series->times->len >= MAX_TIMES)
        {
          series->problem =
              "The session repeats more often than in any conference; later times are left out.";
          return;
        }
      if (!planner_ical_rule_matches (&rule, day))
        continue;
      g_array_append_val (series->times, time.stamp.local_s);
      left--;
    }
}

static void
add_date (Series *series, icalproperty *property)
{
  g_auto (PlannerIcalTime) time = { 0 };
  gint64 instant_utc, start_utc, local_s;

  planner_ical_time_read (series->reader, property, &time);
  /* A period: its start. */
  if (!time.readable && time.text && strchr (time.text, '/'))
    {
      *strchr (time.text, '/') = '\0';
      time.readable = planner_feed_parse_stamp (time.text, &time.stamp) != PLANNER_READING_NONE;
    }
  if (!time.readable || series->times->len >= MAX_TIMES)
    return;
  local_s = time.stamp.local_s;
  if (!time.stamp.has_clock)
    local_s += series->start.stamp.local_s - planner_feed_floor_to_day (series->start.stamp.local_s);
  else if (time.stamp.has_offset && planner_ical_time_get_utc (&time, &instant_utc) &&
           planner_ical_time_get_utc (&series->start, &start_utc))
    local_s = instant_utc + series->start.stamp.local_s - start_utc;
  g_array_append_val (series->times, local_s);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static gboolean
read_times (Series *series, GError **error)
{
  gint64 last_s = G_MININT64;

  g_array_sort (series->times, compare_times);
  for (guint i = 0; i < series->times->len; i++)
    {
      const PlannerIcalTime time = make_time (series, g_array_index (series->times, gint64, i));

      if (time.stamp.local_s == last_s || is_left_out (series, &time))
        continue;
      last_s = time.stamp.local_s;
      if (!planner_ical_read_event (series->reader, series->event, &time, error))
        return FALSE;
    }

  return TRUE;
}

static void
find_times (Series *series)
{
  read_exceptions (series);
  g_array_append_val (series->times, series->start.stamp.local_s);
  if (series->reader->n_repeated++ >= MAX_REPEATED)
    {
      series->problem =
          "More sessions repeat than in any conference; only the first time of this one is listed.";
      return;
    }
  for (icalproperty *p = icalcomponent_get_first_property (series->event->component, ICAL_ANY_PROPERTY); p;
       p = icalcomponent_get_next_property (series->event->component, ICAL_ANY_PROPERTY))
    {
      if (icalproperty_isa (p) == ICAL_RRULE_PROPERTY)
        add_rule (series, p);
      else if (icalproperty_isa (p) == ICAL_RDATE_PROPERTY)
        add_date (series, p);
    }
}

/* Returns: whether the event stands for several sessions */
gboolean
planner_ical_is_repeated (const PlannerIcalComponent *event)
{
  return (icalcomponent_get_first_property (event->component, ICAL_RRULE_PROPERTY) ||
          icalcomponent_get_first_property (event->component, ICAL_RDATE_PROPERTY)) &&
         icalcomponent_get_first_property (event->component, ICAL_DTSTART_PROPERTY) &&
         !icalcomponent_get_first_property (event->component, ICAL_RECURRENCEID_PROPERTY);
}

/**
 * planner_ical_note_override:
 *
 * Remembers the time of a repeated session that has an event of its own.
 */
void
planner_ical_note_override (PlannerIcalReader *reader, const PlannerIcalComponent *event)
{
  g_auto (PlannerIcalTime) time = { 0 };
  g_autofree char *uid = planner_ical_dup_uid (event);

  planner_ical_time_find (reader, event, ICAL_RECURRENCEID_PROPERTY, "RECURRENCE-ID", &time);
  if (uid && time.readable)
    g_hash_table_add (reader->overridden, make_name (uid, &time, TRUE));
}

/**
 * planner_ical_repeat_event:
 *
 * Reads an event as often as it repeats, within limits. It is for after all other events: a rule without an end lasts
 * as long as they do.
 *
 * Returns: %FALSE with an error when cancelled or when there are too many
 */
gboolean
planner_ical_repeat_event (PlannerIcalReader *reader, const PlannerIcalComponent *event, GError **error)
{
  g_auto (Series) series = {
    .reader = reader,
    .event = event,
    .uid = planner_ical_dup_uid (event),
    .left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .times = g_array_new (FALSE, FALSE, sizeof (gint64)),
  };

  planner_ical_time_find (reader, event, ICAL_DTSTART_PROPERTY, "DTSTART", &series.start);
  if (!series.start.readable)
    return planner_ical_read_event (reader, event, NULL, error);
  find_times (&series);
  if (series.problem)
    {
      g_autofree char *where = g_strdup_printf ("line %u VEVENT/RRULE", event->line);

      planner_report_add (reader->report, PLANNER_SEVERITY_SKIPPED, where, PLANNER_PROBLEM_REPEATS, "%s",
                          series.problem);
    }

  return read_times (&series, error);
}

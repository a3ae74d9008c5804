/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sessions that repeat: RRULE, RDATE, EXRULE, EXDATE, RECURRENCE-ID (RFC 5545, section 3.8.5, and RFC 2445). */

#include "feed/ical/planner-feed-ical-repeat.h"
#include "feed/ical/planner-feed-ical-event.h"
#include "feed/ical/planner-feed-ical-rule.h"
#include "model/planner-string-table.h"

#include <string.h>

/* No conference is longer than a year, and no session of it repeats more often. */
#define MAX_DAYS 366
#define MAX_TIMES 100
#define MAX_EXCEPTIONS 10000
#define MAX_REPEATED 1000

/* RECURRENCE-ID with RANGE=THISANDFUTURE: an event that stands for a time of a series and all that follow. */
typedef struct
{
  PlannerIcalComponent event;
  PlannerIcalTime start;
  gint64 original_s; /* by the clock of the series */
  gint64 shift_s;
} Range;

typedef struct
{
  PlannerIcalReader *reader;
  const PlannerIcalComponent *event;
  PlannerIcalTime start;
  GHashTable *left_out; /* as in reader->overridden, without UID */
  GArray *occurrences;  /* of PlannerIcalOccurrence */
  GArray *ranges;       /* of Range */
  const char *problem;
  const char *note;
} Series;

static void
range_clear (gpointer data)
{
  Range *range = data;

  planner_ical_component_clear (&range->event);
  planner_ical_time_clear (&range->start);
}

static void
series_clear (Series *series)
{
  planner_ical_time_clear (&series->start);
  g_hash_table_unref (series->left_out);
  g_array_unref (series->occurrences);
  g_array_unref (series->ranges);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Series, series_clear)

/* Returns: (transfer full): a name for a time of a series; @suffix is "~" for the date of a time with a clock */
static char *
make_name (const char *uid, const PlannerIcalTime *time, gboolean with_clock, const char *suffix)
{
  g_autofree char *when = planner_ical_time_format_short (time, with_clock);

  return g_strconcat (uid, "/", when, suffix, NULL);
}

/* Adds a time with a clock twice. If the series has no clock, the date of the time counts. */
static void
add_names (GHashTable *names, const char *uid, const PlannerIcalTime *time)
{
  g_hash_table_add (names, make_name (uid, time, TRUE, ""));
  if (time->stamp.has_clock)
    g_hash_table_add (names, make_name (uid, time, FALSE, "~"));
}

static gboolean
is_in (GHashTable *names, const char *uid, const PlannerIcalTime *time)
{
  g_autofree char *name = make_name (uid, time, TRUE, "");
  g_autofree char *day = make_name (uid, time, FALSE, time->stamp.has_clock ? "" : "~");

  return g_hash_table_contains (names, name) || g_hash_table_contains (names, day);
}

static gboolean
is_left_out (const Series *series, const PlannerIcalTime *time)
{
  const char *uid = series->event->block->uid;

  return is_in (series->left_out, "", time) || (uid && is_in (series->reader->overridden, uid, time));
}

static PlannerIcalTime
make_time (const Series *series, gint64 local_s)
{
  PlannerIcalTime time = series->start;

  time.text = NULL;
  time.stamp.local_s = local_s;

  return time;
}

static void
add_occurrence (Series *series, PlannerIcalTime time, gint64 length_s)
{
  const PlannerIcalOccurrence occurrence = { time, time, length_s };

  if (series->occurrences->len < MAX_TIMES)
    g_array_append_val (series->occurrences, occurrence);
  else
    series->problem = "The session repeats more often than in any conference; later times are left out.";
}

static gboolean
parse_rule (Series *series, const PlannerIcalProperty *property, PlannerIcalRule *rule)
{
  PlannerIcalTime until;

  if (!planner_ical_rule_parse (rule, property->value, series->start.stamp.local_s))
    return FALSE;
  if (rule->until_is_utc && series->start.stamp.has_clock)
    {
      until = (PlannerIcalTime) {
        .readable = TRUE,
        .stamp = { .local_s = rule->until_s, .has_clock = TRUE, .has_offset = TRUE },
      };
      rule->until_s = planner_ical_time_move (&until, &series->start).stamp.local_s;
    }

  return TRUE;
}

/* Returns: the last time that may be read, by the clock of the series */
static gint64
get_last (const Series *series, const PlannerIcalRule *rule)
{
  const gint64 last_s = series->start.stamp.local_s + (gint64) MAX_DAYS * PLANNER_FEED_DAY_S;
  const gint64 end_s =
      planner_feed_floor_to_day (MAX (series->reader->last_start_s, 0)) + PLANNER_FEED_DAY_S - 1;

  return planner_ical_rule_is_endless (rule) ? MIN (last_s, end_s) : last_s;
}

/* DTSTART is the first time, and the first that COUNT counts, even where the rule is not met there. */
static void
add_rule (Series *series, const PlannerIcalProperty *property)
{
  const gint64 start_s = series->start.stamp.local_s;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  PlannerIcalRule rule;
  PlannerIcalSpan span;
  gboolean has_ended, has_start;

  if (!parse_rule (series, property, &rule))
    {
      series->problem =
          "The rule by which the session repeats cannot be read, or is for parts of a day; only its first time is listed.";
      return;
    }
  span = (PlannerIcalSpan) {
    .first_s = start_s,
    .last_s = get_last (series, &rule),
    .max = MAX_TIMES + 1,
    .n_tests = &series->reader->zones.n_tests,
  };
  has_ended = planner_ical_rule_expand (&rule, &span, times);
  has_start = times->len > 0 && g_array_index (times, gint64, 0) == start_s;
  if (!has_start && rule.count > 0 && times->len >= rule.count)
    g_array_set_size (times, rule.count - 1);
  for (guint i = has_start; i < times->len; i++)
    add_occurrence (series, make_time (series, g_array_index (times, gint64, i)), -1);
  if (planner_ical_rule_is_endless (&rule) && *span.n_tests > 0)
    series->note =
        "The session repeats without an end; it is listed until the last session that does not repeat, for a year at most.";
  else if (!has_ended)
    series->problem = "The session repeats more often than in any conference; later times are left out.";
}

/* The value of RDATE as a date, or as a period: "START/END" or "START/DURATION". */
static void
add_date (Series *series, const PlannerIcalProperty *property)
{
  g_auto (GStrv) parts = g_strsplit (property->value, "/", 2);
  const PlannerIcalProperty first = { property->name, parts[0] ? parts[0] : property->value, property->tzid,
                                      FALSE };
  const PlannerIcalProperty second = { property->name, parts[0] && parts[1] ? parts[1] : NULL, property->tzid,
                                       FALSE };
  g_auto (PlannerIcalTime) time = { 0 };
  g_auto (PlannerIcalTime) end = { 0 };
  gint64 start_utc, end_utc, length_s = -1;

  planner_ical_time_read (&series->reader->zones, &first, &time);
  if (!time.readable)
    {
      series->problem = "A date on which the session repeats cannot be read; it is left out.";
      return;
    }
  if (second.value)
    {
      g_autofree char *duration = planner_ical_dup_duration (second.value);

      planner_ical_time_read (&series->reader->zones, &second, &end);
      if (planner_feed_parse_duration (duration, FALSE, &length_s) != PLANNER_READING_WELL)
        length_s = -1;
      if (planner_ical_time_get_utc (&time, &start_utc) && planner_ical_time_get_utc (&end, &end_utc))
        length_s = end_utc - start_utc;
    }
  if (!series->start.stamp.has_clock)
    planner_ical_time_drop_clock (&time);
  if (!time.stamp.has_clock)
    add_occurrence (series,
                    make_time (series, time.stamp.local_s + series->start.stamp.local_s -
                                           planner_feed_floor_to_day (series->start.stamp.local_s)),
                    -1);
  else
    add_occurrence (series, planner_ical_time_move (&time, &series->start), length_s);
}

static void
add_exception_rule (Series *series, const PlannerIcalProperty *property)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  PlannerIcalRule rule;

  if (!parse_rule (series, property, &rule))
    {
      series->problem =
          "A rule for times at which the session does not take place cannot be read; it is left out.";
      return;
    }
  planner_ical_rule_expand (&rule,
                            &(PlannerIcalSpan) {
                                .first_s = series->start.stamp.local_s,
                                .last_s =
                                    series->start.stamp.local_s + (gint64) MAX_DAYS * PLANNER_FEED_DAY_S,
                                .max = MAX_EXCEPTIONS,
                                .n_tests = &series->reader->zones.n_tests,
                            },
                            times);
  for (guint i = 0; i < times->len; i++)
    {
      const PlannerIcalTime time = make_time (series, g_array_index (times, gint64, i));

      add_names (series->left_out, "", &time);
    }
}

static void
add_exception (Series *series, const PlannerIcalProperty *property)
{
  g_auto (PlannerIcalTime) time = { 0 };

  planner_ical_time_read (&series->reader->zones, property, &time);
  if (time.readable)
    add_names (series->left_out, "", &time);
  else
    series->problem =
        "A time at which the session does not take place cannot be read; the session is listed at that time.";
}

static void
find_times (Series *series)
{
  add_occurrence (series, make_time (series, series->start.stamp.local_s), -1);
  if (series->reader->n_repeated++ >= MAX_REPEATED)
    {
      series->problem =
          "More sessions repeat than in any conference; only the first time of this one is listed.";
      return;
    }
  for (guint i = 0; i < series->event->times->len; i++)
    {
      const PlannerIcalProperty *property = g_ptr_array_index (series->event->times, i);

      if (g_str_equal (property->name, "RRULE"))
        add_rule (series, property);
      else if (g_str_equal (property->name, "RDATE"))
        add_date (series, property);
      else if (g_str_equal (property->name, "EXRULE"))
        add_exception_rule (series, property);
      else if (g_str_equal (property->name, "EXDATE"))
        add_exception (series, property);
    }
}

static void
add_range (Series *series, const PlannerIcalBlock *block)
{
  g_auto (PlannerIcalTime) replaced = { 0 };
  Range range = { 0 };

  planner_ical_component_parse (&range.event, block);
  planner_ical_time_find (&series->reader->zones, &range.event, "RECURRENCE-ID", &replaced);
  planner_ical_time_find (&series->reader->zones, &range.event, "DTSTART", &range.start);
  if (!range.event.component || !replaced.readable)
    {
      range_clear (&range);
      return;
    }
  range.original_s = planner_ical_time_move (&replaced, &series->start).stamp.local_s;
  if (!series->start.stamp.has_clock)
    range.original_s = planner_feed_floor_to_day (replaced.stamp.local_s);
  if (range.start.readable)
    range.shift_s =
        range.start.stamp.local_s - planner_ical_time_move (&replaced, &range.start).stamp.local_s;
  g_array_append_val (series->ranges, range);
}

static void
find_ranges (Series *series)
{
  const char *uid = series->event->block->uid;
  GPtrArray *blocks = uid ? g_hash_table_lookup (series->reader->ranges, uid) : NULL;

  for (guint i = 0; blocks && i < MIN (blocks->len, MAX_TIMES); i++)
    add_range (series, g_ptr_array_index (blocks, i));
}

/* Returns: (nullable): the last range that begins at or before the time */
static const Range *
find_range (const Series *series, const PlannerIcalTime *time)
{
  const Range *found = NULL;

  for (guint i = 0; i < series->ranges->len; i++)
    {
      const Range *range = &g_array_index (series->ranges, Range, i);

      if (range->original_s <= time->stamp.local_s && (!found || range->original_s >= found->original_s))
        found = range;
    }

  return found;
}

static int
compare_occurrences (gconstpointer a, gconstpointer b)
{
  const PlannerIcalOccurrence *const x = a, *const y = b;

  return x->time.stamp.local_s < y->time.stamp.local_s ? -1 : x->time.stamp.local_s > y->time.stamp.local_s;
}

static gboolean
read_occurrence (Series *series, PlannerIcalOccurrence *occurrence, GError **error)
{
  const Range *range = find_range (series, &occurrence->original);

  if (!range)
    return planner_ical_read_event (series->reader, series->event, occurrence, error);
  if (range->start.readable)
    {
      occurrence->time = planner_ical_time_move (&occurrence->original, &range->start);
      occurrence->time.stamp.local_s += range->shift_s;
    }

  return planner_ical_read_event (series->reader, &range->event, occurrence, error);
}

static gboolean
read_times (Series *series, GError **error)
{
  gint64 last_s = G_MININT64;

  g_array_sort (series->occurrences, compare_occurrences);
  for (guint i = 0; i < series->occurrences->len; i++)
    {
      PlannerIcalOccurrence *occurrence = &g_array_index (series->occurrences, PlannerIcalOccurrence, i);

      if (occurrence->time.stamp.local_s == last_s || is_left_out (series, &occurrence->time))
        continue;
      last_s = occurrence->time.stamp.local_s;
      if (!read_occurrence (series, occurrence, error))
        return FALSE;
    }

  return TRUE;
}

static void
note_problems (const Series *series)
{
  g_autofree char *where = g_strdup_printf ("line %u VEVENT/RRULE", series->event->block->line);

  if (series->problem)
    planner_report_add (series->reader->report, PLANNER_SEVERITY_SKIPPED, where, PLANNER_PROBLEM_REPEATS,
                        "%s", series->problem);
  else if (series->note)
    planner_report_add (series->reader->report, PLANNER_SEVERITY_NOTE, where, PLANNER_PROBLEM_REPEATS, "%s",
                        series->note);
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

  planner_ical_time_find (&reader->zones, event, "RECURRENCE-ID", &time);
  if (event->block->uid && time.readable)
    add_names (reader->overridden, event->block->uid, &time);
}

/**
 * planner_ical_repeat_event:
 *
 * Reads an event as often as it repeats, for %MAX_DAYS and %MAX_TIMES at most. Call it after all other events have been
 * read: a rule without an end lasts as long as they do.
 *
 * Returns: %FALSE with an error when cancelled or when there are too many sessions
 */
gboolean
planner_ical_repeat_event (PlannerIcalReader *reader, const PlannerIcalComponent *event, GError **error)
{
  g_auto (Series) series = {
    .reader = reader,
    .event = event,
    .left_out = planner_string_table_new (g_free, NULL),
    .occurrences = g_array_new (FALSE, FALSE, sizeof (PlannerIcalOccurrence)),
    .ranges = g_array_new (FALSE, FALSE, sizeof (Range)),
  };

  g_array_set_clear_func (series.ranges, range_clear);
  planner_ical_time_find (&reader->zones, event, "DTSTART", &series.start);
  if (!series.start.readable)
    return planner_ical_read_event (reader, event, NULL, error);
  find_ranges (&series);
  find_times (&series);
  note_problems (&series);

  return read_times (&series, error);
}

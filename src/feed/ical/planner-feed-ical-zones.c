/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The time zones of an iCalendar file. libical's icaltimezone does not expand them, for it uses the iterator that cannot be
 * bounded; see planner-feed-ical-rule.c.
 */

#include "feed/ical/planner-feed-ical-zones.h"
#include "feed/build/planner-feed-time.h"
#include "feed/build/planner-feed-zone-names.h"
#include "feed/ical/planner-feed-ical-lines.h"
#include "feed/ical/planner-feed-ical-rule.h"
#include "model/planner-string-table.h"

#include <stdlib.h>
#include <string.h>

#define MAX_ZONES 200
#define MAX_CHANGES 50000
#define MAX_RULES 10
#define MAX_DATES 1000
#define FIRST_TIME "19700101T000000"
#define LAST_TIME "21991231T235959"
#define LAST_YEAR 2199
#define MAX_OFFSET_S (18 * 60 * 60)

/* The clock changes from one offset to another. */
typedef struct
{
  gint64 instant_utc;
  int before_s;
  int after_s;
} Change;

/* STANDARD or DAYLIGHT (RFC 5545, section 3.6.5). */
typedef struct
{
  char *start;
  char *before;
  char *after;
  GPtrArray *rules;
  GPtrArray *dates;
} Observance;

static void
zone_free (PlannerIcalZone *zone)
{
  g_free (zone->iana);
  g_clear_pointer (&zone->zone, g_time_zone_unref);
  g_clear_pointer (&zone->changes, g_array_unref);
  g_free (zone);
}

static gboolean
take_iana (PlannerIcalZone *zone, const char *name)
{
  zone->zone = planner_feed_zone_new (name, &zone->iana);
  if (zone->iana && g_str_equal (zone->iana, "Etc/UTC"))
    g_set_str (&zone->iana, "UTC");

  return zone->zone != NULL;
}

/* "/citadel.org/20250101_1/America/Argentina/Salta" ends in the name of a zone; take the longest. */
static gboolean
take_end_of_path (PlannerIcalZone *zone, const char *name)
{
  for (const char *slash = strchr (name, '/'); slash; slash = strchr (slash + 1, '/'))
    if (take_iana (zone, slash + 1) ||
        (g_ascii_strcasecmp (slash + 1, "utc") == 0 && take_iana (zone, "UTC")))
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full): "Europe/Isle_of_Man" for "EUROPE/isle_of_man" */
static char *
capitalize (const char *name)
{
  static const char *const small[] = { "au", "es", "of", NULL };
  g_autoptr (GString) capitalized = g_string_new (NULL);

  for (const char *p = name; *p; p++)
    {
      const gsize length = strcspn (p, "/_-");
      g_autofree char *word = g_ascii_strdown (p, (gssize) length);

      if (!g_strv_contains (small, word))
        *word = g_ascii_toupper (*word);
      g_string_append (capitalized, word);
      p += length;
      if (!*p)
        break;
      g_string_append_c (capitalized, *p);
    }

  return g_string_free_and_steal (g_steal_pointer (&capitalized));
}

/* Accepts names that programs have changed: "Europe-Brussels", "America/New York", "europe/berlin". */
static gboolean
take_changed (PlannerIcalZone *zone, const char *name)
{
  g_autofree char *capitalized = capitalize (name);
  char *dash = strchr (capitalized, '-');

  if (take_iana (zone, capitalized))
    return TRUE;
  if (!dash)
    return FALSE;
  *dash = '/';

  return take_iana (zone, capitalized);
}

static gboolean
find_iana (PlannerIcalZone *zone, const char *tzid)
{
  g_autofree char *name = g_strdelimit (g_strdup (tzid), " ", '_');

  if (g_ascii_strcasecmp (tzid, "utc") == 0 || g_ascii_strcasecmp (tzid, "z") == 0)
    return take_iana (zone, "UTC");

  return take_iana (zone, name) || take_end_of_path (zone, name) ||
         take_iana (zone, planner_feed_zone_find_windows_name (tzid)) || take_changed (zone, name);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *const x = a, *const y = b;

  return x->instant_utc < y->instant_utc ? -1 : x->instant_utc > y->instant_utc;
}

static void
add_change (PlannerIcalZones *self, PlannerIcalZone *zone, gint64 local_s, int before_s, int after_s)
{
  const Change change = { local_s - before_s, before_s, after_s };

  if (self->n_changes++ < MAX_CHANGES)
    g_array_append_val (zone->changes, change);
}

/* Some rules begin in 1601, before the first year of planner_feed_parse_stamp(). */
static gboolean
get_local (struct icaltimetype time, gint64 *local_s)
{
  GDate date;

  if (time.year < 1 || time.year > LAST_YEAR || time.month < 1 || time.month > 12 || time.day < 1 ||
      time.day > 31 ||
      !g_date_valid_dmy ((GDateDay) time.day, (GDateMonth) time.month, (GDateYear) time.year))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) time.day, (GDateMonth) time.month, (GDateYear) time.year);
  *local_s = ((gint64) g_date_get_julian (&date) - PLANNER_ICAL_EPOCH_DAY) * PLANNER_FEED_DAY_S +
             CLAMP (time.hour, 0, 23) * 3600 + CLAMP (time.minute, 0, 59) * 60;

  return TRUE;
}

/* "+0100", "-03:30", "+013015" */
static gboolean
parse_offset (const char *text, int *offset_s)
{
  g_auto (GStrv) parts = g_strsplit (text ? text : "", ":", -1);
  g_autofree char *joined = g_strjoinv ("", parts);
  const char *digits = joined + 1;
  const int number = *joined ? atoi (digits) : 0;
  const gsize n = *joined ? strspn (digits, "0123456789") : 0;

  if ((*joined != '+' && *joined != '-') || digits[n] || (n != 4 && n != 6))
    return FALSE;
  *offset_s = n == 4 ? number / 100 * 3600 + number % 100 * 60
                     : number / 10000 * 3600 + number / 100 % 100 * 60 + number % 100;
  if (*joined == '-')
    *offset_s = -*offset_s;

  return ABS (*offset_s) <= MAX_OFFSET_S;
}

static void
add_rule (PlannerIcalZones *self,
          PlannerIcalZone *zone,
          const char *text,
          gint64 start_s,
          int before_s,
          int after_s)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  PlannerIcalRule rule;
  PlannerIcalSpan span;

  if (self->n_changes >= MAX_CHANGES || !planner_ical_rule_parse (&rule, text, start_s))
    return;
  if (rule.until_is_utc)
    rule.until_s += before_s;
  get_local (icaltime_from_string (FIRST_TIME), &span.first_s);
  get_local (icaltime_from_string (LAST_TIME), &span.last_s);
  span.max = MAX_CHANGES - self->n_changes;
  span.n_tests = &self->n_tests;
  planner_ical_rule_expand (&rule, &span, times);
  for (guint i = 0; i < times->len; i++)
    if (g_array_index (times, gint64, i) > start_s)
      add_change (self, zone, g_array_index (times, gint64, i), before_s, after_s);
}

static void
add_date (PlannerIcalZones *self, PlannerIcalZone *zone, const char *text, int before_s, int after_s)
{
  const struct icaltimetype time = icaltime_from_string (text);
  gint64 local_s;

  if (get_local (time, &local_s))
    add_change (self, zone, local_s + (icaltime_is_utc (time) ? before_s : 0), before_s, after_s);
}

static void
add_observance (PlannerIcalZones *self, PlannerIcalZone *zone, const Observance *observance)
{
  int before_s, after_s;
  gint64 start_s;

  if (!observance->start || !get_local (icaltime_from_string (observance->start), &start_s) ||
      !parse_offset (observance->after, &after_s))
    return;
  if (!parse_offset (observance->before, &before_s))
    before_s = after_s;
  add_change (self, zone, start_s, before_s, after_s);
  for (guint i = 0; i < observance->rules->len; i++)
    add_rule (self, zone, g_ptr_array_index (observance->rules, i), start_s, before_s, after_s);
  for (guint i = 0; i < observance->dates->len; i++)
    add_date (self, zone, g_ptr_array_index (observance->dates, i), before_s, after_s);
}

static void
observance_clear (Observance *observance)
{
  g_clear_pointer (&observance->start, g_free);
  g_clear_pointer (&observance->before, g_free);
  g_clear_pointer (&observance->after, g_free);
  g_clear_pointer (&observance->rules, g_ptr_array_unref);
  g_clear_pointer (&observance->dates, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Observance, observance_clear)

static void
observance_init (Observance *observance)
{
  observance_clear (observance);
  observance->rules = g_ptr_array_new_with_free_func (g_free);
  observance->dates = g_ptr_array_new_with_free_func (g_free);
}

static void
read_observance_line (Observance *observance, const char *name, const char *value)
{
  if (g_str_equal (name, "DTSTART"))
    g_set_str (&observance->start, value);
  else if (g_str_equal (name, "TZOFFSETFROM"))
    g_set_str (&observance->before, value);
  else if (g_str_equal (name, "TZOFFSETTO"))
    g_set_str (&observance->after, value);
  else if (g_str_equal (name, "RRULE") && observance->rules->len < MAX_RULES)
    g_ptr_array_add (observance->rules, g_strdup (value));
  else if (g_str_equal (name, "RDATE"))
    {
      g_auto (GStrv) dates = g_strsplit (value, ",", MAX_DATES);

      for (guint i = 0; dates[i] && observance->dates->len < MAX_DATES; i++)
        g_ptr_array_add (observance->dates, g_strdup (g_strstrip (dates[i])));
    }
}

/* Reads the lines of a VTIMEZONE; @names takes its TZID and X-LIC-LOCATION. */
static void
read_description (PlannerIcalZones *self, PlannerIcalZone *zone, PlannerIcalLines *lines, char *names[2])
{
  g_auto (Observance) observance = { 0 };

  observance_init (&observance);
  while (planner_ical_lines_next (lines))
    {
      g_autofree char *name = planner_ical_line_dup_name (lines->text->str);
      const char *value = planner_ical_line_get_value (lines->text->str);
      g_autofree char *stripped = value ? g_strstrip (g_strdup (value)) : NULL;

      if (!stripped)
        continue;
      if (g_str_equal (name, "TZID"))
        g_set_str (&names[0], stripped);
      else if (g_str_equal (name, "X-LIC-LOCATION"))
        g_set_str (&names[1], stripped);
      else if (g_str_equal (name, "BEGIN") || g_str_equal (name, "END"))
        {
          add_observance (self, zone, &observance);
          observance_init (&observance);
        }
      else
        read_observance_line (&observance, name, stripped);
    }
  add_observance (self, zone, &observance);
  g_array_sort (zone->changes, compare_changes);
}

static int
get_described_offset (const PlannerIcalZone *zone, gint64 instant_utc)
{
  const Change *changes = (const Change *) zone->changes->data;
  guint low = 0, high = zone->changes->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (changes[middle].instant_utc <= instant_utc)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? changes[low - 1].after_s : changes[0].before_s;
}

void
planner_ical_zones_init (PlannerIcalZones *self)
{
  *self = (PlannerIcalZones) {
    .n_tests = PLANNER_ICAL_MAX_TESTS,
    .by_name = planner_string_table_new (g_free, (GDestroyNotify) zone_free),
  };
}

void
planner_ical_zones_clear (PlannerIcalZones *self)
{
  g_clear_pointer (&self->by_name, g_hash_table_unref);
}

static gboolean
is_described (const PlannerIcalZones *self, const char *tzid)
{
  g_autofree char *key = g_ascii_strdown (tzid, -1);

  return g_hash_table_contains (self->by_name, key);
}

/**
 * planner_ical_zones_add:
 * @text: a VTIMEZONE, from its BEGIN to before its END
 *
 * Adds a time zone, unless the file has described one with the same name before.
 */
void
planner_ical_zones_add (PlannerIcalZones *self, const char *text, gsize length)
{
  PlannerIcalZone *zone = g_new0 (PlannerIcalZone, 1);
  g_auto (PlannerIcalLines) lines = { 0 };
  g_autofree char *tzid = NULL, *location = NULL;
  char *names[2] = { NULL, NULL };

  zone->described = TRUE;
  zone->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  planner_ical_lines_init (&lines, text, length, 1);
  if (self->n_described++ < MAX_ZONES && planner_ical_lines_next (&lines))
    read_description (self, zone, &lines, names);
  tzid = names[0];
  location = names[1];
  if (!tzid || is_described (self, tzid))
    {
      zone_free (zone);
      return;
    }
  if (!find_iana (zone, tzid) && location)
    find_iana (zone, location);
  if (zone->changes->len == 0)
    g_clear_pointer (&zone->changes, g_array_unref);
  g_hash_table_insert (self->by_name, g_ascii_strdown (tzid, -1), zone);
}

/**
 * planner_ical_zones_find:
 * @tzid: the name of a zone; case does not matter
 *
 * Returns: (nullable) (transfer none): the zone of that name, %NULL where it is not known
 */
PlannerIcalZone *
planner_ical_zones_find (PlannerIcalZones *self, const char *tzid)
{
  g_autofree char *stripped = g_strstrip (g_strdup (tzid));
  g_autofree char *key = g_ascii_strdown (stripped, -1);
  PlannerIcalZone *zone = g_hash_table_lookup (self->by_name, key);

  if (!zone && g_hash_table_size (self->by_name) < 2 * MAX_ZONES)
    {
      zone = g_new0 (PlannerIcalZone, 1);
      find_iana (zone, stripped);
      g_hash_table_insert (self->by_name, g_steal_pointer (&key), zone);
    }

  return zone && (zone->zone || zone->changes) ? zone : NULL;
}

/* Returns: whether @zone is more likely than @best to be that of the venue. UTC says nothing about it. */
static gboolean
is_better (const PlannerIcalZones *self, const PlannerIcalZone *zone, const PlannerIcalZone *best)
{
  if (!zone->iana || zone->differs || g_str_equal (zone->iana, "UTC") ||
      (zone->n_uses == 0 && !zone->described))
    return FALSE;
  if (!best)
    return zone->n_uses > 0 || self->n_described == 1;

  return zone->n_uses > best->n_uses || (zone->n_uses == best->n_uses && strcmp (zone->iana, best->iana) < 0);
}

/**
 * planner_ical_zones_choose:
 *
 * Returns: (nullable): the IANA name of the zone most sessions start in, or else of the only one that the file describes
 */
const char *
planner_ical_zones_choose (PlannerIcalZones *self)
{
  const PlannerIcalZone *best = NULL;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->by_name);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (is_better (self, value, best))
      best = value;

  return best ? best->iana : NULL;
}

/**
 * planner_ical_zone_get_offset:
 *
 * Returns: seconds east of UTC in @zone at that instant
 */
int
planner_ical_zone_get_offset (const PlannerIcalZone *zone, gint64 instant_utc)
{
  return zone->changes ? get_described_offset (zone, instant_utc)
                       : planner_feed_get_offset (zone->zone, instant_utc);
}

static gint64
described_to_utc (const PlannerIcalZone *zone, gint64 local_s)
{
  const int before = get_described_offset (zone, local_s - PLANNER_FEED_DAY_S);
  const int after = get_described_offset (zone, local_s + PLANNER_FEED_DAY_S);

  if (get_described_offset (zone, local_s - before) != before &&
      get_described_offset (zone, local_s - after) == after)
    return local_s - after;

  return local_s - before;
}

/**
 * planner_ical_zone_to_utc:
 * @local_s: a clock and calendar in @zone
 *
 * Uses the VTIMEZONE of the file, even if its name is that of an IANA zone. A local time that occurs twice means the first
 * one, as in planner_feed_local_to_utc().
 *
 * Returns: the instant
 */
gint64
planner_ical_zone_to_utc (PlannerIcalZone *zone, gint64 local_s)
{
  gint64 instant_utc;

  if (!zone->changes)
    return planner_feed_local_to_utc (local_s, zone->zone);
  instant_utc = described_to_utc (zone, local_s);
  if (zone->zone && instant_utc != planner_feed_local_to_utc (local_s, zone->zone))
    zone->differs = TRUE;

  return instant_utc;
}

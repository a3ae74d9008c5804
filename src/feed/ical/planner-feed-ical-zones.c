/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/ical/planner-feed-ical-zones.h"
#include "feed/ical/planner-feed-ical-rule.h"
#include "feed/build/planner-feed-time.h"

#include <string.h>

#define MAX_ZONES 200
#define MAX_CHANGES 50000
#define FIRST_YEAR 1970
#define LAST_YEAR 2199
#define MAX_OFFSET_S (18 * 60 * 60)

/* The clock changes from one offset to another. */
typedef struct
{
  gint64 instant_utc;
  int before_s;
  int after_s;
} Change;

/* What Windows, and so Outlook and Exchange, call zones, as in windowsZones.xml of the Unicode CLDR. */
static const char *const windows_zones[][2] = {
  { "AUS Eastern Standard Time", "Australia/Sydney" },
  { "Arabian Standard Time", "Asia/Dubai" },
  { "Argentina Standard Time", "America/Argentina/Buenos_Aires" },
  { "Atlantic Standard Time", "America/Halifax" },
  { "Canada Central Standard Time", "America/Regina" },
  { "Central America Standard Time", "America/Guatemala" },
  { "Central Europe Standard Time", "Europe/Budapest" },
  { "Central European Standard Time", "Europe/Warsaw" },
  { "Central Standard Time", "America/Chicago" },
  { "China Standard Time", "Asia/Shanghai" },
  { "E. Africa Standard Time", "Africa/Nairobi" },
  { "E. Australia Standard Time", "Australia/Brisbane" },
  { "E. South America Standard Time", "America/Sao_Paulo" },
  { "Eastern Standard Time", "America/New_York" },
  { "Egypt Standard Time", "Africa/Cairo" },
  { "FLE Standard Time", "Europe/Kyiv" },
  { "GMT Standard Time", "Europe/London" },
  { "GTB Standard Time", "Europe/Bucharest" },
  { "Greenwich Standard Time", "Atlantic/Reykjavik" },
  { "India Standard Time", "Asia/Kolkata" },
  { "Israel Standard Time", "Asia/Jerusalem" },
  { "Korea Standard Time", "Asia/Seoul" },
  { "Mountain Standard Time", "America/Denver" },
  { "Nepal Standard Time", "Asia/Kathmandu" },
  { "New Zealand Standard Time", "Pacific/Auckland" },
  { "Newfoundland Standard Time", "America/St_Johns" },
  { "Pacific SA Standard Time", "America/Santiago" },
  { "Pacific Standard Time", "America/Los_Angeles" },
  { "Pacific Standard Time (Mexico)", "America/Tijuana" },
  { "Romance Standard Time", "Europe/Paris" },
  { "Russian Standard Time", "Europe/Moscow" },
  { "SA Pacific Standard Time", "America/Bogota" },
  { "SE Asia Standard Time", "Asia/Bangkok" },
  { "Singapore Standard Time", "Asia/Singapore" },
  { "South Africa Standard Time", "Africa/Johannesburg" },
  { "Taipei Standard Time", "Asia/Taipei" },
  { "Tokyo Standard Time", "Asia/Tokyo" },
  { "Turkey Standard Time", "Europe/Istanbul" },
  { "US Mountain Standard Time", "America/Phoenix" },
  { "W. Australia Standard Time", "Australia/Perth" },
  { "W. Central Africa Standard Time", "Africa/Lagos" },
  { "W. Europe Standard Time", "Europe/Berlin" },
};

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

  return zone->zone != NULL;
}

/* "/citadel.org/20250101_1/America/Argentina/Salta": the end of it, the longest that is a zone. */
static gboolean
take_end_of_path (PlannerIcalZone *zone, const char *name)
{
  for (const char *slash = strchr (name, '/'); slash; slash = strchr (slash + 1, '/'))
    if (take_iana (zone, slash + 1))
      return TRUE;

  return FALSE;
}

/* Names as they are, and as programs have mangled them: "Europe-Brussels", "America/New York", "(UTC+01:00) Berlin". */
static gboolean
find_iana (PlannerIcalZone *zone, const char *tzid)
{
  g_autofree char *name = g_strdelimit (g_strdup (tzid), " ", '_');
  char *dash = strchr (name, '-');

  if (take_iana (zone, name) || take_end_of_path (zone, name))
    return TRUE;
  if (g_ascii_strcasecmp (tzid, "utc") == 0 || g_ascii_strcasecmp (tzid, "z") == 0)
    return take_iana (zone, "UTC");
  if (dash)
    {
      *dash = '/';
      if (take_iana (zone, name))
        return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (windows_zones); i++)
    if (g_ascii_strcasecmp (windows_zones[i][0], tzid) == 0)
      return take_iana (zone, windows_zones[i][1]);

  return FALSE;
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

/* The rules of zones begin in 1601 at times, earlier than any session. */
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

static guint
get_day (gint64 local_s)
{
  return (guint) (planner_feed_floor_to_day (local_s) / PLANNER_FEED_DAY_S + PLANNER_ICAL_EPOCH_DAY);
}

static void
add_month (PlannerIcalZones *self,
           PlannerIcalZone *zone,
           const PlannerIcalRule *rule,
           const GDate *first,
           gint64 start_s,
           gint64 until_s,
           int before_s,
           int after_s)
{
  const guint day = g_date_get_julian (first);
  const guint n_days = g_date_get_days_in_month (g_date_get_month (first), g_date_get_year (first));

  for (guint i = day; i < day + n_days; i++)
    {
      const gint64 local_s = ((gint64) i - PLANNER_ICAL_EPOCH_DAY) * PLANNER_FEED_DAY_S + start_s -
                             planner_feed_floor_to_day (start_s);

      if (local_s > start_s && local_s <= until_s && planner_ical_rule_matches (rule, i))
        add_change (self, zone, local_s, before_s, after_s);
    }
}

static void
add_rule (PlannerIcalZones *self,
          PlannerIcalZone *zone,
          icalproperty *property,
          gint64 start_s,
          int before_s,
          int after_s)
{
  PlannerIcalRule rule;
  gint64 until_s = G_MAXINT64;
  GDate first;

  if (!planner_ical_rule_init (&rule, property, get_day (start_s)) ||
      rule.rule.freq != ICAL_YEARLY_RECURRENCE)
    return;
  if (get_local (rule.rule.until, &until_s) && rule.rule.until.zone)
    until_s += before_s;

  for (guint year = FIRST_YEAR; year <= LAST_YEAR; year++)
    for (guint month = 1; month <= 12 && self->n_changes < MAX_CHANGES; month++)
      if (planner_ical_rule_has_month (&rule, month))
        {
          g_date_clear (&first, 1);
          g_date_set_dmy (&first, 1, (GDateMonth) month, (GDateYear) year);
          add_month (self, zone, &rule, &first, start_s, until_s, before_s, after_s);
        }
}

static gboolean
get_offset (icalcomponent *component, icalproperty_kind kind, int *offset_s)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);

  if (!property)
    return FALSE;
  *offset_s = kind == ICAL_TZOFFSETTO_PROPERTY ? icalproperty_get_tzoffsetto (property)
                                               : icalproperty_get_tzoffsetfrom (property);

  return ABS (*offset_s) <= MAX_OFFSET_S;
}

/* STANDARD or DAYLIGHT (RFC 5545, section 3.6.5). */
static void
add_observance (PlannerIcalZones *self, PlannerIcalZone *zone, icalcomponent *component)
{
  icalproperty *start = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);
  int before_s, after_s;
  gint64 start_s, local_s;

  if (!start || !get_local (icalproperty_get_dtstart (start), &start_s) ||
      !get_offset (component, ICAL_TZOFFSETTO_PROPERTY, &after_s))
    return;
  if (!get_offset (component, ICAL_TZOFFSETFROM_PROPERTY, &before_s))
    before_s = after_s;

  add_change (self, zone, start_s, before_s, after_s);
  for (icalproperty *p = icalcomponent_get_first_property (component, ICAL_ANY_PROPERTY); p;
       p = icalcomponent_get_next_property (component, ICAL_ANY_PROPERTY))
    {
      if (icalproperty_isa (p) == ICAL_RRULE_PROPERTY)
        add_rule (self, zone, p, start_s, before_s, after_s);
      else if (icalproperty_isa (p) == ICAL_RDATE_PROPERTY &&
               get_local (icalproperty_get_rdate (p).time, &local_s))
        add_change (self, zone, local_s + (icalproperty_get_rdate (p).time.zone ? before_s : 0), before_s,
                    after_s);
    }
}

static void
add_observances (PlannerIcalZones *self, PlannerIcalZone *zone, icalcomponent *description)
{
  zone->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  for (icalcomponent *c = icalcomponent_get_first_component (description, ICAL_ANY_COMPONENT); c;
       c = icalcomponent_get_next_component (description, ICAL_ANY_COMPONENT))
    if (icalcomponent_isa (c) == ICAL_XSTANDARD_COMPONENT ||
        icalcomponent_isa (c) == ICAL_XDAYLIGHT_COMPONENT)
      add_observance (self, zone, c);
  g_array_sort (zone->changes, compare_changes);
  if (zone->changes->len == 0)
    g_clear_pointer (&zone->changes, g_array_unref);
}

static const char *
get_location (icalcomponent *description)
{
  for (icalproperty *p = icalcomponent_get_first_property (description, ICAL_X_PROPERTY); p;
       p = icalcomponent_get_next_property (description, ICAL_X_PROPERTY))
    if (g_ascii_strcasecmp (icalproperty_get_x_name (p), "X-LIC-LOCATION") == 0)
      return icalproperty_get_x (p);

  return NULL;
}

static int
get_offset_at (const PlannerIcalZone *zone, gint64 instant_utc)
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
    .by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) zone_free),
  };
}

void
planner_ical_zones_clear (PlannerIcalZones *self)
{
  g_clear_pointer (&self->by_name, g_hash_table_unref);
}

/**
 * planner_ical_zones_add:
 * @description: a VTIMEZONE
 *
 * The first description of a name counts. Zones with an IANA name follow the system's data, not the file's.
 */
void
planner_ical_zones_add (PlannerIcalZones *self, icalcomponent *description)
{
  icalproperty *property = icalcomponent_get_first_property (description, ICAL_TZID_PROPERTY);
  const char *tzid = property ? icalproperty_get_tzid (property) : NULL;
  const char *location = get_location (description);
  PlannerIcalZone *zone;

  if (!tzid || g_hash_table_contains (self->by_name, tzid) || self->n_described++ >= MAX_ZONES)
    return;
  zone = g_new0 (PlannerIcalZone, 1);
  zone->described = TRUE;
  g_hash_table_insert (self->by_name, g_strdup (tzid), zone);
  if (!find_iana (zone, tzid) && !(location && find_iana (zone, location)))
    add_observances (self, zone, description);
}

/**
 * planner_ical_zones_find:
 *
 * Returns: (nullable) (transfer none): the zone of that name, %NULL where it is not known
 */
PlannerIcalZone *
planner_ical_zones_find (PlannerIcalZones *self, const char *tzid)
{
  PlannerIcalZone *zone = g_hash_table_lookup (self->by_name, tzid);

  if (!zone && g_hash_table_size (self->by_name) < 2 * MAX_ZONES)
    {
      zone = g_new0 (PlannerIcalZone, 1);
      find_iana (zone, tzid);
      g_hash_table_insert (self->by_name, g_strdup (tzid), zone);
    }

  return zone && (zone->zone || zone->changes) ? zone : NULL;
}

/* Whether the first says more of where the venue is. UTC says nothing. */
static gboolean
is_better (const PlannerIcalZones *self, const PlannerIcalZone *zone, const PlannerIcalZone *best)
{
  if (!zone->iana || g_str_equal (zone->iana, "UTC") || (zone->n_uses == 0 && !zone->described))
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
 * planner_ical_zone_to_utc:
 * @local_s: a clock and calendar in @zone
 *
 * As planner_feed_local_to_utc(): of a time that is there twice the first is meant.
 *
 * Returns: the instant
 */
gint64
planner_ical_zone_to_utc (const PlannerIcalZone *zone, gint64 local_s)
{
  int before, after;

  if (zone->zone)
    return planner_feed_local_to_utc (local_s, zone->zone);

  before = get_offset_at (zone, local_s - PLANNER_FEED_DAY_S);
  after = get_offset_at (zone, local_s + PLANNER_FEED_DAY_S);
  if (get_offset_at (zone, local_s - before) != before && get_offset_at (zone, local_s - after) == after)
    return local_s - after;

  return local_s - before;
}

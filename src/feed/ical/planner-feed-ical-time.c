/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dates, times and durations of an iCalendar file, and their zones (rule T7). */

#include "feed/ical/planner-feed-ical-time.h"

#include <stdlib.h>
#include <string.h>

static char *
format (gint64 local_s, const char *pattern)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (local_s);

  return time ? g_date_time_format (time, pattern) : g_strdup ("");
}

/**
 * planner_ical_time_read:
 * @property: (nullable): a date or a date and clock
 * @time: (out caller-allocates): what it says; free it with planner_ical_time_clear()
 *
 * A value of the type DATE keeps a time of day other than midnight, because then the type is the mistake.
 */
void
planner_ical_time_read (PlannerIcalZones *zones, const PlannerIcalProperty *property, PlannerIcalTime *time)
{
  *time = (PlannerIcalTime) { 0 };
  if (!property)
    return;
  time->text = g_strdup (property->value);
  time->readable = planner_feed_parse_stamp (time->text, &time->stamp) != PLANNER_READING_NONE;
  if (property->is_date && planner_feed_floor_to_day (time->stamp.local_s) == time->stamp.local_s)
    planner_ical_time_drop_clock (time);
  if (!property->tzid || !time->readable || !time->stamp.has_clock || time->stamp.has_offset)
    return;
  time->zone = planner_ical_zones_find (zones, property->tzid);
  if (!time->zone)
    time->tzid = property->tzid;
}

/**
 * planner_ical_time_find:
 * @name: the name of the property
 * @time: (out caller-allocates): what the first property of that name says; free it with planner_ical_time_clear()
 */
void
planner_ical_time_find (PlannerIcalZones *zones,
                        const PlannerIcalComponent *event,
                        const char *name,
                        PlannerIcalTime *time)
{
  planner_ical_time_read (zones, planner_ical_component_find_time (event, name), time);
}

/**
 * planner_ical_time_drop_clock:
 *
 * Makes the time a date: that of the clock and calendar as written.
 */
void
planner_ical_time_drop_clock (PlannerIcalTime *time)
{
  time->stamp =
      (PlannerStamp) { .local_s = planner_feed_floor_to_day (time->stamp.local_s), .has_clock = FALSE };
  time->zone = NULL;
}

/**
 * planner_ical_time_move:
 * @other: a time with a zone or an offset
 *
 * Returns: the instant of @time by the clock of @other, without text; @time itself where the instant is not known
 */
PlannerIcalTime
planner_ical_time_move (const PlannerIcalTime *time, const PlannerIcalTime *other)
{
  PlannerIcalTime moved = *time;
  gint64 instant_utc;

  moved.text = NULL;
  if (!planner_ical_time_get_utc (time, &instant_utc) || (!other->zone && !other->stamp.has_offset))
    return moved;
  moved.zone = other->zone;
  moved.stamp = other->stamp;
  moved.stamp.local_s =
      instant_utc + (other->stamp.has_offset ? other->stamp.offset_s
                                             : planner_ical_zone_get_offset (other->zone, instant_utc));

  return moved;
}

/**
 * planner_ical_time_get_utc:
 * @instant_utc: (out): seconds since 1970-01-01T00:00Z
 *
 * Returns: %FALSE where the time has neither a zone nor an offset: it is in the conference's zone, which is not known yet
 */
gboolean
planner_ical_time_get_utc (const PlannerIcalTime *time, gint64 *instant_utc)
{
  if (!time->readable || !time->stamp.has_clock || (!time->stamp.has_offset && !time->zone))
    return FALSE;
  *instant_utc = time->stamp.has_offset ? time->stamp.local_s - time->stamp.offset_s
                                        : planner_ical_zone_to_utc (time->zone, time->stamp.local_s);

  return TRUE;
}

/**
 * planner_ical_time_format:
 *
 * Returns: (nullable) (transfer full): the time in the ISO 8601 form that the builder reads: in UTC where the zone has an
 *   IANA name, which may become that of the conference; with its offset in other zones; without one where there is no zone
 */
char *
planner_ical_time_format (const PlannerIcalTime *time)
{
  g_autofree char *local = NULL;
  gint64 instant_utc, offset_s;

  if (!time->readable)
    return g_strdup (time->text);
  if (!time->stamp.has_clock)
    return format (time->stamp.local_s, "%Y-%m-%d");
  local = format (time->stamp.local_s, "%Y-%m-%dT%H:%M:%S");
  if (!planner_ical_time_get_utc (time, &instant_utc))
    return g_steal_pointer (&local);

  offset_s = time->stamp.local_s - instant_utc;
  if (offset_s == 0 || (time->zone && time->zone->iana && !time->zone->differs))
    return format (instant_utc, "%Y-%m-%dT%H:%M:%SZ");

  return g_strdup_printf ("%s%c%02d:%02d", local, offset_s < 0 ? '-' : '+', abs ((int) offset_s) / 3600,
                          abs ((int) offset_s) / 60 % 60);
}

/**
 * planner_ical_time_format_short:
 *
 * Returns: (transfer full): "20260701T080000Z", or "20260701" without a clock; the same for an instant in any zone
 */
char *
planner_ical_time_format_short (const PlannerIcalTime *time, gboolean with_clock)
{
  gint64 instant_utc;

  if (!with_clock || !time->stamp.has_clock)
    return format (time->stamp.local_s, "%Y%m%d");
  if (planner_ical_time_get_utc (time, &instant_utc))
    return format (instant_utc, "%Y%m%dT%H%M%SZ");

  return format (time->stamp.local_s, "%Y%m%dT%H%M%S");
}

void
planner_ical_time_clear (PlannerIcalTime *time)
{
  g_clear_pointer (&time->text, g_free);
}

/**
 * planner_ical_dup_duration:
 * @text: (nullable): a duration (RFC 5545, section 3.3.6)
 *
 * Writes loose forms as the standard has them: "pt30m", "PT1H 30M", "+1H", "P30M". Any other is left as it is.
 *
 * Returns: (nullable) (transfer full): the duration
 */
char *
planner_ical_dup_duration (const char *text)
{
  g_autoptr (GString) duration = g_string_new ("P");
  gboolean in_clock = FALSE;

  for (const char *p = text ? text : ""; *p; p++)
    {
      const gsize n = strspn (p, "0123456789");
      const char unit = g_ascii_toupper (p[n]);

      if (n == 0 && strchr ("PpTt+ ", *p))
        continue;
      if (n == 0 || !unit || !strchr ("WDHMS", unit))
        return g_strdup (text);
      if (!in_clock && strchr ("HMS", unit))
        {
          g_string_append_c (duration, 'T');
          in_clock = TRUE;
        }
      g_string_append_len (duration, p, (gssize) n);
      g_string_append_c (duration, unit);
      p += n;
    }

  return duration->len > 1 ? g_string_free_and_steal (g_steal_pointer (&duration)) : g_strdup (text);
}

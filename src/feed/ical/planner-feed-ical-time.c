/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dates and times of an iCalendar file, and their zones (rule T7). */

#include "feed/ical/planner-feed-ical-reader.h"

#include <stdlib.h>

static char *
format (gint64 local_s, const char *pattern)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (local_s);

  return time ? g_date_time_format (time, pattern) : g_strdup ("");
}

static const char *
get_tzid (icalproperty *property)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);

  return parameter ? icalparameter_get_tzid (parameter) : NULL;
}

static void
parse (PlannerIcalTime *time)
{
  time->readable = time->text && planner_feed_parse_stamp (time->text, &time->stamp) != PLANNER_READING_NONE;
}

/**
 * planner_ical_time_read:
 * @property: (nullable): a date or date-time
 * @time: (out): what it says; to be cleared
 */
void
planner_ical_time_read (PlannerIcalReader *reader, icalproperty *property, PlannerIcalTime *time)
{
  const char *tzid = property ? get_tzid (property) : NULL;

  *time = (PlannerIcalTime) { 0 };
  if (!property)
    return;
  time->text = planner_ical_dup_value (property);
  parse (time);
  if (!tzid || !time->readable || !time->stamp.has_clock || time->stamp.has_offset)
    return;
  time->zone = planner_ical_zones_find (&reader->zones, tzid);
  if (!time->zone)
    time->tzid = tzid;
}

/**
 * planner_ical_time_find:
 * @name: of the property
 * @time: (out): what it says, even where libical cannot read it: dates as other formats write them
 */
void
planner_ical_time_find (PlannerIcalReader *reader,
                        const PlannerIcalComponent *event,
                        icalproperty_kind kind,
                        const char *name,
                        PlannerIcalTime *time)
{
  icalproperty *property = icalcomponent_get_first_property (event->component, kind);

  planner_ical_time_read (reader, property, time);
  if (property)
    return;
  time->text = g_strdup (g_hash_table_lookup (event->refused, name));
  parse (time);
}

/* Returns: whether the instant is known: it is not where the clock is that of the conference's zone, whichever it is */
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
 * Returns: (nullable) (transfer full): in the form of ISO 8601 that the builder reads: in UTC where the zone has a name,
 *   which the whole conference takes, with the offset of other zones, without one where no zone is told
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
  if (offset_s == 0 || (time->zone && time->zone->iana))
    return format (instant_utc, "%Y-%m-%dT%H:%M:%SZ");

  return g_strdup_printf ("%s%c%02d:%02d", local, offset_s < 0 ? '-' : '+', abs ((int) offset_s) / 3600,
                          abs ((int) offset_s) / 60 % 60);
}

/**
 * planner_ical_time_format_short:
 *
 * Returns: (transfer full): "20260701T080000Z", or "20260701" without a clock; equal for one time in two zones
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

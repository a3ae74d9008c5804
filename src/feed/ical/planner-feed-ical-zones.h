/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerIcalZone:
 * @iana: (nullable) (owned): the IANA name of the zone, where it has one
 * @n_uses: the number of sessions that start in it
 * @described: whether the file has a VTIMEZONE for it
 * @differs: whether the VTIMEZONE gave another instant for a time than the zone called @iana
 * @is_noted: whether the report has that
 *
 * The zone that a TZID of a file stands for: the VTIMEZONE of the file, else a zone of the IANA. The fields after @is_noted
 * are private.
 */
typedef struct
{
  char *iana;
  guint n_uses;
  gboolean described;
  gboolean differs;
  gboolean is_noted;

  GTimeZone *zone;
  GArray *changes;
} PlannerIcalZone;

/**
 * PlannerIcalZones:
 * @n_tests: the number of tests that recurrence rules of the file may still make; see #PlannerIcalSpan
 *
 * The time zones of a file. Threads do not share it, and libical's own zones, which are global, are not used.
 */
typedef struct
{
  guint n_tests;

  GHashTable *by_name;
  guint n_described;
  guint n_changes;
} PlannerIcalZones;

void planner_ical_zones_init (PlannerIcalZones *self);
void planner_ical_zones_clear (PlannerIcalZones *self);
void planner_ical_zones_add (PlannerIcalZones *self, const char *text, gsize length);
PlannerIcalZone *planner_ical_zones_find (PlannerIcalZones *self, const char *tzid);
const char *planner_ical_zones_choose (PlannerIcalZones *self);

int planner_ical_zone_get_offset (const PlannerIcalZone *zone, gint64 instant_utc);
gint64 planner_ical_zone_to_utc (PlannerIcalZone *zone, gint64 local_s);

G_END_DECLS

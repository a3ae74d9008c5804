/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

/**
 * PlannerIcalZone:
 * @iana: (nullable): the zone's IANA name, where it has one
 * @n_uses: how many sessions start in it
 * @described: the file has a VTIMEZONE for it
 *
 * What a TZID of a file stands for: a zone of the IANA, else the VTIMEZONE of the file.
 */
typedef struct
{
  char *iana;
  guint n_uses;
  gboolean described;

  GTimeZone *zone;
  GArray *changes;
} PlannerIcalZone;

/**
 * PlannerIcalZones:
 *
 * The time zones of a file. Nothing of it is shared with other threads: libical's own zones are not asked.
 */
typedef struct
{
  GHashTable *by_name;
  guint n_described;
  guint n_changes;
} PlannerIcalZones;

void planner_ical_zones_init (PlannerIcalZones *self);
void planner_ical_zones_clear (PlannerIcalZones *self);
void planner_ical_zones_add (PlannerIcalZones *self, icalcomponent *description);
PlannerIcalZone *planner_ical_zones_find (PlannerIcalZones *self, const char *tzid);
const char *planner_ical_zones_choose (PlannerIcalZones *self);

gint64 planner_ical_zone_to_utc (const PlannerIcalZone *zone, gint64 local_s);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/build/planner-feed-time.h"
#include "feed/ical/planner-feed-ical-component.h"
#include "feed/ical/planner-feed-ical-zones.h"

G_BEGIN_DECLS

/**
 * PlannerIcalTime:
 * @text: (nullable) (owned): the value as written; %NULL where there is none
 * @readable: whether @stamp is valid
 * @zone: (nullable) (borrowed): the zone that TZID names
 * @tzid: (nullable) (borrowed): a TZID that is not known
 */
typedef struct
{
  char *text;
  gboolean readable;
  PlannerStamp stamp;
  PlannerIcalZone *zone;
  const char *tzid;
} PlannerIcalTime;

void
planner_ical_time_read (PlannerIcalZones *zones, const PlannerIcalProperty *property, PlannerIcalTime *time);
void planner_ical_time_find (PlannerIcalZones *zones,
                             const PlannerIcalComponent *event,
                             const char *name,
                             PlannerIcalTime *time);
gboolean planner_ical_time_get_utc (const PlannerIcalTime *time, gint64 *instant_utc);
void planner_ical_time_drop_clock (PlannerIcalTime *time);
PlannerIcalTime planner_ical_time_move (const PlannerIcalTime *time, const PlannerIcalTime *other);
char *planner_ical_time_format (const PlannerIcalTime *time);
char *planner_ical_time_format_short (const PlannerIcalTime *time, gboolean with_clock);
void planner_ical_time_clear (PlannerIcalTime *time);
char *planner_ical_dup_duration (const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerIcalTime, planner_ical_time_clear)

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"
#include "plan/planner-timetable.h"

G_BEGIN_DECLS

/**
 * PlannerTimetableDay:
 * @conference: (owned) (nullable): the conference that is shown
 * @entries: (owned) (element-type PlannerEntry): the sessions of the day, also of other conferences
 * @elsewhere: (owned) (nullable) (element-type PlannerElsewhere): the other conferences
 * @agendas: (owned) (element-type PlannerAgenda): of the other conferences, which own the sessions in the layout
 * @timetable: (owned) (nullable): their layout; %NULL without entries
 * @zone: (owned) (nullable): the zone of the hours
 * @local: (owned) (nullable): the zone to show times in instead of the venue's
 * @now_utc: the present, in seconds since the epoch
 *
 * The sessions that a timetable shows.
 */
typedef struct
{
  PlannerConference *conference;
  GPtrArray *entries;
  GPtrArray *elsewhere;
  GPtrArray *agendas;
  PlannerTimetable *timetable;
  GTimeZone *zone;
  GTimeZone *local;
  gint64 now_utc;
} PlannerTimetableDay;

void planner_timetable_day_init (PlannerTimetableDay *self);
void planner_timetable_day_clear (PlannerTimetableDay *self);
void planner_timetable_day_set_entries (PlannerTimetableDay *self,
                                        PlannerConference *conference,
                                        GPtrArray *entries,
                                        GTimeZone *local);

gboolean planner_timetable_day_is_empty (const PlannerTimetableDay *self);
PlannerEntry *planner_timetable_day_get_entry (const PlannerTimetableDay *self, guint slot);
const char *planner_timetable_day_get_other (const PlannerTimetableDay *self, guint slot);
guint planner_timetable_day_find_slot (const PlannerTimetableDay *self, PlannerEntry *entry);
guint planner_timetable_day_find_present_slot (const PlannerTimetableDay *self);
gboolean planner_timetable_day_is_over (const PlannerTimetableDay *self, guint slot);
double planner_timetable_day_get_now_minute (const PlannerTimetableDay *self);
gboolean planner_timetable_day_includes_now (const PlannerTimetableDay *self);
char *planner_timetable_day_format_time (const PlannerTimetableDay *self, gint64 instant_utc);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/build/planner-feed-builder.h"
#include "feed/ical/planner-feed-ical-zones.h"
#include "feed/build/planner-feed-time.h"

G_BEGIN_DECLS

/**
 * PlannerIcalBlock:
 * @start: borrowed from the feed
 * @line: of @start, from 1
 *
 * Where a component is in the feed, from its BEGIN to before its END.
 */
typedef struct
{
  const char *start;
  gsize length;
  guint line;
  gboolean is_zone;
} PlannerIcalBlock;

/**
 * PlannerIcalComponent:
 * @component: (nullable): owned
 * @refused: owned: the names of properties about time that libical cannot read, and their values
 */
typedef struct
{
  icalcomponent *component;
  GHashTable *refused;
  guint line;
  guint n_left_out;
} PlannerIcalComponent;

/**
 * PlannerIcalTime:
 * @text: (nullable): as in the feed; %NULL where there is none
 * @readable: whether @stamp holds what it says
 * @zone: (nullable): borrowed: of its TZID
 * @tzid: (nullable): borrowed: a TZID that is not known
 */
typedef struct
{
  char *text;
  gboolean readable;
  PlannerStamp stamp;
  PlannerIcalZone *zone;
  const char *tzid;
} PlannerIcalTime;

/* What the parts of the iCalendar reader share while a file is read. */
typedef struct
{
  PlannerBuilder *builder; /* owned */
  PlannerReport *report;   /* borrowed */
  GCancellable *cancellable;
  PlannerIcalZones zones;
  GArray *blocks;         /* owned, of PlannerIcalBlock */
  GHashTable *overridden; /* owned: the names of single times of repeated sessions that are told apart */
  gint64 last_start_s;    /* of all sessions that do not repeat, by their own clocks */
  guint n_repeated;
  gboolean is_pretalx;
  gboolean is_indico;
} PlannerIcalReader;

void planner_ical_component_parse (PlannerIcalComponent *self, const PlannerIcalBlock *block);
void planner_ical_component_clear (PlannerIcalComponent *self);
icalcomponent *planner_ical_parse_lines (GPtrArray *lines);
char *planner_ical_dup_value (icalproperty *property);
gboolean planner_ical_is_x (icalproperty *property, const char *name);

void planner_ical_time_read (PlannerIcalReader *reader, icalproperty *property, PlannerIcalTime *time);
void planner_ical_time_find (PlannerIcalReader *reader,
                             const PlannerIcalComponent *event,
                             icalproperty_kind kind,
                             const char *name,
                             PlannerIcalTime *time);
gboolean planner_ical_time_get_utc (const PlannerIcalTime *time, gint64 *instant_utc);
char *planner_ical_time_format (const PlannerIcalTime *time);
char *planner_ical_time_format_short (const PlannerIcalTime *time, gboolean with_clock);
void planner_ical_time_clear (PlannerIcalTime *time);

gboolean planner_ical_read_event (PlannerIcalReader *reader,
                                  const PlannerIcalComponent *event,
                                  const PlannerIcalTime *repeated,
                                  GError **error);

gboolean planner_ical_is_repeated (const PlannerIcalComponent *event);
void planner_ical_note_override (PlannerIcalReader *reader, const PlannerIcalComponent *event);
gboolean
planner_ical_repeat_event (PlannerIcalReader *reader, const PlannerIcalComponent *event, GError **error);
char *planner_ical_dup_uid (const PlannerIcalComponent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalcomponent, icalcomponent_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalparser, icalparser_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerIcalComponent, planner_ical_component_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerIcalTime, planner_ical_time_clear)

G_END_DECLS

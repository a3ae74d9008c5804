/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/build/planner-feed-builder.h"
#include "feed/ical/planner-feed-ical-component.h"
#include "feed/ical/planner-feed-ical-zones.h"

G_BEGIN_DECLS

/**
 * PlannerIcalReader:
 * @builder: (owned): takes the sessions
 * @report: (borrowed): takes the problems
 * @blocks: (owned) (element-type PlannerIcalBlock): the components, in the order of the file
 * @series: (owned) (element-type utf8 PlannerIcalBlock): the repeated sessions, by UID
 * @overridden: (owned): the names of single times of repeated sessions that have an event of their own
 * @ranges: (owned) (element-type utf8 GPtrArray): by UID, the blocks that stand for a time of a repeated session and all that follow
 * @last_start_s: the last start of all sessions that do not repeat, each by its own clock
 * @n_repeated: the number of repeated sessions so far
 *
 * The state that the parts of the iCalendar reader share while they read a file.
 */
typedef struct
{
  PlannerBuilder *builder;
  PlannerReport *report;
  GCancellable *cancellable;
  PlannerIcalZones zones;
  GArray *blocks;
  GHashTable *series;
  GHashTable *overridden;
  GHashTable *ranges;
  gint64 last_start_s;
  guint n_repeated;
  gboolean is_pretalx;
  gboolean is_indico;
} PlannerIcalReader;

G_END_DECLS

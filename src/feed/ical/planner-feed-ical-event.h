/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/ical/planner-feed-ical-reader.h"
#include "feed/ical/planner-feed-ical-time.h"

G_BEGIN_DECLS

/**
 * PlannerIcalOccurrence:
 * @time: when it takes place
 * @original: the time that the rule gives; it names the session, so that a star stays when the time changes
 * @length_s: how long it takes, -1 for as long as the event says
 *
 * One time of a repeated session.
 */
typedef struct
{
  PlannerIcalTime time;
  PlannerIcalTime original;
  gint64 length_s;
} PlannerIcalOccurrence;

gboolean planner_ical_read_event (PlannerIcalReader *reader,
                                  const PlannerIcalComponent *event,
                                  const PlannerIcalOccurrence *occurrence,
                                  GError **error);

G_END_DECLS

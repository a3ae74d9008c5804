/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/* With so little time between two sessions in different rooms, the attendee has to hurry. */
#define PLANNER_WALK_TIGHT_S (5 * 60)

/**
 * PlannerWalk:
 * @from: the room of the session before
 * @to: the room of the session after
 * @between_s: the time between both sessions, in seconds, at least 0
 * @end_utc: the start of the session after, in seconds since the epoch
 *
 * The way between two sessions of the attendee that follow one another.
 */
typedef struct
{
  const PlannerRoom *from;
  const PlannerRoom *to;
  gint64 between_s;
  gint64 end_utc;
} PlannerWalk;

gboolean
planner_walk_find (GPtrArray *own, GPtrArray *listed, const PlannerSession *session, PlannerWalk *walk);

G_END_DECLS

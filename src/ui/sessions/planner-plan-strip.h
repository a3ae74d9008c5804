/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerPlanStrip:
 *
 * A strip below a session in My Schedule. It has a button that makes the sessions that clash with this one plan B, a button
 * that makes a session of plan B going when nothing overlaps it, and a button for the free time that begins before the session
 * below. If the session below is the next one where the attendee is going, and in another room, the strip names the way there
 * and the time for it. Free time and ways that are over are not shown. The strip is hidden when it has nothing to show.
 *
 * Properties: walk-sentence (string, nullable, read-only): see planner_plan_strip_get_walk_sentence().
 */
#define PLANNER_TYPE_PLAN_STRIP (planner_plan_strip_get_type ())

G_DECLARE_FINAL_TYPE (PlannerPlanStrip, planner_plan_strip, PLANNER, PLAN_STRIP, GtkBox)

PlannerPlanStrip *planner_plan_strip_new (void);

void planner_plan_strip_show (PlannerPlanStrip *self,
                              PlannerConference *conference,
                              PlannerEntry *entry,
                              gint64 now_utc);

const char *planner_plan_strip_get_walk_sentence (PlannerPlanStrip *self);

G_END_DECLS

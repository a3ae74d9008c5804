/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-change.h"
#include "words/planner-clock.h"

G_BEGIN_DECLS

GStrv planner_change_dup_lines (const PlannerChange *change, const PlannerClock *clock);
char *planner_change_dup_zone_note (const PlannerChange *change, GTimeZone *zone, GTimeZone *local);
char *planner_sketch_dup_when (const PlannerSketch *sketch, const PlannerClock *clock);

G_END_DECLS

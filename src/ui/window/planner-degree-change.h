/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerDegreeChange:
 *
 * Makes one or more sessions plan B, or makes them going. When all are stored, a toast reports that and offers to undo it.
 */
typedef struct _PlannerDegreeChange PlannerDegreeChange;

PlannerDegreeChange *planner_degree_change_new (AdwToastOverlay *toast_overlay, gboolean plan_b);
void
planner_degree_change_add (PlannerDegreeChange *self, PlannerConference *conference, PlannerEntry *entry);
void planner_degree_change_run (PlannerDegreeChange *self);

G_END_DECLS

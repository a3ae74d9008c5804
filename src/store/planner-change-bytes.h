/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-change.h"

G_BEGIN_DECLS

/* The newest format of the bytes of a change. */
#define PLANNER_CHANGE_FORMAT 2

GBytes *planner_change_to_bytes (const PlannerChange *change);
PlannerChange *planner_change_new_from_bytes (GBytes *bytes, int format);

G_END_DECLS

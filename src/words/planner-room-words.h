/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-walk.h"

G_BEGIN_DECLS

char *planner_format_hidden_rooms (guint n_hidden, guint n_starred);
char *planner_format_walk (const PlannerWalk *walk);
char *planner_format_walk_sentence (const PlannerWalk *walk);

G_END_DECLS

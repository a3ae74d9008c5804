/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

void planner_rooms_find_parts (GPtrArray *rooms);
guint planner_rooms_count_single (const GPtrArray *rooms);
gboolean planner_room_is_named (const PlannerRoom *room, const char *name);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerRoomGroup:
 * @name: (owned) (nullable): the part of the name that its rooms share; %NULL if they share none
 * @rooms: (owned) (element-type PlannerRoom): borrowed rooms, in the order of the schedule
 *
 * The rooms of a building, a floor or a hall, as far as their names show that.
 */
typedef struct
{
  char *name;
  GPtrArray *rooms;
} PlannerRoomGroup;

GPtrArray *planner_room_groups_find (const GPtrArray *rooms);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-view-state.h"
#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerHiddenRooms:
 *
 * The rooms of a conference whose columns the attendee has hidden in the timetable. A room that is not in the schedule at the
 * moment stays hidden. Main thread only.
 *
 * Signals:
 * - changed
 */
#define PLANNER_TYPE_HIDDEN_ROOMS (planner_hidden_rooms_get_type ())

G_DECLARE_FINAL_TYPE (PlannerHiddenRooms, planner_hidden_rooms, PLANNER, HIDDEN_ROOMS, GObject)

PlannerHiddenRooms *planner_hidden_rooms_new (PlannerViewState *view_state);

gboolean planner_hidden_rooms_contains (PlannerHiddenRooms *self, const PlannerRoom *room);
guint planner_hidden_rooms_count (PlannerHiddenRooms *self, const GPtrArray *rooms);
void planner_hidden_rooms_hide (PlannerHiddenRooms *self, const GPtrArray *rooms, gboolean hidden);
void planner_hidden_rooms_show_all (PlannerHiddenRooms *self);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-moment.h"

G_BEGIN_DECLS

/**
 * PlannerBoardItem:
 * @now: what runs in a room and what comes next; both may be %NULL if @cancelled is set
 * @cancelled: (nullable): the cancelled session that would run now, or would start before the next one
 *
 * The sessions of a room that a screen in the hall shows.
 */
typedef struct
{
  PlannerRoomNow now;
  const PlannerSession *cancelled;
} PlannerBoardItem;

GArray *planner_agenda_list_board (const PlannerAgenda *agenda, const char *room, gint64 now_utc);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerMoment:
 * @PLANNER_MOMENT_UNKNOWN: the time is not known
 * @PLANNER_MOMENT_BEFORE: it has not started
 * @PLANNER_MOMENT_RUNNING: it has started and not ended
 * @PLANNER_MOMENT_OVER: it has ended
 *
 * The phase of a session or a conference at a given time.
 */
typedef enum
{
  PLANNER_MOMENT_UNKNOWN,
  PLANNER_MOMENT_BEFORE,
  PLANNER_MOMENT_RUNNING,
  PLANNER_MOMENT_OVER,
} PlannerMoment;

/**
 * PlannerRoomNow:
 * @room: (nullable): borrowed from the agenda; %NULL for sessions whose room is to be announced
 * @running: (nullable): the session that runs in the room
 * @next: (nullable): the next session in the room on the current day
 *
 * The sessions that run in a room now or come next there. At least one is set.
 */
typedef struct
{
  const PlannerRoom *room;
  const PlannerSession *running;
  const PlannerSession *next;
} PlannerRoomNow;

PlannerMoment planner_session_get_moment (const PlannerSession *session, gint64 now_utc);
int planner_session_get_minutes_left (const PlannerSession *session, gint64 now_utc);
int planner_session_get_minutes_until (const PlannerSession *session, gint64 now_utc);
double planner_session_get_progress (const PlannerSession *session, gint64 now_utc);
gint64 planner_session_get_next_change (const PlannerSession *session, gint64 now_utc);
gboolean planner_session_is_present (const PlannerSession *session, gint64 now_utc);

PlannerMoment planner_agenda_get_moment (const PlannerAgenda *agenda, gint64 now_utc);
gboolean planner_agenda_has_times (const PlannerAgenda *agenda);
gint64 planner_agenda_get_next_change (const PlannerAgenda *agenda, gint64 now_utc);
const PlannerDay *planner_agenda_find_today (const PlannerAgenda *agenda, gint64 now_utc);
const PlannerSession *planner_agenda_find_next (const PlannerAgenda *agenda, gint64 now_utc);
GArray *planner_agenda_list_rooms_now (const PlannerAgenda *agenda, gint64 now_utc);
GArray *planner_agenda_list_room_now (const PlannerAgenda *agenda, const PlannerRoom *room, gint64 now_utc);
const PlannerSession *
planner_agenda_find_cancelled_now (const PlannerAgenda *agenda, const PlannerRoom *room, gint64 now_utc);

G_END_DECLS

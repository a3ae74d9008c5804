/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-walk.h"

#include "model/planner-rooms.h"
#include "plan/planner-clash.h"

/* Returns: (nullable): the next session; %NULL if several start at the same time, because the attendee goes to one of them */
static const PlannerSession *
find_next (GPtrArray *own, const PlannerSession *session)
{
  const PlannerSession *next = NULL;
  gboolean several = FALSE;

  for (guint i = 0; i < own->len; i++)
    {
      const PlannerSession *other = g_ptr_array_index (own, i);

      if (other == session || !planner_session_takes_time (other) || other->start_utc < session->start_utc)
        continue;
      if (next && other->start_utc == next->start_utc)
        several = TRUE;
      if (next && other->start_utc >= next->start_utc)
        continue;
      next = other;
      several = FALSE;
    }

  return several ? NULL : next;
}

static gboolean
are_apart (const PlannerRoom *a, const PlannerRoom *b)
{
  return a && b && !planner_room_is_named (a, b->name) && !planner_room_is_named (b, a->name);
}

/**
 * planner_walk_find:
 * @own: (element-type PlannerSession): the attendee's sessions on the day of @session
 * @session: one of @own
 * @walk: (out): the way from @session to the next one of @own
 *
 * Sessions that overlap have no way between them. Nor have sessions in one room, or in one of the rooms that a session takes
 * place in.
 *
 * Returns: whether the next session is in another room
 */
gboolean
planner_walk_find (GPtrArray *own, const PlannerSession *session, PlannerWalk *walk)
{
  const PlannerSession *next = NULL;

  g_return_val_if_fail (own != NULL && session != NULL && walk != NULL, FALSE);

  if (!planner_session_takes_time (session) || session->duration_s <= 0)
    return FALSE;

  next = find_next (own, session);
  if (!next || next->start_utc < planner_session_get_end_utc (session) ||
      !are_apart (session->room, next->room))
    return FALSE;

  *walk = (PlannerWalk) { .from = session->room,
                          .to = next->room,
                          .between_s = next->start_utc - planner_session_get_end_utc (session) };

  return TRUE;
}

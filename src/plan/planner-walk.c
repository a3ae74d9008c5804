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

/* Returns: (nullable): @session if it is one of @own, else the one of @own that started last before it */
static const PlannerSession *
find_origin (GPtrArray *own, const PlannerSession *session)
{
  const PlannerSession *origin = NULL;

  if (g_ptr_array_find (own, session, NULL))
    return session;

  for (guint i = 0; i < own->len; i++)
    {
      const PlannerSession *other = g_ptr_array_index (own, i);

      if (planner_session_takes_time (other) && other->start_utc <= session->start_utc &&
          (!origin || other->start_utc >= origin->start_utc))
        origin = other;
    }

  return origin;
}

/* Whether the list has no session between the two. Of sessions that start at the same time, the last one is next to @next. */
static gboolean
is_just_before (GPtrArray *listed, const PlannerSession *session, const PlannerSession *next)
{
  gboolean after = FALSE;

  for (guint i = 0; i < listed->len; i++)
    {
      const PlannerSession *other = g_ptr_array_index (listed, i);

      if (planner_session_takes_time (other) && other->start_utc < next->start_utc &&
          (other->start_utc > session->start_utc || (after && other->start_utc == session->start_utc)))
        return FALSE;
      after = after || other == session;
    }

  return TRUE;
}

/**
 * planner_walk_find:
 * @own: (element-type PlannerSession): the sessions on the day of @session where the attendee is going
 * @listed: (element-type PlannerSession): @own and the plan B of that day, in the order of the list
 * @session: one of @listed
 * @walk: (out): the way to the next one of @own, which the list shows below @session
 *
 * The way begins in the room of @session, or of the session of @own before it if @session is plan B. The list shows it just
 * before the next session. There is no way between sessions that overlap, and none between sessions that have a room in
 * common.
 *
 * Returns: whether a way to another room belongs below @session
 */
gboolean
planner_walk_find (GPtrArray *own, GPtrArray *listed, const PlannerSession *session, PlannerWalk *walk)
{
  const PlannerSession *origin = NULL;
  const PlannerSession *next = NULL;

  g_return_val_if_fail (own != NULL && listed != NULL && session != NULL && walk != NULL, FALSE);

  if (!planner_session_takes_time (session))
    return FALSE;

  origin = find_origin (own, session);
  next = origin && origin->duration_s > 0 ? find_next (own, origin) : NULL;
  if (!next || next->start_utc < planner_session_get_end_utc (origin) ||
      !are_apart (origin->room, next->room) || !is_just_before (listed, session, next))
    return FALSE;

  *walk = (PlannerWalk) { .from = origin->room,
                          .to = next->room,
                          .between_s = next->start_utc - planner_session_get_end_utc (origin),
                          .end_utc = next->start_utc };

  return TRUE;
}

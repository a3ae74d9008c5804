/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-free-time.h"

#include "plan/planner-clash.h"

/* Of several sessions that start at the same time, the last one in the array is followed by the free time. */
static gboolean
is_last_at_start (GPtrArray *own, const PlannerSession *session)
{
  for (guint i = own->len; i > 0; i--)
    {
      const PlannerSession *other = g_ptr_array_index (own, i - 1);

      if (planner_session_takes_time (other) && other->start_utc == session->start_utc)
        return other == session;
    }

  return FALSE;
}

static gint64
find_busy_end (GPtrArray *own, gint64 start_utc)
{
  gint64 end_utc = start_utc;

  for (guint i = 0; i < own->len; i++)
    {
      const PlannerSession *other = g_ptr_array_index (own, i);

      if (planner_session_takes_time (other) && other->start_utc <= start_utc)
        end_utc = MAX (end_utc, planner_session_get_end_utc (other));
    }

  return end_utc;
}

static gint64
find_next_start (GPtrArray *own, gint64 after_utc)
{
  gint64 next_utc = PLANNER_NEVER;

  for (guint i = 0; i < own->len; i++)
    {
      const PlannerSession *other = g_ptr_array_index (own, i);

      if (planner_session_takes_time (other) && other->start_utc > after_utc)
        next_utc = MIN (next_utc, other->start_utc);
    }

  return next_utc;
}

/* Times are in seconds since the epoch. A session without a duration does not fit, because its end is not known. */
static gboolean
fits (const PlannerSession *session, gint64 start_utc, gint64 end_utc)
{
  return planner_session_takes_time (session) && session->duration_s > 0 && session->start_utc >= start_utc &&
         planner_session_get_end_utc (session) <= end_utc;
}

/**
 * planner_free_time_find:
 * @own: (element-type PlannerSession): the attendee's sessions on the day of @session, in the order of the list
 * @session: one of @own
 * @agenda: the schedule to choose from
 * @free_time: (out): the free time after @session
 *
 * Cancelled sessions and sessions without a time take no time. The free time begins when @session and all sessions before it
 * in the list have ended.
 *
 * Returns: whether the attendee then has at least %PLANNER_FREE_TIME_MIN_S until the next session in the list starts; %FALSE
 *   after the last session
 */
gboolean
planner_free_time_find (GPtrArray *own,
                        const PlannerSession *session,
                        const PlannerAgenda *agenda,
                        PlannerFreeTime *free_time)
{
  g_return_val_if_fail (own != NULL && session != NULL && agenda != NULL && free_time != NULL, FALSE);

  if (!planner_session_takes_time (session) || !is_last_at_start (own, session))
    return FALSE;

  free_time->start_utc = find_busy_end (own, session->start_utc);
  free_time->end_utc = find_next_start (own, session->start_utc);
  free_time->n_fitting = 0;
  if (free_time->end_utc == PLANNER_NEVER ||
      free_time->end_utc - free_time->start_utc < PLANNER_FREE_TIME_MIN_S)
    return FALSE;

  for (guint i = 0; i < agenda->sessions->len; i++)
    if (fits (g_ptr_array_index (agenda->sessions, i), free_time->start_utc, free_time->end_utc))
      free_time->n_fitting++;

  return TRUE;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-free-time.h"

#include "plan/planner-clash.h"

#define MINUTE_S 60

/* Of several sessions that start at the same time, the last one in the array is followed by the free time. */
static gboolean
is_last_at_start (GPtrArray *listed, const PlannerSession *session)
{
  for (guint i = listed->len; i > 0; i--)
    {
      const PlannerSession *other = g_ptr_array_index (listed, i - 1);

      if (planner_session_takes_time (other) && other->start_utc == session->start_utc)
        return other == session;
    }

  return FALSE;
}

static gboolean
has_start (GPtrArray *own, gint64 start_utc)
{
  for (guint i = 0; i < own->len; i++)
    {
      const PlannerSession *session = g_ptr_array_index (own, i);

      if (planner_session_takes_time (session) && session->start_utc == start_utc)
        return TRUE;
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

/* Returns: (nullable): the session that starts first after the time */
static const PlannerSession *
find_next (GPtrArray *sessions, gint64 after_utc)
{
  const PlannerSession *next = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      const PlannerSession *other = g_ptr_array_index (sessions, i);

      if (planner_session_takes_time (other) && other->start_utc > after_utc &&
          (!next || other->start_utc < next->start_utc))
        next = other;
    }

  return next;
}

/* Times are in seconds since the epoch. A session without a duration does not fit, because its end is not known. */
static gboolean
fits (const PlannerSession *session, gint64 start_utc, gint64 end_utc)
{
  return planner_session_takes_time (session) && session->duration_s > 0 && session->start_utc >= start_utc &&
         planner_session_get_end_utc (session) <= end_utc;
}

static gint64
floor_minute (gint64 instant_utc)
{
  return instant_utc - instant_utc % MINUTE_S;
}

/* Returns: whether the free time is long enough */
static gboolean
fill (PlannerFreeTime *free_time, gint64 start_utc, const PlannerSession *next, const PlannerAgenda *agenda)
{
  if (!next || next->start_utc - start_utc < PLANNER_FREE_TIME_MIN_S)
    return FALSE;

  *free_time = (PlannerFreeTime) { .start_utc = start_utc, .end_utc = next->start_utc, .next = next };
  for (guint i = 0; i < agenda->sessions->len; i++)
    if (fits (g_ptr_array_index (agenda->sessions, i), free_time->start_utc, free_time->end_utc))
      free_time->n_fitting++;

  return TRUE;
}

/* The list is in the order of time: sessions that start before the free time are above it, and those that start in it below. */
static gboolean
begins_after (GPtrArray *own, GPtrArray *listed, const PlannerSession *session, gint64 start_utc)
{
  const PlannerSession *below = find_next (listed, session->start_utc);

  return (session->start_utc < start_utc || has_start (own, session->start_utc)) &&
         session->start_utc <= start_utc && (!below || below->start_utc >= start_utc);
}

/**
 * planner_free_time_find:
 * @own: (element-type PlannerSession): the sessions on the day of @session where the attendee is going
 * @listed: (element-type PlannerSession): @own and the plan B of that day, in the order of the list
 * @session: one of @listed
 * @agenda: the schedule to choose from
 * @now_utc: the present, in seconds since the epoch; %PLANNER_TIME_UNKNOWN to find free time that is over, too
 * @free_time: (out): the free time that the list shows below @session; if it has begun, the rest of it from the current minute on
 *
 * Cancelled sessions, sessions without a time and plan B take no time. The free time begins when all sessions that have started
 * before it have ended.
 *
 * Returns: whether free time of at least %PLANNER_FREE_TIME_MIN_S belongs below @session; %FALSE after the last session of @own
 */
gboolean
planner_free_time_find (GPtrArray *own,
                        GPtrArray *listed,
                        const PlannerSession *session,
                        const PlannerAgenda *agenda,
                        gint64 now_utc,
                        PlannerFreeTime *free_time)
{
  gint64 start_utc;

  g_return_val_if_fail (own != NULL && listed != NULL && session != NULL, FALSE);
  g_return_val_if_fail (agenda != NULL && free_time != NULL, FALSE);

  if (!planner_session_takes_time (session) || !is_last_at_start (listed, session))
    return FALSE;

  start_utc = find_busy_end (own, session->start_utc);

  return begins_after (own, listed, session, start_utc) &&
         fill (free_time, MAX (start_utc, floor_minute (now_utc)), find_next (own, session->start_utc),
               agenda);
}

/**
 * planner_free_time_find_present:
 * @own: (element-type PlannerSession): the sessions of the current day where the attendee is going
 * @now_utc: the present, in seconds since the epoch
 * @agenda: the schedule to choose from
 * @free_time: (out): the free time; if it has begun, the rest of it from the current minute on
 *
 * Returns: whether the attendee is free now or later on this day, for at least %PLANNER_FREE_TIME_MIN_S until a session of @own
 */
gboolean
planner_free_time_find_present (GPtrArray *own,
                                gint64 now_utc,
                                const PlannerAgenda *agenda,
                                PlannerFreeTime *free_time)
{
  gint64 reached_utc = floor_minute (now_utc);
  const PlannerSession *next;

  g_return_val_if_fail (own != NULL && agenda != NULL && free_time != NULL, FALSE);

  while ((next = find_next (own, reached_utc)))
    {
      if (fill (free_time, find_busy_end (own, reached_utc), next, agenda))
        return TRUE;
      reached_utc = next->start_utc;
    }

  return FALSE;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-phase.h"

#define MINUTE_S 60

/**
 * planner_phase_get_over_utc:
 * @start_utc: the start of a session, or %PLANNER_TIME_UNKNOWN
 * @end_utc: its end, or @start_utc
 *
 * A session without a duration counts as a minute long. Otherwise a reminder at its start would come too late.
 *
 * Returns: when the session is over
 */
gint64
planner_phase_get_over_utc (gint64 start_utc, gint64 end_utc)
{
  return MAX (end_utc, planner_time_add (start_utc, MINUTE_S));
}

/**
 * planner_phase_at:
 * @start_utc: the start of a session, or %PLANNER_TIME_UNKNOWN
 * @end_utc: its end, or @start_utc
 * @now_utc: in seconds since the epoch
 *
 * Returns: whether the session is in the future, present or past at @now_utc
 */
PlannerPhase
planner_phase_at (gint64 start_utc, gint64 end_utc, gint64 now_utc)
{
  if (start_utc == PLANNER_TIME_UNKNOWN || now_utc < start_utc)
    return PLANNER_PHASE_FUTURE;

  return now_utc < planner_phase_get_over_utc (start_utc, end_utc) ? PLANNER_PHASE_PRESENT
                                                                   : PLANNER_PHASE_PAST;
}

/**
 * planner_session_get_phase:
 * @now_utc: in seconds since the epoch
 *
 * Returns: whether the session is in the future, present or past at @now_utc
 */
PlannerPhase
planner_session_get_phase (const PlannerSession *session, gint64 now_utc)
{
  g_return_val_if_fail (session != NULL, PLANNER_PHASE_FUTURE);

  return planner_phase_at (session->start_utc, planner_session_get_end_utc (session), now_utc);
}

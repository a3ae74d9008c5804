/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When to refresh a schedule: more often as the conference comes nearer, and no longer when it is over.
 */

#include "plan/planner-refresh-policy.h"

#define MINUTE_S G_GINT64_CONSTANT (60)
#define HOUR_S (60 * MINUTE_S)
#define DAY_S (24 * HOUR_S)

#define FIRST_RETRY_S (5 * MINUTE_S)
#define LAST_RETRY_S (6 * HOUR_S)

/* A schedule that spans more time is a calendar rather than a conference, and is refreshed every day. */
#define LONGEST_CONFERENCE_S (31 * DAY_S)

/* The interval between refreshes, by the time left until the first session. */
static const struct
{
  gint64 before_s;
  gint64 interval_s;
} phases[] = {
  { G_MAXINT64, 7 * DAY_S },
  { 30 * DAY_S, DAY_S },
  { 7 * DAY_S, 6 * HOUR_S },
  { 12 * HOUR_S, HOUR_S },
};

static gboolean
has_dates (const PlannerRefreshState *state)
{
  return state->first_utc != PLANNER_TIME_UNKNOWN && state->last_utc != PLANNER_TIME_UNKNOWN;
}

static gboolean
is_calendar (const PlannerRefreshState *state)
{
  return state->last_utc > planner_time_add (state->first_utc, LONGEST_CONFERENCE_S);
}

static gint64
get_phase_start (const PlannerRefreshState *state, guint phase)
{
  return planner_time_add (state->first_utc, -phases[phase].before_s);
}

/* A schedule without dates is refreshed daily because dates may be added. */
static gboolean
is_daily (const PlannerRefreshState *state)
{
  return !has_dates (state) || is_calendar (state);
}

static gint64
get_interval (const PlannerRefreshState *state, gint64 now_utc)
{
  gint64 interval_s = phases[0].interval_s;

  if (is_daily (state))
    return DAY_S;
  for (guint i = 1; i < G_N_ELEMENTS (phases); i++)
    if (get_phase_start (state, i) <= now_utc)
      interval_s = phases[i].interval_s;

  return interval_s;
}

static gint64
jitter (const PlannerRefreshState *state, gint64 interval_s)
{
  return (gint64) (CLAMP (state->jitter, 0.0, 1.0) * (double) interval_s / 10);
}

/* Returns: when the interval of a phase is over, but not before the phase starts */
static gint64
find_in_phase (const PlannerRefreshState *state, guint phase)
{
  const gint64 interval_s = phases[phase].interval_s;
  const gint64 due_utc =
      MAX (planner_time_add (state->updated_utc, interval_s), get_phase_start (state, phase));

  return planner_time_add (due_utc, jitter (state, interval_s));
}

static gint64
find_regular (const PlannerRefreshState *state)
{
  gint64 next_utc = PLANNER_NEVER;

  if (is_daily (state))
    return planner_time_add (state->updated_utc, DAY_S + jitter (state, DAY_S));
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    next_utc = MIN (next_utc, find_in_phase (state, i));

  return next_utc;
}

static gint64
find_retry (const PlannerRefreshState *state, gint64 now_utc)
{
  const gint64 longest_s = MIN (LAST_RETRY_S, get_interval (state, now_utc));
  const guint doublings = MIN (state->failures, 16) - 1;
  const gint64 wait_s = MIN (FIRST_RETRY_S << doublings, longest_s);

  return planner_time_add (state->tried_utc, wait_s + jitter (state, wait_s));
}

static gboolean
is_over (const PlannerRefreshState *state, gint64 instant_utc)
{
  return has_dates (state) && instant_utc >= state->last_utc;
}

static gboolean
was_refreshed (const PlannerRefreshState *state)
{
  return state->updated_utc > 0 || state->failures > 0;
}

/**
 * planner_refresh_next:
 *
 * A schedule is refreshed every week, in the month before the conference every day, in the week before every six hours, and
 * from twelve hours before the first session to the end of the last every hour. A conference that is over is not refreshed,
 * except once if it never was. While no session has a time, the schedule is refreshed every day.
 *
 * After a failure the next try is in five minutes, and the wait doubles with each failure up to six hours or the regular
 * interval, whichever is shorter. If the clock was set back to before the last refresh, a refresh is due at once.
 *
 * Returns: when to refresh, not before @now_utc; or %PLANNER_NEVER
 */
gint64
planner_refresh_next (const PlannerRefreshState *state, gint64 now_utc)
{
  gint64 next_utc = now_utc;

  g_return_val_if_fail (state != NULL, PLANNER_NEVER);

  if (state->metered && !state->refresh_on_metered)
    return PLANNER_NEVER;

  if (state->updated_utc > 0 && state->updated_utc <= now_utc)
    next_utc = find_regular (state);
  if (state->failures > 0 && state->tried_utc <= now_utc)
    next_utc = MAX (next_utc, find_retry (state, now_utc));
  next_utc = MAX (next_utc, now_utc);

  return is_over (state, next_utc) && was_refreshed (state) ? PLANNER_NEVER : next_utc;
}

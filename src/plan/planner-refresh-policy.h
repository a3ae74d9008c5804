/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-time.h"

G_BEGIN_DECLS

/**
 * PlannerRefreshState:
 * @first_utc: when the first session starts, or %PLANNER_TIME_UNKNOWN while no session has a time
 * @last_utc: when the last session ends, or %PLANNER_TIME_UNKNOWN
 * @updated_utc: when the last refresh succeeded; 0 for never
 * @tried_utc: when the last refresh ended, whether it succeeded or failed; 0 for never
 * @failures: the number of failed refreshes since the last that succeeded
 * @metered: whether the network connection is metered
 * @refresh_on_metered: whether to refresh on metered connections
 * @jitter: a random number from 0 to 1, constant until the next refresh. It spreads the requests of all installations.
 *
 * The facts that decide when to refresh a conference. Times are in seconds since the epoch.
 */
typedef struct
{
  gint64 first_utc;
  gint64 last_utc;
  gint64 updated_utc;
  gint64 tried_utc;
  guint failures;
  gboolean metered;
  gboolean refresh_on_metered;
  double jitter;
} PlannerRefreshState;

gint64 planner_refresh_next (const PlannerRefreshState *state, gint64 now_utc);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerRefreshState:
 * @first_utc: when the first session starts, or %PLANNER_TIME_UNKNOWN where no session has a time yet
 * @last_utc: when the last one ends
 * @updated_utc: when a refresh last worked; 0 for never
 * @tried_utc: when the last one ended, well or not; 0 for never
 * @failures: how many in a row have failed
 * @metered: whether the network is paid by what goes through it
 * @refresh_on_metered: whether to refresh even then
 * @jitter: from 0 to 1, at random, but the same until the next refresh: not all planners come at once
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

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

gint64 planner_venue_time_get_s (gint64 instant_utc, GTimeZone *zone);
gboolean planner_venue_time_parse_date (const char *date, GDate *parsed);
gboolean planner_session_runs_at_minute (const PlannerSession *session, int minute);

G_END_DECLS

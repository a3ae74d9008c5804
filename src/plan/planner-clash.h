/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

gboolean planner_session_takes_time (const PlannerSession *session);
gboolean planner_sessions_clash (const PlannerSession *a, const PlannerSession *b);
gboolean planner_sessions_are_copies (const PlannerSession *a, const PlannerSession *b);
GHashTable *planner_clashes_find (GPtrArray *sessions);
gboolean planner_plan_b_fits (const PlannerSession *session, GPtrArray *going, gint64 now_utc);
GPtrArray *planner_agenda_list_parallel (const PlannerAgenda *agenda, const PlannerSession *session);

G_END_DECLS

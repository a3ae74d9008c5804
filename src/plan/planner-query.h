/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerQuery:
 *
 * The words of a search, folded by planner_fold(). A session matches if its texts contain all of them, be it as parts of
 * longer words.
 */
typedef struct _PlannerQuery PlannerQuery;

PlannerQuery *planner_query_new (const char *text);
void planner_query_free (PlannerQuery *query);
gboolean planner_query_is_empty (const PlannerQuery *query);
guint planner_query_rank (const PlannerQuery *query, const PlannerSession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerQuery, planner_query_free)

G_END_DECLS

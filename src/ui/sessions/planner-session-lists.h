/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"
#include "plan/planner-filter.h"
#include "plan/planner-query.h"
#include "ui/sessions/planner-gradual-model.h"
#include "ui/sessions/planner-search-results.h"

G_BEGIN_DECLS

/**
 * PlannerSessionLists:
 *
 * Two lists of the entries in a scope, such as one forum, that match a filter. One has all of them, by day and start. The
 * other has those that match a search, best match first, with a section for each #PlannerQueryPlace. When a star or the
 * search changes, both keep the items that still belong to them.
 *
 * Properties: query (#PlannerQuery, nullable, read-only): the search.
 */
#define PLANNER_TYPE_SESSION_LISTS (planner_session_lists_get_type ())

G_DECLARE_FINAL_TYPE (PlannerSessionLists, planner_session_lists, PLANNER, SESSION_LISTS, GObject)

PlannerSessionLists *planner_session_lists_new (void);

GListModel *planner_session_lists_get_browsed (PlannerSessionLists *self);
PlannerGradualModel *planner_session_lists_get_shown (PlannerSessionLists *self);
GListModel *planner_session_lists_get_ranked (PlannerSessionLists *self);
PlannerGradualModel *planner_session_lists_get_found (PlannerSessionLists *self);
GListModel *planner_session_lists_get_current (PlannerSessionLists *self);

void planner_session_lists_set_scope (PlannerSessionLists *self, GListModel *entries, const char *forum_name);
void planner_session_lists_set_filter (PlannerSessionLists *self, const PlannerFilter *filter);
void planner_session_lists_set_now (PlannerSessionLists *self, gint64 now_utc);
void planner_session_lists_stars_changed (PlannerSessionLists *self);
void planner_session_lists_search (PlannerSessionLists *self, const char *text);
gboolean planner_session_lists_is_searching (PlannerSessionLists *self);

guint planner_session_lists_find_present (PlannerSessionLists *self, gint64 now_utc);
int planner_session_lists_compare_sections (PlannerEntry *a, PlannerEntry *b);

gboolean planner_is_later_day (const char *a, const char *b);

G_END_DECLS

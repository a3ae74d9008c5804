/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerSearched:
 * @conference_id: the store's number of the conference
 * @agenda: (owned): its agenda
 * @starred: (owned): the set of the keys of its starred sessions
 *
 * A conference whose sessions the desktop can search.
 */
typedef struct
{
  gint64 conference_id;
  PlannerAgenda *agenda;
  GHashTable *starred;
} PlannerSearched;

PlannerSearched *planner_searched_new (gint64 conference_id, PlannerAgenda *agenda);
void planner_searched_free (PlannerSearched *searched);

gboolean planner_quick_search_covers (gint64 last_utc, gint64 now_utc);
GStrv planner_quick_search_run (GPtrArray *conferences, const char *text, gint64 now_utc);
const PlannerSession *
planner_quick_search_find (GPtrArray *conferences, const char *id, const PlannerSearched **searched);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerSearched, planner_searched_free)

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/sessions/planner-session-lists.h"

G_BEGIN_DECLS

/**
 * PlannerSessionViews:
 *
 * Fills the list view of all sessions and the list view of the search results with rows and headings, and scrolls them to a
 * session.
 */
#define PLANNER_TYPE_SESSION_VIEWS (planner_session_views_get_type ())

G_DECLARE_FINAL_TYPE (PlannerSessionViews, planner_session_views, PLANNER, SESSION_VIEWS, GObject)

PlannerSessionViews *planner_session_views_new (gpointer page,
                                                PlannerSessionLists *lists,
                                                GtkListView *browse_view,
                                                GtkListView *results_view);
void planner_session_views_reveal (PlannerSessionViews *self, PlannerEntry *entry);

G_END_DECLS

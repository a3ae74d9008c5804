/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/sessions/planner-session-lists.h"

G_BEGIN_DECLS

/**
 * PlannerSessionSearch:
 *
 * Searches lists of sessions for the text in an entry. A screen reader hears the number of results. Down in the entry moves to
 * the first result, and Enter opens it.
 *
 * Signals:
 * - changed: the text or the results have changed
 */
#define PLANNER_TYPE_SESSION_SEARCH (planner_session_search_get_type ())

G_DECLARE_FINAL_TYPE (PlannerSessionSearch, planner_session_search, PLANNER, SESSION_SEARCH, GObject)

PlannerSessionSearch *planner_session_search_new (PlannerSessionLists *lists,
                                                  GtkSearchBar *bar,
                                                  GtkSearchEntry *entry,
                                                  GtkListView *view);

void planner_session_search_start (PlannerSessionSearch *self);
void planner_session_search_start_with (PlannerSessionSearch *self, const char *text);
gboolean planner_session_search_end (PlannerSessionSearch *self);
const char *planner_session_search_get_text (PlannerSessionSearch *self);
void planner_session_search_set_key_capture (PlannerSessionSearch *self, GtkWidget *widget);
void planner_session_search_set_on_screen (PlannerSessionSearch *self, gboolean on_screen);

G_END_DECLS

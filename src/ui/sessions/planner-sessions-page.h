/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"
#include "plan/planner-filter.h"
#include "ui/sessions/planner-session-scope.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerSessionsPage:
 *
 * Lists the sessions of a conference by day and start: all sessions, My Schedule, or one forum. It has a search,
 * filters and a day switch. Where there is room, a switch in its header shows a day as a timetable.
 * It uses the window's actions win.show-session('key') and win.toggle-star('key').
 *
 * Properties: conference (#PlannerConference, nullable), local-time (boolean), now-utc (int64): the current time in seconds
 * since the epoch, or %PLANNER_TIME_UNKNOWN, shows-list (boolean, read-only): whether a list is on screen, shown-entry
 * (#PlannerEntry, nullable): the session that the list shows as selected.
 */
#define PLANNER_TYPE_SESSIONS_PAGE (planner_sessions_page_get_type ())

G_DECLARE_FINAL_TYPE (PlannerSessionsPage, planner_sessions_page, PLANNER, SESSIONS_PAGE, AdwNavigationPage)

PlannerSessionsPage *planner_sessions_page_new (void);
void planner_sessions_page_show (PlannerSessionsPage *self,
                                 PlannerConference *conference,
                                 PlannerScope scope,
                                 const char *forum_name);
void planner_sessions_page_set_filter (PlannerSessionsPage *self, const PlannerFilter *filter);
void planner_sessions_page_start_search (PlannerSessionsPage *self);
void planner_sessions_page_search (PlannerSessionsPage *self, const char *text);
void planner_sessions_page_set_key_capture (PlannerSessionsPage *self, GtkWidget *widget);
void planner_sessions_page_set_beside_pane (PlannerSessionsPage *self, gboolean beside_pane);
gboolean planner_sessions_page_shows_list (PlannerSessionsPage *self);
gboolean planner_sessions_page_shows_timetable (PlannerSessionsPage *self);
GListModel *planner_sessions_page_get_list (PlannerSessionsPage *self);
void planner_sessions_page_reveal (PlannerSessionsPage *self, PlannerEntry *entry);
PlannerEntry *planner_sessions_page_get_focused (PlannerSessionsPage *self);

G_END_DECLS

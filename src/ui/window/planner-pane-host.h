/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/window/planner-pane.h"
#include "ui/window/planner-view.h"

G_BEGIN_DECLS

/**
 * PlannerPaneHost:
 *
 * Shows the pane beside the view of a conference or on top of it, opens sessions, rooms and speakers in the pane, and keeps
 * the pane and the list of the view at the same session. It stores that session for the next start.
 */
#define PLANNER_TYPE_PANE_HOST (planner_pane_host_get_type ())

G_DECLARE_FINAL_TYPE (PlannerPaneHost, planner_pane_host, PLANNER, PANE_HOST, GObject)

PlannerPaneHost *planner_pane_host_new (AdwNavigationSplitView *split_view,
                                        AdwNavigationView *navigation_view,
                                        PlannerSessionsPage *sessions_page,
                                        PlannerPane *pane);

void planner_pane_host_set_settings (PlannerPaneHost *self, GSettings *settings);
void planner_pane_host_set_conference (PlannerPaneHost *self, PlannerConference *conference);
void planner_pane_host_set_view (PlannerPaneHost *self, const PlannerView *view);
void planner_pane_host_set_wide (PlannerPaneHost *self, gboolean wide);
void planner_pane_host_set_extra_wide (PlannerPaneHost *self, gboolean extra_wide);

gboolean planner_pane_host_is_wide (PlannerPaneHost *self);
gboolean planner_pane_host_is_extra_wide (PlannerPaneHost *self);
gboolean planner_pane_host_is_pane_on_top (PlannerPaneHost *self);
gboolean planner_pane_host_shows_sessions (PlannerPaneHost *self);
gboolean planner_pane_host_shows_timetable (PlannerPaneHost *self);
PlannerEntry *planner_pane_host_get_current (PlannerPaneHost *self);

void planner_pane_host_show_session (PlannerPaneHost *self, PlannerEntry *entry);
void planner_pane_host_show_room (PlannerPaneHost *self, const char *name);
void planner_pane_host_show_speaker (PlannerPaneHost *self, const char *key);
gboolean planner_pane_host_step (PlannerPaneHost *self, int step);
void planner_pane_host_close (PlannerPaneHost *self);
void planner_pane_host_leave (PlannerPaneHost *self);
void planner_pane_host_save_session (PlannerPaneHost *self);
void planner_pane_host_focus_changed (PlannerPaneHost *self);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/window/planner-content.h"

G_BEGIN_DECLS

/**
 * PlannerViewActions:
 *
 * The actions of a window that show something of the conference on screen beside the sidebar:
 *
 * - win.show-view (string: the view's id), win.preview-view (the same, while the focus stays in the sidebar),
 *   win.show-forum (string: its name), win.show-timetable
 * - win.show-session (string: the session's key), win.show-room (string: its name), win.show-speaker (string: the key),
 *   win.hide-details
 * - win.show-free-time ((sxx): the session's key, the first and the last second), win.show-parallel (string: the key)
 * - win.review-changes, win.search
 * - win.star-current: stars the session that has the focus or that the pane shows
 */
#define PLANNER_TYPE_VIEW_ACTIONS (planner_view_actions_get_type ())

G_DECLARE_FINAL_TYPE (PlannerViewActions, planner_view_actions, PLANNER, VIEW_ACTIONS, GObject)

PlannerViewActions *
planner_view_actions_new (GActionMap *window, AdwNavigationSplitView *split_view, PlannerContent *content);
void planner_view_actions_set_conference (PlannerViewActions *self, PlannerConference *conference);

G_END_DECLS

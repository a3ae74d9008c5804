/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/sessions/planner-sessions-page.h"
#include "ui/window/planner-pane.h"

G_BEGIN_DECLS

/**
 * PlannerFocusFollower:
 *
 * Follows the keyboard focus of a view. It remembers which widget of the view had the focus last.
 *
 * Signals:
 * - entry-focused (#PlannerEntry): the focus is on a session that the pane beside the view does not show. It is emitted when
 *   there is nothing to draw, so that the pane never slows down the list while a key is held.
 */
#define PLANNER_TYPE_FOCUS_FOLLOWER (planner_focus_follower_get_type ())

G_DECLARE_FINAL_TYPE (PlannerFocusFollower, planner_focus_follower, PLANNER, FOCUS_FOLLOWER, GObject)

PlannerFocusFollower *planner_focus_follower_new (AdwNavigationSplitView *split_view,
                                                  AdwNavigationView *navigation_view,
                                                  PlannerSessionsPage *sessions_page,
                                                  PlannerPane *pane);
void planner_focus_follower_update (PlannerFocusFollower *self);
PlannerEntry *planner_focus_follower_find_entry (PlannerFocusFollower *self);
void planner_focus_follower_restore (PlannerFocusFollower *self);

G_END_DECLS

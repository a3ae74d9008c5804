/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/sessions/planner-session-lists.h"

G_BEGIN_DECLS

/**
 * PlannerHeadingJump:
 *
 * Scrolls a list of sessions until the heading of a section is at the top. This takes a few frames.
 *
 * Signals: done: emitted after the last frame.
 */
#define PLANNER_TYPE_HEADING_JUMP (planner_heading_jump_get_type ())

G_DECLARE_FINAL_TYPE (PlannerHeadingJump, planner_heading_jump, PLANNER, HEADING_JUMP, GObject)

PlannerHeadingJump *
planner_heading_jump_new (PlannerSessionLists *lists, GtkScrolledWindow *scroller, GtkListView *view);
void planner_heading_jump_start (PlannerHeadingJump *self, PlannerEntry *entry, GtkListScrollFlags flags);
gboolean planner_heading_jump_is_running (PlannerHeadingJump *self);

G_END_DECLS

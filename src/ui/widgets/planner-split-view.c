/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/planner-split-view.h"

static gboolean
remove_source_cb (gpointer view)
{
  return G_SOURCE_REMOVE;
}

/**
 * planner_split_view_show_content:
 * @view: a split view
 * @show_content: whether to show the content when @view is collapsed
 *
 * Does the same as adw_navigation_split_view_set_show_content(), which adds an idle source that writes to @view later, also
 * after the window was closed. So @view is kept until that source has run.
 */
void
planner_split_view_show_content (AdwNavigationSplitView *view, gboolean show_content)
{
  adw_navigation_split_view_set_show_content (view, show_content);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_source_cb, g_object_ref (view), g_object_unref);
}

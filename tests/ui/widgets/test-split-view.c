/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/planner-split-view.h"

static AdwNavigationSplitView *
make_view (void)
{
  AdwNavigationSplitView *view = ADW_NAVIGATION_SPLIT_VIEW (adw_navigation_split_view_new ());

  adw_navigation_split_view_set_sidebar (view, adw_navigation_page_new (gtk_label_new ("a"), "Sidebar"));
  adw_navigation_split_view_set_content (view, adw_navigation_page_new (gtk_label_new ("b"), "Content"));
  adw_navigation_split_view_set_collapsed (view, TRUE);

  return g_object_ref_sink (view);
}

static void
test_show_content (void)
{
  g_autoptr (AdwNavigationSplitView) view = make_view ();

  planner_split_view_show_content (view, TRUE);
  g_assert_true (adw_navigation_split_view_get_show_content (view));
  planner_split_view_show_content (view, FALSE);
  g_assert_false (adw_navigation_split_view_get_show_content (view));
}

static void
later_cb (gpointer reached)
{
  *(gboolean *) reached = TRUE;
}

/* An idle source that is added by @view before must find it alive. */
static void
test_kept_for_idle_source (void)
{
  AdwNavigationSplitView *view = make_view ();
  AdwNavigationSplitView *alive = NULL;
  gboolean reached = FALSE;

  g_set_weak_pointer (&alive, view);
  planner_split_view_show_content (view, TRUE);
  g_object_unref (view);
  g_assert_nonnull (alive);
  g_idle_add_once (later_cb, &reached);
  while (!reached)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (alive);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/split-view/show-content", test_show_content);
  g_test_add_func ("/ui/split-view/kept-for-idle-source", test_kept_for_idle_source);

  return g_test_run ();
}

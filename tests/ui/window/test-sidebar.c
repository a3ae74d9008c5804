/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/window/planner-sidebar-item.h"
#include "ui/window/planner-sidebar.h"

#include <locale.h>

typedef struct
{
  UiFixture base;
  GtkWidget *window;
  GtkWidget *sidebar;
  char *shown; /* owned, nullable: the id of the view that win.show-view was activated with */
} Fixture;

static void
show_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_set_str (&((Fixture *) data)->shown, g_variant_get_string (parameter, NULL));
}

static void
add_actions (Fixture *fixture)
{
  const GActionEntry entries[] = { { .name = "show-view", .activate = show_view_cb, .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_set_up (&fixture->base, NULL);
  fixture->window = gtk_window_new ();
  fixture->sidebar = g_object_new (PLANNER_TYPE_SIDEBAR, "library", fixture->base.library, NULL);
  add_actions (fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->sidebar);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_object_set (fixture->sidebar, "conference", fixture->base.conference, "view", "all", NULL);
  ui_wait_for_frames (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->sidebar);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_iterate ();
  g_assert_finalize_object (fixture->sidebar);
  g_free (fixture->shown);
  ui_tear_down (&fixture->base, NULL);
}

static AdwSidebar *
get_sidebar (Fixture *fixture)
{
  return ui_find_widget (fixture->sidebar, ADW_TYPE_SIDEBAR);
}

static const char *
get_view (AdwSidebarItem *item)
{
  return planner_sidebar_item_get_view (PLANNER_SIDEBAR_ITEM (item));
}

static void
test_lists_available_views (Fixture *fixture, gconstpointer data)
{
  const char *const views[] = { "now",        "my-schedule",     "all",       "speakers", "rooms",
                                "conference", "forum:Rust & Co", "forum:Food" };
  const char *const titles[] = { "Now",   "My Schedule", "All Sessions", "Speakers",
                                 "Rooms", "Conference",  "Rust & Co",    "Food" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AdwSidebarItem *item = adw_sidebar_get_item (get_sidebar (fixture), i);

      g_assert_cmpstr (get_view (item), ==, views[i]);
      g_assert_cmpstr (adw_sidebar_item_get_title (item), ==, titles[i]);
    }
  g_assert_null (adw_sidebar_get_item (get_sidebar (fixture), G_N_ELEMENTS (views)));
}

static void
test_follows_conference (Fixture *fixture, gconstpointer data)
{
  AdwSidebarItem *mine = adw_sidebar_get_item (get_sidebar (fixture), 1);
  guint count;

  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->sidebar)), ==, "Test");
  ui_star (&fixture->base, 1, TRUE);
  g_object_get (mine, "count", &count, NULL);
  g_assert_cmpuint (count, ==, 1);
  gtk_test_accessible_assert_property (adw_sidebar_item_get_suffix (mine), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1 session");

  g_object_set (fixture->sidebar, "conference", NULL, NULL);
  g_object_get (mine, "count", &count, NULL);
  g_assert_cmpuint (count, ==, 0);
  g_assert_false (adw_sidebar_item_get_visible (mine));
}

static void
test_selects_view (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_view (adw_sidebar_get_selected_item (get_sidebar (fixture))), ==, "all");
  g_object_set (fixture->sidebar, "view", "forum:Food", NULL);
  g_assert_cmpstr (get_view (adw_sidebar_get_selected_item (get_sidebar (fixture))), ==, "forum:Food");
  g_object_set (fixture->sidebar, "mode", ADW_SIDEBAR_MODE_PAGE, NULL);
  g_assert_null (adw_sidebar_get_selected_item (get_sidebar (fixture)));
}

static void
test_activates_view (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (get_sidebar (fixture), "activated", 6);
  g_assert_cmpstr (fixture->shown, ==, "forum:Rust & Co");
}

static void
test_tab_reaches_list (Fixture *fixture, gconstpointer data)
{
  gboolean reached = FALSE;

  for (guint i = 0; i < 10 && !reached; i++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      reached = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (get_sidebar (fixture)));
    }
  g_assert_true (reached);
}

static void
test_large_count (void)
{
  g_autoptr (PlannerSidebarItem) item = g_object_new (PLANNER_TYPE_SIDEBAR_ITEM, "view", "all", NULL);
  g_autofree char *old = g_strdup (setlocale (LC_NUMERIC, NULL));

  if (!setlocale (LC_NUMERIC, "en_US.UTF-8"))
    {
      g_test_skip ("needs the locale en_US.UTF-8");
      return;
    }

  planner_sidebar_item_set_count (item, 1105);
  setlocale (LC_NUMERIC, old);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (adw_sidebar_item_get_suffix (ADW_SIDEBAR_ITEM (item)))),
                   ==, "1,105");
}

#define ADD(path, test) g_test_add ("/ui/sidebar/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("lists-available-views", test_lists_available_views);
  ADD ("U4/follows-conference-and-speaks-counts", test_follows_conference);
  ADD ("selects-view-in-sidebar-mode-only", test_selects_view);
  ADD ("activates-view", test_activates_view);
  ADD ("U4/tab-reaches-list", test_tab_reaches_list);
  g_test_add_func ("/ui/sidebar/large-count-has-thousands-separator", test_large_count);

  return g_test_run ();
}

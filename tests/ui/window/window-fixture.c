/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window/window-fixture.h"

/* The first forum has two sessions, and each other forum has one. */
static char *
write_feed (Fixture *fixture)
{
  g_autoptr (GString) events = g_string_new (NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "schedule.json", NULL);
  g_autofree char *feed = NULL;

  for (int i = 0; i <= N_FORUMS; i++)
    {
      g_autofree char *forum = i < 2 ? g_strdup (ODD_FORUM) : g_strdup_printf ("Forum %d", i);

      g_string_append_printf (
          events,
          "%s{\"guid\":\"11111111-1111-4111-8111-0000000000%02d\",\"id\":%d,\"title\":\"Talk <b>%d & \","
          "\"date\":\"2026-07-01T10:00:00+02:00\",\"start\":\"10:00\",\"duration\":\"01:00\","
          "\"room\":\"Hall\",\"track\":\"%s\",\"persons\":[]}",
          i > 0 ? "," : "", i, i + 1, i, forum);
    }
  feed = g_strdup_printf (
      "{\"schedule\":{\"version\":\"1\",\"exhibitors\":[{\"name\":\"Stall\",\"kind\":\"booth\"}],"
      "\"conference\":{\"title\":\"Under_scored & Co\",\"acronym\":\"test\",\"days\":[{\"index\":1,"
      "\"date\":\"2026-07-01\",\"rooms\":{\"Hall\":[%s]}}]}}}",
      events->str);
  g_assert_true (g_file_set_contents (path, feed, -1, NULL));

  return g_steal_pointer (&path);
}

void
remove_bundled (Fixture *fixture)
{
  g_autoptr (PlannerConference) bundled = g_list_model_get_item (G_LIST_MODEL (fixture->library), 0);

  remove_from_library (fixture->library, bundled);
}

void
window_add_conference (Fixture *fixture)
{
  g_autofree char *path = write_feed (fixture);
  g_autoptr (GError) error = NULL;

  fixture->conference = add_to_library (fixture->library, path, &error);
  g_assert_no_error (error);
}

void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  g_autofree char *store_path = NULL;

  fixture->folder = g_dir_make_tmp ("planner-window-XXXXXX", NULL);
  fixture->settings = ui_reset_settings ();
  store_path = g_build_filename (fixture->folder, "planner.db", NULL);
  fixture->library = load_library (store_path, fetcher);
  remove_bundled (fixture);
}

/* Waits for the sidebar too, which appears after the first frame. */
static void
present (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (fixture->window)) ||
         gtk_widget_get_width (GTK_WIDGET (fixture->window)) == 0)
    g_main_context_iteration (NULL, TRUE);
  while (!ui_find_widget (fixture->window, PLANNER_TYPE_SIDEBAR))
    g_main_context_iteration (NULL, TRUE);
  ui_iterate ();
}

void
open_window (Fixture *fixture)
{
  fixture->window = planner_window_new (NULL, fixture->library, fixture->settings);
  planner_window_library_loaded (fixture->window, NULL);
  present (fixture);
}

void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_empty (fixture, data);
  window_add_conference (fixture);
  open_window (fixture);
}

void
close_window (Fixture *fixture)
{
  if (fixture->window == NULL)
    return;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* A task that runs, such as a write to the store, holds the window until it ends. */
  while (fixture->window)
    g_main_context_iteration (NULL, TRUE);
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
  finish_object (fixture->library);
  g_clear_object (&fixture->settings);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

PlannerSidebarItem *
get_item (Fixture *fixture, guint index)
{
  return PLANNER_SIDEBAR_ITEM (
      adw_sidebar_get_item (ui_find_widget (fixture->window, ADW_TYPE_SIDEBAR), index));
}

void
present_with_forums (Fixture *fixture)
{
  g_autoptr (GtkSelectionModel) items =
      adw_sidebar_get_items (ui_find_widget (fixture->window, ADW_TYPE_SIDEBAR));

  present (fixture);
  while (g_list_model_get_n_items (G_LIST_MODEL (items)) < 5 + N_FORUMS ||
         !gtk_widget_get_visible (ui_find_widget (fixture->window, GTK_TYPE_SEARCH_ENTRY)))
    g_main_context_iteration (NULL, TRUE);
}

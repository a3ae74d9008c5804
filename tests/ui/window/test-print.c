/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The action that prints. */

#include "ui/window/window-fixture.h"

static GtkWindow *
find_dialog (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_visible (GTK_WIDGET (window)) &&
          g_strcmp0 (gtk_window_get_title (window), title) == 0)
        return window;
    }

  return NULL;
}

static void
assert_dialog (const char *title)
{
  GtkWindow *dialog;

  while (!(dialog = find_dialog (title)))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_close (dialog);
  while (find_dialog (title))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_without_conference (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "print"));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  ui_activate (fixture->window, "win.print", NULL);
  ui_wait_for_label (GTK_WIDGET (fixture->window), "Star a session to print your schedule");
}

static void
test_my_schedule (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerEntry) entry =
      g_list_model_get_item (planner_conference_get_entries (fixture->conference), 3);

  ui_activate (fixture->window, "win.toggle-star", planner_entry_get_key (entry));
  ui_wait_for_stars (fixture->conference, 1);
  ui_activate (fixture->window, "win.print", NULL);
  assert_dialog ("My Schedule");
}

static void
test_forum (Fixture *fixture, gconstpointer data)
{
  const PlannerForum *forum =
      g_ptr_array_index (planner_conference_get_agenda (fixture->conference)->forums, 0);

  ui_activate (fixture->window, "win.show-forum", forum->name);
  ui_activate (fixture->window, "win.print", NULL);
  assert_dialog (forum->title.shown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("printing-needs-a-conference", set_up_empty, test_without_conference, NULL);
  add ("printing-needs-a-star-or-a-forum", set_up, test_nothing, NULL);
  add ("starred-sessions-are-printed", set_up, test_my_schedule, NULL);
  add ("forum-on-screen-is-printed", set_up, test_forum, NULL);

  return g_test_run ();
}

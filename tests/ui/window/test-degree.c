/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The actions that make sessions plan B or going, and their Undo. All sessions of the window’s conference are at one time. */

#include "ui/window/window-fixture.h"

#include "store/database.h"

/* 2026-06-01, before the sessions. */
#define NOW_US (G_GINT64_CONSTANT (1780272000) * G_USEC_PER_SEC)

static PlannerEntry *
get_entry (Fixture *fixture, guint index)
{
  g_autoptr (PlannerEntry) entry =
      g_list_model_get_item (planner_conference_get_entries (fixture->conference), index);

  return entry;
}

static void
activate (Fixture *fixture, const char *action, guint index)
{
  ui_activate (fixture->window, action, planner_entry_get_key (get_entry (fixture, index)));
}

/* Stars the sessions 0 to n − 1. */
static void
star (Fixture *fixture, guint n)
{
  planner_time_source_set_now_us (planner_library_get_time_source (fixture->library), NOW_US);
  for (guint i = 0; i < n; i++)
    activate (fixture, "win.toggle-star", i);
  ui_wait_for_stars (fixture->conference, n);
  ui_iterate ();
}

static void
wait_for_going (PlannerConference *conference, guint n)
{
  while (planner_conference_get_n_going (conference) != n)
    g_main_context_iteration (NULL, TRUE);
}

/* An older toast may not have disappeared yet. */
static void
undo (Fixture *fixture, const char *report)
{
  GtkWidget *toast;

  ui_wait_for_label (GTK_WIDGET (fixture->window), report);
  toast = gtk_widget_get_ancestor (ui_find_label (GTK_WIDGET (fixture->window), report),
                                   g_type_from_name ("AdwToastWidget"));
  g_signal_emit_by_name (ui_find_button (toast, "_Undo"), "clicked");
}

/* @what: the report without the title of the session */
static void
undo_one (Fixture *fixture, const char *what, guint index)
{
  g_autofree char *report =
      g_strdup_printf ("%s: “%s”", what, planner_entry_get_session (get_entry (fixture, index))->title.shown);

  undo (fixture, report);
}

static void
test_toggle (Fixture *fixture, gconstpointer data)
{
  PlannerEntry *entry = get_entry (fixture, 3);

  activate (fixture, "win.toggle-plan-b", 3);
  ui_wait_for_stars (fixture->conference, 1);
  g_assert_true (planner_entry_get_plan_b (entry));
  undo_one (fixture, "Plan B now", 3);
  ui_wait_for_stars (fixture->conference, 0);

  star (fixture, 1);
  entry = get_entry (fixture, 0);
  activate (fixture, "win.toggle-plan-b", 0);
  wait_for_going (fixture->conference, 0);
  activate (fixture, "win.toggle-plan-b", 0);
  wait_for_going (fixture->conference, 1);
  g_assert_false (planner_entry_get_plan_b (entry));
  undo_one (fixture, "Going now", 0);
  wait_for_going (fixture->conference, 0);
  g_assert_true (planner_entry_get_plan_b (entry));
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  star (fixture, 3);
  g_assert_true (planner_entry_get_clashing (get_entry (fixture, 1)));
  activate (fixture, "win.keep-session", 1);
  wait_for_going (fixture->conference, 1);
  g_assert_cmpuint (planner_conference_get_n_starred (fixture->conference), ==, 3);
  g_assert_true (planner_entry_is_going (get_entry (fixture, 1)));
  g_assert_false (planner_entry_get_clashing (get_entry (fixture, 1)));

  undo (fixture, "2 sessions are plan B now");
  wait_for_going (fixture->conference, 3);
  g_assert_true (planner_entry_get_clashing (get_entry (fixture, 1)));
}

static PlannerConference *
add_other (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.json", NULL);
  g_autoptr (GError) error = NULL;
  PlannerConference *other;

  g_assert_true (g_file_set_contents (
      path,
      "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"Other\",\"days\":[{\"index\":1,\"date\":"
      "\"2026-07-01\",\"rooms\":{\"Hall\":[{\"guid\":\"22222222-2222-4222-8222-222222222222\",\"id\":1,"
      "\"title\":\"Elsewhere\",\"date\":\"2026-07-01T10:30:00+02:00\",\"start\":\"10:30\","
      "\"duration\":\"01:00\",\"room\":\"Hall\",\"persons\":[]}]}}]}}}",
      -1, NULL));
  other = add_to_library (fixture->library, path, &error);
  g_assert_no_error (error);

  return other;
}

/* The session that is not kept belongs to another conference than the one on screen. */
static void
test_keep_across (Fixture *fixture, gconstpointer data)
{
  PlannerConference *other = add_other (fixture);
  PlannerEntry *elsewhere = planner_conference_find_entry (other, "22222222-2222-4222-8222-222222222222");
  g_autoptr (GAsyncResult) result = NULL;

  star (fixture, 1);
  planner_conference_set_starred_async (other, elsewhere, TRUE, NULL, keep_result_cb, &result);
  g_assert_true (planner_conference_set_starred_finish (other, wait_for_result (&result), NULL));
  activate (fixture, "win.keep-session", 0);
  wait_for_going (other, 0);
  g_assert_true (planner_entry_get_plan_b (elsewhere));
  g_assert_true (planner_entry_is_going (get_entry (fixture, 0)));
  undo (fixture, "Plan B now: “Elsewhere”");
  wait_for_going (other, 1);
}

/* U6: the removed star of a plan B comes back as plan B. */
static void
test_unstar (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "win.toggle-plan-b", 3);
  ui_wait_for_stars (fixture->conference, 1);
  ui_iterate ();
  activate (fixture, "win.toggle-star", 3);
  ui_wait_for_stars (fixture->conference, 0);
  undo_one (fixture, "Star removed", 3);
  ui_wait_for_stars (fixture->conference, 1);
  g_assert_true (planner_entry_get_plan_b (get_entry (fixture, 3)));
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "planner.db", NULL);
  guint n_notified = 0;

  star (fixture, 1);
  execute (path,
           "CREATE TRIGGER full BEFORE UPDATE OF degree ON stars BEGIN SELECT raise (FAIL, 'full'); END");
  g_signal_connect_swapped (get_entry (fixture, 0), "notify::plan-b", G_CALLBACK (g_atomic_int_inc),
                            &n_notified);
  activate (fixture, "win.toggle-plan-b", 0);
  while (n_notified == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (planner_entry_is_going (get_entry (fixture, 0)));
  g_assert_null (ui_find_button (GTK_WIDGET (fixture->window), "_Undo"));
}

/* The window that would show the toast is gone when the degree is stored. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  star (fixture, 1);
  activate (fixture, "win.toggle-plan-b", 0);
  close_window (fixture);
  wait_for_going (fixture->conference, 0);
}

static void
test_sidebar (Fixture *fixture, gconstpointer data)
{
  guint count;

  star (fixture, 2);
  activate (fixture, "win.toggle-plan-b", 0);
  wait_for_going (fixture->conference, 1);
  ui_iterate ();
  g_object_get (get_item (fixture, 1), "count", &count, NULL);
  g_assert_cmpuint (count, ==, 1);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("U16/change-degree-and-undo", set_up, test_toggle, NULL);
  add ("U16/keep-one-makes-others-plan-b", set_up, test_keep, NULL);
  add ("U16/keep-one-across-conferences", set_up, test_keep_across, NULL);
  add ("U16/unstored-degree-is-reported", set_up, test_failure, NULL);
  add ("U16/window-closes-while-degree-is-stored", set_up, test_closed, NULL);
  add ("U16/sidebar-counts-going-sessions", set_up, test_sidebar, NULL);
  add ("U6/undo-restores-plan-b", set_up, test_unstar, NULL);

  return g_test_run ();
}

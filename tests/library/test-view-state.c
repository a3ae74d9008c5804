/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/library-fixture.h"

#define CONFERENCE FEED ("1", EVENT (A, "Kernel", "10:00", "H.1"))

/* Returns: (transfer none): the state of the first or the second conference */
static PlannerViewState *
get_state (Fixture *fixture, guint index)
{
  GListModel *conferences = G_LIST_MODEL (fixture->library);
  const guint n = g_list_model_get_n_items (conferences);
  g_autoptr (PlannerConference) conference = g_list_model_get_item (conferences, n - 2 + index);

  return planner_conference_get_view_state (conference);
}

static gboolean
shows_timetable (Fixture *fixture, guint index)
{
  return planner_view_state_get_show_timetable (get_state (fixture, index));
}

static void
add_two_conferences (Fixture *fixture)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.json", NULL);
  g_autoptr (GError) error = NULL;

  write_feed (fixture, CONFERENCE);
  add (fixture, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (other, CONFERENCE, -1, NULL));
  add_to_library (fixture->library, other, &error);
  g_assert_no_error (error);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_each_conference (Fixture *fixture, gconstpointer data)
{
  guint n_changes = 0;

  add_two_conferences (fixture);
  g_assert_false (shows_timetable (fixture, 0));
  g_assert_false (shows_timetable (fixture, 1));

  g_signal_connect_swapped (get_state (fixture, 1), "notify::show-timetable", G_CALLBACK (count_cb),
                            &n_changes);
  planner_view_state_set_show_timetable (get_state (fixture, 1), TRUE);
  planner_view_state_set_show_timetable (get_state (fixture, 1), TRUE);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_false (shows_timetable (fixture, 0));
  g_assert_true (shows_timetable (fixture, 1));

  reopen_library (fixture);
  g_assert_false (shows_timetable (fixture, 0));
  g_assert_true (shows_timetable (fixture, 1));
  planner_view_state_set_show_timetable (get_state (fixture, 1), FALSE);
  planner_view_state_set_show_timetable (get_state (fixture, 0), TRUE);

  reopen_library (fixture);
  g_assert_true (shows_timetable (fixture, 0));
  g_assert_false (shows_timetable (fixture, 1));
}

/* Another process stores a part of the state while the library is open. */
static void
test_other_process (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) other = NULL;

  add_two_conferences (fixture);
  execute (fixture->store_path, "UPDATE conferences SET view_state = '{''other'': <7>}'");
  planner_view_state_set_show_timetable (get_state (fixture, 0), TRUE);

  reopen_library (fixture);
  g_assert_true (shows_timetable (fixture, 0));
  other = planner_view_state_lookup (get_state (fixture, 0), "other", G_VARIANT_TYPE_INT32);
  g_assert_nonnull (other);
  g_assert_cmpint (g_variant_get_int32 (other), ==, 7);
}

/* A value of another type counts as no choice. */
static void
test_other_type (Fixture *fixture, gconstpointer data)
{
  add_two_conferences (fixture);
  change_store (fixture, "UPDATE conferences SET view_state = '{''show-timetable'': <7>}'");
  g_assert_false (shows_timetable (fixture, 0));
  planner_view_state_set_show_timetable (get_state (fixture, 0), TRUE);
  g_assert_true (shows_timetable (fixture, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/library/view-state/each-conference-has-its-own", test_each_conference, NULL);
  add_test ("/library/view-state/data-of-other-processes-stays", test_other_process, NULL);
  add_test ("/library/view-state/other-type", test_other_type, NULL);

  return g_test_run ();
}

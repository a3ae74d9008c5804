/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/library-fixture.h"

#define TWO_ROOMS FEED ("1", EVENT (A, "Kernel", "10:00", "H.1") "," EVENT (B, "Compiler", "11:00", "H.2"))

static void
count_cb (PlannerHiddenRooms *hidden, guint *n)
{
  ++*n;
}

static PlannerHiddenRooms *
get_hidden (Fixture *fixture)
{
  return planner_conference_get_hidden_rooms (get_last (fixture));
}

static const GPtrArray *
get_rooms (Fixture *fixture)
{
  return planner_conference_get_agenda (get_last (fixture))->rooms;
}

static void
hide (Fixture *fixture, guint index, gboolean hidden)
{
  g_autoptr (GPtrArray) rooms = g_ptr_array_new ();

  g_ptr_array_add (rooms, g_ptr_array_index (get_rooms (fixture), index));
  planner_hidden_rooms_hide (get_hidden (fixture), rooms, hidden);
}

static gboolean
is_hidden (Fixture *fixture, guint index)
{
  return planner_hidden_rooms_contains (get_hidden (fixture), g_ptr_array_index (get_rooms (fixture), index));
}

static void
add_two_rooms (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  write_feed (fixture, TWO_ROOMS);
  add (fixture, &error);
  g_assert_no_error (error);
}

static void
test_stored (Fixture *fixture, gconstpointer data)
{
  guint n_changes = 0;

  add_two_rooms (fixture);
  g_signal_connect (get_hidden (fixture), "changed", G_CALLBACK (count_cb), &n_changes);
  hide (fixture, 1, TRUE);
  hide (fixture, 1, TRUE);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_false (is_hidden (fixture, 0));
  g_assert_true (is_hidden (fixture, 1));
  g_assert_cmpuint (planner_hidden_rooms_count (get_hidden (fixture), get_rooms (fixture)), ==, 1);

  reopen_library (fixture);
  g_assert_false (is_hidden (fixture, 0));
  g_assert_true (is_hidden (fixture, 1));
  hide (fixture, 1, FALSE);
  g_assert_false (is_hidden (fixture, 1));
  hide (fixture, 1, TRUE);
  planner_hidden_rooms_show_all (get_hidden (fixture));
  g_assert_false (is_hidden (fixture, 1));

  reopen_library (fixture);
  g_assert_false (is_hidden (fixture, 1));
}

/* A refresh does not show hidden rooms again, even if they were missing for a while. */
static void
test_refreshed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_two_rooms (fixture);
  hide (fixture, 1, TRUE);
  write_feed (fixture, FEED ("2", EVENT (A, "Kernel", "10:00", "H.1")));
  g_assert_true (refresh (get_last (fixture), &error));
  g_assert_cmpuint (planner_hidden_rooms_count (get_hidden (fixture), get_rooms (fixture)), ==, 0);
  write_feed (fixture, TWO_ROOMS);
  g_assert_true (refresh (get_last (fixture), &error));
  g_assert_true (is_hidden (fixture, 1));
}

/* Other keys that another version has stored are kept. A text that is no dictionary hides nothing. */
static void
test_other_view_state (Fixture *fixture, gconstpointer data)
{
  add_two_rooms (fixture);
  change_store (fixture, "UPDATE conferences SET view_state = '{''other'': <7>}'");
  hide (fixture, 0, TRUE);
  reopen_library (fixture);
  g_assert_true (is_hidden (fixture, 0));
  g_assert_nonnull (strstr (planner_conference_get_record (get_last (fixture))->view_state, "'other': <7>"));

  change_store (fixture, "UPDATE conferences SET view_state = 'no dictionary'");
  g_assert_false (is_hidden (fixture, 0));
  change_store (fixture, "UPDATE conferences SET view_state = '7'");
  g_assert_false (is_hidden (fixture, 0));
  change_store (fixture, "UPDATE conferences SET view_state = '{''hidden-rooms'': <7>}'");
  g_assert_false (is_hidden (fixture, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/library/hidden-rooms/are-stored", test_stored, NULL);
  add_test ("/library/hidden-rooms/survive-a-refresh", test_refreshed, NULL);
  add_test ("/library/hidden-rooms/other-view-state", test_other_view_state, NULL);

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Plan B and private notes of a conference that is open. */

#include "library/library-fixture.h"
#include "library/planner-conference-clashes.h"

#define BOTH(b_start) EVENT (A, "Opening", "10:00", "Hall") "," EVENT (B, "Keynote", b_start, "Hall")

static void
set_note (PlannerConference *conference, const char *key, const char *note)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PlannerEntry *entry = planner_conference_find_entry (conference, key);

  planner_conference_set_note_async (conference, entry, planner_entry_get_note (entry), note, NULL,
                                     keep_result_cb, &result);
  planner_conference_set_note_finish (conference, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

static void
assert_entry (PlannerConference *conference,
              const char *key,
              gboolean starred,
              gboolean plan_b,
              const char *note)
{
  PlannerEntry *entry = planner_conference_find_entry (conference, key);

  g_assert_cmpint (planner_entry_get_starred (entry), ==, starred);
  g_assert_cmpint (planner_entry_get_plan_b (entry), ==, plan_b);
  g_assert_cmpint (planner_entry_is_going (entry), ==, starred && !plan_b);
  g_assert_cmpstr (planner_entry_get_note (entry), ==, note);
}

static void
assert_counts (PlannerConference *conference, guint n_starred, guint n_going)
{
  g_assert_cmpuint (planner_conference_get_n_starred (conference), ==, n_starred);
  g_assert_cmpuint (planner_conference_get_n_going (conference), ==, n_going);
}

static void
notified_cb (guint *n)
{
  ++*n;
}

static void
test_degrees (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  guint n_notified = 0, n_rebuilt = 0;

  set_plan_b (conference, A, TRUE);
  assert_entry (conference, A, TRUE, TRUE, NULL);
  assert_counts (conference, 1, 0);

  g_signal_connect_swapped (conference, "notify::n-going", G_CALLBACK (notified_cb), &n_notified);
  g_signal_connect_swapped (planner_conference_get_starred (conference), "items-changed",
                            G_CALLBACK (notified_cb), &n_rebuilt);
  set_plan_b (conference, A, FALSE);
  assert_entry (conference, A, TRUE, FALSE, NULL);
  assert_counts (conference, 1, 1);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (n_rebuilt, ==, 0);

  set_plan_b (conference, A, TRUE);
  reopen_library (fixture);
  assert_entry (get_last (fixture), A, TRUE, TRUE, NULL);
  set_starred (get_last (fixture), A, FALSE);
  assert_entry (get_last (fixture), A, FALSE, FALSE, NULL);
  set_starred (get_last (fixture), A, TRUE);
  assert_entry (get_last (fixture), A, TRUE, FALSE, NULL);
}

static gboolean
allows_going (PlannerConference *conference, const char *key)
{
  return planner_conference_allows_going (conference, planner_conference_find_entry (conference, key));
}

static gboolean
is_clashing (PlannerConference *conference, const char *key)
{
  return planner_entry_get_clashing (planner_conference_find_entry (conference, key));
}

static void
test_clash (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);

  set_starred (conference, A, TRUE);
  set_starred (conference, B, TRUE);
  g_assert_true (is_clashing (conference, A));
  set_plan_b (conference, B, TRUE);
  g_assert_false (is_clashing (conference, A));
  g_assert_false (is_clashing (conference, B));
  g_assert_false (allows_going (conference, A));
  g_assert_false (allows_going (conference, B));
  set_plan_b (conference, B, FALSE);
  g_assert_true (is_clashing (conference, A));
  g_assert_true (is_clashing (conference, B));
}

/* A is going, B is plan B at the same time. */
static PlannerConference *
add_with_plan_b (Fixture *fixture)
{
  PlannerConference *conference = add (fixture, NULL);

  set_starred (conference, A, TRUE);
  set_plan_b (conference, B, TRUE);
  g_assert_false (allows_going (conference, B));

  return conference;
}

static void
test_allowed_after_unstar (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add_with_plan_b (fixture);

  set_starred (conference, A, FALSE);
  g_assert_true (allows_going (conference, B));
  set_plan_b (conference, B, FALSE);
  g_assert_false (allows_going (conference, B));
}

/* The edition takes the other session away. */
static void
test_allowed_after_edition (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add_with_plan_b (fixture);
  g_autoptr (GError) error = NULL;

  write_feed (fixture, data);
  refresh (conference, &error);
  g_assert_no_error (error);
  g_assert_true (allows_going (conference, B));
}

static void
test_withdrawn_plan_b (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add_with_plan_b (fixture);
  g_autoptr (GError) error = NULL;

  write_feed (fixture, FEED ("2", EVENT (A, "Opening", "12:00", "Hall")));
  refresh (conference, &error);
  g_assert_no_error (error);
  g_assert_true (planner_entry_get_withdrawn (planner_conference_find_entry (conference, B)));
  g_assert_false (allows_going (conference, B));
}

static void
test_note (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);

  set_note (conference, A, " \n");
  assert_entry (conference, A, FALSE, FALSE, NULL);
  set_note (conference, A, "Ask about\ttabs\a\n");
  assert_entry (conference, A, TRUE, FALSE, "Ask about\ttabs\n");
  set_plan_b (conference, A, TRUE);
  set_note (conference, A, "Other");
  assert_entry (conference, A, TRUE, TRUE, "Other");

  reopen_library (fixture);
  assert_entry (get_last (fixture), A, TRUE, TRUE, "Other");
  set_note (get_last (fixture), A, "");
  assert_entry (get_last (fixture), A, TRUE, TRUE, NULL);
}

static void
test_note_of_removed_star (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);

  set_note (conference, A, "Ask");
  set_starred (conference, A, FALSE);
  assert_entry (conference, A, FALSE, FALSE, NULL);
  set_starred (conference, A, TRUE);
  assert_entry (conference, A, TRUE, FALSE, "Ask");

  set_starred (conference, A, FALSE);
  set_plan_b (conference, A, TRUE);
  assert_entry (conference, A, TRUE, TRUE, "Ask");
}

static void
test_note_after_refresh (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  g_autoptr (GError) error = NULL;

  set_note (conference, B, "Ask");
  write_feed (fixture, FEED ("2", EVENT (A, "Opening", "10:00", "Hall")));
  refresh (conference, &error);
  g_assert_no_error (error);
  assert_entry (conference, B, TRUE, FALSE, "Ask");
  set_note (conference, B, "Ask again");
  write_feed (fixture, FEED ("3", BOTH ("11:30")));
  refresh (conference, &error);
  g_assert_no_error (error);
  assert_entry (conference, B, TRUE, FALSE, "Ask again");
}

static void
test_note_is_found (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  g_autoptr (PlannerQuery) query = planner_query_new ("prototype opening");
  PlannerEntry *entry = planner_conference_find_entry (conference, A);

  g_assert_cmpuint (planner_entry_rank (entry, query), ==, 0);
  set_note (conference, A, "Bring\nthe Prototype");
  g_assert_cmpuint (planner_entry_rank (entry, query), >, 0);
  set_note (conference, A, NULL);
  g_assert_cmpuint (planner_entry_rank (entry, query), ==, 0);
}

static void
test_other_process (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  const gint64 id = planner_conference_get_id (conference);
  g_autoptr (PlannerStore) other = NULL;
  guint n_notified = 0;

  set_starred (conference, A, TRUE);
  g_signal_connect_swapped (conference, "notify::n-going", G_CALLBACK (notified_cb), &n_notified);
  other = planner_store_open (fixture->store_path, NULL);
  g_assert_true (planner_store_set_plan_b (other, id, A, TRUE, NULL));
  g_assert_true (planner_store_set_note (other, id, A, NULL, "From elsewhere", NULL));
  reload_library (fixture->library);
  assert_entry (conference, A, TRUE, TRUE, "From elsewhere");
  g_assert_cmpuint (n_notified, ==, 1);
}

/* The conference has not read what the other process wrote. */
static void
test_note_of_other_process (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  g_autoptr (PlannerStore) other = planner_store_open (fixture->store_path, NULL);

  set_starred (conference, A, TRUE);
  set_note (conference, A, "Bring a pen");
  g_assert_true (planner_store_set_note (other, planner_conference_get_id (conference), A, "Bring a pen",
                                         "From elsewhere", NULL));
  set_note (conference, A, "Bring two pens");
  assert_entry (conference, A, TRUE, FALSE, "Bring two pens\n\nFrom elsewhere");

  /* A note that was not on screen is replaced. */
  set_starred (conference, A, FALSE);
  set_note (conference, A, "Start again");
  assert_entry (conference, A, TRUE, FALSE, "Start again");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/library/U16/degrees-are-stored-and-counted", test_degrees, NULL);
  add_test ("/library/U16/plan-b-does-not-clash", test_clash, NULL);
  add_test ("/library/U16/going-is-offered-after-unstar", test_allowed_after_unstar, NULL);
  add_test ("/library/U16/going-is-offered-after-withdrawal", test_allowed_after_edition,
            FEED ("2", EVENT (B, "Keynote", "10:30", "Hall")));
  add_test ("/library/U16/going-is-offered-after-cancellation", test_allowed_after_edition,
            FEED ("2", EVENT (A, "CANCELLED: Opening", "10:00", "Hall") "," EVENT (B, "Keynote", "10:30",
                                                                                   "Hall")));
  add_test ("/library/U16/going-is-offered-after-move", test_allowed_after_edition,
            FEED ("2", EVENT (A, "Opening", "15:00", "Hall") "," EVENT (B, "Keynote", "10:30", "Hall")));
  add_test ("/library/U16/going-is-not-offered-when-withdrawn", test_withdrawn_plan_b, NULL);
  add_test ("/library/U17/note-stars-the-session", test_note, NULL);
  add_test ("/library/U17/search-finds-words-of-notes", test_note_is_found, NULL);
  add_test ("/library/I4/note-returns-with-the-star", test_note_of_removed_star, NULL);
  add_test ("/library/I4/note-stays-while-withdrawn", test_note_after_refresh, NULL);
  add_test ("/library/M1/other-process-changes-degree-and-note", test_other_process, NULL);
  add_test ("/library/U17/note-of-other-process-is-kept", test_note_of_other_process, NULL);

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Stars and lead times are stored, and loaded at the next start. */

#include "library/library-fixture.h"
#include "library/planner-conference-clashes.h"
#include "library/planner-library-add.h"
#include "library/planner-library-remove.h"

static void
test_star_survives_restart (Fixture *fixture, gconstpointer data)
{
  add (fixture, NULL);
  set_starred (get_last (fixture), B, TRUE);
  g_assert_cmpuint (planner_conference_get_n_starred (get_last (fixture)), ==, 1);

  reopen_library (fixture);
  g_assert_cmpuint (planner_conference_get_n_starred (get_last (fixture)), ==, 1);
  g_assert_true (planner_entry_get_starred (planner_conference_find_entry (get_last (fixture), B)));

  set_starred (get_last (fixture), B, FALSE);
  reopen_library (fixture);
  g_assert_cmpuint (planner_conference_get_n_starred (get_last (fixture)), ==, 0);
}

static int
get_lead (Fixture *fixture, const char *key)
{
  return planner_entry_get_lead_s (planner_conference_find_entry (get_last (fixture), key));
}

static void
lead_changed_cb (PlannerConference *conference, PlannerEntry *entry, guint *n_changes)
{
  *n_changes += planner_entry_get_lead_s (entry) == 300;
}

static gboolean
set_lead (PlannerConference *conference, const char *key, int lead_s, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  planner_conference_set_lead_async (conference, planner_conference_find_entry (conference, key), lead_s,
                                     NULL, keep_result_cb, &result);

  return planner_conference_set_lead_finish (conference, wait_for_result (&result), error);
}

static void
test_lead (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  guint n_changes = 0;

  g_signal_connect (conference, "star-changed", G_CALLBACK (lead_changed_cb), &n_changes);
  set_starred (conference, B, TRUE);
  g_assert_cmpint (get_lead (fixture, B), ==, PLANNER_LEAD_DEFAULT);
  g_assert_true (set_lead (conference, B, 300, NULL));
  g_assert_cmpuint (n_changes, ==, 1);
  reopen_library (fixture);
  g_assert_cmpint (get_lead (fixture, B), ==, 300);

  /* The lead time is still stored when the session is starred again. */
  set_starred (get_last (fixture), B, FALSE);
  reopen_library (fixture);
  g_assert_cmpint (get_lead (fixture, B), ==, PLANNER_LEAD_DEFAULT);
  set_starred (get_last (fixture), B, TRUE);
  g_assert_cmpint (get_lead (fixture, B), ==, 300);
}

static void
test_lead_of_unstarred (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PlannerConference *conference = add (fixture, NULL);

  g_assert_false (set_lead (conference, A, 300, &error));
  g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (get_lead (fixture, A), ==, PLANNER_LEAD_DEFAULT);
}

static PlannerEntry *
get_starred (PlannerConference *conference, guint index)
{
  g_autoptr (PlannerEntry) entry = g_list_model_get_item (planner_conference_get_starred (conference), index);

  return entry;
}

/* The keynote is starred, then withdrawn. */
static PlannerConference *
add_and_withdraw (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PlannerConference *conference = add (fixture, &error);

  set_starred (conference, B, TRUE);
  write_feed (fixture, FEED ("2", EVENT (A, "Opening", "10:00", "Hall")));
  refresh (conference, &error);
  g_assert_no_error (error);

  return conference;
}

static void
test_withdrawn_and_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PlannerConference *conference = add_and_withdraw (fixture);

  g_assert_cmpuint (planner_conference_get_n_starred (conference), ==, 1);
  g_assert_true (planner_entry_get_withdrawn (get_starred (conference, 0)));
  g_assert_cmpstr (planner_entry_get_session (get_starred (conference, 0))->title.shown, ==, "Keynote");
  g_assert_cmpuint (g_list_model_get_n_items (planner_conference_get_entries (conference)), ==, 1);

  reopen_library (fixture);
  conference = get_last (fixture);
  g_assert_true (planner_entry_get_withdrawn (get_starred (conference, 0)));

  write_feed (fixture,
              FEED ("3", EVENT (A, "Opening", "10:00", "Hall") "," EVENT (B, "Keynote", "10:30", "Hall")));
  refresh (conference, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (planner_conference_get_n_starred (conference), ==, 1);
  g_assert_false (planner_entry_get_withdrawn (get_starred (conference, 0)));
  g_assert_true (get_starred (conference, 0) == planner_conference_find_entry (conference, B));
}

static void
test_dismiss_withdrawn_and_undo (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add_and_withdraw (fixture);

  set_starred (conference, B, FALSE);
  g_assert_cmpuint (planner_conference_get_n_starred (conference), ==, 0);
  set_starred (conference, B, TRUE);
  g_assert_cmpuint (planner_conference_get_n_starred (conference), ==, 1);
  g_assert_true (planner_entry_get_withdrawn (get_starred (conference, 0)));

  reopen_library (fixture);
  g_assert_true (planner_entry_get_withdrawn (get_starred (get_last (fixture), 0)));
}

static void
test_clashes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GError) error = NULL;
  PlannerConference *conference = add (fixture, &error);
  PlannerEntry *opening = planner_conference_find_entry (conference, A);

  set_starred (conference, A, TRUE);
  g_assert_false (planner_entry_get_clashing (opening));
  set_starred (conference, B, TRUE);
  g_assert_true (planner_entry_get_clashing (opening));
  clashes = planner_conference_get_clashes (conference, opening);
  g_assert_cmpuint (clashes->len, ==, 1);
  g_assert_true (((PlannerEntryClash *) g_ptr_array_index (clashes, 0))->entry ==
                 planner_conference_find_entry (conference, B));
  g_assert_null (((PlannerEntryClash *) g_ptr_array_index (clashes, 0))->conference_title);

  write_feed (fixture,
              FEED ("2", EVENT (A, "Opening", "10:00", "Hall") "," EVENT (B, "Keynote", "11:00", "Hall")));
  refresh (conference, &error);
  g_assert_no_error (error);
  g_assert_false (planner_entry_get_clashing (opening));
}

/* Returns: (nullable): the only clash of a starred session, as "title (conference)" */
static char *
describe_clash (PlannerConference *conference, const char *key)
{
  PlannerEntry *entry = planner_conference_find_entry (conference, key);
  g_autoptr (GPtrArray) clashes = planner_conference_get_clashes (conference, entry);
  const PlannerEntryClash *clash = clashes->len > 0 ? g_ptr_array_index (clashes, 0) : NULL;

  g_assert_cmpuint (clashes->len, <=, 1);
  g_assert_cmpint (planner_entry_get_clashing (entry), ==, clash != NULL);

  return clash ? g_strdup_printf ("%s (%s)", planner_entry_get_session (clash->entry)->title.shown,
                                  clash->conference_title)
               : NULL;
}

static void
assert_clash (PlannerConference *conference, const char *key, const char *expected)
{
  g_autofree char *clash = describe_clash (conference, key);

  g_assert_cmpstr (clash, ==, expected);
}

static PlannerConference *
add_other (Fixture *fixture, const char *feed)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.json", NULL);
  g_autofree char *address = g_filename_to_uri (path, NULL, NULL);
  PlannerConference *conference;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  conference = add_to_library (fixture->library, address, &error);
  g_assert_no_error (error);

  return conference;
}

static void
remove_and_restore (Fixture *fixture, PlannerConference *other, PlannerConference *conference)
{
  g_autoptr (PlannerConference) removed = g_object_ref (other);
  g_autoptr (GAsyncResult) result = NULL, back = NULL;

  planner_library_remove_async (fixture->library, other, NULL, keep_result_cb, &result);
  g_assert_true (planner_library_remove_finish (fixture->library, wait_for_result (&result), NULL));
  assert_clash (conference, A, NULL);
  planner_library_restore_async (fixture->library, removed, NULL, keep_result_cb, &back);
  g_assert_true (planner_library_restore_finish (fixture->library, wait_for_result (&back), NULL));
  assert_clash (conference, A, "Elsewhere (Other)");
}

#define OTHER_FEED(title, events)                                                                            \
  "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"" title                                      \
  "\",\"days\":[{\"index\":1,\"date\":\"2036-07-01\",\"rooms\":{\"Hall\":[" events "]}}]}}}"

static void
test_clash_across (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  PlannerConference *other =
      add_other (fixture, OTHER_FEED ("Other", EVENT (C, "Elsewhere", "09:30", "Hall")));

  set_starred (conference, A, TRUE);
  assert_clash (conference, A, NULL);
  set_starred (other, C, TRUE);
  assert_clash (conference, A, "Elsewhere (Other)");
  assert_clash (other, C, "Opening (Test Conference)");
  remove_and_restore (fixture, other, conference);

  /* It is 11:10 in the zone of the schedules. */
  planner_time_source_set_now_us (planner_library_get_time_source (fixture->library),
                                  G_GINT64_CONSTANT (2098516200) * G_USEC_PER_SEC);
  set_starred (conference, B, TRUE);
  assert_clash (other, C, NULL);

  reopen_library (fixture);
  assert_clash (get_last (fixture), C, "Opening (Test Conference)");
}

static void
test_clash_of_copies (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  PlannerConference *other = add_other (fixture, OTHER_FEED ("Copy", EVENT (A, "Opening", "10:00", "Hall")));

  set_starred (conference, A, TRUE);
  set_starred (other, A, TRUE);
  assert_clash (conference, A, NULL);
  assert_clash (other, A, NULL);
}

/* A session moves into one of another conference. */
static void
test_change_clashes_across (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerChangeItem) item = NULL;
  g_autoptr (GError) error = NULL;
  PlannerConference *conference = add (fixture, NULL);
  PlannerConference *other =
      add_other (fixture, OTHER_FEED ("Other", EVENT (C, "Elsewhere", "14:00", "Hall")));
  const PlannerChange *change;

  set_starred (conference, A, TRUE);
  set_starred (other, C, TRUE);
  write_feed (fixture,
              FEED ("2", EVENT (A, "Opening", "14:30", "Hall") "," EVENT (B, "Keynote", "10:30", "Hall")));
  refresh (conference, &error);
  g_assert_no_error (error);
  item = g_list_model_get_item (G_LIST_MODEL (planner_conference_get_changes (conference)), 0);
  change = planner_change_item_get_change (item);
  g_assert_cmpint (change->flags, ==, PLANNER_CHANGE_MOVED | PLANNER_CHANGE_CLASHES);
  g_assert_cmpstr (change->clash_title, ==, "Elsewhere");
  g_assert_cmpstr (change->clash_conference, ==, "Other");
}

static void
test_other_process_stars (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerStore) other = NULL;
  g_autoptr (PlannerStar) star = NULL;
  PlannerConference *conference = add (fixture, NULL);

  other = planner_store_open (fixture->store_path, NULL);
  star = planner_star_new (planner_conference_get_agenda (conference),
                           planner_entry_get_session (planner_conference_find_entry (conference, B)));
  g_assert_true (planner_store_add_star (other, planner_conference_get_id (conference), star, NULL));
  reload_library (fixture->library);
  g_assert_true (planner_entry_get_starred (planner_conference_find_entry (conference, B)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/library/star-survives-restart", test_star_survives_restart, NULL);
  add_test ("/library/R7/lead-time-is-stored", test_lead, NULL);
  add_test ("/library/R7/lead-time-of-unstarred-session", test_lead_of_unstarred, NULL);
  add_test ("/library/I4/withdrawn-and-back", test_withdrawn_and_back, NULL);
  add_test ("/library/I4/dismiss-and-undo", test_dismiss_withdrawn_and_undo, NULL);
  add_test ("/library/I13/clashes-across-conferences", test_clash_across, NULL);
  add_test ("/library/I13/copies-do-not-clash", test_clash_of_copies, NULL);
  add_test ("/library/I13/change-clashes-across-conferences", test_change_clashes_across, NULL);
  add_test ("/library/U3/starred-sessions-clash", test_clashes, NULL);
  add_test ("/library/other-process-stars", test_other_process_stars, NULL);

  return g_test_run ();
}

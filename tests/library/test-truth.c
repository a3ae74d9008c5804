/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two libraries share one database, as two processes do.
 */

#include "library/library-fixture.h"
#include "store/faulty-disk.h"

#include "library/planner-bundled-edition.h"
#include "library/planner-conference-edit.h"
#include "library/planner-library-remove.h"

#define BOTH(version)                                                                                        \
  FEED (version, EVENT (A, "Opening", "10:00", "Hall") "," EVENT (B, "Keynote", "10:30", "Hall"))
#define ONLY_A(version) FEED (version, EVENT (A, "Opening", "10:00", "Hall"))

#define LAST_YEAR                                                                                            \
  "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"Test 2020\",\"days\":[{\"index\":1,"         \
  "\"date\":\"2020-07-01\",\"rooms\":{\"Hall\":[{\"guid\":\"" A "\",\"id\":1,\"title\":\"Opening\","         \
  "\"date\":\"2020-07-01T10:00:00+02:00\",\"start\":\"10:00\",\"duration\":\"01:00\",\"room\":\"Hall\","     \
  "\"track\":\"Main\",\"persons\":[]},{\"guid\":\"" B "\",\"id\":2,\"title\":\"Keynote\","                   \
  "\"date\":\"2020-07-01T12:00:00+02:00\",\"start\":\"12:00\",\"duration\":\"01:00\",\"room\":\"Hall\","     \
  "\"track\":\"Main\",\"persons\":[]}]}}]}}}"

#define LAST_YEAR_LATER                                                                                      \
  "{\"schedule\":{\"version\":\"2\",\"conference\":{\"title\":\"Test 2020\",\"days\":[{\"index\":1,"         \
  "\"date\":\"2020-07-01\",\"rooms\":{\"Hall\":[{\"guid\":\"" B "\",\"id\":2,\"title\":\"Keynote\","         \
  "\"date\":\"2020-07-01T12:00:00+02:00\",\"start\":\"12:00\",\"duration\":\"01:00\",\"room\":\"Hall\","     \
  "\"track\":\"Main\",\"persons\":[]}]}}]}}}"

static PlannerConference *
find_other (PlannerLibrary *other, PlannerConference *conference)
{
  return planner_library_find (other, planner_conference_get_id (conference));
}

static guint
count_sessions (PlannerConference *conference)
{
  return g_list_model_get_n_items (planner_conference_get_entries (conference));
}

static void
assert_no_change (PlannerConference *conference)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (planner_conference_get_changes (conference))), ==,
                    0);
}

/* Another process stores edition 2. The organizer goes back to edition 1, which this process refreshes with edition 1 in
 * memory. */
static void
test_lost_update (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  PlannerLibrary *other = load_library (fixture->store_path, fixture->fetcher);
  g_autoptr (GError) error = NULL;

  write_feed (fixture, ONLY_A ("2"));
  g_assert_true (refresh (find_other (other, conference), NULL));
  g_assert_cmpuint (count_sessions (find_other (other, conference)), ==, 1);

  write_feed (fixture, BOTH ("1"));
  g_assert_true (refresh (conference, &error));
  g_assert_no_error (error);
  finish_object (other);
  reopen_library (fixture);
  g_assert_cmpuint (count_sessions (get_last (fixture)), ==, 2);
  assert_no_change (get_last (fixture));
}

static void
test_reload (Fixture *fixture, gconstpointer data)
{
  PlannerLibrary *other = load_library (fixture->store_path, fixture->fetcher);
  PlannerConference *conference = add (fixture, NULL), *copy;
  gint64 id = planner_conference_get_id (conference);

  reload_library (other);
  copy = planner_library_find (other, id);
  g_assert_nonnull (copy);

  set_starred (conference, B, TRUE);
  reload_library (other);
  g_assert_cmpuint (planner_conference_get_n_starred (copy), ==, 1);

  write_feed (fixture, FEED ("2", EVENT (B, "Keynote", "15:00", "Hall")));
  g_assert_true (refresh (conference, NULL));
  reload_library (other);
  g_assert_cmpuint (count_sessions (copy), ==, 1);
  g_assert_cmpuint (planner_change_list_get_n_urgent (planner_conference_get_changes (copy)), ==, 1);

  remove_from_library (fixture->library, conference);
  reload_library (other);
  g_assert_null (planner_library_find (other, id));
  finish_object (other);
}

static void
count_cb (GListModel *model, guint position, guint n_removed, guint n_added, gpointer user_data)
{
  *(guint *) user_data += 1;
}

static void
test_reload_of_nothing (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  guint n = 0;

  set_starred (conference, B, TRUE);
  g_signal_connect (planner_conference_get_entries (conference), "items-changed", G_CALLBACK (count_cb), &n);
  g_signal_connect (planner_conference_get_starred (conference), "items-changed", G_CALLBACK (count_cb), &n);
  g_signal_connect (planner_conference_get_changes (conference), "items-changed", G_CALLBACK (count_cb), &n);
  reload_library (fixture->library);
  reload_library (fixture->library);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerConference) conference = g_object_ref (add (fixture, NULL));
  g_autoptr (GAsyncResult) result = NULL;

  set_starred (conference, A, TRUE);
  remove_from_library (fixture->library, conference);
  g_assert_true (get_last (fixture) != conference);
  planner_library_restore_async (fixture->library, conference, NULL, keep_result_cb, &result);
  g_assert_true (planner_library_restore_finish (fixture->library, wait_for_result (&result), NULL));
  g_assert_true (get_last (fixture) == conference);
  g_clear_object (&result);
  g_clear_object (&conference);

  reopen_library (fixture);
  g_assert_cmpuint (planner_conference_get_n_starred (get_last (fixture)), ==, 1);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = g_strconcat (fixture->feed_path, "2", NULL);
  const PlannerConferenceEdit edit = { .address = address, .own_title = "Mine", .own_zone = "Asia/Tokyo" };
  PlannerConference *conference = add (fixture, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  set_starred (conference, A, TRUE);
  planner_conference_edit_async (conference, &edit, NULL, keep_result_cb, &result);
  g_assert_true (planner_conference_edit_finish (conference, wait_for_result (&result), NULL));
  g_clear_object (&result);

  for (guint i = 0; i < 2; i++)
    {
      conference = get_last (fixture);
      g_assert_cmpstr (planner_conference_get_title (conference), ==, "Mine");
      g_assert_cmpstr (planner_conference_get_address (conference), ==, address);
      g_assert_false (planner_conference_get_record (conference)->remind);
      g_assert_cmpuint (planner_conference_get_n_starred (conference), ==, 1);
      reopen_library (fixture);
    }
}

static void
test_past (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference;
  PlannerEntry *entry;

  write_feed (fixture, LAST_YEAR);
  conference = add (fixture, NULL);
  set_starred (conference, A, TRUE);
  write_feed (fixture, LAST_YEAR_LATER);
  g_assert_true (refresh (conference, NULL));

  g_assert_cmpuint (planner_conference_get_n_starred (conference), ==, 1);
  entry = planner_conference_find_entry (conference, A);
  g_assert_true (planner_entry_get_past (entry));
  g_assert_false (planner_entry_get_withdrawn (entry));
  assert_no_change (conference);
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference;

  write_feed (fixture, LAST_YEAR);
  conference = add (fixture, NULL);
  set_starred (conference, A, TRUE);
  write_feed (fixture, FEED ("3", EVENT (C, "Opening", "10:00", "Hall")));
  g_assert_true (refresh (conference, NULL));

  g_assert_cmpint (planner_conference_get_record (conference)->replaced_utc, >, 0);
  g_assert_cmpstr (planner_conference_get_record (conference)->replaced_title, ==, "Test 2020");
  g_assert_cmpuint (planner_conference_get_n_starred (conference), ==, 1);
  g_assert_true (planner_entry_get_past (planner_conference_find_entry (conference, A)));
  assert_no_change (conference);
  planner_conference_clear_replaced (conference);
  reopen_library (fixture);
  g_assert_cmpint (planner_conference_get_record (get_last (fixture))->replaced_utc, ==, 0);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);

  g_assert_true (planner_library_find_copy (fixture->library, planner_conference_get_agenda (conference)) ==
                 conference);
}

/* A kill between the two transactions of an older version left the conference without the flag. */
static void
test_first_start (Fixture *fixture, gconstpointer data)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->library));

  change_store (fixture, "DELETE FROM named_values WHERE name = 'bundled-given'");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, n);
  assert_answer (fixture->store_path, "SELECT value FROM named_values WHERE name = 'bundled-given'", "yes");
}

static gboolean
start_first (const char *path, GError **error)
{
  g_autoptr (PlannerStore) store = planner_store_open (path, error);

  return store && planner_bundled_edition_add_once (store, error);
}

/* The disk is full at each write of the first start in turn. */
static void
test_full_disk (void)
{
  gboolean started = FALSE;
  guint n_failures = 0;

  for (int n_writes = 0; !started; n_writes++)
    {
      g_autofree char *folder = g_dir_make_tmp ("planner-truth-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "planner.db", NULL);
      g_autoptr (GError) error = NULL;

      disk_writes_left = n_writes;
      started = start_first (path, &error);
      repair_disk ();
      if (!started)
        {
          g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_FULL);
          g_clear_error (&error);
          n_failures++;
        }

      start_first (path, &error);
      g_assert_no_error (error);
      assert_answer (path, "SELECT count(*) FROM conferences", "1");
      assert_answer (path, "PRAGMA integrity_check", "ok");
      remove_folder (folder);
    }

  g_assert_cmpuint (n_failures, >, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  install_faulty_disk ();
  add_test ("/library/M4/edition-of-another-process-is-not-overwritten", test_lost_update, NULL);
  add_test ("/library/M1/reload-takes-over-each-commit", test_reload, NULL);
  add_test ("/library/M1/reload-without-changes-rebuilds-nothing", test_reload_of_nothing, NULL);
  add_test ("/library/M5/first-start-without-flag", test_first_start, NULL);
  g_test_add_func ("/library/M5/full-disk-at-first-start", test_full_disk);
  add_test ("/library/L4/dropped-when-over", test_past, NULL);
  add_test ("/library/L5/next-year-at-same-address", test_replaced, NULL);
  add_test ("/library/I10/second-address", test_copy, NULL);
  add_test ("/library/I11/edit-keeps-stars", test_edit, NULL);
  add_test ("/library/I4/removed-conference-is-restored-with-its-stars", test_restore, NULL);

  return g_test_run ();
}

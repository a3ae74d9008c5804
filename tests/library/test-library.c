/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Conferences are added and removed, and the bundled one is added at the first start. */

#include "library/library-fixture.h"

#include "library/planner-bundled-directory.h"
#include "store/planner-store-backup.h"

static void
test_first_start (Fixture *fixture, gconstpointer data)
{
  PlannerConference *bundled = get_last (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 1);
  g_assert_true (planner_conference_is_bundled (bundled));
  g_assert_nonnull (strstr (planner_conference_get_title (bundled), "2023"));
  g_assert_cmpint (planner_conference_get_updated_utc (bundled), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (planner_conference_get_entries (bundled)), >, 20);
}

/* A bundled agenda that another version of the planner stored is replaced without fetching it. */
static void
test_bundled_of_another_layout (Fixture *fixture, gconstpointer data)
{
  const guint n = g_list_model_get_n_items (planner_conference_get_entries (get_last (fixture)));

  change_store (fixture, "UPDATE agendas SET agenda = x'01000000'");
  g_assert_true (planner_conference_is_bundled (get_last (fixture)));
  g_assert_cmpuint (g_list_model_get_n_items (planner_conference_get_entries (get_last (fixture))), ==, n);
}

/* The empty agenda of the last layout has less about the conference, so the schedule is downloaded even if not modified. */
static void
test_last_layout (Fixture *fixture, gconstpointer data)
{
  const PlannerConferenceRecord *record;

  g_assert_nonnull (add (fixture, NULL));
  change_store (fixture, "UPDATE conferences SET etag = 'e', last_modified = 'm' WHERE id = 2;"
                         "UPDATE agendas SET agenda = x'03000000"
                         "02000000"
                         "00000000"
                         "0300000041676f"
                         "0000000000000000000000000000000000000000"
                         "0100000003000000555443"
                         "000000000000000000000000000000000000000000000000' WHERE conference_id = 2");
  record = planner_conference_get_record (get_last (fixture));
  g_assert_cmpstr (planner_conference_get_agenda (get_last (fixture))->title.shown, ==, "Ago");
  g_assert_null (record->etag);
  g_assert_null (record->last_modified);
}

static void
test_bundled_removed_stays_removed (Fixture *fixture, gconstpointer data)
{
  remove_from_library (fixture->library, get_last (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 0);

  reopen_library (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 0);
}

static PlannerBackup *
read_backup (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PlannerBackup *backup = planner_store_read_backup (planner_library_get_store (fixture->library), &error);

  g_assert_no_error (error);

  return backup;
}

static void
restore_backup (Fixture *fixture, const PlannerBackup *backup, gboolean replace)
{
  g_autoptr (GError) error = NULL;
  PlannerBackupSummary summary;

  planner_store_restore_backup (planner_library_get_store (fixture->library), backup, replace, 0, &summary,
                                &error);
  g_assert_no_error (error);
  reopen_library (fixture);
}

static char *
dup_first_key (PlannerConference *conference)
{
  g_autoptr (PlannerEntry) entry = g_list_model_get_item (planner_conference_get_entries (conference), 0);

  return g_strdup (planner_entry_get_key (entry));
}

/* The schedule of the bundled conference may be at no address. */
static void
test_bundled_comes_back (Fixture *fixture, gconstpointer data)
{
  const guint n = g_list_model_get_n_items (planner_conference_get_entries (get_last (fixture)));
  g_autofree char *key = dup_first_key (get_last (fixture));
  g_autoptr (PlannerBackup) backup = NULL;

  set_starred (get_last (fixture), key, TRUE);
  backup = read_backup (fixture);
  remove_from_library (fixture->library, get_last (fixture));
  planner_store_purge_conferences (planner_library_get_store (fixture->library), G_MAXINT64, NULL);

  restore_backup (fixture, backup, FALSE);
  g_assert_true (planner_conference_is_bundled (get_last (fixture)));
  g_assert_cmpuint (g_list_model_get_n_items (planner_conference_get_entries (get_last (fixture))), ==, n);
  g_assert_cmpuint (planner_conference_get_n_starred (get_last (fixture)), ==, 1);
}

/* A backup that was made before the first star of the bundled conference contains that conference, too. */
static void
test_untouched_bundled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = dup_first_key (get_last (fixture));
  g_autoptr (PlannerBackup) backup = read_backup (fixture);

  restore_backup (fixture, backup, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 1);
  set_starred (get_last (fixture), key, TRUE);
  restore_backup (fixture, backup, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 1);
  g_assert_cmpuint (planner_conference_get_n_starred (get_last (fixture)), ==, 0);
  remove_from_library (fixture->library, get_last (fixture));
  restore_backup (fixture, backup, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 0);
  restore_backup (fixture, backup, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 1);
}

static void
test_name_of_untouched_bundled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerBackup) before = read_backup (fixture);
  g_autoptr (PlannerBackup) named = NULL;

  change_store (fixture, "UPDATE conferences SET own_title = 'Ours', remind = 0");
  named = read_backup (fixture);
  restore_backup (fixture, before, TRUE);
  g_assert_cmpstr (planner_conference_get_title (get_last (fixture)), !=, "Ours");
  g_assert_true (planner_conference_get_record (get_last (fixture))->remind);
  restore_backup (fixture, named, TRUE);
  g_assert_cmpstr (planner_conference_get_title (get_last (fixture)), ==, "Ours");
  g_assert_false (planner_conference_get_record (get_last (fixture))->remind);
}

static void
test_add_bad_feed (Fixture *fixture, gconstpointer data)
{
  const Bad *bad = data;
  g_autoptr (GError) error = NULL;

  write_feed (fixture, bad->body);
  g_assert_null (add (fixture, &error));
  g_assert_error (error, PLANNER_FEED_ERROR, (int) bad->code);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 1);
}

static void
test_add_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (add (fixture, NULL));
  g_assert_null (add (fixture, &error));
  g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_EXISTS);
}

static void
test_conferences_apart (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other_path = g_build_filename (fixture->folder, "other.json", NULL);
  PlannerConference *first = add (fixture, NULL);

  g_free (fixture->feed_path);
  fixture->feed_path = g_steal_pointer (&other_path);
  write_feed (fixture, FEED ("1", EVENT (A, "Other", "10:00", "Hall")));
  g_assert_nonnull (add (fixture, NULL));

  set_starred (first, A, TRUE);
  g_assert_cmpuint (planner_conference_get_n_starred (get_last (fixture)), ==, 0);
  reopen_library (fixture);
  g_assert_cmpuint (planner_conference_get_n_starred (get_last (fixture)), ==, 0);
}

/* Each entry of the bundled directory can be read. */
static void
test_bundled_directory (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "directory", "conferences.json", NULL);
  g_autoptr (PlannerDirectory) directory = planner_bundled_directory_load ();
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, "\"address\":", -1);
  g_assert_cmpuint (directory->listings->len, ==, g_strv_length (parts) - 1);
  for (guint i = 0; i < directory->listings->len; i++)
    {
      const PlannerListing *listing = g_ptr_array_index (directory->listings, i);

      g_assert_nonnull (listing->series);
      g_assert_nonnull (listing->zone);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/library/first-start", test_first_start, NULL);
  add_test ("/library/I6/bundled-of-another-layout", test_bundled_of_another_layout, NULL);
  add_test ("/library/I6/last-layout-is-downloaded-again", test_last_layout, NULL);
  add_test ("/library/bundled-removed-stays-removed", test_bundled_removed_stays_removed, NULL);
  add_test ("/library/Y4/bundled-comes-back-with-its-sessions", test_bundled_comes_back, NULL);
  add_test ("/library/Y4/untouched-bundled-is-as-it-was", test_untouched_bundled, NULL);
  add_test ("/library/Y4/name-of-untouched-bundled", test_name_of_untouched_bundled, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad_feeds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/library/I5/add/%s", bad_feeds[i].name);

      add_test (path, test_add_bad_feed, &bad_feeds[i]);
    }
  add_test ("/library/bundled-directory", test_bundled_directory, NULL);
  add_test ("/library/add-twice", test_add_twice, NULL);
  add_test ("/library/I8/conferences-apart", test_conferences_apart, NULL);

  return g_test_run ();
}

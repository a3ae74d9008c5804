/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The way of the data from an address to the entries, with feeds in files and a store in a folder of the test's own. */

#include "../files.h"

#include "library/planner-import.h"
#include "library/planner-library.h"

#include <sqlite3.h>

typedef struct
{
  char *folder;
  char *store_path;
  char *feed_path;
  PlannerFetcher *fetcher;
  PlannerLibrary *library;
} Fixture;

#define EVENT(guid, title, start, room)                                                                      \
  "{\"guid\":\"" guid "\",\"id\":1,\"title\":\"" title "\",\"date\":\"2026-07-01T" start                     \
  ":00+02:00\",\"start\":\"" start "\",\"duration\":\"01:00\",\"room\":\"" room                              \
  "\",\"track\":\"Main\",\"persons\":[]}"

#define FEED(version, events)                                                                                \
  "{\"schedule\":{\"version\":\"" version                                                                    \
  "\",\"conference\":{\"title\":\"Test Conference\",\"acronym\":\"test\","                                   \
  "\"days\":[{\"index\":1,\"date\":\"2026-07-01\",\"rooms\":{\"Hall\":[" events "]}}]}}}"

#define A "11111111-1111-4111-8111-111111111111"
#define B "22222222-2222-4222-8222-222222222222"
#define C "33333333-3333-4333-8333-333333333333"

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **answer = user_data;

  *answer = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **answer)
{
  while (!*answer)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (answer);
}

static void
write_feed (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->feed_path, text, -1, &error);
  g_assert_no_error (error);
}

static void
open_library (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  fixture->library = planner_library_new (fixture->store_path, fixture->fetcher);
  planner_library_load_async (fixture->library, NULL, done_cb, &answer);
  result = wait_for (&answer);
  planner_library_load_finish (fixture->library, result, &error);
  g_assert_no_error (error);
}

/* Tasks that are over give their objects back in an idle source. */
static void
finish_object (gpointer object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  while (weak)
    g_main_context_iteration (NULL, TRUE);
}

static void
reopen_library (Fixture *fixture)
{
  finish_object (g_steal_pointer (&fixture->library));
  open_library (fixture);
}

static PlannerConference *
add (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PlannerConference) conference = NULL;
  GAsyncResult *answer = NULL;

  planner_library_add_async (fixture->library, fixture->feed_path, NULL, NULL, done_cb, &answer);
  result = wait_for (&answer);
  conference = planner_library_add_finish (fixture->library, result, error);

  return conference;
}

static gboolean
refresh (PlannerConference *conference, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;

  planner_conference_refresh_async (conference, NULL, done_cb, &answer);
  result = wait_for (&answer);

  return planner_conference_refresh_finish (conference, result, error);
}

static void
set_starred (PlannerConference *conference, const char *key, gboolean starred)
{
  PlannerEntry *entry = planner_conference_find_entry (conference, key);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  g_assert_nonnull (entry);
  planner_conference_set_starred_async (conference, entry, starred, NULL, done_cb, &answer);
  g_assert_cmpint (planner_entry_get_starred (entry), !=, starred);
  result = wait_for (&answer);
  planner_conference_set_starred_finish (conference, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (planner_entry_get_starred (entry), ==, starred);
}

static PlannerConference *
get_last (Fixture *fixture)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->library));
  g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (fixture->library), n - 1);

  return conference;
}

static PlannerEntry *
get_starred (PlannerConference *conference, guint index)
{
  g_autoptr (PlannerEntry) entry = g_list_model_get_item (planner_conference_get_starred (conference), index);

  return entry;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("planner-library-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->store_path = g_build_filename (fixture->folder, "planner.db", NULL);
  fixture->feed_path = g_build_filename (fixture->folder, "schedule.json", NULL);
  fixture->fetcher = planner_fetcher_new ();
  write_feed (fixture,
              FEED ("1", EVENT (A, "Opening", "10:00", "Hall") "," EVENT (B, "Keynote", "10:30", "Hall")));
  open_library (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  finish_object (g_steal_pointer (&fixture->library));
  finish_object (g_steal_pointer (&fixture->fetcher));
  remove_folder (fixture->folder);
  g_free (fixture->feed_path);
  g_free (fixture->store_path);
  g_free (fixture->folder);
}

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

/* Kept by a planner of another layout, it is not to be fetched from anywhere: it is in this planner. */
static void
test_bundled_of_another_layout (Fixture *fixture, gconstpointer data)
{
  const guint n = g_list_model_get_n_items (planner_conference_get_entries (get_last (fixture)));
  sqlite3 *db;

  finish_object (g_steal_pointer (&fixture->library));
  g_assert_cmpint (sqlite3_open (fixture->store_path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE agendas SET agenda = x'01000000'", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  open_library (fixture);
  g_assert_true (planner_conference_is_bundled (get_last (fixture)));
  g_assert_cmpuint (g_list_model_get_n_items (planner_conference_get_entries (get_last (fixture))), ==, n);
}

static void
test_bundled_removed_stays_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  planner_library_remove_async (fixture->library, get_last (fixture), NULL, done_cb, &answer);
  result = wait_for (&answer);
  planner_library_remove_finish (fixture->library, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 0);

  reopen_library (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 0);
}

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
  GAsyncResult *answer = NULL;

  planner_conference_set_lead_async (conference, planner_conference_find_entry (conference, key), lead_s,
                                     NULL, done_cb, &answer);
  result = wait_for (&answer);

  return planner_conference_set_lead_finish (conference, result, error);
}

static void
test_lead (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  guint n_changes = 0;

  g_signal_connect (conference, "lead-changed", G_CALLBACK (lead_changed_cb), &n_changes);
  set_starred (conference, B, TRUE);
  g_assert_cmpint (get_lead (fixture, B), ==, PLANNER_LEAD_DEFAULT);
  g_assert_true (set_lead (conference, B, 300, NULL));
  g_assert_cmpuint (n_changes, ==, 1);
  reopen_library (fixture);
  g_assert_cmpint (get_lead (fixture, B), ==, 300);

  /* It is still there when the star comes back. */
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

/* The bundled conference was never looked at; the one that was added is of July 2026. */
static void
test_refresh_due (Fixture *fixture, gconstpointer data)
{
  const gint64 now_utc = g_get_real_time () / G_USEC_PER_SEC;
  PlannerConference *bundled = get_last (fixture);
  PlannerConference *conference = add (fixture, NULL);

  g_assert_true (planner_conference_is_refresh_due (bundled, now_utc));
  g_assert_false (planner_conference_is_refresh_due (conference, now_utc));
}

static void
test_withdrawn_and_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PlannerConference *conference = add (fixture, &error);

  set_starred (conference, B, TRUE);
  write_feed (fixture, FEED ("2", EVENT (A, "Opening", "10:00", "Hall")));
  refresh (conference, &error);
  g_assert_no_error (error);
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

static PlannerChangeList *
get_changes (Fixture *fixture)
{
  return planner_conference_get_changes (get_last (fixture));
}

static PlannerMark
get_mark (Fixture *fixture, const char *key)
{
  return planner_entry_get_mark (planner_conference_find_entry (get_last (fixture), key));
}

/* The keynote moves, and a session is new. */
static void
refresh_with_changes (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  write_feed (fixture,
              FEED ("2", EVENT (A, "Opening", "10:00",
                                "Hall") "," EVENT (B, "Keynote", "12:00",
                                                   "Hall") "," EVENT (C, "Supper", "18:00", "Hall")));
  refresh (get_last (fixture), &error);
  g_assert_no_error (error);
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  add (fixture, NULL);
  g_assert_cmpuint (planner_change_list_get_n_unseen (get_changes (fixture)), ==, 0);
  set_starred (get_last (fixture), B, TRUE);
  refresh_with_changes (fixture);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (planner_change_list_get_n_unseen (get_changes (fixture)), ==, 2);
      g_assert_cmpuint (planner_change_list_get_n_urgent (get_changes (fixture)), ==, 1);
      g_assert_cmpint (get_mark (fixture, A), ==, PLANNER_MARK_NONE);
      g_assert_cmpint (get_mark (fixture, B), ==, PLANNER_MARK_CHANGED);
      g_assert_cmpint (get_mark (fixture, C), ==, PLANNER_MARK_NEW);
      reopen_library (fixture);
    }
  set_starred (get_last (fixture), B, FALSE);
  g_assert_cmpuint (planner_change_list_get_n_urgent (get_changes (fixture)), ==, 0);
}

static void
test_changes_seen (Fixture *fixture, gconstpointer data)
{
  add (fixture, NULL);
  refresh_with_changes (fixture);
  planner_change_list_mark_seen (get_changes (fixture), (const char *const[]) { B, NULL });

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (get_mark (fixture, B), ==, PLANNER_MARK_NONE);
      g_assert_cmpint (get_mark (fixture, C), ==, PLANNER_MARK_NEW);
      g_assert_cmpuint (planner_change_list_get_n_unseen (get_changes (fixture)), ==, 1);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_changes (fixture))), ==, 2);
      reopen_library (fixture);
    }
}

static void
test_changes_dismissed (Fixture *fixture, gconstpointer data)
{
  add (fixture, NULL);
  refresh_with_changes (fixture);
  planner_change_list_dismiss (get_changes (fixture));

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (get_mark (fixture, C), ==, PLANNER_MARK_NONE);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_changes (fixture))), ==, 0);
      reopen_library (fixture);
    }
}

/* It may be years old, so that all would be news. */
static void
test_changes_after_bundled (Fixture *fixture, gconstpointer data)
{
  sqlite3 *db;

  add (fixture, NULL);
  finish_object (g_steal_pointer (&fixture->library));
  g_assert_cmpint (sqlite3_open (fixture->store_path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE conferences SET bundled_version = 'old' WHERE id = 2", NULL,
                                 NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  open_library (fixture);
  g_assert_true (planner_conference_is_bundled (get_last (fixture)));

  refresh_with_changes (fixture);
  g_assert_false (planner_conference_is_bundled (get_last (fixture)));
  g_assert_cmpuint (g_list_model_get_n_items (planner_conference_get_entries (get_last (fixture))), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_changes (fixture))), ==, 0);
}

static void
test_dismiss_withdrawn_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PlannerConference *conference = add (fixture, &error);

  set_starred (conference, B, TRUE);
  write_feed (fixture, FEED ("2", EVENT (A, "Opening", "10:00", "Hall")));
  refresh (conference, &error);
  g_assert_no_error (error);

  set_starred (conference, B, FALSE);
  g_assert_cmpuint (planner_conference_get_n_starred (conference), ==, 0);
  set_starred (conference, B, TRUE);
  g_assert_cmpuint (planner_conference_get_n_starred (conference), ==, 1);
  g_assert_true (planner_entry_get_withdrawn (get_starred (conference, 0)));

  reopen_library (fixture);
  g_assert_true (planner_entry_get_withdrawn (get_starred (get_last (fixture), 0)));
}

static void
test_entries_last (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PlannerConference *conference = add (fixture, &error);
  PlannerEntry *opening = planner_conference_find_entry (conference, A);
  PlannerEntry *keynote = planner_conference_find_entry (conference, B);

  write_feed (fixture,
              FEED ("2", EVENT (C, "Breakfast", "09:00",
                                "Hall") "," EVENT (A, "Grand Opening", "10:00",
                                                   "Hall") "," EVENT (B, "Keynote", "12:00", "Hall")));
  refresh (conference, &error);
  g_assert_no_error (error);

  g_assert_true (planner_conference_find_entry (conference, A) == opening);
  g_assert_true (planner_conference_find_entry (conference, B) == keynote);
  g_assert_cmpstr (planner_entry_get_session (opening)->title.shown, ==, "Grand Opening");
  g_assert_cmpuint (g_list_model_get_n_items (planner_conference_get_entries (conference)), ==, 3);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  guint *n = user_data;

  *n += 1;
}

static void
test_same_edition (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PlannerConference *conference = add (fixture, &error);
  const PlannerSession *session = planner_entry_get_session (planner_conference_find_entry (conference, A));
  guint n_agendas = 0, n_updates = 0;

  g_signal_connect (conference, "notify::agenda", G_CALLBACK (count_cb), &n_agendas);
  g_signal_connect (conference, "notify::updated-utc", G_CALLBACK (count_cb), &n_updates);
  refresh (conference, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_agendas, ==, 0);
  g_assert_cmpuint (n_updates, ==, 1);
  g_assert_true (planner_entry_get_session (planner_conference_find_entry (conference, A)) == session);
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
  g_assert_true (g_ptr_array_index (clashes, 0) == planner_conference_find_entry (conference, B));

  write_feed (fixture,
              FEED ("2", EVENT (A, "Opening", "10:00", "Hall") "," EVENT (B, "Keynote", "11:00", "Hall")));
  refresh (conference, &error);
  g_assert_no_error (error);
  g_assert_false (planner_entry_get_clashing (opening));
}

typedef struct
{
  const char *name;
  const char *body;
  const char *domain;
} Bad;

static const Bad bad_feeds[] = {
  { "empty", "", "planner_feed_error" },
  { "web-page", "<!DOCTYPE html><html><body>Sign in</body></html>", "planner_feed_error" },
  { "truncated", "{\"schedule\":{\"version\":\"2\",\"conference\":{\"title\":\"T", "planner_feed_error" },
  { "no-sessions", FEED ("2", ""), "planner_feed_error" },
};

static void
test_bad_feed (Fixture *fixture, gconstpointer data)
{
  const Bad *bad = data;
  g_autoptr (GError) error = NULL;
  PlannerConference *conference = add (fixture, NULL);

  set_starred (conference, A, TRUE);
  write_feed (fixture, bad->body);
  g_assert_false (refresh (conference, &error));
  g_assert_cmpstr (g_quark_to_string (error->domain), ==, bad->domain);
  g_assert_nonnull (planner_conference_get_error (conference));
  g_assert_cmpint (planner_conference_get_state (conference), ==, PLANNER_CONFERENCE_IDLE);
  g_assert_cmpuint (g_list_model_get_n_items (planner_conference_get_entries (conference)), ==, 2);
  g_assert_cmpuint (planner_conference_get_n_starred (conference), ==, 1);
  g_clear_error (&error);

  reopen_library (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (planner_conference_get_entries (get_last (fixture))), ==, 2);
  g_assert_cmpuint (planner_conference_get_n_starred (get_last (fixture)), ==, 1);
}

static void
test_add_bad_feed (Fixture *fixture, gconstpointer data)
{
  const Bad *bad = data;
  g_autoptr (GError) error = NULL;

  write_feed (fixture, bad->body);
  g_assert_null (add (fixture, &error));
  g_assert_cmpstr (g_quark_to_string (error->domain), ==, bad->domain);
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

static void
test_two_refreshes (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  GAsyncResult *first = NULL, *second = NULL;

  write_feed (fixture, FEED ("2", EVENT (A, "Opening", "10:00", "Hall")));
  planner_conference_refresh_async (conference, NULL, done_cb, &first);
  planner_conference_refresh_async (conference, NULL, done_cb, &second);
  while (!first || !second)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (planner_conference_refresh_finish (conference, first, NULL));
  g_assert_true (planner_conference_refresh_finish (conference, second, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (planner_conference_get_entries (conference)), ==, 1);
  g_object_unref (first);
  g_object_unref (second);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PlannerConference *conference = add (fixture, NULL);
  GAsyncResult *answer = NULL;

  write_feed (fixture, FEED ("2", EVENT (A, "Opening", "10:00", "Hall")));
  planner_conference_refresh_async (conference, NULL, done_cb, &answer);
  planner_conference_cancel_refresh (conference);
  result = wait_for (&answer);
  g_assert_false (planner_conference_refresh_finish (conference, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (planner_conference_get_error (conference));
  g_assert_cmpuint (g_list_model_get_n_items (planner_conference_get_entries (conference)), ==, 2);
}

static void
test_star_during_refresh (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  PlannerEntry *entry = planner_conference_find_entry (conference, A);
  GAsyncResult *refreshed = NULL, *starred = NULL;

  write_feed (fixture,
              FEED ("2", EVENT (A, "Opening", "15:00", "Hall") "," EVENT (B, "Keynote", "10:30", "Hall")));
  planner_conference_refresh_async (conference, NULL, done_cb, &refreshed);
  planner_conference_set_starred_async (conference, entry, TRUE, NULL, done_cb, &starred);
  while (!refreshed || !starred)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (planner_conference_set_starred_finish (conference, starred, NULL));
  g_object_unref (refreshed);
  g_object_unref (starred);

  reopen_library (fixture);
  g_assert_true (planner_entry_get_starred (planner_conference_find_entry (get_last (fixture), A)));
  g_assert_cmpuint (planner_conference_get_n_starred (get_last (fixture)), ==, 1);
}

static void
test_other_process_stars (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PlannerStore) other = NULL;
  g_autoptr (PlannerStar) star = NULL;
  PlannerConference *conference = add (fixture, NULL);
  GAsyncResult *answer = NULL;

  other = planner_store_open (fixture->store_path, NULL);
  star = planner_star_new (planner_conference_get_agenda (conference),
                           planner_entry_get_session (planner_conference_find_entry (conference, B)));
  g_assert_true (planner_store_add_star (other, planner_conference_get_id (conference), star, NULL));
  planner_conference_reload_stars_async (conference, NULL, done_cb, &answer);
  result = wait_for (&answer);
  g_assert_true (planner_conference_reload_stars_finish (conference, result, NULL));
  g_assert_true (planner_entry_get_starred (planner_conference_find_entry (conference, B)));
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer), gconstpointer data)
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/library/first-start", test_first_start, NULL);
  add_test ("/library/I6/bundled-of-another-layout", test_bundled_of_another_layout, NULL);
  add_test ("/library/changes/marks", test_changes, NULL);
  add_test ("/library/changes/seen", test_changes_seen, NULL);
  add_test ("/library/changes/dismissed", test_changes_dismissed, NULL);
  add_test ("/library/changes/after-bundled", test_changes_after_bundled, NULL);
  add_test ("/library/bundled-removed-stays-removed", test_bundled_removed_stays_removed, NULL);
  add_test ("/library/star-survives-restart", test_star_survives_restart, NULL);
  add_test ("/library/R7/lead", test_lead, NULL);
  add_test ("/library/R7/lead-of-unstarred", test_lead_of_unstarred, NULL);
  add_test ("/library/refresh-due", test_refresh_due, NULL);
  add_test ("/library/I4/withdrawn-and-back", test_withdrawn_and_back, NULL);
  add_test ("/library/I4/dismiss-and-undo", test_dismiss_withdrawn_and_undo, NULL);
  add_test ("/library/U2/entries-last", test_entries_last, NULL);
  add_test ("/library/N1/same-edition", test_same_edition, NULL);
  add_test ("/library/U3/clashes", test_clashes, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad_feeds); i++)
    {
      g_autofree char *refreshed = g_strdup_printf ("/library/I5/refresh/%s", bad_feeds[i].name);
      g_autofree char *added = g_strdup_printf ("/library/I5/add/%s", bad_feeds[i].name);

      add_test (refreshed, test_bad_feed, &bad_feeds[i]);
      add_test (added, test_add_bad_feed, &bad_feeds[i]);
    }
  add_test ("/library/add-twice", test_add_twice, NULL);
  add_test ("/library/I8/conferences-apart", test_conferences_apart, NULL);
  add_test ("/library/N3/two-refreshes", test_two_refreshes, NULL);
  add_test ("/library/N3/cancel", test_cancel, NULL);
  add_test ("/library/N3/star-during-refresh", test_star_during_refresh, NULL);
  add_test ("/library/other-process-stars", test_other_process_stars, NULL);

  return g_test_run ();
}

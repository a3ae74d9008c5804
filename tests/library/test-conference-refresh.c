/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A refresh keeps the entries and marks the changes. A refresh that fails changes nothing. */

#include "library/library-fixture.h"
#include "bench/big-schedule.h"
#include "library/planner-conference-refresh.h"

/* The bundled conference was never refreshed. The added one is in July 2036. */
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
watch_entries (PlannerConference *conference, guint *n_changed)
{
  GListModel *entries = planner_conference_get_entries (conference);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (entries, i);

      g_signal_connect (entry, "notify::session", G_CALLBACK (count_cb), n_changed);
    }
}

/* Only the rows of changed sessions are bound again, but all entries refer to the new agenda. */
static void
test_ten_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = big_schedule_make_json (60, 1);
  g_autoptr (GString) changed = g_string_new (text);
  PlannerConference *conference;
  guint n_changed = 0;

  write_feed (fixture, text);
  conference = add (fixture, &error);
  g_assert_no_error (error);
  watch_entries (conference, &n_changed);
  g_assert_cmpuint (g_string_replace (changed, "Session 4", "Talk 4", 10), ==, 10);
  write_feed (fixture, changed->str);
  refresh (conference, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (n_changed, ==, 10);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (planner_conference_get_entries (conference), i);

      g_assert_true (planner_entry_get_agenda (entry) == planner_conference_get_agenda (conference));
      g_assert_true (planner_entry_get_session (entry) ==
                     planner_agenda_get_session (planner_conference_get_agenda (conference), i));
    }
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
test_bad_feed (Fixture *fixture, gconstpointer data)
{
  const Bad *bad = data;
  g_autoptr (GError) error = NULL;
  PlannerConference *conference = add (fixture, NULL);

  set_starred (conference, A, TRUE);
  write_feed (fixture, bad->body);
  g_assert_false (refresh (conference, &error));
  g_assert_error (error, PLANNER_FEED_ERROR, (int) bad->code);
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
test_two_refreshes (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  GAsyncResult *first = NULL, *second = NULL;
  guint n_updates = 0;

  g_signal_connect (conference, "notify::updated-utc", G_CALLBACK (count_cb), &n_updates);
  write_feed (fixture, FEED ("2", EVENT (A, "Opening", "10:00", "Hall")));
  planner_conference_refresh_async (conference, NULL, keep_result_cb, &first);
  planner_conference_refresh_async (conference, NULL, keep_result_cb, &second);
  while (!first || !second)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (planner_conference_refresh_finish (conference, first, NULL));
  g_assert_true (planner_conference_refresh_finish (conference, second, NULL));
  g_assert_cmpuint (n_updates, ==, 1);
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

  write_feed (fixture, FEED ("2", EVENT (A, "Opening", "10:00", "Hall")));
  planner_conference_refresh_async (conference, NULL, keep_result_cb, &result);
  planner_conference_cancel_refresh (conference);
  g_assert_false (planner_conference_refresh_finish (conference, wait_for_result (&result), &error));
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
  planner_conference_refresh_async (conference, NULL, keep_result_cb, &refreshed);
  planner_conference_set_starred_async (conference, entry, TRUE, NULL, keep_result_cb, &starred);
  while (!refreshed || !starred)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (planner_conference_set_starred_finish (conference, starred, NULL));
  g_object_unref (refreshed);
  g_object_unref (starred);

  reopen_library (fixture);
  g_assert_true (planner_entry_get_starred (planner_conference_find_entry (get_last (fixture), A)));
  g_assert_cmpuint (planner_conference_get_n_starred (get_last (fixture)), ==, 1);
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

/* The keynote moves, and there is a new session. */
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
  planner_change_list_set_seen (get_changes (fixture), (const char *const[]) { B, NULL });

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

/* The bundled edition may be years old, so that only changes of starred sessions are listed after it. */
static void
test_changes_after_bundled (Fixture *fixture, gconstpointer data)
{
  add (fixture, NULL);
  change_store (fixture, "UPDATE conferences SET bundled_version = 'old' WHERE id = 2");
  g_assert_true (planner_conference_is_bundled (get_last (fixture)));

  refresh_with_changes (fixture);
  g_assert_false (planner_conference_is_bundled (get_last (fixture)));
  g_assert_cmpuint (g_list_model_get_n_items (planner_conference_get_entries (get_last (fixture))), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_changes (fixture))), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/library/refresh-due", test_refresh_due, NULL);
  add_test ("/library/U2/entries-last", test_entries_last, NULL);
  add_test ("/library/refresh/ten-changes-notify-ten-entries", test_ten_changes, NULL);
  add_test ("/library/N1/same-edition", test_same_edition, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad_feeds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/library/I5/refresh/%s", bad_feeds[i].name);

      add_test (path, test_bad_feed, &bad_feeds[i]);
    }
  add_test ("/library/N3/two-refreshes", test_two_refreshes, NULL);
  add_test ("/library/N3/cancel-ends-the-refresh", test_cancel, NULL);
  add_test ("/library/N3/star-during-refresh", test_star_during_refresh, NULL);
  add_test ("/library/changes/marks", test_changes, NULL);
  add_test ("/library/changes/seen", test_changes_seen, NULL);
  add_test ("/library/changes/dismissed", test_changes_dismissed, NULL);
  add_test ("/library/changes/after-bundled", test_changes_after_bundled, NULL);

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/library-fixture.h"

#include "library/planner-conference-refresh.h"

void
write_feed (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->feed_path, text, -1, &error);
  g_assert_no_error (error);
}

static void
open_library (Fixture *fixture)
{
  fixture->library = load_library (fixture->store_path, fixture->fetcher);
}

void
reopen_library (Fixture *fixture)
{
  finish_object (g_steal_pointer (&fixture->library));
  open_library (fixture);
}

void
change_store (Fixture *fixture, const char *statement)
{
  finish_object (g_steal_pointer (&fixture->library));
  execute (fixture->store_path, statement);
  open_library (fixture);
}

PlannerConference *
add (Fixture *fixture, GError **error)
{
  return add_to_library (fixture->library, fixture->feed_path, error);
}

gboolean
refresh (PlannerConference *conference, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  planner_conference_refresh_async (conference, NULL, keep_result_cb, &result);

  return planner_conference_refresh_finish (conference, wait_for_result (&result), error);
}

void
set_starred (PlannerConference *conference, const char *key, gboolean starred)
{
  PlannerEntry *entry = planner_conference_find_entry (conference, key);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (entry);
  planner_conference_set_starred_async (conference, entry, starred, NULL, keep_result_cb, &result);
  g_assert_cmpint (planner_entry_get_starred (entry), !=, starred);
  planner_conference_set_starred_finish (conference, wait_for_result (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (planner_entry_get_starred (entry), ==, starred);
}

void
set_plan_b (PlannerConference *conference, const char *key, gboolean plan_b)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  planner_conference_set_plan_b_async (conference, planner_conference_find_entry (conference, key), plan_b,
                                       NULL, keep_result_cb, &result);
  planner_conference_set_plan_b_finish (conference, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

PlannerConference *
get_last (Fixture *fixture)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->library));
  g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (fixture->library), n - 1);

  return conference;
}

void
library_set_up (Fixture *fixture, gconstpointer data)
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

void
library_tear_down (Fixture *fixture, gconstpointer data)
{
  finish_object (g_steal_pointer (&fixture->library));
  finish_object (g_steal_pointer (&fixture->fetcher));
  remove_folder (fixture->folder);
  g_free (fixture->feed_path);
  g_free (fixture->store_path);
  g_free (fixture->folder);
}

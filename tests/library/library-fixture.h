/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A library with a store in a folder of its own, and a schedule in a file beside it. */

#pragma once

#include "files.h"
#include "store/database.h"
#include "library/loading.h"

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

/* What stands where a schedule should be. */
typedef struct
{
  const char *name;
  const char *body;
  PlannerFeedError code;
} Bad;

static const Bad bad_feeds[] = {
  { "empty", "", PLANNER_FEED_ERROR_EMPTY },
  { "web-page", "<!DOCTYPE html><html><body>Sign in</body></html>", PLANNER_FEED_ERROR_WEB_PAGE },
  { "truncated", "{\"schedule\":{\"version\":\"2\",\"conference\":{\"title\":\"T",
    PLANNER_FEED_ERROR_TRUNCATED },
  { "no-sessions", FEED ("2", ""), PLANNER_FEED_ERROR_NO_SESSIONS },
};

static inline void
write_feed (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->feed_path, text, -1, &error);
  g_assert_no_error (error);
}

static inline void
open_library (Fixture *fixture)
{
  fixture->library = load_library (fixture->store_path, fixture->fetcher);
}

static inline void
reopen_library (Fixture *fixture)
{
  finish_object (g_steal_pointer (&fixture->library));
  open_library (fixture);
}

/* As another program would, while there is no library. */
static inline void
change_store (Fixture *fixture, const char *statement)
{
  finish_object (g_steal_pointer (&fixture->library));
  execute (fixture->store_path, statement);
  open_library (fixture);
}

static inline PlannerConference *
add (Fixture *fixture, GError **error)
{
  return add_to_library (fixture->library, fixture->feed_path, error);
}

static inline gboolean
refresh (PlannerConference *conference, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  planner_conference_refresh_async (conference, NULL, keep_result_cb, &result);

  return planner_conference_refresh_finish (conference, wait_for_result (&result), error);
}

static inline void
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

static inline PlannerConference *
get_last (Fixture *fixture)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->library));
  g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (fixture->library), n - 1);

  return conference;
}

static inline void
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

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  finish_object (g_steal_pointer (&fixture->library));
  finish_object (g_steal_pointer (&fixture->fetcher));
  remove_folder (fixture->folder);
  g_free (fixture->feed_path);
  g_free (fixture->store_path);
  g_free (fixture->folder);
}

static inline void
add_test (const char *path, void (*test) (Fixture *, gconstpointer), gconstpointer data)
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

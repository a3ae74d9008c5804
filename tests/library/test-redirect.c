/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A permanent redirect replaces the address of a conference when a schedule was read from the new address. */

#include "files.h"
#include "library/planner-conference-refresh.h"
#include "net/serving.h"
#include "library/loading.h"

#define KEY "11111111-1111-4111-8111-111111111111"
#define FEED(title)                                                                                          \
  "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"T\",\"days\":["                              \
  "{\"date\":\"2036-07-01\",\"rooms\":{\"Hall\":[{\"guid\":\"" KEY "\",\"id\":1,\"title\":\"" title          \
  "\",\"date\":\"2036-07-01T10:00:00+02:00\",\"duration\":\"01:00\",\"persons\":[]}]}}]}}}"

/* "/start" redirects to "/middle", and "/middle" to "/end". */
typedef struct
{
  const char *name;
  guint from_start;
  guint from_middle;
  const char *body;
  const char *expected; /* the path of the address after the refresh */
} Case;

static const Case cases[] = {
  { "301-and-308-move-address", 301, 308, FEED ("New"), "/end" },
  { "same-schedule-moves-address", 308, 301, FEED ("Old"), "/end" },
  { "302-ends-permanent-part", 301, 302, FEED ("New"), "/middle" },
  { "permanent-after-307-is-ignored", 307, 301, FEED ("New"), "/start" },
  { "unreadable-schedule-keeps-address", 301, 301, "{\"schedule\":", "/start" },
};

typedef struct
{
  Fixture base;
  char *folder;
  PlannerLibrary *library;
} Moving;

static void
answer_body (Fixture *f, SoupServerMessage *message, const char *path)
{
  set_body (message, "application/json", FEED ("Old"));
}

static void
answer_moved (Fixture *f, SoupServerMessage *message, const char *path)
{
  const Case *test = f->answer_data;

  if (g_str_equal (path, "/start"))
    soup_server_message_set_redirect (message, test->from_start, "/middle");
  else if (g_str_equal (path, "/middle"))
    soup_server_message_set_redirect (message, test->from_middle, "/end");
  else
    set_body (message, "application/json", test->body);
}

/* Redirects to the other server, which has a port that is not the usual one. */
static void
answer_elsewhere (Fixture *f, SoupServerMessage *message, const char *path)
{
  g_autofree char *end = g_strconcat (f->https, "/end", NULL);

  if (g_str_equal (path, "/start"))
    soup_server_message_set_redirect (message, SOUP_STATUS_MOVED_PERMANENTLY, end);
  else
    set_body (message, "application/json", FEED ("New"));
}

static PlannerConference *
add_address (Moving *moving, const char *scheme, const char *path)
{
  g_autofree char *address = g_strconcat (scheme, moving->base.http + strlen ("http://"), path, NULL);
  g_autoptr (GError) error = NULL;
  PlannerConference *conference = add_to_library (moving->library, address, &error);

  g_assert_no_error (error);

  return conference;
}

static void
moving_set_up (Moving *moving, gconstpointer data)
{
  g_autofree char *path = NULL;

  serving_set_up (&moving->base, NULL);
  use_limits (&moving->base, MIB, 60 * 1000, 120 * 1000);
  listen_tls (&moving->base);
  trust_tls (&moving->base);
  moving->folder = g_dir_make_tmp ("planner-redirect-XXXXXX", NULL);
  path = g_build_filename (moving->folder, "planner.db", NULL);
  moving->library = load_library (path, moving->base.fetcher);
  moving->base.answer = answer_body;
}

static void
moving_tear_down (Moving *moving, gconstpointer data)
{
  finish_object (g_steal_pointer (&moving->library));
  remove_folder (moving->folder);
  g_free (moving->folder);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  serving_tear_down (&moving->base, NULL);
}

static void
star (PlannerConference *conference)
{
  g_autoptr (GAsyncResult) starred = NULL;

  planner_conference_set_starred_async (conference, planner_conference_find_entry (conference, KEY), TRUE,
                                        NULL, keep_result_cb, &starred);
  wait_for_result (&starred);
  g_assert_true (planner_conference_set_starred_finish (conference, starred, NULL));
}

static gboolean
refresh (Moving *moving, PlannerConference *conference, AnswerFunc answer, const Case *test)
{
  g_autoptr (GAsyncResult) refreshed = NULL;

  moving->base.answer = answer;
  moving->base.answer_data = test;
  planner_conference_refresh_async (conference, NULL, keep_result_cb, &refreshed);

  return planner_conference_refresh_finish (conference, wait_for_result (&refreshed), NULL);
}

static void
assert_address (Moving *moving, PlannerConference *conference, const char *scheme, const char *path)
{
  g_autofree char *address = g_strconcat (scheme, moving->base.http + strlen ("http://"), path, NULL);
  g_autoptr (PlannerConferenceRecord) stored =
      planner_store_find_conference (planner_library_get_store (moving->library),
                                     planner_conference_get_id (conference), NULL);

  g_assert_cmpstr (planner_conference_get_address (conference), ==, address);
  g_assert_cmpstr (stored->address, ==, address);
}

static void
test_moved (Moving *moving, gconstpointer data)
{
  const Case *test = data;
  PlannerConference *conference = add_address (moving, "http://", "/start");

  star (conference);
  g_assert_cmpint (refresh (moving, conference, answer_moved, test), ==, g_str_has_suffix (test->body, "}"));
  assert_address (moving, conference, "http://", test->expected);
  g_assert_cmpuint (planner_conference_get_n_starred (conference), ==, 1);
}

static void
test_credentials (Moving *moving, gconstpointer data)
{
  PlannerConference *conference = add_address (moving, "http://me:secret@", "/start");

  g_assert_true (refresh (moving, conference, answer_moved, &cases[0]));
  assert_address (moving, conference, "http://me:secret@", "/end");
}

static void
test_taken (Moving *moving, gconstpointer data)
{
  PlannerConference *conference = add_address (moving, "http://", "/start");

  add_address (moving, "http://", "/end");
  g_assert_true (refresh (moving, conference, answer_moved, &cases[0]));
  assert_address (moving, conference, "http://", "/start");
}

static void
test_elsewhere (Moving *moving, gconstpointer data)
{
  PlannerConference *conference = add_address (moving, "http://", "/start");

  g_assert_true (refresh (moving, conference, answer_elsewhere, NULL));
  g_assert_cmpstr (planner_entry_get_session (planner_conference_find_entry (conference, KEY))->title.shown,
                   ==, "New");
  assert_address (moving, conference, "http://", "/start");
}

#define ADD(path, test) g_test_add (path, Moving, NULL, moving_set_up, test, moving_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/library/I11/", cases[i].name, NULL);

      g_test_add (path, Moving, &cases[i], moving_set_up, test_moved, moving_tear_down);
    }
  ADD ("/library/I11/credentials-stay-in-moved-address", test_credentials);
  ADD ("/library/I11/address-of-other-conference-is-not-taken", test_taken);
  ADD ("/library/V4/unusual-port-is-not-stored", test_elsewhere);

  return run_tests ();
}

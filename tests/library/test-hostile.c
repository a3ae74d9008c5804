/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Servers that do not send a schedule. The refresh reports the error and does not block the main loop, and the agenda and the
 * stars stay as they are, also in the store.
 */

#include "files.h"
#include "net/serving.h"
#include "library/loading.h"

#include "feed/planner-feed-error.h"
#include "library/planner-conference-refresh.h"
#include "words/planner-messages.h"

#include <time.h>

#define EVENT(guid, title)                                                                                   \
  "{\"guid\":\"" guid "\",\"id\":1,\"title\":\"" title "\",\"date\":\"2036-07-01T10:00:00+02:00\","          \
  "\"duration\":\"01:00\",\"persons\":[]}"
#define FEED(version, events)                                                                                \
  "{\"schedule\":{\"version\":\"" version "\",\"conference\":{\"title\":\"T\",\"days\":["                    \
  "{\"date\":\"2036-07-01\",\"rooms\":{\"Hall\":[" events "]}}]}}}"
#define A "11111111-1111-4111-8111-111111111111"
#define B "22222222-2222-4222-8222-222222222222"
#define GOOD FEED ("1", EVENT (A, "Opening") "," EVENT (B, "Keynote"))
#define BETTER FEED ("2", EVENT (A, "Opening") "," EVENT (B, "Grand Keynote"))

typedef struct
{
  Fixture base;
  char *folder;
  PlannerLibrary *library;
  PlannerConference *conference; /* borrowed */
  clock_t last_tick;
  clock_t longest_gap;
} Hostile;

typedef struct
{
  const char *name;
  AnswerFunc answer;
  const char *body; /* nullable: the body of the response */
  GQuark (*domain) (void);
  int code;
} Case;

static void
answer_body (Fixture *f, SoupServerMessage *message, const char *path)
{
  set_body (message, "application/json", f->answer_data);
}

/* Responds with the status in the body. */
static void
answer_given_status (Fixture *f, SoupServerMessage *message, const char *path)
{
  g_autofree char *status_path = g_strconcat ("/", (const char *) f->answer_data, NULL);

  answer_status (f, message, status_path);
}

static void
wrote_piece_cb (SoupServerMessage *message)
{
  static const char spaces[64 * 1024] = "{\"schedule\":";

  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, spaces,
                            sizeof spaces);
  soup_server_message_unpause (message);
}

/* Sends data without end. */
static void
answer_endless (Fixture *f, SoupServerMessage *message, const char *path)
{
  answer_stall (f, message, path);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (wrote_piece_cb), NULL);
}

static void
answer_bomb (Fixture *f, SoupServerMessage *message, const char *path)
{
  g_autoptr (GBytes) bomb = gzip (8 * MIB);

  f->answer_data = bomb;
  answer_gzip (f, message, path);
  f->answer_data = NULL;
}

static void
answer_raw_text (Fixture *f, SoupServerMessage *message, const char *path)
{
  const char *text = f->answer_data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  f->answer_data = bytes;
  answer_raw (f, message, path);
  f->answer_data = text;
}

/* Redirects to a server with an unknown certificate. */
static void
answer_untrusted (Fixture *f, SoupServerMessage *message, const char *path)
{
  soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, f->https);
}

static void
answer_to_file (Fixture *f, SoupServerMessage *message, const char *path)
{
  soup_server_message_set_status (message, SOUP_STATUS_FOUND, NULL);
  set_header (message, "Location", "file:///etc/hostname");
}

static void
answer_deep (Fixture *f, SoupServerMessage *message, const char *path)
{
  g_autofree char *body = g_strnfill (100 * 1000, '[');

  set_body (message, "application/json", body);
}

#define FETCH(code) planner_fetch_error_quark, PLANNER_FETCH_ERROR_##code
#define READ(code) planner_feed_error_quark, PLANNER_FEED_ERROR_##code

static const Case cases[] = {
  { "F4/drip", answer_drip, NULL, FETCH (TIMED_OUT) },
  { "F4/stall", answer_stall, NULL, FETCH (TIMED_OUT) },
  { "F4/no-answer", answer_hold, NULL, FETCH (TIMED_OUT) },
  { "F4/endless", answer_endless, NULL, FETCH (TOO_LARGE) },
  { "F4/gzip-bomb", answer_bomb, NULL, FETCH (TOO_LARGE) },
  { "F4/announced", answer_raw_text, "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n{",
    FETCH (TOO_LARGE) },
  { "F4/redirect-loop", answer_loop, NULL, FETCH (REDIRECTS) },
  { "F4/to-file", answer_to_file, NULL, FETCH (INSECURE_REDIRECT) },
  { "F4/deep", answer_deep, NULL, READ (TOO_LARGE) },
  { "F5/length-too-long", answer_raw_text, "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" GOOD,
    FETCH (TRUNCATED) },
  { "F5/length-too-short", answer_raw_text, "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n" GOOD,
    READ (TRUNCATED) },
  { "F5/cut-chunk", answer_raw_text,
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n{\"schedule\":", FETCH (TRUNCATED) },
  { "F5/cut-at-once", answer_raw_text, "", FETCH (TRUNCATED) },
  { "F5/no-gzip", answer_raw_text,
    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\n{\"schedule\":",
    READ (TRUNCATED) },
  { "F5/cut-gzip", answer_raw_text,
    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 99\r\n\r\n\x1f\x8b\x08",
    FETCH (TRUNCATED) },
  { "N2/tls", answer_untrusted, NULL, FETCH (TLS) },
  { "N2/no-http", answer_raw_text, "220 mail.test ESMTP\r\n\r\n", FETCH (REFUSED) },
  { "N2/401", answer_given_status, "401", FETCH (UNAUTHORIZED) },
  { "N2/404", answer_given_status, "404", FETCH (NOT_FOUND) },
  { "N2/500", answer_given_status, "500", FETCH (SERVER) },
  { "N2/511", answer_given_status, "511", FETCH (CAPTIVE) },
  { "I5/web-page", answer_body, "<!doctype html><html><body>Sign in</body></html>", READ (WEB_PAGE) },
  { "I5/empty", answer_body, "", READ (EMPTY) },
  { "I5/no-sessions", answer_body, FEED ("3", ""), READ (NO_SESSIONS) },
  { "I5/other", answer_body, "{\"hello\":true}", READ (NOT_A_SCHEDULE) },
};

static void
open_library (Hostile *hostile)
{
  g_autofree char *path = g_build_filename (hostile->folder, "planner.db", NULL);

  hostile->library = load_library (path, hostile->base.fetcher);
}

/* Finished tasks release their objects in an idle source. */
static void
close_library (Hostile *hostile)
{
  g_object_add_weak_pointer (G_OBJECT (hostile->library), (gpointer *) &hostile->library);
  g_object_add_weak_pointer (G_OBJECT (hostile->conference), (gpointer *) &hostile->conference);
  g_object_unref (hostile->library);
  while (hostile->library || hostile->conference)
    g_main_context_iteration (NULL, TRUE);
}

static void
add_conference (Hostile *hostile)
{
  g_autoptr (GError) error = NULL;

  hostile->conference = add_to_library (hostile->library, hostile->base.http, &error);
  g_assert_no_error (error);
}

static void
star (Hostile *hostile)
{
  g_autoptr (GAsyncResult) starred = NULL;

  planner_conference_set_starred_async (hostile->conference,
                                        planner_conference_find_entry (hostile->conference, B), TRUE, NULL,
                                        keep_result_cb, &starred);
  wait_for_result (&starred);
  g_assert_true (planner_conference_set_starred_finish (hostile->conference, starred, NULL));
}

/* Measures processor time, so that a busy machine does not matter. Waiting for the server would never end, because the server
 * runs in this thread.
 */
static gboolean
tick_cb (gpointer user_data)
{
  Hostile *hostile = user_data;
  const clock_t now = clock ();

  hostile->longest_gap = MAX (hostile->longest_gap, now - hostile->last_tick);
  hostile->last_tick = now;

  return G_SOURCE_CONTINUE;
}

static void
refresh (Hostile *hostile, GError **error)
{
  g_autoptr (GAsyncResult) refreshed = NULL;
  guint ticks = g_timeout_add_full (G_PRIORITY_HIGH, 10, tick_cb, hostile, NULL);

  hostile->last_tick = clock ();
  planner_conference_refresh_async (hostile->conference, NULL, keep_result_cb, &refreshed);
  wait_for_result (&refreshed);
  tick_cb (hostile);
  g_source_remove (ticks);
  planner_conference_refresh_finish (hostile->conference, refreshed, error);
}

static void
reopen (Hostile *hostile)
{
  g_autoptr (PlannerConference) conference = NULL;

  open_library (hostile);
  conference = g_list_model_get_item (G_LIST_MODEL (hostile->library), 1);
  hostile->conference = conference;
}

/* Uses a long timeout for busy machines, and a short one where the test waits for the timeout. */
static void
hostile_set_up (Hostile *hostile, gconstpointer data)
{
  const Case *test = data;

  serving_set_up (&hostile->base, NULL);
  use_limits (&hostile->base, MIB, 60 * 1000, 120 * 1000);
  listen_tls (&hostile->base);
  hostile->folder = g_dir_make_tmp ("planner-hostile-XXXXXX", NULL);
  open_library (hostile);
  hostile->base.answer = answer_body;
  hostile->base.answer_data = GOOD;
  add_conference (hostile);
  star (hostile);
  if (test && test->code == PLANNER_FETCH_ERROR_TIMED_OUT && test->domain == planner_fetch_error_quark)
    {
      close_library (hostile);
      use_limits (&hostile->base, MIB, 100, 400);
      reopen (hostile);
    }
}

static void
hostile_tear_down (Hostile *hostile, gconstpointer data)
{
  close_library (hostile);
  remove_folder (hostile->folder);
  g_free (hostile->folder);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  serving_tear_down (&hostile->base, NULL);
}

static void
assert_kept (Hostile *hostile)
{
  PlannerEntry *entry = planner_conference_find_entry (hostile->conference, B);

  g_assert_cmpuint (g_list_model_get_n_items (planner_conference_get_entries (hostile->conference)), ==, 2);
  g_assert_cmpuint (planner_conference_get_n_starred (hostile->conference), ==, 1);
  g_assert_true (planner_entry_get_starred (entry));
  g_assert_false (planner_entry_get_withdrawn (entry));
  g_assert_cmpstr (planner_entry_get_session (entry)->title.shown, ==, "Keynote");
}

static void
test_hostile (Hostile *hostile, gconstpointer data)
{
  const Case *test = data;
  const PlannerAgenda *agenda = planner_conference_get_agenda (hostile->conference);
  g_autoptr (GError) unforeseen = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "");
  g_autoptr (GError) error = NULL;

  hostile->base.answer = test->answer;
  hostile->base.answer_data = test->body;
  refresh (hostile, &error);
  g_assert_error (error, test->domain (), test->code);
  g_assert_error (planner_conference_get_error (hostile->conference), test->domain (), test->code);
  g_assert_cmpstr (planner_message_for_error (error), !=, planner_message_for_error (unforeseen));
  g_assert_cmpint (planner_conference_get_state (hostile->conference), ==, PLANNER_CONFERENCE_IDLE);
  g_assert_cmpint (hostile->longest_gap, <, CLOCKS_PER_SEC);
  g_assert_true (planner_conference_get_agenda (hostile->conference) == agenda);
  assert_kept (hostile);

  close_library (hostile);
  reopen (hostile);
  assert_kept (hostile);
}

/* When the server works again, the refresh succeeds. */
static void
test_recovery (Hostile *hostile, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].domain == planner_feed_error_quark)
      {
        g_autoptr (GError) expected = NULL;

        hostile->base.answer = cases[i].answer;
        hostile->base.answer_data = cases[i].body;
        refresh (hostile, &expected);
        g_assert_nonnull (expected);
      }
  assert_kept (hostile);

  hostile->base.answer = answer_body;
  hostile->base.answer_data = BETTER;
  refresh (hostile, &error);
  g_assert_no_error (error);
  g_assert_no_error (planner_conference_get_error (hostile->conference));
  g_assert_cmpuint (planner_conference_get_n_starred (hostile->conference), ==, 1);
  g_assert_cmpstr (
      planner_entry_get_session (planner_conference_find_entry (hostile->conference, B))->title.shown, ==,
      "Grand Keynote");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/library/hostile/", cases[i].name, NULL);

      g_test_add (path, Hostile, &cases[i], hostile_set_up, test_hostile, hostile_tear_down);
    }
  g_test_add ("/library/hostile/I5/server-recovers", Hostile, NULL, hostile_set_up, test_recovery,
              hostile_tear_down);

  return run_tests ();
}

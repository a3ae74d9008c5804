/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds schedules from web pages, with a server that records the requests. */

#include "net/serving.h"

#include "discovery/planner-discovery.h"
#include "discovery/planner-schedule-place.h"

#include <glib/gstdio.h>

#define FEED(title)                                                                                          \
  "{\"schedule\":{\"conference\":{\"title\":\"" title "\",\"days\":[{\"date\":\"2026-07-01\",\"rooms\":{"    \
  "\"Hall\":[{\"id\":1,\"title\":\"Opening\",\"date\":\"2026-07-01T10:00:00+02:00\",\"duration\":\"01:00\"}" \
  "]}}]}}}"
#define NO_SESSIONS "{\"schedule\":{\"conference\":{\"title\":\"T\",\"days\":[]}}}"
#define PAGE(body) "<!doctype html><html><body>" body "</body></html>"
#define DATA                                                                                                    \
  "<script type=\"application/ld+json\">{\"@type\":\"Event\",\"name\":\"T\",\"subEvent\":{\"@type\":\"Event\"," \
  "\"name\":\"Opening\",\"startDate\":\"2026-07-01T10:00:00+02:00\"}}</script>"
#define LINK(to) "<a href=\"" to "\">Schedule</a>"

typedef struct
{
  const char *path;
  const char *body; /* NULL: redirects to "to" */
  const char *to;
  guint status; /* 0: 200 */
} Answer;

/* The expected result of a search, and the expected requests in their order. */
typedef struct
{
  const char *name;
  const char *typed;
  Answer answers[8];
  const char *found; /* the path of the schedule; nullable */
  int error;         /* of PLANNER_FEED_ERROR */
  const char *asked; /* paths, each with a line feed; NULL: any */
} Case;

static const Case cases[] = {
  { "schedule", "/any", { { "/any", FEED ("T") } }, "/any", 0, "/any\n" },
  { "linked",
    "/2026/",
    { { "/2026/", PAGE (LINK ("talks.json") LINK ("/data/schedule.json")) },
      { "/data/schedule.json", FEED ("T") },
      { "/2026/talks.json", "[]" } },
    "/data/schedule.json",
    0,
    "/2026/\n/2026/talks.json\n/data/schedule.json\n" },
  { "page-with-data", "/", { { "/", PAGE (DATA) } }, "/", 0, NULL },
  { "linked-before-data",
    "/",
    { { "/", PAGE (DATA LINK ("/schedule.json")) }, { "/schedule.json", FEED ("T") } },
    "/schedule.json",
    0,
    "/\n/schedule.json\n" },
  { "stops-at-first",
    "/",
    { { "/", PAGE (LINK ("/a/schedule.json") LINK ("/b/schedule.json")) },
      { "/a/schedule.json", FEED ("A") },
      { "/b/schedule.json", FEED ("B") } },
    "/a/schedule.json",
    0,
    "/\n/a/schedule.json\n" },
  { "first-broken",
    "/",
    { { "/", PAGE (LINK ("/a/schedule.json") LINK ("/b/schedule.json")) },
      { "/a/schedule.json", "{\"schedule\": oops" },
      { "/b/schedule.json", FEED ("B") } },
    "/b/schedule.json",
    0,
    "/\n/a/schedule.json\n/b/schedule.json\n" },
  { "first-missing",
    "/",
    { { "/", PAGE (LINK ("/a/schedule.json") LINK ("/b/schedule.json")) },
      { "/b/schedule.json", FEED ("B") } },
    "/b/schedule.json",
    0,
    "/\n/a/schedule.json\n/b/schedule.json\n" },
  { "wrong-name",
    "/",
    { { "/", PAGE (LINK ("/schedule.xml")) },
      { "/schedule.json", PAGE ("No") },
      { "/schedule.xml", FEED ("T") } },
    "/schedule.xml",
    0,
    "/\n/schedule.json\n/schedule.xml\n" },
  { "guessed",
    "/democon/talk/ABC123/",
    { { "/democon/talk/ABC123/", PAGE (LINK ("ABC123.ics")) },
      { "/democon/schedule/export/schedule.json", FEED ("T") } },
    "/democon/schedule/export/schedule.json",
    0,
    "/democon/talk/ABC123/\n/democon/schedule/export/schedule.json\n" },
  { "redirected",
    "/",
    { { "/", NULL, "/2026/" }, { "/2026/", PAGE ("Hello") }, { "/2026/schedule.json", FEED ("T") } },
    "/2026/schedule.json",
    0,
    "/\n/2026/\n/2026/schedule/export/schedule.json\n/2026/schedule.json\n" },
  { "candidate-redirected",
    "/",
    { { "/", PAGE (LINK ("/schedule.json")) }, { "/schedule.json", NULL, "/v2" }, { "/v2", FEED ("T") } },
    "/schedule.json",
    0,
    "/\n/schedule.json\n/v2\n" },
  { "page-to-page",
    "/",
    { { "/", PAGE (LINK ("/2026/programme/")) },
      { "/2026/programme/", PAGE (LINK ("/files/schedule.json")) },
      { "/files/schedule.json", FEED ("T") } },
    "/files/schedule.json",
    0,
    "/\n/schedule/export/schedule.json\n/schedule.json\n/2026/programme/\n/files/schedule.json\n" },
  { "refreshed",
    "/",
    { { "/", "<html><meta http-equiv=refresh content='0;url=/2026/'></html>" },
      { "/2026/", PAGE ("Hello") },
      { "/2026/schedule.json", FEED ("T") } },
    "/2026/schedule.json",
    0,
    "/\n/2026/\n/2026/schedule/export/schedule.json\n/2026/schedule.json\n" },
  { "loop",
    "/schedule/",
    { { "/schedule/", PAGE (LINK ("/schedule/") LINK ("#top") LINK ("/schedule/?a=1")) } },
    NULL,
    PLANNER_FEED_ERROR_NONE_FOUND },
  { "pages-in-a-circle",
    "/",
    { { "/", PAGE (LINK ("/schedule/")) },
      { "/schedule/", PAGE ("<meta http-equiv=refresh content='0;url=/'>") } },
    NULL,
    PLANNER_FEED_ERROR_NONE_FOUND },
  { "guess-is-page",
    "/",
    { { "/", PAGE ("Hello") },
      { "/schedule.json", PAGE (LINK ("/a/schedule.json")) },
      { "/a/schedule.json", FEED ("T") } },
    NULL,
    PLANNER_FEED_ERROR_NONE_FOUND },
  { "no-sessions-yet",
    "/",
    { { "/", PAGE (LINK ("/schedule.json")) }, { "/schedule.json", NO_SESSIONS }, { "/schedule.xml", "x" } },
    NULL,
    PLANNER_FEED_ERROR_NO_SESSIONS },
  { "all-broken",
    "/",
    { { "/", PAGE (LINK ("/schedule.json")) }, { "/schedule.json", "{\"schedule\":{\"confe" } },
    NULL,
    PLANNER_FEED_ERROR_TRUNCATED },
  { "no-page", "/", { { "/", "Hello" } }, NULL, PLANNER_FEED_ERROR_NOT_A_SCHEDULE, "/\n" },
  { "other-json", "/", { { "/", "{\"a\":1}" } }, NULL, PLANNER_FEED_ERROR_NOT_A_SCHEDULE, "/\n" },
};

typedef struct
{
  Fixture base;
  GString *asked;
  GPtrArray *announced; /* the addresses of the progress */
  GCancellable *cancellable;
  const char *cancel_at; /* a path */
  gboolean is_webcal;
  gboolean may_be_directory;
  PlannerFound *found;
  GError *error;
  gboolean done;
} Walk;

static void
answer_table (Fixture *f, SoupServerMessage *message, const char *path)
{
  Walk *walk = (Walk *) f;
  const Answer *answers = f->answer_data;

  g_string_append_printf (walk->asked, "%s\n", path);
  soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
  for (const Answer *answer = answers; answer && answer->path; answer++)
    if (g_str_equal (answer->path, path))
      {
        if (answer->body)
          set_body (message, "application/octet-stream", answer->body);
        else
          soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, answer->to);
        if (answer->status)
          soup_server_message_set_status (message, answer->status, NULL);
      }
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Walk *walk = user_data;

  g_assert_false (walk->done);
  walk->found = planner_discovery_find_finish (result, &walk->error);
  g_assert_true ((walk->found == NULL) != (walk->error == NULL));
  walk->done = TRUE;
}

static void
walk_progress_cb (const char *address, guint n_addresses, gpointer user_data)
{
  Walk *walk = user_data;

  g_assert_false (walk->done);
  g_ptr_array_add (walk->announced, g_strdup (address));
  g_assert_cmpuint (n_addresses, ==, walk->announced->len);
  if (walk->cancel_at && g_str_has_suffix (address, walk->cancel_at))
    g_cancellable_cancel (walk->cancellable);
}

static void
find (Walk *walk, const char *address)
{
  const PlannerDiscoveryRequest request = { .address = address,
                                            .is_webcal = walk->is_webcal,
                                            .may_be_directory = walk->may_be_directory,
                                            .progress = walk_progress_cb,
                                            .progress_data = walk };

  planner_discovery_find_async (walk->base.fetcher, &request, walk->cancellable, found_cb, walk);
  while (!walk->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
find_path (Walk *walk, const char *path, const Answer *answers)
{
  g_autofree char *address = g_strconcat (walk->base.http, path, NULL);

  walk->base.answer = answer_table;
  walk->base.answer_data = answers;
  find (walk, address);
}

static void
walk_set_up (Walk *walk, gconstpointer data)
{
  serving_set_up (&walk->base, NULL);
  walk->asked = g_string_new (NULL);
  walk->announced = g_ptr_array_new_with_free_func (g_free);
  walk->cancellable = g_cancellable_new ();
}

static void
walk_tear_down (Walk *walk, gconstpointer data)
{
  g_clear_pointer (&walk->found, planner_found_free);
  g_clear_error (&walk->error);
  g_object_unref (walk->cancellable);
  g_ptr_array_unref (walk->announced);
  g_string_free (walk->asked, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  serving_tear_down (&walk->base, NULL);
}

static void
test_walk (Walk *walk, gconstpointer data)
{
  const Case *test = data;

  find_path (walk, test->typed, test->answers);
  if (test->found)
    {
      g_autofree char *address = g_strconcat (walk->base.http, test->found, NULL);

      g_assert_no_error (walk->error);
      g_assert_cmpstr (walk->found->address, ==, address);
      g_assert_cmpuint (walk->found->agenda->sessions->len, ==, 1);
    }
  else
    g_assert_error (walk->error, PLANNER_FEED_ERROR, test->error);
  if (test->asked)
    g_assert_cmpstr (walk->asked->str, ==, test->asked);
  g_assert_cmpuint (walk->announced->len, <=, PLANNER_DISCOVERY_MAX_REQUESTS);
  for (guint i = 1; i < walk->announced->len; i++)
    g_assert_false (g_str_equal (walk->announced->pdata[0], walk->announced->pdata[i]));
}

/* A search requests each address once, and at most 12. The error names them. */
static void
test_bounded (Walk *walk, gconstpointer data)
{
  g_autoptr (GString) page = g_string_new ("<html><body>" LINK ("/programme/"));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Answer answers[] = { { "/", NULL }, { "/programme/", NULL }, { NULL } };

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (page, "<a href='/%u/schedule.%s'>", i, i % 2 ? "json" : "ics");
  answers[0].body = answers[1].body = page->str;
  find_path (walk, "/", answers);

  g_assert_error (walk->error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NONE_FOUND);
  g_assert_cmpuint (walk->base.n_requests, ==, PLANNER_DISCOVERY_MAX_REQUESTS);
  for (guint i = 0; i < walk->announced->len; i++)
    {
      g_assert_true (g_hash_table_add (seen, walk->announced->pdata[i]));
      g_assert_nonnull (strstr (walk->error->message, walk->announced->pdata[i]));
    }
}

/* If the page cannot be fetched, the error is that of the page, and the search ends. */
static void
test_page_fails (Walk *walk, gconstpointer data)
{
  static const struct
  {
    guint status;
    PlannerFetchError error;
  } statuses[] = {
    { 401, PLANNER_FETCH_ERROR_UNAUTHORIZED },
    { 404, PLANNER_FETCH_ERROR_NOT_FOUND },
    { 500, PLANNER_FETCH_ERROR_SERVER },
    { 511, PLANNER_FETCH_ERROR_CAPTIVE },
  };
  Answer answers[] = { { "/", PAGE (LINK ("/schedule.json")) }, { "/schedule.json", FEED ("T") }, { NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      answers[0].status = statuses[i].status;
      find_path (walk, "/", answers);
      g_assert_error (walk->error, PLANNER_FETCH_ERROR, (int) statuses[i].error);
      g_assert_cmpuint (walk->base.n_requests, ==, i + 1);
      g_clear_error (&walk->error);
      g_ptr_array_set_size (walk->announced, 0);
      walk->done = FALSE;
    }
}

/* A network that requires signing in responds with its page to every request. */
static void
answer_portal_everywhere (Fixture *f, SoupServerMessage *message, const char *path)
{
  if (g_str_equal (path, "/sign-in"))
    set_body (message, "text/html", PAGE ("Sign in <form></form>"));
  else
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "/sign-in");
}

static void
test_portal (Walk *walk, gconstpointer data)
{
  walk->base.answer = answer_portal_everywhere;
  find (walk, walk->base.http);
  g_assert_error (walk->error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NONE_FOUND);
  g_assert_cmpuint (walk->announced->len, <=, PLANNER_DISCOVERY_MAX_REQUESTS);
}

/* The network requires signing in during the search. */
static void
test_portal_during_search (Walk *walk, gconstpointer data)
{
  const Answer answers[] = { { "/", PAGE (LINK ("/a/schedule.json") LINK ("/b/schedule.json")) },
                             { "/a/schedule.json", "", NULL, 511 },
                             { "/b/schedule.json", FEED ("T") },
                             { NULL } };

  find_path (walk, "/", answers);
  g_assert_error (walk->error, PLANNER_FETCH_ERROR, PLANNER_FETCH_ERROR_CAPTIVE);
  g_assert_cmpuint (walk->base.n_requests, ==, 2);
}

static void
answer_page_then_stall (Fixture *f, SoupServerMessage *message, const char *path)
{
  if (g_str_equal (path, "/"))
    set_body (message, "text/html", PAGE (LINK ("/schedule.json")));
  else
    answer_stall (f, message, path);
}

/* A host that does not respond receives no other requests. */
static void
test_stall (Walk *walk, gconstpointer data)
{
  use_limits (&walk->base, MIB, 1000, 60000);
  walk->base.answer = answer_page_then_stall;
  find (walk, walk->base.http);
  g_assert_error (walk->error, PLANNER_FETCH_ERROR, PLANNER_FETCH_ERROR_TIMED_OUT);
  g_assert_cmpuint (walk->base.n_requests, ==, 2);
}

/* If another host fails, the search goes on, without that host if it cannot be reached. */
static void
test_other_host_fails (Walk *walk, gconstpointer data)
{
  const Answer answers[] = { { "/", PAGE (LINK ("https://nowhere.test/schedule.json")
                                              LINK ("https://far.test/schedule.json")
                                                  LINK ("https://far.test/b/schedule.json")) },
                             { "/schedule.json", FEED ("T") },
                             { NULL } };

  find_path (walk, "/", answers);
  g_assert_no_error (walk->error);
  g_assert_cmpstr (walk->announced->pdata[1], ==, "https://nowhere.test/schedule.json");
  g_assert_cmpstr (walk->announced->pdata[2], ==, "https://far.test/schedule.json");
  for (guint i = 3; i < walk->announced->len; i++)
    g_assert_true (g_str_has_prefix (walk->announced->pdata[i], walk->base.http));
}

static void
test_cancel (Walk *walk, gconstpointer data)
{
  const Answer answers[] = { { "/", PAGE (LINK ("/a/schedule.json") LINK ("/b/schedule.json")) },
                             { "/b/schedule.json", FEED ("T") },
                             { NULL } };

  walk->cancel_at = data;
  find_path (walk, "/", answers);
  g_assert_error (walk->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_str_has_suffix (walk->announced->pdata[walk->announced->len - 1], data));
}

/* The links of a web page in a file are not followed. */
static void
test_file (Walk *walk, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *page = g_strdup_printf (PAGE (LINK ("%s/schedule.json")), walk->base.http);
  const int fd = g_file_open_tmp ("planner-page-XXXXXX.html", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, page, -1, NULL));
  walk->base.answer = answer_plain;
  find (walk, path);
  g_assert_error (walk->error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_WEB_PAGE);
  g_assert_cmpuint (walk->base.n_requests, ==, 0);
  g_unlink (path);
}

/* HTML without the elements that identify it. */
static void
answer_fragment (Fixture *f, SoupServerMessage *message, const char *path)
{
  if (g_str_equal (path, "/"))
    set_body (message, "text/html; charset=utf-8", "<title>Hello</title><a href='/a/schedule.json'>JSON</a>");
  else
    set_body (message, "text/html", FEED ("T"));
}

static void
test_fragment (Walk *walk, gconstpointer data)
{
  walk->base.answer = answer_fragment;
  find (walk, walk->base.http);
  g_assert_no_error (walk->error);
  g_assert_true (g_str_has_suffix (walk->found->address, "/a/schedule.json"));
}

/* A search that begins with https uses only https. */
static void
test_secure (Walk *walk, gconstpointer data)
{
  const Answer answers[] = { { "/", PAGE ("<base href='http://127.0.0.1:1/'>" LINK ("/schedule.json")) },
                             { "/schedule.json", FEED ("T") },
                             { NULL } };
  g_autofree char *expected = NULL;

  listen_tls (&walk->base);
  trust_tls (&walk->base);
  expected = g_strconcat (walk->base.https, "/schedule.json", NULL);
  walk->base.answer = answer_table;
  walk->base.answer_data = answers;
  find (walk, walk->base.https);
  g_assert_no_error (walk->error);
  g_assert_cmpstr (walk->found->address, ==, expected);
}

static void
count_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  (*(guint *) user_data)++;
  set_body (message, "application/json", FEED ("T"));
}

/* The links of a page may redirect, but not to another server of the attendee's network. */
static void
test_redirect_elsewhere (Walk *walk, gconstpointer data)
{
  g_autoptr (SoupServer) other = soup_server_new (NULL, NULL);
  g_autofree char *address = listen_http (other);
  g_autofree char *there = g_strconcat (address, "/schedule.json", NULL);
  g_autofree char *localhost = g_strconcat ("http://localhost", strrchr (there, ':'), NULL);
  Answer answers[] = { { "/", PAGE (LINK ("/a/schedule.json") LINK ("/b/schedule.json")) },
                       { "/a/schedule.json", NULL, there },
                       { "/b/schedule.json", NULL, localhost },
                       { NULL } };
  guint n_requests = 0;

  soup_server_add_handler (other, NULL, count_cb, &n_requests, NULL);
  find_path (walk, "/", answers);
  g_assert_error (walk->error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NONE_FOUND);
  g_assert_nonnull (strstr (walk->asked->str, "/a/schedule.json\n/b/schedule.json\n"));
  g_assert_cmpuint (n_requests, ==, 0);
  soup_server_disconnect (other);
}

static void
answer_redirects (Fixture *f, SoupServerMessage *message, const char *path)
{
  g_autofree char *next = g_strconcat (path, "x", NULL);

  if (g_str_equal (path, "/"))
    set_body (message, "text/html", PAGE (LINK ("/a/schedule.json") LINK ("/b/schedule.json")));
  else
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, next);
}

static void
test_redirects_counted (Walk *walk, gconstpointer data)
{
  walk->base.answer = answer_redirects;
  find (walk, walk->base.http);
  g_assert_error (walk->error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NONE_FOUND);
  g_assert_cmpuint (walk->base.n_requests, ==, PLANNER_DISCOVERY_MAX_REQUESTS);
}

static void
test_password_hidden (Walk *walk, gconstpointer data)
{
  const Answer answers[] = { { "/", PAGE ("Hello") }, { NULL } };
  g_autofree char *address =
      g_strconcat ("http://me:secret@", walk->base.http + strlen ("http://"), "/", NULL);

  walk->base.answer = answer_table;
  walk->base.answer_data = answers;
  find (walk, address);
  g_assert_error (walk->error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NONE_FOUND);
  g_assert_null (strstr (walk->error->message, "secret"));
  for (guint i = 0; i < walk->announced->len; i++)
    g_assert_null (strstr (walk->announced->pdata[i], "secret"));
}

/* A public page must not lead to a private name, by any kind of redirect. */
static void
test_redirect_rule (Walk *walk, gconstpointer data)
{
  static const struct
  {
    const char *from;
    const char *to;
    gboolean allowed;
  } redirects[] = {
    { "https://conf.example.org/a", "https://conf.example.org/b", TRUE },
    { "https://conf.example.org/a", "https://cdn.example.net/b", TRUE },
    { "http://conf.example.org/a", "https://conf.example.org/a", TRUE },
    { "http://conf.example.org/a", "http://cdn.example.net/a", FALSE },
    { "https://conf.example.org/a", "http://conf.example.org/a", FALSE },
    { "https://conf.example.org/a", "https://localhost/a", FALSE },
    { "https://conf.example.org/a", "https://127.0.0.1/a", FALSE },
    { "https://conf.example.org/a", "https://[::1]/a", FALSE },
    { "https://conf.example.org/a", "https://router.local/a", FALSE },
    { "https://conf.example.org/a", "https://router.home.arpa./a", FALSE },
    { "https://conf.example.org/a", "https://cdn.example.net:8443/a", FALSE },
    { "https://conf.example.org/a", "https://me:secret@conf.example.org/a", FALSE },
    { "http://127.0.0.1:8000/a", "http://127.0.0.1:8000/b", TRUE },
    { "http://127.0.0.1:8000/a", "http://127.0.0.1:8001/b", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (redirects); i++)
    {
      g_autoptr (GUri) from = g_uri_parse (redirects[i].from, PLANNER_SCHEDULE_PLACE_FLAGS, NULL);
      g_autoptr (GUri) to = g_uri_parse (redirects[i].to, PLANNER_SCHEDULE_PLACE_FLAGS, NULL);

      g_test_message ("%s to %s", redirects[i].from, redirects[i].to);
      g_assert_cmpint (planner_schedule_place_may_lead_to (from, to), ==, redirects[i].allowed);
    }
}

#define DIRECTORY                                                                                            \
  "{\"directory\":{\"conferences\":[{\"name\":\"A\",\"start\":\"2027-01-01\",\"end\":\"2027-01-01\","        \
  "\"address\":\"https://example.org/a\"}]}}"

static void
restart (Walk *walk)
{
  g_clear_pointer (&walk->found, planner_found_free);
  g_clear_error (&walk->error);
  g_ptr_array_set_size (walk->announced, 0);
  walk->done = FALSE;
}

/* Only the address itself may be a directory, and nothing else is fetched. */
static void
test_directory (Walk *walk, gconstpointer data)
{
  static const Answer answers[] = { { "/directory.json", DIRECTORY },
                                    { "/", PAGE (LINK ("/schedule.json")) },
                                    { "/schedule.json", DIRECTORY },
                                    { NULL } };

  find_path (walk, "/directory.json", answers);
  g_assert_error (walk->error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_DIRECTORY);
  restart (walk);
  walk->may_be_directory = TRUE;
  find_path (walk, "/directory.json", answers);
  g_assert_no_error (walk->error);
  g_assert_null (walk->found->agenda);
  g_assert_cmpuint (walk->found->directory->listings->len, ==, 1);
  g_assert_cmpstr (walk->asked->str, ==, "/directory.json\n/directory.json\n");
  restart (walk);
  find_path (walk, "/", answers);
  g_assert_error (walk->error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NONE_FOUND);
}

/* Nothing listens at the port, as where a server has http only. */
static void
test_webcal (Walk *walk, gconstpointer data)
{
  find (walk, "https://127.0.0.1:1/a.ics");
  g_assert_error (walk->error, PLANNER_FETCH_ERROR, PLANNER_FETCH_ERROR_UNREACHABLE);
  restart (walk);
  walk->is_webcal = TRUE;
  find (walk, "https://127.0.0.1:1/a.ics");
  g_assert_error (walk->error, PLANNER_FETCH_ERROR, PLANNER_FETCH_ERROR_WEBCAL);
}

static void
test_no_listings (Walk *walk, gconstpointer data)
{
  static const Answer answers[] = { { "/menu.json", "{\"version\":1,\"schedules\":[{}]}" }, { NULL } };

  walk->may_be_directory = TRUE;
  find_path (walk, "/menu.json", answers);
  g_assert_error (walk->error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_EMPTY);
}

static void
add_walk (const char *path, gconstpointer data, void (*test) (Walk *, gconstpointer))
{
  g_autofree char *whole = g_strconcat ("/discovery/", path, NULL);

  g_test_add (whole, Walk, data, walk_set_up, test, walk_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("search/", cases[i].name, NULL);

      add_walk (path, &cases[i], test_walk);
    }
  add_walk ("F4/bounded-requests", NULL, test_bounded);
  add_walk ("F4/stalled-host", NULL, test_stall);
  add_walk ("F4/secure-stays-secure", NULL, test_secure);
  add_walk ("V4/redirect-elsewhere", NULL, test_redirect_elsewhere);
  add_walk ("V4/redirects-counted", NULL, test_redirects_counted);
  add_walk ("V4/redirect-rule", NULL, test_redirect_rule);
  add_walk ("V8/password-hidden", NULL, test_password_hidden);
  add_walk ("N2/page-fails", NULL, test_page_fails);
  add_walk ("N2/portal-everywhere", NULL, test_portal);
  add_walk ("N2/portal-during-search", NULL, test_portal_during_search);
  add_walk ("N2/other-host-fails", NULL, test_other_host_fails);
  add_walk ("N3/cancel-page", "/", test_cancel);
  add_walk ("N3/cancel-during-search", "/a/schedule.json", test_cancel);
  add_walk ("N3/cancel-last", "/b/schedule.json", test_cancel);
  add_walk ("page-in-file", NULL, test_file);
  add_walk ("V9/webcal-without-https", NULL, test_webcal);
  add_walk ("directory", NULL, test_directory);
  add_walk ("directory-without-conferences", NULL, test_no_listings);
  add_walk ("html-fragment", NULL, test_fragment);

  return run_tests ();
}

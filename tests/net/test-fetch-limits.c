/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/serving.h"

/* "/3" redirects to "/2" and so on to "/0". */
static void
answer_countdown (Fixture *f, SoupServerMessage *message, const char *path)
{
  guint left = (guint) g_ascii_strtoull (path + 1, NULL, 10);
  g_autofree char *next = g_strdup_printf ("/%u", left - 1);

  if (left == 0)
    answer_plain (f, message, path);
  else
    soup_server_message_set_redirect (message, left % 2 ? 301 : 307, next);
}

static void
test_redirects (Fixture *f, gconstpointer data)
{
  g_autofree char *five = g_strconcat (f->http, "/5", NULL);
  g_autofree char *six = g_strconcat (f->http, "/6", NULL);
  g_autofree char *end = g_strconcat (f->http, "/0", NULL);
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_countdown;
  fetch_with (f->fetcher, five, "\"v\"", NULL, &outcome);
  assert_body (&outcome, "{}");
  g_assert_cmpstr (outcome.fetched->address, ==, end);
  g_assert_cmpstr (soup_message_headers_get_one (f->asked, "If-None-Match"), ==, "\"v\"");

  assert_fetch_fails (f->fetcher, six, PLANNER_FETCH_ERROR_REDIRECTS, "127.0.0.1");
}

static void
test_redirect_loop (Fixture *f, gconstpointer data)
{
  f->answer = answer_loop;
  assert_fetch_fails (f->fetcher, f->http, PLANNER_FETCH_ERROR_REDIRECTS, "/again");
  g_assert_cmpuint (f->n_requests, ==, 6);
}

static void
answer_redirect (Fixture *f, SoupServerMessage *message, const char *path)
{
  if (g_str_equal (path, "/end"))
    answer_plain (f, message, path);
  else
    {
      soup_server_message_set_status (message, SOUP_STATUS_FOUND, NULL);
      set_header (message, "Location", f->answer_data);
    }
}

static void
test_insecure_redirect (Fixture *f, gconstpointer data)
{
  g_autofree char *plain_end = g_strconcat (f->http, "/end", NULL);
  g_autofree char *secure_end = NULL;
  g_autofree char *no_scheme = NULL;
  g_auto (Outcome) upgraded = { 0 };
  g_auto (Outcome) secure = { 0 };

  listen_tls (f);
  trust_tls (f);
  secure_end = g_strconcat (f->https, "/end", NULL);
  no_scheme = g_strdup (secure_end + strlen ("https:"));
  f->answer = answer_redirect;

  f->answer_data = secure_end;
  fetch_with (f->fetcher, f->http, NULL, NULL, &upgraded);
  assert_body (&upgraded, "{}");
  g_assert_cmpstr (upgraded.fetched->address, ==, secure_end);

  f->answer_data = no_scheme;
  fetch_with (f->fetcher, f->https, NULL, NULL, &secure);
  assert_body (&secure, "{}");

  f->answer_data = plain_end;
  f->n_requests = 0;
  assert_fetch_fails (f->fetcher, f->https, PLANNER_FETCH_ERROR_INSECURE_REDIRECT, f->https);
  g_assert_cmpuint (f->n_requests, ==, 1);
}

static const struct
{
  const char *location;
  PlannerFetchError expected;
} location_cases[] = {
  { "file:///etc/passwd", PLANNER_FETCH_ERROR_INSECURE_REDIRECT },
  { "ftp://127.0.0.1/", PLANNER_FETCH_ERROR_INSECURE_REDIRECT },
  { "data:text/plain,x", PLANNER_FETCH_ERROR_INSECURE_REDIRECT },
  { "http://a%0d%0aX-Evil:1/", PLANNER_FETCH_ERROR_REFUSED },
  { "http:///", PLANNER_FETCH_ERROR_REFUSED },
  { "http://\xff/", PLANNER_FETCH_ERROR_REFUSED },
  { "/a b\xe9", PLANNER_FETCH_ERROR_REDIRECTS },
  { "http://[::1", PLANNER_FETCH_ERROR_REFUSED },
};

static void
test_odd_locations (Fixture *f, gconstpointer data)
{
  f->answer = answer_redirect;
  for (gsize i = 0; i < G_N_ELEMENTS (location_cases); i++)
    {
      g_test_message ("%s", location_cases[i].location);
      f->answer_data = location_cases[i].location;
      assert_fetch_fails (f->fetcher, f->http, location_cases[i].expected, f->http);
    }
}

static void
answer_protected (Fixture *f, SoupServerMessage *message, const char *path)
{
  const char *given = soup_message_headers_get_one (f->asked, "Authorization");

  if (g_strcmp0 (given, f->answer_data ? NULL : "Basic bWU6c2VjcmV0") != 0)
    answer_status (f, message, "/401");
  else if (g_str_equal (path, "/end"))
    answer_plain (f, message, path);
  else
    {
      g_autofree char *end = g_strconcat (f->http, "/end", NULL);

      soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, path[1] ? "/end" : end);
    }
}

/* By a relative and by an absolute Location. */
static void
test_redirect_keeps_credentials (Fixture *f, gconstpointer data)
{
  const char *const paths[] = { "/a", "/" };

  f->answer = answer_protected;
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *address =
          g_strconcat ("http://me:secret@", f->http + strlen ("http://"), paths[i], NULL);
      g_auto (Outcome) outcome = { 0 };

      fetch_with (f->fetcher, address, NULL, NULL, &outcome);
      assert_body (&outcome, "{}");
      g_assert_null (strstr (outcome.fetched->address, "secret"));
    }
}

/* The other origin requires a password too, and does not receive the one of the address. */
static void
answer_other_origin (Fixture *f, SoupServerMessage *message, const char *path)
{
  if (g_str_equal (path, "/end"))
    {
      g_assert_null (soup_message_headers_get_one (f->asked, "Authorization"));
      answer_status (f, message, "/401");
    }
  else
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, f->answer_data);
}

static void
test_redirect_drops_credentials (Fixture *f, gconstpointer data)
{
  g_autofree char *address = g_strconcat ("http://me:secret@", f->http + strlen ("http://"), "/", NULL);
  g_autofree char *end = NULL;

  listen_tls (f);
  trust_tls (f);
  end = g_strconcat (f->https, "/end", NULL);
  f->answer = answer_other_origin;
  f->answer_data = end;
  assert_fetch_fails (f->fetcher, address, PLANNER_FETCH_ERROR_UNAUTHORIZED, end);
}

/* Redirects to itself until it receives its cookie. */
static void
answer_wants_cookie (Fixture *f, SoupServerMessage *message, const char *path)
{
  const char *cookie = soup_message_headers_get_one (f->asked, "Cookie");

  g_assert_true (f->n_requests % 2 == 0 || !cookie);
  if (g_strcmp0 (cookie, "seen=1") == 0)
    answer_plain (f, message, path);
  else
    {
      set_header (message, "Set-Cookie", "seen=1; Path=/; HttpOnly");
      soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, path);
    }
}

/* The second fetch begins without the cookie of the first. */
static void
test_cookie (Fixture *f, gconstpointer data)
{
  f->answer = answer_wants_cookie;
  for (guint i = 1; i <= 2; i++)
    {
      g_auto (Outcome) outcome = { 0 };

      fetch_with (f->fetcher, f->http, NULL, NULL, &outcome);
      assert_body (&outcome, "{}");
      g_assert_cmpuint (f->n_requests, ==, 2 * i);
    }
}

/* "/" redirects with a body that never ends. */
static void
answer_redirect_and_stall (Fixture *f, SoupServerMessage *message, const char *path)
{
  if (g_str_equal (path, "/end"))
    answer_plain (f, message, path);
  else
    {
      answer_stall (f, message, path);
      soup_server_message_set_status (message, SOUP_STATUS_FOUND, NULL);
      set_header (message, "Location", "/end");
    }
}

static void
test_redirect_with_body (Fixture *f, gconstpointer data)
{
  g_auto (Outcome) plain = { 0 };
  g_auto (Outcome) secure = { 0 };

  listen_tls (f);
  trust_tls (f);
  f->answer = answer_redirect_and_stall;
  fetch_with (f->fetcher, f->http, NULL, NULL, &plain);
  assert_body (&plain, "{}");
  fetch_with (f->fetcher, f->https, NULL, NULL, &secure);
  assert_body (&secure, "{}");
}

static void
answer_status_and_stall (Fixture *f, SoupServerMessage *message, const char *path)
{
  answer_stall (f, message, path);
  soup_server_message_set_status (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, NULL);
}

static void
test_failure_with_body (Fixture *f, gconstpointer data)
{
  f->answer = answer_status_and_stall;
  assert_fetch_fails (f->fetcher, f->http, PLANNER_FETCH_ERROR_SERVER, f->http);
}

/* The 64 KiB decode to 64 MiB. Decoding stops at the limit. */
static void
test_gzip_bomb (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bomb = gzip (64 * MIB);
  g_auto (Outcome) outcome = { 0 };

  g_assert_cmpuint (g_bytes_get_size (bomb), <, MIB);
  f->answer = answer_gzip;
  f->answer_data = bomb;
  fetch_with (f->fetcher, f->http, NULL, NULL, &outcome);
  assert_fails (&outcome, PLANNER_FETCH_ERROR_TOO_LARGE, f->http);
  g_assert_cmpuint (outcome.n_bytes, <=, 32 * MIB);
  g_assert_cmpuint (outcome.n_bytes, >, 31 * MIB);
}

static void
answer_ten_bytes (Fixture *f, SoupServerMessage *message, const char *path)
{
  set_body (message, "text/plain", "ten bytes!");
}

static void
test_limit (Fixture *f, gconstpointer data)
{
  g_auto (Outcome) fits = { 0 };

  f->answer = answer_ten_bytes;
  use_limits (f, 10, 15000, 60000);
  fetch_with (f->fetcher, f->http, NULL, NULL, &fits);
  assert_body (&fits, "ten bytes!");

  use_limits (f, 9, 15000, 60000);
  assert_fetch_fails (f->fetcher, f->http, PLANNER_FETCH_ERROR_TOO_LARGE, f->http);
}

typedef struct
{
  const char *name;
  const char *bytes;
  int expected; /* -1 for a body "talks" */
} RawCase;

static const RawCase raw_cases[] = {
  { "F4/announced", "HTTP/1.1 200 OK\r\nContent-Length: 33554433\r\n\r\n", PLANNER_FETCH_ERROR_TOO_LARGE },
  { "F5/no-length", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\ntalks", -1 },
  { "F5/odd-type", "HTTP/1.1 200 OK\r\nContent-Type: a/\xe9\r\nContent-Length: 5\r\n\r\ntalks", -1 },
  { "F5/content-length", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ntalks",
    PLANNER_FETCH_ERROR_TRUNCATED },
  { "F5/no-body", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", PLANNER_FETCH_ERROR_TRUNCATED },
  { "F5/chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\ntalks",
    PLANNER_FETCH_ERROR_TRUNCATED },
  { "F5/chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\ntalks\r\n",
    PLANNER_FETCH_ERROR_TRUNCATED },
  { "F5/all-chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\ntalks\r\n0\r\n\r\n", -1 },
  { "N2/odd-length", "HTTP/1.1 200 OK\r\nContent-Length: 5x\r\n\r\ntalks", PLANNER_FETCH_ERROR_REFUSED },
  { "N2/half-headers", "HTTP/1.1 200 OK\r\nContent-Le", PLANNER_FETCH_ERROR_REFUSED },
  { "N2/closed", "", PLANNER_FETCH_ERROR_TRUNCATED },
  { "N2/no-http", "220 mail.test ESMTP\r\n\r\n", PLANNER_FETCH_ERROR_REFUSED },
};

static void
test_raw (Fixture *f, gconstpointer data)
{
  const RawCase *c = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->bytes, strlen (c->bytes));
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_raw;
  f->answer_data = bytes;
  fetch_with (f->fetcher, f->http, NULL, NULL, &outcome);
  if (c->expected < 0)
    assert_body (&outcome, "talks");
  else
    assert_fails (&outcome, (PlannerFetchError) c->expected, "127.0.0.1");
}

/* libsoup passes a negative length on to a property that refuses it, and then reads nothing. */
static void
test_negative_length (Fixture *f, gconstpointer data)
{
  static const char response[] = "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\ntalks";
  g_autoptr (GBytes) bytes = g_bytes_new_static (response, strlen (response));

  f->answer = answer_raw;
  f->answer_data = bytes;
  g_test_expect_message ("GLib-GObject", G_LOG_LEVEL_CRITICAL, "*content-length*");
  assert_fetch_fails (f->fetcher, f->http, PLANNER_FETCH_ERROR_REFUSED, f->http);
  g_test_assert_expected_messages ();
}

/* Reading a header without an end stops long before it fills the memory. */
static void
test_endless_header (Fixture *f, gconstpointer data)
{
  g_autofree char *filler = g_strnfill (32 * MIB, 'x');
  char *head = g_strconcat ("HTTP/1.1 200 OK\r\nX-Filler: ", filler, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (head, strlen (head));

  f->answer = answer_raw;
  f->answer_data = bytes;
  assert_fetch_fails (f->fetcher, f->http, PLANNER_FETCH_ERROR_TRUNCATED, f->http);
  while (!f->raw_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (f->n_raw_written, <, 32 * MIB);
}

static void
test_stall (Fixture *f, gconstpointer data)
{
  f->answer = answer_stall;
  use_limits (f, MIB, 50, 60000);
  assert_fetch_fails (f->fetcher, f->http, PLANNER_FETCH_ERROR_TIMED_OUT, "127.0.0.1 ");
}

static void
test_drip (Fixture *f, gconstpointer data)
{
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_drip;
  use_limits (f, MIB, 10000, 200);
  fetch_with (f->fetcher, f->http, NULL, NULL, &outcome);
  assert_fails (&outcome, PLANNER_FETCH_ERROR_TIMED_OUT, "127.0.0.1 ");
  g_assert_cmpuint (outcome.n_steps, >, 2);
}

/* Each byte restarts the idle timer. */
static void
test_slow_but_alive (Fixture *f, gconstpointer data)
{
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_drip;
  use_limits (f, 40, 150, 60000);
  fetch_with (f->fetcher, f->http, NULL, NULL, &outcome);
  assert_fails (&outcome, PLANNER_FETCH_ERROR_TOO_LARGE, f->http);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (raw_cases); i++)
    add (raw_cases[i].name, &raw_cases[i], test_raw);
  add ("F4/redirects", NULL, test_redirects);
  add ("F4/redirect-loop", NULL, test_redirect_loop);
  add ("F4/insecure-redirect", NULL, test_insecure_redirect);
  add ("V8/redirect-keeps-credentials", NULL, test_redirect_keeps_credentials);
  add ("V8/redirect-drops-credentials", NULL, test_redirect_drops_credentials);
  add ("V9/cookie", NULL, test_cookie);
  add ("F4/redirect-with-body", NULL, test_redirect_with_body);
  add ("F4/failure-with-body", NULL, test_failure_with_body);
  add ("F4/odd-locations", NULL, test_odd_locations);
  add ("F4/gzip-bomb", NULL, test_gzip_bomb);
  add ("F4/limit", NULL, test_limit);
  add ("N2/negative-length", NULL, test_negative_length);
  add ("F4/endless-header", NULL, test_endless_header);
  add ("F4/stall", NULL, test_stall);
  add ("F4/drip", NULL, test_drip);
  add ("F4/slow-but-alive", NULL, test_slow_but_alive);

  return run_tests ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <libsoup/soup.h>

#include "fakes.h"
#include "fetching.h"

#define MIB (1024 * 1024)

typedef struct _Fixture Fixture;

typedef void (*AnswerFunc) (Fixture *f, SoupServerMessage *message, const char *path);

struct _Fixture
{
  SoupServer *server;
  char *http;  /* the server's address, no slash at its end */
  char *https; /* %NULL until listen_tls () */
  FakeMonitor *monitor;
  PlannerFetcher *fetcher;
  AnswerFunc answer;
  const void *answer_data;
  guint n_requests;
  gsize n_raw_written;
  gboolean raw_done;
  SoupMessageHeaders *asked; /* of the last request */
  GPtrArray *held;           /* messages that get no answer until the end */
};

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  Fixture *f = user_data;

  f->n_requests++;
  g_clear_pointer (&f->asked, soup_message_headers_unref);
  f->asked = soup_message_headers_ref (soup_server_message_get_request_headers (message));
  f->answer (f, message, path);
}

static char *
get_address (SoupServer *server, const char *scheme)
{
  GSList *uris = soup_server_get_uris (server);
  char *address = NULL;

  for (GSList *l = uris; l; l = l->next)
    if (g_str_equal (g_uri_get_scheme (l->data), scheme))
      address = g_strdup_printf ("%s://127.0.0.1:%d", scheme, g_uri_get_port (l->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_assert_nonnull (address);
  return address;
}

static void
use_fetcher (Fixture *f, PlannerFetcher *fetcher)
{
  if (f->fetcher)
    g_assert_finalize_object (f->fetcher);
  f->fetcher = fetcher;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->held = g_ptr_array_new_with_free_func (g_object_unref);
  f->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (f->server, NULL, request_cb, f, NULL);
  soup_server_listen_local (f->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  f->http = get_address (f->server, "http");
  f->monitor = fake_monitor_new (TRUE);
  use_fetcher (f, g_object_new (PLANNER_TYPE_FETCHER, "network-monitor", f->monitor, NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->fetcher);
  for (guint i = 0; i < f->held->len; i++)
    soup_server_message_unpause (f->held->pdata[i]);
  g_ptr_array_unref (f->held);
  soup_server_disconnect (f->server);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->server);
  g_assert_finalize_object (f->monitor);
  g_clear_pointer (&f->asked, soup_message_headers_unref);
  g_free (f->http);
  g_free (f->https);
}

static char *
get_certificate_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "net", "data", "localhost.pem", NULL);
}

static void
listen_tls (Fixture *f)
{
  g_autofree char *path = get_certificate_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);
  soup_server_set_tls_certificate (f->server, certificate);
  soup_server_listen_local (f->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY | SOUP_SERVER_LISTEN_HTTPS, &error);
  g_assert_no_error (error);
  f->https = get_address (f->server, "https");
}

static void
trust_tls (Fixture *f)
{
  g_autofree char *path = get_certificate_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (path, &error);

  g_assert_no_error (error);
  use_fetcher (f, g_object_new (PLANNER_TYPE_FETCHER, "network-monitor", f->monitor, "tls-database", database,
                                NULL));
}

static void
use_limits (Fixture *f, guint max_bytes, guint idle_timeout_ms, guint deadline_ms)
{
  use_fetcher (f, g_object_new (PLANNER_TYPE_FETCHER, "network-monitor", f->monitor, "max-bytes", max_bytes,
                                "idle-timeout-ms", idle_timeout_ms, "deadline-ms", deadline_ms, NULL));
}

static void
set_header (SoupServerMessage *message, const char *name, const char *value)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), name, value);
}

static void
set_body (SoupServerMessage *message, const char *type, const char *body)
{
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, body, strlen (body));
}

static void
answer_plain (Fixture *f, SoupServerMessage *message, const char *path)
{
  set_body (message, "application/json; charset=utf-8", "{}");
}

/* What comes is what was sent, and what was asked is polite. */
static void
test_plain (Fixture *f, gconstpointer data)
{
  g_autofree char *address = g_strdup_printf (" %s/talks?x=1#part\n", f->http);
  g_autofree char *expected = g_strdup_printf ("%s/talks?x=1", f->http);
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_plain;
  fetch_with (f->fetcher, address, NULL, NULL, &outcome);
  assert_body (&outcome, "{}");
  g_assert_false (outcome.fetched->not_modified);
  g_assert_cmpstr (outcome.fetched->content_type, ==, "application/json");
  g_assert_cmpstr (outcome.fetched->address, ==, expected);
  g_assert_null (outcome.fetched->etag);
  g_assert_null (outcome.fetched->last_modified);

  g_assert_cmpstr (soup_message_headers_get_one (f->asked, "User-Agent"), ==, "gotc-planner/" APP_VERSION);
  g_assert_nonnull (strstr (soup_message_headers_get_list (f->asked, "Accept"), "application/json"));
  g_assert_nonnull (strstr (soup_message_headers_get_list (f->asked, "Accept"), "text/calendar"));
  g_assert_nonnull (strstr (soup_message_headers_get_list (f->asked, "Accept"), "application/xml"));
  g_assert_true (soup_message_headers_header_contains (f->asked, "Accept-Encoding", "gzip"));
  g_assert_null (soup_message_headers_get_one (f->asked, "If-None-Match"));
  g_assert_null (soup_message_headers_get_one (f->asked, "If-Modified-Since"));
}

static void
answer_empty (Fixture *f, SoupServerMessage *message, const char *path)
{
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_empty;
  fetch_with (f->fetcher, f->http, NULL, NULL, &outcome);
  assert_body (&outcome, "");
  g_assert_cmpuint (outcome.n_steps, ==, 0);
}

static void
answer_cookie (Fixture *f, SoupServerMessage *message, const char *path)
{
  g_assert_null (soup_message_headers_get_one (f->asked, "Cookie"));
  set_header (message, "Set-Cookie", "who=you; Path=/");
  set_header (message, "Cache-Control", "max-age=3600");
  answer_plain (f, message, path);
}

static void
test_no_memory (Fixture *f, gconstpointer data)
{
  f->answer = answer_cookie;
  for (guint i = 1; i <= 2; i++)
    {
      g_auto (Outcome) outcome = { 0 };

      fetch_with (f->fetcher, f->http, NULL, NULL, &outcome);
      assert_body (&outcome, "{}");
      g_assert_cmpuint (f->n_requests, ==, i);
    }
}

typedef struct
{
  const char *name;
  const char *etag;
  const char *last_modified;
} ValidatorCase;

static const ValidatorCase validator_cases[] = {
  { "strong-etag", "\"5f3a\"", NULL },
  { "weak-etag", "W/\"5f3a-gzip\"", NULL },
  { "bare-etag", "5f3a", NULL },
  { "odd-etag", "\"a b, c;é W/\"", NULL },
  { "only-last-modified", NULL, "Sun, 06 Nov 1994 08:49:37 GMT" },
  { "odd-last-modified", NULL, "1994-11-06 08:49:37+01:00" },
  { "both", "W/\"1\"", "Sun, 06 Nov 1994 08:49:37 GMT" },
};

static void
answer_validated (Fixture *f, SoupServerMessage *message, const char *path)
{
  const ValidatorCase *c = f->answer_data;
  const char *asked_etag = soup_message_headers_get_one (f->asked, "If-None-Match");
  const char *asked_since = soup_message_headers_get_one (f->asked, "If-Modified-Since");

  if (c->etag)
    set_header (message, "ETag", c->etag);
  if (c->last_modified)
    set_header (message, "Last-Modified", c->last_modified);
  if (f->n_requests == 1)
    answer_plain (f, message, path);
  else if (g_strcmp0 (asked_etag, c->etag) == 0 && g_strcmp0 (asked_since, c->last_modified) == 0)
    soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
  else
    soup_server_message_set_status (message, SOUP_STATUS_BAD_REQUEST, NULL);
}

static void
test_validators (Fixture *f, gconstpointer data)
{
  const ValidatorCase *c = data;
  g_auto (Outcome) first = { 0 };
  g_auto (Outcome) second = { 0 };

  f->answer = answer_validated;
  f->answer_data = c;
  fetch_with (f->fetcher, f->http, NULL, NULL, &first);
  assert_body (&first, "{}");
  g_assert_cmpstr (first.fetched->etag, ==, c->etag);
  g_assert_cmpstr (first.fetched->last_modified, ==, c->last_modified);

  fetch_with (f->fetcher, f->http, first.fetched->etag, first.fetched->last_modified, &second);
  g_assert_no_error (second.error);
  g_assert_true (second.fetched->not_modified);
  g_assert_null (second.fetched->body);
  g_assert_cmpstr (second.fetched->etag, ==, c->etag);
  g_assert_cmpstr (second.fetched->last_modified, ==, c->last_modified);
}

/* The feed is another one now: what came with the old one is not kept. */
static void
test_stale_validators (Fixture *f, gconstpointer data)
{
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_plain;
  fetch_with (f->fetcher, f->http, "\"old\"", "Sun, 06 Nov 1994 08:49:37 GMT", &outcome);
  assert_body (&outcome, "{}");
  g_assert_null (outcome.fetched->etag);
  g_assert_null (outcome.fetched->last_modified);
}

/* A damaged store must not write header lines. */
static void
test_unfit_validators (Fixture *f, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (100 * 1000, '"');
  const char *unfit[] = { endless, "", "\"a\"\r\nX-Evil: 1", "\"a\n\"", "\"\x01\"", "\"\xff\"" };

  f->answer = answer_plain;
  for (gsize i = 0; i < G_N_ELEMENTS (unfit); i++)
    {
      g_auto (Outcome) outcome = { 0 };

      fetch_with (f->fetcher, f->http, unfit[i], unfit[i], &outcome);
      assert_body (&outcome, "{}");
      g_assert_null (soup_message_headers_get_one (f->asked, "If-None-Match"));
      g_assert_null (soup_message_headers_get_one (f->asked, "If-Modified-Since"));
      g_assert_null (soup_message_headers_get_one (f->asked, "X-Evil"));
    }
}

static void
answer_status (Fixture *f, SoupServerMessage *message, const char *path)
{
  guint status = (guint) g_ascii_strtoull (path + 1, NULL, 10);

  if (status == SOUP_STATUS_UNAUTHORIZED)
    set_header (message, "WWW-Authenticate", "Basic realm=\"talks\"");
  set_body (message, "text/html", "<p>No.");
  soup_server_message_set_status (message, status, NULL);
}

static void
test_not_modified_unasked (Fixture *f, gconstpointer data)
{
  g_autofree char *address = g_strconcat (f->http, "/304", NULL);

  f->answer = answer_status;
  assert_fetch_fails (f->fetcher, address, PLANNER_FETCH_ERROR_REFUSED, "304");
}

typedef struct
{
  guint status;
  PlannerFetchError expected;
} StatusCase;

static const StatusCase status_cases[] = {
  { 204, PLANNER_FETCH_ERROR_REFUSED },      { 300, PLANNER_FETCH_ERROR_REFUSED },
  { 302, PLANNER_FETCH_ERROR_REFUSED },      { 401, PLANNER_FETCH_ERROR_UNAUTHORIZED },
  { 403, PLANNER_FETCH_ERROR_UNAUTHORIZED }, { 404, PLANNER_FETCH_ERROR_NOT_FOUND },
  { 410, PLANNER_FETCH_ERROR_NOT_FOUND },    { 418, PLANNER_FETCH_ERROR_REFUSED },
  { 500, PLANNER_FETCH_ERROR_SERVER },       { 503, PLANNER_FETCH_ERROR_SERVER },
  { 511, PLANNER_FETCH_ERROR_CAPTIVE },
};

/* Each is one request: no second try and no question for a password. */
static void
test_status (Fixture *f, gconstpointer data)
{
  f->answer = answer_status;
  for (guint i = 0; i < G_N_ELEMENTS (status_cases); i++)
    {
      g_autofree char *address = g_strdup_printf ("%s/%u", f->http, status_cases[i].status);

      assert_fetch_fails (f->fetcher, address, status_cases[i].expected, address);
      g_assert_cmpuint (f->n_requests, ==, i + 1);
    }
}

/* The page of a captive portal: the reader of feeds says what it is. */
static void
answer_portal (Fixture *f, SoupServerMessage *message, const char *path)
{
  set_body (message, "text/html; charset=utf-8", "<html>Sign in");
}

static void
test_captive_portal (Fixture *f, gconstpointer data)
{
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_portal;
  fetch_with (f->fetcher, f->http, NULL, NULL, &outcome);
  assert_body (&outcome, "<html>Sign in");
  g_assert_cmpstr (outcome.fetched->content_type, ==, "text/html");
}

static const char *const bad_addresses[] = {
  "",
  " ",
  "talks.json",
  "gotc.org/talks",
  "ftp://127.0.0.1/talks",
  "javascript:alert(1)",
  "http://",
  "http:///talks",
  "https:talks",
  "http://a%0d%0aX-Evil:1/",
  "http://a%20b/",
  "http://127.0.0.1:99999/",
  "http://[::1/",
  "file://elsewhere/talks",
  "file:talks",
  "http://\xff/",
  "\xff",
};

static void
test_bad_address (Fixture *f, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_addresses); i++)
    {
      g_test_message ("%s", bad_addresses[i]);
      assert_fetch_fails (f->fetcher, bad_addresses[i], PLANNER_FETCH_ERROR_BAD_ADDRESS, "http://");
    }
}

/* Takes connections and never reads or answers; or holds a port that takes none. */
static char *
open_socket (GSocket **socket, gboolean listening)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any_port = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  *socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, &error);
  g_assert_no_error (error);
  g_assert_true (g_socket_bind (*socket, any_port, FALSE, &error));
  g_assert_true (!listening || g_socket_listen (*socket, &error));
  bound = g_socket_get_local_address (*socket, &error);
  g_assert_no_error (error);
  return g_strdup_printf ("http://127.0.0.1:%u/",
                          g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GSocket) socket = NULL;
  g_autofree char *address = open_socket (&socket, FALSE);

  assert_fetch_fails (f->fetcher, address, PLANNER_FETCH_ERROR_UNREACHABLE, "127.0.0.1 ");
  fake_monitor_set_available (f->monitor, FALSE);
  assert_fetch_fails (f->fetcher, address, PLANNER_FETCH_ERROR_UNREACHABLE, "127.0.0.1 ");
}

static void
test_no_answer (Fixture *f, gconstpointer data)
{
  g_autoptr (GSocket) socket = NULL;
  g_autofree char *address = open_socket (&socket, TRUE);

  use_limits (f, MIB, 50, 60000);
  assert_fetch_fails (f->fetcher, address, PLANNER_FETCH_ERROR_TIMED_OUT, "127.0.0.1 ");
}

/* The resolver knows "nowhere.test" as no name and "far.test" as out of reach. */
static void
test_no_such_host (Fixture *f, gconstpointer data)
{
  assert_fetch_fails (f->fetcher, "http://nowhere.test/talks", PLANNER_FETCH_ERROR_NO_SUCH_HOST,
                      "nowhere.test ");
  assert_fetch_fails (f->fetcher, "http://far.test/talks", PLANNER_FETCH_ERROR_UNREACHABLE, "far.test ");
}

static void
test_offline (Fixture *f, gconstpointer data)
{
  g_auto (Outcome) loopback = { 0 };

  fake_monitor_set_available (f->monitor, FALSE);
  assert_fetch_fails (f->fetcher, "http://nowhere.test/talks", PLANNER_FETCH_ERROR_OFFLINE, "nowhere.test ");
  assert_fetch_fails (f->fetcher, "https://far.test/talks", PLANNER_FETCH_ERROR_OFFLINE, "far.test ");

  f->answer = answer_plain;
  fetch_with (f->fetcher, f->http, NULL, NULL, &loopback);
  assert_body (&loopback, "{}");
}

static void
test_tls (Fixture *f, gconstpointer data)
{
  g_auto (Outcome) trusted = { 0 };

  listen_tls (f);
  f->answer = answer_plain;
  assert_fetch_fails (f->fetcher, f->https, PLANNER_FETCH_ERROR_TLS, "127.0.0.1 ");
  g_assert_cmpuint (f->n_requests, ==, 0);

  trust_tls (f);
  fetch_with (f->fetcher, f->https, NULL, NULL, &trusted);
  assert_body (&trusted, "{}");
}

/* "/3" sends on to "/2" and so on to "/0". */
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
answer_loop (Fixture *f, SoupServerMessage *message, const char *path)
{
  soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "/again");
}

static void
test_redirect_loop (Fixture *f, gconstpointer data)
{
  f->answer = answer_loop;
  assert_fetch_fails (f->fetcher, f->http, PLANNER_FETCH_ERROR_REDIRECTS, "/again");
  g_assert_cmpuint (f->n_requests, ==, 6);
}

static void
answer_send_on (Fixture *f, SoupServerMessage *message, const char *path)
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
  f->answer = answer_send_on;

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
  f->answer = answer_send_on;
  for (gsize i = 0; i < G_N_ELEMENTS (location_cases); i++)
    {
      g_test_message ("%s", location_cases[i].location);
      f->answer_data = location_cases[i].location;
      assert_fetch_fails (f->fetcher, f->http, location_cases[i].expected, f->http);
    }
}

/* A first piece comes, and then nothing. */
static void
answer_stall (Fixture *f, SoupServerMessage *message, const char *path)
{
  SoupMessageBody *body = soup_server_message_get_response_body (message);

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message),
                                     SOUP_ENCODING_CHUNKED);
  soup_message_body_append (body, SOUP_MEMORY_STATIC, "x", 1);
}

/* "/" sends on with a body that never ends. */
static void
answer_send_on_and_stall (Fixture *f, SoupServerMessage *message, const char *path)
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
  f->answer = answer_send_on_and_stall;
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

static void
answer_with_password (Fixture *f, SoupServerMessage *message, const char *path)
{
  const char *given = soup_message_headers_get_one (f->asked, "Authorization");

  if (g_str_equal (path, "/404"))
    answer_status (f, message, path);
  else if (g_strcmp0 (given, "Basic bWU6c2VjcmV0") == 0)
    answer_plain (f, message, path);
  else
    answer_status (f, message, "/401");
}

/* A name and a password that stand in an address are used, and not repeated to anybody. */
static void
test_password (Fixture *f, gconstpointer data)
{
  const char *host = f->http + strlen ("http://");
  g_autofree char *right = g_strconcat ("http://me:secret@", host, "/", NULL);
  g_autofree char *wrong = g_strconcat ("http://me:guess@", host, "/", NULL);
  g_autofree char *missing = g_strconcat ("http://me:secret@", host, "/404", NULL);
  g_autofree char *shown = g_strconcat (f->http, "/", NULL);
  g_auto (Outcome) found = { 0 };
  g_auto (Outcome) not_found = { 0 };

  f->answer = answer_with_password;
  fetch_with (f->fetcher, right, NULL, NULL, &found);
  assert_body (&found, "{}");
  g_assert_cmpstr (found.fetched->address, ==, shown);
  assert_fetch_fails (f->fetcher, wrong, PLANNER_FETCH_ERROR_UNAUTHORIZED, shown);

  fetch_with (f->fetcher, missing, NULL, NULL, &not_found);
  assert_fails (&not_found, PLANNER_FETCH_ERROR_NOT_FOUND, "/404");
  g_assert_null (strstr (not_found.error->message, "secret"));
}

static GBytes *
gzip (gsize n_zeros)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6));
  g_autoptr (GBytes) zeros = g_bytes_new_take (g_malloc0 (n_zeros), n_zeros);
  g_autoptr (GError) error = NULL;
  GBytes *compressed = g_converter_convert_bytes (compressor, zeros, &error);

  g_assert_no_error (error);
  return compressed;
}

static void
answer_gzip (Fixture *f, SoupServerMessage *message, const char *path)
{
  gsize size;
  const void *data = g_bytes_get_data ((GBytes *) f->answer_data, &size);

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, data, size);
  set_header (message, "Content-Encoding", "gzip");
}

static void
test_gzip (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) compressed = gzip (MIB);
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_gzip;
  f->answer_data = compressed;
  fetch_with (f->fetcher, f->http, NULL, NULL, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (g_bytes_get_size (outcome.fetched->body), ==, MIB);
  g_assert_cmpuint (outcome.n_bytes, ==, MIB);
  g_assert_cmpfloat (outcome.fraction, ==, -1.0);
}

/* RFC 7932: a window of 16 bits, one uncompressed meta-block of five bytes, and an empty last one. */
static void
answer_brotli (Fixture *f, SoupServerMessage *message, const char *path)
{
  static const char body[] = "\x40\x00\x10"
                             "talks"
                             "\x03";

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, body, sizeof body - 1);
  set_header (message, "Content-Encoding", "br");
}

static void
test_brotli (Fixture *f, gconstpointer data)
{
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_brotli;
  fetch_with (f->fetcher, f->http, NULL, NULL, &outcome);
  assert_body (&outcome, "talks");
}

/* 64 KiB that become 64 MiB: no more of it is unpacked than may be had. */
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

static void
raw_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GIOStream) connection = user_data;
  Fixture *f = g_object_get_data (G_OBJECT (connection), "fixture");

  g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, &f->n_raw_written, NULL);
  f->raw_done = TRUE;
  g_io_stream_close (connection, NULL, NULL);
}

/* Sends bytes as they stand and closes the connection. */
static void
answer_raw (Fixture *f, SoupServerMessage *message, const char *path)
{
  GBytes *bytes = (GBytes *) f->answer_data;
  GIOStream *connection = soup_server_message_steal_connection (message);

  g_object_set_data (G_OBJECT (connection), "fixture", f);
  g_object_set_data_full (G_OBJECT (connection), "bytes", g_bytes_ref (bytes),
                          (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (g_io_stream_get_output_stream (connection), g_bytes_get_data (bytes, NULL),
                                   g_bytes_get_size (bytes), G_PRIORITY_DEFAULT, NULL, raw_written_cb,
                                   connection);
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

/* A header without an end is given up long before it fills the memory. */
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
answer_long (Fixture *f, SoupServerMessage *message, const char *path)
{
  g_autofree char *body = g_strnfill (MIB, ' ');

  set_body (message, "application/json", body);
}

static void
test_progress (Fixture *f, gconstpointer data)
{
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_long;
  fetch_with (f->fetcher, f->http, NULL, NULL, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (outcome.n_steps, >=, 16);
  g_assert_cmpuint (outcome.n_bytes, ==, MIB);
  g_assert_cmpfloat (outcome.fraction, ==, 1.0);
}

static gboolean
drip_cb (gpointer user_data)
{
  SoupServerMessage *message = user_data;

  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, "x", 1);
  soup_server_message_unpause (message);
  return G_SOURCE_REMOVE;
}

static void
wrote_drop_cb (SoupServerMessage *message)
{
  g_timeout_add_full (G_PRIORITY_DEFAULT, 5, drip_cb, g_object_ref (message), g_object_unref);
}

/* One byte each 5 ms, for ever. */
static void
answer_drip (Fixture *f, SoupServerMessage *message, const char *path)
{
  answer_stall (f, message, path);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (wrote_drop_cb), NULL);
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

/* The idle timer begins anew with each drop. */
static void
test_slow_but_alive (Fixture *f, gconstpointer data)
{
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_drip;
  use_limits (f, 40, 150, 60000);
  fetch_with (f->fetcher, f->http, NULL, NULL, &outcome);
  assert_fails (&outcome, PLANNER_FETCH_ERROR_TOO_LARGE, f->http);
}

static void
answer_hold (Fixture *f, SoupServerMessage *message, const char *path)
{
  soup_server_message_pause (message);
  g_ptr_array_add (f->held, g_object_ref (message));
}

static void
assert_cancelled (const Outcome *outcome)
{
  g_assert_error (outcome->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancel_before (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_plain;
  g_cancellable_cancel (cancellable);
  fetch_start (f->fetcher, f->http, cancellable, &outcome);
  g_assert_false (outcome.done);
  outcome_await (&outcome);
  assert_cancelled (&outcome);
  g_assert_cmpuint (f->n_requests, ==, 0);
}

static void
test_cancel_during_headers (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_hold;
  fetch_start (f->fetcher, f->http, cancellable, &outcome);
  while (f->n_requests == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  outcome_await (&outcome);
  assert_cancelled (&outcome);
}

static void
test_cancel_during_body (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { .cancel_at_step = cancellable };

  f->answer = data ? answer_long : answer_stall;
  fetch_start (f->fetcher, f->http, cancellable, &outcome);
  outcome_await (&outcome);
  assert_cancelled (&outcome);
  g_assert_cmpuint (outcome.n_steps, ==, 1);
}

static gpointer
cancel_in_thread (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel_from_thread (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };
  GThread *thread;

  f->answer = answer_hold;
  fetch_start (f->fetcher, f->http, cancellable, &outcome);
  while (f->n_requests == 0)
    g_main_context_iteration (NULL, TRUE);
  thread = g_thread_new ("cancel", cancel_in_thread, cancellable);
  outcome_await (&outcome);
  g_thread_join (thread);
  assert_cancelled (&outcome);
}

static void
answer_path (Fixture *f, SoupServerMessage *message, const char *path)
{
  if (g_str_equal (path, "/held"))
    answer_hold (f, message, path);
  else
    set_body (message, "text/plain", path);
}

/* One fetch is cancelled, the others do not notice. */
static void
test_at_once (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const char *paths[] = { "/held", "/a", "/b", "/c" };
  Outcome outcomes[G_N_ELEMENTS (paths)] = { 0 };

  f->answer = answer_path;
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *address = g_strconcat (f->http, paths[i], NULL);

      fetch_start (f->fetcher, address, i == 0 ? cancellable : NULL, &outcomes[i]);
    }
  for (gsize i = 1; i < G_N_ELEMENTS (paths); i++)
    {
      outcome_await (&outcomes[i]);
      assert_body (&outcomes[i], paths[i]);
    }
  g_assert_false (outcomes[0].done);
  g_cancellable_cancel (cancellable);
  outcome_await (&outcomes[0]);
  assert_cancelled (&outcomes[0]);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    outcome_clear (&outcomes[i]);
}

/* The fetch keeps what it needs, and no more. */
static void
test_let_go (Fixture *f, gconstpointer data)
{
  PlannerFetcher *fetcher = g_object_new (PLANNER_TYPE_FETCHER, "network-monitor", f->monitor, NULL);
  gpointer watched = fetcher;
  g_auto (Outcome) outcome = { 0 };

  g_object_add_weak_pointer (G_OBJECT (fetcher), &watched);
  f->answer = answer_plain;
  fetch_start (fetcher, f->http, NULL, &outcome);
  g_object_unref (fetcher);
  outcome_await (&outcome);
  assert_body (&outcome, "{}");
  while (watched)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_quit (Fixture *f, gconstpointer data)
{
  PlannerFetcher *fetcher = g_object_new (PLANNER_TYPE_FETCHER, "network-monitor", f->monitor, NULL);
  gpointer watched = fetcher;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };

  g_object_add_weak_pointer (G_OBJECT (fetcher), &watched);
  f->answer = answer_stall;
  fetch_start (fetcher, f->http, cancellable, &outcome);
  while (outcome.n_steps == 0)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (fetcher);
  g_cancellable_cancel (cancellable);
  outcome_await (&outcome);
  assert_cancelled (&outcome);
  while (watched)
    g_main_context_iteration (NULL, TRUE);
}

static void
add (const char *path, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *whole = g_strconcat ("/net/fetcher/", path, NULL);

  g_test_add (whole, Fixture, data, set_up, test, tear_down);
}

static void
add_tables (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (validator_cases); i++)
    {
      g_autofree char *path = g_strconcat ("N1/", validator_cases[i].name, NULL);

      add (path, &validator_cases[i], test_validators);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (raw_cases); i++)
    add (raw_cases[i].name, &raw_cases[i], test_raw);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GResolver) resolver = NULL;

  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  resolver = fake_resolver_new ();
  g_resolver_set_default (resolver);

  add_tables ();
  add ("N1/plain", NULL, test_plain);
  add ("N1/no-memory", NULL, test_no_memory);
  add ("N1/stale-validators", NULL, test_stale_validators);
  add ("N1/unfit-validators", NULL, test_unfit_validators);
  add ("N1/not-modified-unasked", NULL, test_not_modified_unasked);
  add ("N2/empty", NULL, test_empty);
  add ("N2/status", NULL, test_status);
  add ("N2/captive-portal", NULL, test_captive_portal);
  add ("N2/bad-address", NULL, test_bad_address);
  add ("N2/refused", NULL, test_refused);
  add ("N2/no-answer", NULL, test_no_answer);
  add ("N2/no-such-host", NULL, test_no_such_host);
  add ("N2/offline", NULL, test_offline);
  add ("N2/tls", NULL, test_tls);
  add ("N2/password", NULL, test_password);
  add ("N2/gzip", NULL, test_gzip);
  add ("N2/brotli", NULL, test_brotli);
  add ("N2/progress", NULL, test_progress);
  add ("N3/cancel-before", NULL, test_cancel_before);
  add ("N3/cancel-during-headers", NULL, test_cancel_during_headers);
  add ("N3/cancel-during-body", "long", test_cancel_during_body);
  add ("N3/cancel-while-waiting", NULL, test_cancel_during_body);
  add ("N3/cancel-from-thread", NULL, test_cancel_from_thread);
  add ("N3/at-once", NULL, test_at_once);
  add ("N3/let-go", NULL, test_let_go);
  add ("N3/quit", NULL, test_quit);
  add ("F4/redirects", NULL, test_redirects);
  add ("F4/redirect-loop", NULL, test_redirect_loop);
  add ("F4/insecure-redirect", NULL, test_insecure_redirect);
  add ("F4/redirect-with-body", NULL, test_redirect_with_body);
  add ("F4/failure-with-body", NULL, test_failure_with_body);
  add ("F4/odd-locations", NULL, test_odd_locations);
  add ("F4/gzip-bomb", NULL, test_gzip_bomb);
  add ("F4/limit", NULL, test_limit);
  add ("F4/endless-header", NULL, test_endless_header);
  add ("F4/stall", NULL, test_stall);
  add ("F4/drip", NULL, test_drip);
  add ("F4/slow-but-alive", NULL, test_slow_but_alive);

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "net/serving.h"

#include "net/planner-shown-address.h"

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

/* The validators of the old schedule do not belong to the new one. */
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
  { 204, PLANNER_FETCH_ERROR_REFUSED },   { 300, PLANNER_FETCH_ERROR_REFUSED },
  { 302, PLANNER_FETCH_ERROR_REFUSED },   { 401, PLANNER_FETCH_ERROR_UNAUTHORIZED },
  { 403, PLANNER_FETCH_ERROR_FORBIDDEN }, { 404, PLANNER_FETCH_ERROR_NOT_FOUND },
  { 407, PLANNER_FETCH_ERROR_PROXY },     { 410, PLANNER_FETCH_ERROR_NOT_FOUND },
  { 418, PLANNER_FETCH_ERROR_REFUSED },   { 500, PLANNER_FETCH_ERROR_SERVER },
  { 503, PLANNER_FETCH_ERROR_SERVER },    { 511, PLANNER_FETCH_ERROR_CAPTIVE },
};

/* A failed request is not repeated. */
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

/* The fetcher does not recognize the page of a captive portal; the reader of schedules does. */
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
  "http://127.0.0.1;b/talks",
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

/* Opens a port that accepts connections and never responds, or one that refuses them. */
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

/* The resolver of the tests finds no "nowhere.test", and an unreachable "far.test". */
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

/* The user name and the password of an address are used, but not shown. */
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

static void
assert_hides_password (PlannerFetcher *fetcher, const char *address)
{
  g_auto (Outcome) outcome = { 0 };

  fetch_with (fetcher, address, NULL, NULL, &outcome);
  g_test_message ("%s: %s", address, outcome.error->message);
  g_assert_null (strstr (outcome.error->message, "secret"));
}

static void
test_password_hidden (Fixture *f, gconstpointer data)
{
  const char *host = f->http + strlen ("http://");
  g_autofree char *forbidden = g_strconcat ("http://me:secret@", host, "/403", NULL);
  const char *const addresses[] = { forbidden,
                                    "http://me:secret@nowhere.test/talks",
                                    "http://me:secret@127.0.0.1:99999/",
                                    "http://me:secret@[::1/",
                                    "ftp://me:secret@a.test/",
                                    "http://me:s/secret@a.test:x/",
                                    "http://me:secret@a%20b/",
                                    "me:secret@a.test/talks" };

  f->answer = answer_status;
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    assert_hides_password (f->fetcher, addresses[i]);
}

static const struct
{
  const char *address;
  const char *shown;
} shown_cases[] = {
  { "https://me:secret@a.test:8080/b?c=d@e#f", "https://a.test:8080/b?c=d@e#f" },
  { "https://me@a.test", "https://a.test" },
  { "https://me:a@secret@a.test/", "https://a.test/" },
  { "https://me:a/secret@a.test/", "https://a.test/" },
  { "webcal://me:secret@a.test/b.ics", "webcal://a.test/b.ics" },
  { "me:secret@a.test/b", "a.test/b" },
  { "https://a.test/b@c", "https://a.test/b@c" },
  { "https://a.test:443/b@c", "https://a.test:443/b@c" },
  { "https://[::1]/b@c", "https://[::1]/b@c" },
  { "file:///srv/a@b.json", "file:///srv/a@b.json" },
  { "/srv/a@b.json", "/srv/a@b.json" },
  { "a@b.json", "a@b.json" },
  { "", "" },
  { "\xff", "\357\277\275" },
};

static void
test_shown_address (Fixture *f, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shown_cases); i++)
    {
      g_autofree char *shown = planner_address_dup_shown (shown_cases[i].address);

      g_assert_cmpstr (shown, ==, shown_cases[i].shown);
    }
}

static const struct
{
  const char *address;
  const char *readable;
} readable_cases[] = {
  { "file:///srv/a%20b.json", "/srv/a b.json" },
  { "file:///srv/%E4%BD%A0.json", "/srv/你.json" },
  { "file:///srv/%FF.json", "file:///srv/%FF.json" },
  { "/srv/a.json", "/srv/a.json" },
  { "https://me:secret@a.test/b%20c", "https://a.test/b%20c" },
};

static void
test_readable_address (Fixture *f, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readable_cases); i++)
    {
      g_autofree char *readable = planner_address_dup_readable (readable_cases[i].address);

      g_assert_cmpstr (readable, ==, readable_cases[i].readable);
    }
}

static GString *logged;

static GLogWriterOutput
log_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      g_string_append_printf (logged, "%s\n", (const char *) fields[i].value);

  return G_LOG_WRITER_HANDLED;
}

static void
log_fetches (Fixture *f)
{
  const char *host = f->http + strlen ("http://");
  g_autofree char *right = g_strconcat ("http://me:secret@", host, "/talks", NULL);
  g_auto (Outcome) found = { 0 };

  g_log_set_writer_func (log_cb, NULL, NULL);
  f->answer = answer_with_password;
  fetch_with (f->fetcher, right, NULL, NULL, &found);
  assert_fetch_fails (f->fetcher, "http://me:secret@[::1/", PLANNER_FETCH_ERROR_BAD_ADDRESS, "http://");
  g_assert_nonnull (strstr (logged->str, f->http));
  g_assert_nonnull (strstr (logged->str, "/talks"));
  g_assert_nonnull (strstr (logged->str, "status 200"));
  g_assert_nonnull (strstr (logged->str, "2 bytes"));
  g_assert_null (strstr (logged->str, "secret"));
}

/* A process can set the function that writes its log only once. */
static void
test_log (Fixture *f, gconstpointer data)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  logged = g_string_new (NULL);
  log_fetches (f);
}

/* Common servers respond like this to the first message of TLS. */
static gboolean
plain_run_cb (GThreadedSocketService *service,
              GSocketConnection *connection,
              GObject *source,
              gpointer user_data)
{
  static const char response[] = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
  GIOStream *stream = G_IO_STREAM (connection);
  char hello[4096];

  g_input_stream_read (g_io_stream_get_input_stream (stream), hello, sizeof hello, NULL, NULL);
  g_output_stream_write_all (g_io_stream_get_output_stream (stream), response, strlen (response), NULL, NULL,
                             NULL);

  return TRUE;
}

static void
test_not_tls (Fixture *f, gconstpointer data)
{
  g_autoptr (GSocketService) service = g_threaded_socket_service_new (1);
  g_autoptr (GError) error = NULL;
  const guint16 port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, &error);
  g_autofree char *address = g_strdup_printf ("https://127.0.0.1:%u/talks", port);

  g_assert_no_error (error);
  g_signal_connect (service, "run", G_CALLBACK (plain_run_cb), NULL);
  assert_fetch_fails (f->fetcher, address, PLANNER_FETCH_ERROR_NOT_TLS,
                      "127.0.0.1 has no encrypted connection");
  g_socket_service_stop (service);
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

static void
test_progress (Fixture *f, gconstpointer data)
{
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_long;
  fetch_with (f->fetcher, f->http, NULL, NULL, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (outcome.n_steps, >=, 5);
  g_assert_cmpuint (outcome.n_bytes, ==, MIB);
  g_assert_cmpfloat (outcome.fraction, ==, 1.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (validator_cases); i++)
    {
      g_autofree char *path = g_strconcat ("N1/", validator_cases[i].name, NULL);

      add (path, &validator_cases[i], test_validators);
    }
  add ("N1/plain", NULL, test_plain);
  add ("N1/no-memory", NULL, test_no_memory);
  add ("N1/stale-validators", NULL, test_stale_validators);
  add ("N1/unfit-validators", NULL, test_unfit_validators);
  add ("N1/not-modified-unasked", NULL, test_not_modified_unasked);
  add ("N2/empty", NULL, test_empty);
  add ("V9/status", NULL, test_status);
  add ("N2/captive-portal", NULL, test_captive_portal);
  add ("N2/bad-address", NULL, test_bad_address);
  add ("N2/refused", NULL, test_refused);
  add ("N2/no-answer", NULL, test_no_answer);
  add ("N2/no-such-host", NULL, test_no_such_host);
  add ("N2/offline", NULL, test_offline);
  add ("N2/tls", NULL, test_tls);
  add ("V8/password", NULL, test_password);
  add ("V8/password-hidden", NULL, test_password_hidden);
  add ("V8/shown-address", NULL, test_shown_address);
  add ("readable-address", NULL, test_readable_address);
  add ("V8/password-not-logged", NULL, test_log);
  add ("V9/not-tls", NULL, test_not_tls);
  add ("N2/gzip", NULL, test_gzip);
  add ("N2/brotli", NULL, test_brotli);
  add ("N2/progress", NULL, test_progress);

  return run_tests ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/serving.h"

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

static void
use_fetcher (Fixture *f, PlannerFetcher *fetcher)
{
  if (f->fetcher)
    g_assert_finalize_object (f->fetcher);
  f->fetcher = fetcher;
}

void
serving_set_up (Fixture *f, gconstpointer data)
{
  f->held = g_ptr_array_new_with_free_func (g_object_unref);
  f->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (f->server, NULL, request_cb, f, NULL);
  f->http = listen_http (f->server);
  f->monitor = fake_monitor_new (TRUE);
  use_fetcher (f, g_object_new (PLANNER_TYPE_FETCHER, "network-monitor", f->monitor, NULL));
}

void
serving_tear_down (Fixture *f, gconstpointer data)
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

void
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

void
trust_tls (Fixture *f)
{
  g_autofree char *path = get_certificate_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (path, &error);

  g_assert_no_error (error);
  use_fetcher (f, g_object_new (PLANNER_TYPE_FETCHER, "network-monitor", f->monitor, "tls-database", database,
                                NULL));
}

void
use_limits (Fixture *f, guint max_bytes, guint idle_timeout_ms, guint deadline_ms)
{
  use_fetcher (f, g_object_new (PLANNER_TYPE_FETCHER, "network-monitor", f->monitor, "max-bytes", max_bytes,
                                "idle-timeout-ms", idle_timeout_ms, "deadline-ms", deadline_ms, NULL));
}

void
set_header (SoupServerMessage *message, const char *name, const char *value)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), name, value);
}

void
set_body (SoupServerMessage *message, const char *type, const char *body)
{
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, body, strlen (body));
}

void
answer_plain (Fixture *f, SoupServerMessage *message, const char *path)
{
  set_body (message, "application/json; charset=utf-8", "{}");
}

void
answer_status (Fixture *f, SoupServerMessage *message, const char *path)
{
  guint status = (guint) g_ascii_strtoull (path + 1, NULL, 10);

  if (status == SOUP_STATUS_UNAUTHORIZED)
    set_header (message, "WWW-Authenticate", "Basic realm=\"talks\"");
  set_body (message, "text/html", "<p>No.");
  soup_server_message_set_status (message, status, NULL);
}

void
answer_stall (Fixture *f, SoupServerMessage *message, const char *path)
{
  SoupMessageBody *body = soup_server_message_get_response_body (message);

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message),
                                     SOUP_ENCODING_CHUNKED);
  soup_message_body_append (body, SOUP_MEMORY_STATIC, "x", 1);
}

GBytes *
gzip (gsize n_zeros)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6));
  g_autoptr (GBytes) zeros = g_bytes_new_take (g_malloc0 (n_zeros), n_zeros);
  g_autoptr (GError) error = NULL;
  GBytes *compressed = g_converter_convert_bytes (compressor, zeros, &error);

  g_assert_no_error (error);
  return compressed;
}

void
answer_gzip (Fixture *f, SoupServerMessage *message, const char *path)
{
  gsize size;
  const void *data = g_bytes_get_data ((GBytes *) f->answer_data, &size);

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, data, size);
  set_header (message, "Content-Encoding", "gzip");
}

void
answer_long (Fixture *f, SoupServerMessage *message, const char *path)
{
  g_autofree char *body = g_strnfill (MIB, ' ');

  set_body (message, "application/json", body);
}

void
answer_loop (Fixture *f, SoupServerMessage *message, const char *path)
{
  soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "/again");
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

void
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

void
answer_drip (Fixture *f, SoupServerMessage *message, const char *path)
{
  answer_stall (f, message, path);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (wrote_drop_cb), NULL);
}

void
answer_hold (Fixture *f, SoupServerMessage *message, const char *path)
{
  soup_server_message_pause (message);
  g_ptr_array_add (f->held, g_object_ref (message));
}

int
run_tests (void)
{
  g_autoptr (GResolver) resolver = fake_resolver_new ();

  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_resolver_set_default (resolver);
  return g_test_run ();
}

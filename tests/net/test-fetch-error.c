/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libsoup/soup.h>

#include "net/planner-fetch-error.h"

#define REQUEST PLANNER_FETCH_STAGE_REQUEST
#define BODY PLANNER_FETCH_STAGE_BODY
#define IN_FILE PLANNER_FETCH_STAGE_FILE

typedef struct
{
  GQuark (*domain) (void);
  int code;
  PlannerFetchStage stage;
  gboolean online;
  PlannerFetchError expected;
} CauseCase;

static const CauseCase cause_cases[] = {
  { g_resolver_error_quark, G_RESOLVER_ERROR_NOT_FOUND, REQUEST, TRUE, PLANNER_FETCH_ERROR_NO_SUCH_HOST },
  { g_resolver_error_quark, G_RESOLVER_ERROR_NOT_FOUND, REQUEST, FALSE, PLANNER_FETCH_ERROR_OFFLINE },
  { g_resolver_error_quark, G_RESOLVER_ERROR_TEMPORARY_FAILURE, REQUEST, FALSE, PLANNER_FETCH_ERROR_OFFLINE },
  { g_io_error_quark, G_IO_ERROR_NETWORK_UNREACHABLE, REQUEST, FALSE, PLANNER_FETCH_ERROR_OFFLINE },
  { g_io_error_quark, G_IO_ERROR_NETWORK_UNREACHABLE, REQUEST, TRUE, PLANNER_FETCH_ERROR_UNREACHABLE },
  { g_io_error_quark, G_IO_ERROR_HOST_UNREACHABLE, REQUEST, FALSE, PLANNER_FETCH_ERROR_OFFLINE },
  { g_io_error_quark, G_IO_ERROR_HOST_UNREACHABLE, REQUEST, TRUE, PLANNER_FETCH_ERROR_UNREACHABLE },
  { g_io_error_quark, G_IO_ERROR_CONNECTION_REFUSED, REQUEST, FALSE, PLANNER_FETCH_ERROR_UNREACHABLE },
  { g_io_error_quark, G_IO_ERROR_PROXY_FAILED, REQUEST, TRUE, PLANNER_FETCH_ERROR_UNREACHABLE },
  { g_io_error_quark, G_IO_ERROR_PROXY_NEED_AUTH, REQUEST, TRUE, PLANNER_FETCH_ERROR_PROXY },
  { g_io_error_quark, G_IO_ERROR_TIMED_OUT, REQUEST, TRUE, PLANNER_FETCH_ERROR_TIMED_OUT },
  { g_tls_error_quark, G_TLS_ERROR_BAD_CERTIFICATE, REQUEST, TRUE, PLANNER_FETCH_ERROR_TLS },
  { g_tls_error_quark, G_TLS_ERROR_NOT_TLS, REQUEST, TRUE, PLANNER_FETCH_ERROR_NOT_TLS },
  { g_tls_error_quark, G_TLS_ERROR_EOF, BODY, TRUE, PLANNER_FETCH_ERROR_TRUNCATED },
  { soup_session_error_quark, SOUP_SESSION_ERROR_PARSING, REQUEST, TRUE, PLANNER_FETCH_ERROR_REFUSED },
  { g_io_error_quark, G_IO_ERROR_CONNECTION_CLOSED, BODY, TRUE, PLANNER_FETCH_ERROR_TRUNCATED },
  { g_io_error_quark, G_IO_ERROR_INVALID_DATA, BODY, TRUE, PLANNER_FETCH_ERROR_TRUNCATED },
  { g_io_error_quark, G_IO_ERROR_MESSAGE_TOO_LARGE, BODY, TRUE, PLANNER_FETCH_ERROR_TOO_LARGE },
  { g_io_error_quark, G_IO_ERROR_MESSAGE_TOO_LARGE, IN_FILE, TRUE, PLANNER_FETCH_ERROR_TOO_LARGE },
  { g_io_error_quark, G_IO_ERROR_NOT_FOUND, IN_FILE, TRUE, PLANNER_FETCH_ERROR_NO_SUCH_FILE },
  { g_io_error_quark, G_IO_ERROR_NOT_DIRECTORY, IN_FILE, TRUE, PLANNER_FETCH_ERROR_NO_SUCH_FILE },
  { g_io_error_quark, G_IO_ERROR_IS_DIRECTORY, IN_FILE, TRUE, PLANNER_FETCH_ERROR_FOLDER },
  { g_io_error_quark, G_IO_ERROR_PERMISSION_DENIED, IN_FILE, TRUE, PLANNER_FETCH_ERROR_UNREADABLE },
  { g_io_error_quark, G_IO_ERROR_FAILED, IN_FILE, TRUE, PLANNER_FETCH_ERROR_UNREADABLE },
};

static void
test_cause (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cause_cases); i++)
    {
      const CauseCase *c = &cause_cases[i];
      g_autoptr (GError) cause = g_error_new_literal (c->domain (), c->code, "Cause");

      g_test_message ("%s %d, stage %d, online %d", g_quark_to_string (cause->domain), c->code,
                      (int) c->stage, c->online);
      g_assert_cmpint (planner_fetch_error_classify (cause, c->stage, c->online), ==, c->expected);
    }
}

static const struct
{
  guint status;
  PlannerFetchError expected;
} status_cases[] = {
  { 204, PLANNER_FETCH_ERROR_REFUSED },   { 206, PLANNER_FETCH_ERROR_REFUSED },
  { 300, PLANNER_FETCH_ERROR_REFUSED },   { 304, PLANNER_FETCH_ERROR_REFUSED },
  { 400, PLANNER_FETCH_ERROR_REFUSED },   { 401, PLANNER_FETCH_ERROR_UNAUTHORIZED },
  { 403, PLANNER_FETCH_ERROR_FORBIDDEN }, { 404, PLANNER_FETCH_ERROR_NOT_FOUND },
  { 407, PLANNER_FETCH_ERROR_PROXY },     { 410, PLANNER_FETCH_ERROR_NOT_FOUND },
  { 429, PLANNER_FETCH_ERROR_REFUSED },   { 500, PLANNER_FETCH_ERROR_SERVER },
  { 503, PLANNER_FETCH_ERROR_SERVER },    { 511, PLANNER_FETCH_ERROR_CAPTIVE },
};

static void
test_status (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (status_cases); i++)
    {
      g_autoptr (GError) error =
          planner_fetch_error_new_for_status (status_cases[i].status, "https://a.test/b");
      g_autofree char *number = g_strdup_printf (" (HTTP %u)", status_cases[i].status);

      g_assert_error (error, PLANNER_FETCH_ERROR, (int) status_cases[i].expected);
      g_assert_true (g_str_has_prefix (error->message, "https://a.test/b "));
      g_assert_true (g_str_has_suffix (error->message, number));
    }
}

static void
test_own_sentence (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = PLANNER_FETCH_ERROR_BAD_ADDRESS; code <= PLANNER_FETCH_ERROR_NO_SUCH_FILE; code++)
    {
      g_autoptr (GError) error = planner_fetch_error_new ((PlannerFetchError) code, "a.test");

      g_assert_error (error, PLANNER_FETCH_ERROR, code);
      g_assert_true (g_str_has_prefix (error->message, "a.test "));
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_true (g_hash_table_add (seen, g_strdup (error->message)));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/net/N2/each-cause-has-a-code", test_cause);
  g_test_add_func ("/net/N2/each-status-has-a-code", test_status);
  g_test_add_func ("/net/N2/each-code-has-a-sentence", test_own_sentence);

  return g_test_run ();
}

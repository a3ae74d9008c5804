/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLANNER_FETCH_ERROR (planner_fetch_error_quark ())

/**
 * PlannerFetchError:
 * @PLANNER_FETCH_ERROR_BAD_ADDRESS: not an http, https or file address
 * @PLANNER_FETCH_ERROR_OFFLINE: this machine has no network
 * @PLANNER_FETCH_ERROR_NO_SUCH_HOST: the name was not found
 * @PLANNER_FETCH_ERROR_UNREACHABLE: refused, or no route
 * @PLANNER_FETCH_ERROR_TIMED_OUT: no answer, or one that takes too long
 * @PLANNER_FETCH_ERROR_TLS: the certificate is not good, or the handshake failed
 * @PLANNER_FETCH_ERROR_UNAUTHORIZED: 401, 403, 407
 * @PLANNER_FETCH_ERROR_NOT_FOUND: 404, 410
 * @PLANNER_FETCH_ERROR_SERVER: 5xx
 * @PLANNER_FETCH_ERROR_REFUSED: any other status
 * @PLANNER_FETCH_ERROR_REDIRECTS: too many redirects
 * @PLANNER_FETCH_ERROR_INSECURE_REDIRECT: from https to http, or to another scheme
 * @PLANNER_FETCH_ERROR_TOO_LARGE: more than the limit, after decoding
 * @PLANNER_FETCH_ERROR_TRUNCATED: the connection was cut before the end
 * @PLANNER_FETCH_ERROR_NOT_A_FILE: a directory, or something else that is no regular file
 * @PLANNER_FETCH_ERROR_UNREADABLE: a file that may not be read
 * @PLANNER_FETCH_ERROR_CAPTIVE: 511: the network wants its user to sign in first
 * @PLANNER_FETCH_ERROR_NO_SUCH_FILE: a path that leads to nothing
 */
typedef enum
{
  PLANNER_FETCH_ERROR_BAD_ADDRESS,
  PLANNER_FETCH_ERROR_OFFLINE,
  PLANNER_FETCH_ERROR_NO_SUCH_HOST,
  PLANNER_FETCH_ERROR_UNREACHABLE,
  PLANNER_FETCH_ERROR_TIMED_OUT,
  PLANNER_FETCH_ERROR_TLS,
  PLANNER_FETCH_ERROR_UNAUTHORIZED,
  PLANNER_FETCH_ERROR_NOT_FOUND,
  PLANNER_FETCH_ERROR_SERVER,
  PLANNER_FETCH_ERROR_REFUSED,
  PLANNER_FETCH_ERROR_REDIRECTS,
  PLANNER_FETCH_ERROR_INSECURE_REDIRECT,
  PLANNER_FETCH_ERROR_TOO_LARGE,
  PLANNER_FETCH_ERROR_TRUNCATED,
  PLANNER_FETCH_ERROR_NOT_A_FILE,
  PLANNER_FETCH_ERROR_UNREADABLE,
  PLANNER_FETCH_ERROR_CAPTIVE,
  PLANNER_FETCH_ERROR_NO_SUCH_FILE,
} PlannerFetchError;

GQuark planner_fetch_error_quark (void);

/**
 * PlannerFetched:
 * @not_modified: the server answered 304: @body is %NULL, the validators are those that were sent
 * @body: (nullable): the decoded bytes
 * @etag: (nullable): the ETag to the letter, W/ and quotes included (RFC 9110, 8.8.3)
 * @last_modified: (nullable): the Last-Modified to the letter (RFC 9110, 8.8.2)
 * @content_type: (nullable): the media type without parameters
 * @address: where it was found in the end
 */
typedef struct
{
  gboolean not_modified;
  GBytes *body;
  char *etag;
  char *last_modified;
  char *content_type;
  char *address;
} PlannerFetched;

void planner_fetched_free (PlannerFetched *fetched);

/**
 * PlannerFetchProgressFunc:
 * @n_bytes: how many decoded bytes have come
 * @fraction: 0.0 to 1.0, or -1.0 where the length is not known
 */
typedef void (*PlannerFetchProgressFunc) (guint64 n_bytes, double fraction, gpointer user_data);

/**
 * PlannerFetcher:
 *
 * Brings the bytes of an http, https or file address. It keeps nothing between two fetches: no cookies, no cache, no
 * passwords. Any number of fetches run at once. Use it in the thread that made it.
 *
 * Construct properties:
 * - max-bytes (uint): the limit of a body, after decoding; 32 MiB
 * - idle-timeout-ms (uint): how long nothing at all may come; 15 seconds
 * - deadline-ms (uint): how long a fetch may last; 120 seconds
 * - tls-database (#GTlsDatabase, nullable): whom to trust; %NULL for the system's
 * - network-monitor (#GNetworkMonitor, nullable): tells whether there is a network; %NULL for the system's
 */
#define PLANNER_TYPE_FETCHER (planner_fetcher_get_type ())

G_DECLARE_FINAL_TYPE (PlannerFetcher, planner_fetcher, PLANNER, FETCHER, GObject)

PlannerFetcher *planner_fetcher_new (void);

void planner_fetcher_fetch_async (PlannerFetcher *self,
                                  const char *address,
                                  const char *etag,
                                  const char *last_modified,
                                  PlannerFetchProgressFunc progress,
                                  gpointer progress_data,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
PlannerFetched *planner_fetcher_fetch_finish (PlannerFetcher *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerFetched, planner_fetched_free)

G_END_DECLS

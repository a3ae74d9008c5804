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
 * @PLANNER_FETCH_ERROR_OFFLINE: this computer has no network
 * @PLANNER_FETCH_ERROR_NO_SUCH_HOST: the host name does not exist
 * @PLANNER_FETCH_ERROR_UNREACHABLE: the connection was refused, or there is no route to the host
 * @PLANNER_FETCH_ERROR_TIMED_OUT: the response did not arrive in time
 * @PLANNER_FETCH_ERROR_TLS: the certificate is not trusted
 * @PLANNER_FETCH_ERROR_NOT_TLS: the TLS handshake failed, usually because the server does not use TLS at this address
 * @PLANNER_FETCH_ERROR_UNAUTHORIZED: HTTP status 401
 * @PLANNER_FETCH_ERROR_FORBIDDEN: HTTP status 403
 * @PLANNER_FETCH_ERROR_PROXY: HTTP status 407, or a proxy that refuses the user
 * @PLANNER_FETCH_ERROR_NOT_FOUND: HTTP status 404 or 410
 * @PLANNER_FETCH_ERROR_SERVER: HTTP status 5xx
 * @PLANNER_FETCH_ERROR_REFUSED: any other HTTP status, or a response that is not HTTP
 * @PLANNER_FETCH_ERROR_REDIRECTS: too many redirects
 * @PLANNER_FETCH_ERROR_INSECURE_REDIRECT: a redirect from https to another scheme, from a public host to a host of the local network, or one that
 *   the #PlannerRedirectFunc does not allow
 * @PLANNER_FETCH_ERROR_TOO_LARGE: more bytes than the limit, after decoding
 * @PLANNER_FETCH_ERROR_TRUNCATED: the connection was closed before the end
 * @PLANNER_FETCH_ERROR_FOLDER: the path of a folder
 * @PLANNER_FETCH_ERROR_PIPE: the path of a pipe
 * @PLANNER_FETCH_ERROR_SOCKET: the path of a socket
 * @PLANNER_FETCH_ERROR_DEVICE: the path of a device
 * @PLANNER_FETCH_ERROR_SYSTEM_FILE: a file of a file system of the kernel, such as /proc
 * @PLANNER_FETCH_ERROR_UNREADABLE: a file that cannot be read
 * @PLANNER_FETCH_ERROR_CAPTIVE: HTTP status 511: the attendee must sign in to the network
 * @PLANNER_FETCH_ERROR_NO_SUCH_FILE: a path that does not exist
 */
typedef enum
{
  PLANNER_FETCH_ERROR_BAD_ADDRESS,
  PLANNER_FETCH_ERROR_OFFLINE,
  PLANNER_FETCH_ERROR_NO_SUCH_HOST,
  PLANNER_FETCH_ERROR_UNREACHABLE,
  PLANNER_FETCH_ERROR_TIMED_OUT,
  PLANNER_FETCH_ERROR_TLS,
  PLANNER_FETCH_ERROR_NOT_TLS,
  PLANNER_FETCH_ERROR_UNAUTHORIZED,
  PLANNER_FETCH_ERROR_FORBIDDEN,
  PLANNER_FETCH_ERROR_PROXY,
  PLANNER_FETCH_ERROR_NOT_FOUND,
  PLANNER_FETCH_ERROR_SERVER,
  PLANNER_FETCH_ERROR_REFUSED,
  PLANNER_FETCH_ERROR_REDIRECTS,
  PLANNER_FETCH_ERROR_INSECURE_REDIRECT,
  PLANNER_FETCH_ERROR_TOO_LARGE,
  PLANNER_FETCH_ERROR_TRUNCATED,
  PLANNER_FETCH_ERROR_FOLDER,
  PLANNER_FETCH_ERROR_PIPE,
  PLANNER_FETCH_ERROR_SOCKET,
  PLANNER_FETCH_ERROR_DEVICE,
  PLANNER_FETCH_ERROR_SYSTEM_FILE,
  PLANNER_FETCH_ERROR_UNREADABLE,
  PLANNER_FETCH_ERROR_CAPTIVE,
  PLANNER_FETCH_ERROR_NO_SUCH_FILE,
} PlannerFetchError;

GQuark planner_fetch_error_quark (void);

/**
 * PlannerFetched:
 * @not_modified: the server responded with HTTP status 304: @body is %NULL, and the validators are those of the request
 * @body: (nullable): the decoded bytes
 * @etag: (nullable): the ETag unchanged, with W/ and quotes (RFC 9110, 8.8.3)
 * @last_modified: (nullable): the Last-Modified unchanged (RFC 9110, 8.8.2)
 * @content_type: (nullable): the media type without parameters
 * @address: the address after redirects, without user name and password; the path of a file
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
 * @n_bytes: the number of decoded bytes received
 * @fraction: 0.0 to 1.0, or -1.0 if the length is not known
 */
typedef void (*PlannerFetchProgressFunc) (guint64 n_bytes, double fraction, gpointer user_data);

/**
 * PlannerRedirectFunc:
 * @from: the address that redirects
 * @to: the address that it redirects to, by http or https
 *
 * Returns: whether to follow the redirect
 */
typedef gboolean (*PlannerRedirectFunc) (GUri *from, GUri *to, gpointer user_data);

/**
 * PlannerFetchRequest:
 * @address: an http, https or file address, or an absolute path; a user name and a password in it are used
 * @etag: (nullable): the ETag of the last fetch, unchanged (RFC 9110, 13.1.2)
 * @last_modified: (nullable): the Last-Modified of the last fetch, unchanged (RFC 9110, 13.1.3)
 * @progress: (nullable): called after each part of the body
 * @redirect: (nullable): called before each redirect; if %NULL, all secure redirects are followed
 *
 * Set the validators only if the bytes they belong to are still available, because the response may not have a body.
 */
typedef struct
{
  const char *address;
  const char *etag;
  const char *last_modified;
  PlannerFetchProgressFunc progress;
  gpointer progress_data;
  PlannerRedirectFunc redirect;
  gpointer redirect_data;
} PlannerFetchRequest;

/**
 * PlannerFetcher:
 *
 * Fetches the bytes of http, https and file addresses. Fetches share no cookies, cache or passwords, and any number of
 * them may run at the same time. Use a fetcher in the thread that created it.
 *
 * Construct properties:
 * - max-bytes (uint): the limit of a body, after decoding; 32 MiB
 * - idle-timeout-ms (uint): the time without any data after which a fetch fails; 15 seconds
 * - deadline-ms (uint): the time after which a fetch fails; 120 seconds
 * - tls-database (#GTlsDatabase, nullable): the trusted certificates; %NULL for those of the system
 * - network-monitor (#GNetworkMonitor, nullable): %NULL for that of the system
 */
#define PLANNER_TYPE_FETCHER (planner_fetcher_get_type ())

G_DECLARE_FINAL_TYPE (PlannerFetcher, planner_fetcher, PLANNER, FETCHER, GObject)

PlannerFetcher *planner_fetcher_new (void);

void planner_fetcher_fetch_async (PlannerFetcher *self,
                                  const PlannerFetchRequest *request,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
PlannerFetched *planner_fetcher_fetch_finish (PlannerFetcher *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerFetched, planner_fetched_free)

G_END_DECLS

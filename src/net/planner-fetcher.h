/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "net/planner-fetch-error.h"

G_BEGIN_DECLS

/**
 * PlannerFetched:
 * @not_modified: the server responded with HTTP status 304: @body is %NULL, and the validators are those of the request
 * @body: (nullable): the decoded bytes
 * @etag: (nullable): the ETag unchanged, with W/ and quotes (RFC 9110, 8.8.3)
 * @last_modified: (nullable): the Last-Modified unchanged (RFC 9110, 8.8.2)
 * @content_type: (nullable): the media type without parameters
 * @address: the address after redirects, without user name and password; the path of a file
 * @permanent_address: (nullable): the address after the permanent redirects (301, 308) that come before any temporary one, to
 *   use instead of the requested one; it has the user name and the password of the request if the origin is the same
 */
typedef struct
{
  gboolean not_modified;
  GBytes *body;
  char *etag;
  char *last_modified;
  char *content_type;
  char *address;
  char *permanent_address;
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

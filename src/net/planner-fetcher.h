/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "net/planner-fetch-error.h"
#include "net/planner-fetched.h"
#include "net/planner-redirects.h"

G_BEGIN_DECLS

/**
 * PlannerFetchProgressFunc:
 * @n_bytes: the number of decoded bytes received
 * @fraction: 0.0 to 1.0, or -1.0 if the length is not known
 */
typedef void (*PlannerFetchProgressFunc) (guint64 n_bytes, double fraction, gpointer user_data);

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

gboolean planner_fetcher_check_address (const char *address, GError **error);

PlannerFetcher *planner_fetcher_new (void);

void planner_fetcher_fetch_async (PlannerFetcher *self,
                                  const PlannerFetchRequest *request,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
PlannerFetched *planner_fetcher_fetch_finish (PlannerFetcher *self, GAsyncResult *result, GError **error);

G_END_DECLS

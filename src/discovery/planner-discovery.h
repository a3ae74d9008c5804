/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "discovery/planner-found.h"
#include "net/planner-fetcher.h"

G_BEGIN_DECLS

/* The limit of the requests of one search, with redirects. */
#define PLANNER_DISCOVERY_MAX_REQUESTS 12

/**
 * PlannerDiscoveryFunc:
 * @address: the address that is fetched next, without user name and password
 * @n_addresses: its number, from 1; web pages lead to all but the first
 */
typedef void (*PlannerDiscoveryFunc) (const char *address, guint n_addresses, gpointer user_data);

/**
 * PlannerDiscoveryRequest:
 * @address: an http, https or file address
 * @default_zone: (nullable): the IANA time zone for schedules without one
 * @is_webcal: whether @address was a webcal address; then a failing connection has its own error
 * @may_be_empty: whether a schedule without sessions is accepted at @address itself
 * @may_be_directory: whether a directory of conferences is accepted at @address itself
 * @report: (nullable): receives the problems of the schedule at @address, even if it cannot be read
 * @progress: (nullable): called before each address is fetched
 */
typedef struct
{
  const char *address;
  const char *default_zone;
  gboolean is_webcal;
  gboolean may_be_empty;
  gboolean may_be_directory;
  PlannerReport *report;
  PlannerDiscoveryFunc progress;
  gpointer progress_data;
} PlannerDiscoveryRequest;

void planner_discovery_find_async (PlannerFetcher *fetcher,
                                   const PlannerDiscoveryRequest *request,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
PlannerFound *planner_discovery_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS

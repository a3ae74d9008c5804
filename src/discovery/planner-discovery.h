/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-feed.h"
#include "net/planner-fetcher.h"

G_BEGIN_DECLS

#define PLANNER_DISCOVERY_MAX_ADDRESSES 12

/**
 * PlannerFound:
 * @address: where the schedule is: what was asked for, or where a web page led
 * @default_zone: (nullable): the IANA zone it was read with
 * @agenda: what is in it
 * @report: what was repaired in it or left out
 * @etag: (nullable): to the letter, for the next time
 * @last_modified: (nullable): likewise
 *
 * A schedule that was found and read, and is not yet kept.
 */
typedef struct
{
  char *address;
  char *default_zone;
  PlannerAgenda *agenda;
  PlannerReport *report;
  char *etag;
  char *last_modified;
} PlannerFound;

void planner_found_free (PlannerFound *found);

/**
 * PlannerDiscoveryFunc:
 * @address: which is asked now
 * @n_addresses: how many have been, this one included; a web page led to it where it is not the first
 */
typedef void (*PlannerDiscoveryFunc) (const char *address, guint n_addresses, gpointer user_data);

/**
 * PlannerDiscoveryRequest:
 * @address: an http, https or file address
 * @default_zone: (nullable): IANA zone for feeds that tell none
 * @may_be_empty: whether a schedule without a session is one at the very address; beside a web page it is none
 * @report: (nullable): takes what is said of the first address, also where that cannot be read
 * @progress: (nullable): called before each address
 */
typedef struct
{
  const char *address;
  const char *default_zone;
  gboolean may_be_empty;
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerFound, planner_found_free)

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-feed.h"
#include "net/planner-fetcher.h"

G_BEGIN_DECLS

/**
 * PlannerImported:
 * @agenda: (nullable): the agenda; %NULL if the schedule is not modified
 * @etag: (nullable): the ETag to send with the next request
 * @last_modified: (nullable): the Last-Modified date to send with the next request
 * @permanent_address: (nullable): the address to use from now on, because the server redirects permanently
 *
 * A fetched schedule.
 */
typedef struct
{
  PlannerAgenda *agenda;
  char *etag;
  char *last_modified;
  char *permanent_address;
} PlannerImported;

void planner_imported_free (PlannerImported *imported);

/**
 * PlannerImportRequest:
 * @address: the address of the schedule
 * @default_zone: (nullable): the IANA time zone for schedules without one
 * @known: (nullable): the stored agenda, which makes reading faster
 * @etag: (nullable): the ETag of the stored agenda
 * @last_modified: (nullable): the Last-Modified date of the stored agenda
 * @progress: (nullable): called while the schedule is downloaded, and with a fraction of 1.0 before it is read
 *
 * A schedule to fetch.
 */
typedef struct
{
  const char *address;
  const char *default_zone;
  PlannerAgenda *known;
  const char *etag;
  const char *last_modified;
  PlannerFetchProgressFunc progress;
  gpointer progress_data;
} PlannerImportRequest;

void planner_import_async (PlannerFetcher *fetcher,
                           const PlannerImportRequest *request,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
PlannerImported *planner_import_finish (GAsyncResult *result, GError **error);

PlannerAgenda *planner_import_read (GBytes *body,
                                    const char *address,
                                    const char *default_zone,
                                    const PlannerAgenda *known,
                                    GCancellable *cancellable,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerImported, planner_imported_free)

G_END_DECLS

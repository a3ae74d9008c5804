/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-feed.h"
#include "net/planner-fetcher.h"

G_BEGIN_DECLS

/**
 * PlannerImported:
 * @agenda: (nullable): what was read; %NULL where the feed is not modified
 * @etag: (nullable): to the letter, for the next time
 * @last_modified: (nullable): likewise
 */
typedef struct
{
  PlannerAgenda *agenda;
  char *etag;
  char *last_modified;
} PlannerImported;

void planner_imported_free (PlannerImported *imported);

/**
 * PlannerImportRequest:
 * @address: where the feed is
 * @default_zone: (nullable): IANA zone for feeds that tell none
 * @etag: (nullable): of what is there already
 * @last_modified: (nullable): likewise
 * @progress: (nullable): called while the bytes come, and once with a fraction of 1.0 when the reading begins
 */
typedef struct
{
  const char *address;
  const char *default_zone;
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
                                    GCancellable *cancellable,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerImported, planner_imported_free)

G_END_DECLS

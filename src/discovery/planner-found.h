/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-directory.h"
#include "feed/planner-feed.h"

G_BEGIN_DECLS

/**
 * PlannerFound:
 * @address: the address of the schedule, which may have a password; see planner_address_dup_shown()
 * @default_zone: (nullable): the IANA time zone of the request
 * @own_title: (nullable): the name that the attendee gives to the conference
 * @directory: (nullable): a list of conferences in place of a schedule; then there is neither agenda nor report
 * @agenda: the schedule
 * @report: the problems of the schedule
 * @body: the bytes of the schedule
 * @base: the address of @body, after redirects
 * @etag: (nullable): the ETag, unchanged
 * @last_modified: (nullable): the Last-Modified, unchanged
 *
 * A schedule, or a directory of conferences, that was found and read, but not stored.
 */
typedef struct
{
  char *address;
  char *default_zone;
  char *own_title;
  PlannerDirectory *directory;
  PlannerAgenda *agenda;
  PlannerReport *report;
  GBytes *body;
  char *base;
  char *etag;
  char *last_modified;
} PlannerFound;

void planner_found_free (PlannerFound *found);
gboolean planner_found_asks_for_zone (const PlannerFound *found);
void planner_found_read_again_async (const PlannerFound *found,
                                     const char *zone,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
PlannerFound *planner_found_read_again_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerFound, planner_found_free)

G_END_DECLS

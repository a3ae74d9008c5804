/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"
#include "discovery/planner-discovery.h"
#include "net/planner-fetcher.h"

G_BEGIN_DECLS

/**
 * PlannerLibrary:
 *
 * The attendee's conferences in the order in which they were added: a #GListModel of #PlannerConference. Conferences are
 * added and removed here. Main thread only; all I/O happens in other threads.
 */
#define PLANNER_TYPE_LIBRARY (planner_library_get_type ())

G_DECLARE_FINAL_TYPE (PlannerLibrary, planner_library, PLANNER, LIBRARY, GObject)

PlannerLibrary *planner_library_new (const char *store_path, PlannerFetcher *fetcher);

void planner_library_load_async (PlannerLibrary *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean planner_library_load_finish (PlannerLibrary *self, GAsyncResult *result, GError **error);

PlannerTimeSource *planner_library_get_time_source (PlannerLibrary *self);
PlannerStore *planner_library_get_store (PlannerLibrary *self);
PlannerWorker *planner_library_get_worker (PlannerLibrary *self);
PlannerConference *planner_library_find (PlannerLibrary *self, gint64 id);

void planner_library_find_schedule_async (PlannerLibrary *self,
                                          const char *address,
                                          const char *default_zone,
                                          PlannerDiscoveryFunc progress,
                                          gpointer progress_data,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
PlannerFound *
planner_library_find_schedule_finish (PlannerLibrary *self, GAsyncResult *result, GError **error);

void planner_library_check_async (PlannerLibrary *self,
                                  PlannerConference *conference,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
PlannerFound *planner_library_check_finish (PlannerLibrary *self, GAsyncResult *result, GError **error);

void planner_library_add_found_async (PlannerLibrary *self,
                                      const PlannerFound *found,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
void planner_library_add_async (PlannerLibrary *self,
                                const char *address,
                                const char *default_zone,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
PlannerConference *planner_library_add_finish (PlannerLibrary *self, GAsyncResult *result, GError **error);

void planner_library_remove_async (PlannerLibrary *self,
                                   PlannerConference *conference,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean planner_library_remove_finish (PlannerLibrary *self, GAsyncResult *result, GError **error);

void planner_library_restore_async (PlannerLibrary *self,
                                    PlannerConference *conference,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean planner_library_restore_finish (PlannerLibrary *self, GAsyncResult *result, GError **error);

void planner_library_reload_async (PlannerLibrary *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean planner_library_reload_finish (PlannerLibrary *self, GAsyncResult *result, GError **error);

PlannerConference *planner_library_find_copy (PlannerLibrary *self, const PlannerAgenda *agenda);

G_END_DECLS

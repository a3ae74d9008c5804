/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"
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

PlannerConference *planner_library_find_copy (PlannerLibrary *self, const PlannerAgenda *agenda);

/* For the library only. */
PlannerFetcher *planner_library_get_fetcher (PlannerLibrary *self);
gboolean planner_library_is_disposed (PlannerLibrary *self);
void planner_library_insert (PlannerLibrary *self, PlannerConference *conference);
PlannerConference *planner_library_append (PlannerLibrary *self, const PlannerStoredConference *stored);
void planner_library_take_out (PlannerLibrary *self, PlannerConference *conference);

G_END_DECLS

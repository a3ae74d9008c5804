/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "discovery/planner-discovery.h"
#include "library/planner-library.h"

G_BEGIN_DECLS

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
PlannerConference *
planner_library_add_found_finish (PlannerLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS

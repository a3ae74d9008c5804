/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"

G_BEGIN_DECLS

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

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"
#include "store/planner-store-backup.h"

G_BEGIN_DECLS

void planner_library_read_backup_async (PlannerLibrary *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
PlannerBackup *
planner_library_read_backup_finish (PlannerLibrary *self, GAsyncResult *result, GError **error);

void planner_library_restore_backup_async (PlannerLibrary *self,
                                           PlannerBackup *backup,
                                           gboolean replace,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
PlannerBackup *planner_library_restore_backup_finish (PlannerLibrary *self,
                                                      GAsyncResult *result,
                                                      PlannerBackupSummary *summary,
                                                      GError **error);

G_END_DECLS

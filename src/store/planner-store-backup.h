/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-backup.h"
#include "store/planner-store.h"

G_BEGIN_DECLS

/**
 * PlannerBackupSummary:
 * @conferences_added: how many conferences were added
 * @conferences_removed: how many conferences were removed
 * @stars_added: how many sessions were starred
 * @stars_removed: how many stars were removed
 * @changed: whether anything was written
 *
 * The changes that a merge has made.
 */
typedef struct
{
  guint conferences_added;
  guint conferences_removed;
  guint stars_added;
  guint stars_removed;
  gboolean changed;
} PlannerBackupSummary;

PlannerBackup *planner_store_read_backup (PlannerStore *self, GError **error);
gboolean planner_store_merge_backups (PlannerStore *self,
                                      GPtrArray *backups,
                                      gint64 now_utc,
                                      PlannerBackupSummary *summary,
                                      GError **error);
gboolean planner_store_restore_backup (PlannerStore *self,
                                       const PlannerBackup *backup,
                                       gboolean replace,
                                       gint64 now_utc,
                                       PlannerBackupSummary *summary,
                                       GError **error);
gboolean planner_store_renew_installation (PlannerStore *self, GError **error);

G_END_DECLS

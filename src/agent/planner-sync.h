/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"
#include "store/planner-store-backup.h"

G_BEGIN_DECLS

/**
 * PlannerSyncReport:
 * @n_others: how many other computers have a file in the folder that was read
 * @skipped: (owned) (nullable): the name of a file that was skipped
 * @skip_error: (owned) (nullable): why it was skipped
 * @summary: what has changed here
 *
 * The result of a synchronization.
 */
typedef struct
{
  guint n_others;
  char *skipped;
  GError *skip_error;
  PlannerBackupSummary summary;
} PlannerSyncReport;

void planner_sync_report_clear (PlannerSyncReport *report);
gboolean planner_sync_run (PlannerStore *store,
                           const char *folder,
                           gint64 now_utc,
                           PlannerSyncReport *report,
                           GError **error);
gboolean planner_sync_run_if_chosen (PlannerStore *store, GSettings *settings);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerSyncReport, planner_sync_report_clear)

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "share/planner-backup-json.h"

G_BEGIN_DECLS

/**
 * PlannerBackupFolder:
 * @own: (owned) (nullable): what this installation wrote last
 * @others: (owned) (element-type PlannerBackup): what other installations wrote
 * @skipped: (owned) (nullable): the name of a file that was skipped
 * @error: (owned) (nullable): why it was skipped
 *
 * The files in a folder for synchronization.
 */
typedef struct
{
  PlannerBackup *own;
  GPtrArray *others;
  char *skipped;
  GError *error;
} PlannerBackupFolder;

PlannerBackup *planner_backup_read_file (const char *path, GError **error);
gboolean planner_backup_folder_check (const char *path, GError **error);
gboolean planner_backup_folder_read (PlannerBackupFolder *self,
                                     const char *path,
                                     const char *installation,
                                     GError **error);
gboolean planner_backup_folder_write (const char *path, const PlannerBackup *backup, GError **error);
void planner_backup_folder_clear (PlannerBackupFolder *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerBackupFolder, planner_backup_folder_clear)

G_END_DECLS

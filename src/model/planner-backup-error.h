/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerBackupError:
 * @PLANNER_BACKUP_ERROR_OTHER_FILE: the file is not a backup
 * @PLANNER_BACKUP_ERROR_DAMAGED: the file is incomplete, or contains what no planner writes
 * @PLANNER_BACKUP_ERROR_NEWER: a newer version of the planner wrote the file
 * @PLANNER_BACKUP_ERROR_TOO_LARGE: the file is larger than any backup
 * @PLANNER_BACKUP_ERROR_NO_FOLDER: the folder for synchronization is missing, such as that of a disk that is not connected
 * @PLANNER_BACKUP_ERROR_FORBIDDEN: the folder for synchronization, or a folder above it, cannot be read without a permission
 * @PLANNER_BACKUP_ERROR_UNREADABLE: the folder for synchronization cannot be read for another reason, such as a fault of the disk
 * @PLANNER_BACKUP_ERROR_TOO_MANY: the folder for synchronization contains too many files of installations
 *
 * Why a backup, or a file of another computer, cannot be read.
 */
typedef enum
{
  PLANNER_BACKUP_ERROR_OTHER_FILE,
  PLANNER_BACKUP_ERROR_DAMAGED,
  PLANNER_BACKUP_ERROR_NEWER,
  PLANNER_BACKUP_ERROR_TOO_LARGE,
  PLANNER_BACKUP_ERROR_NO_FOLDER,
  PLANNER_BACKUP_ERROR_FORBIDDEN,
  PLANNER_BACKUP_ERROR_UNREADABLE,
  PLANNER_BACKUP_ERROR_TOO_MANY,
} PlannerBackupError;

#define PLANNER_BACKUP_ERROR (planner_backup_error_quark ())

GQuark planner_backup_error_quark (void);

G_END_DECLS

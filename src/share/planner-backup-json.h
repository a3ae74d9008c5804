/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-backup-error.h"
#include "model/planner-backup.h"

G_BEGIN_DECLS

/* The largest file that is read. */
#define PLANNER_BACKUP_MAX_BYTES (32 * 1024 * 1024)

char *planner_backup_to_json (const PlannerBackup *backup);
PlannerBackup *planner_backup_new_from_json (GBytes *bytes, GError **error);

G_END_DECLS

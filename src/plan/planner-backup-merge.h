/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-backup.h"

G_BEGIN_DECLS

PlannerBackup *planner_backup_merge (const PlannerBackup *own, const PlannerBackup *other);
PlannerBackup *
planner_backup_plan_restore (const PlannerBackup *own, const PlannerBackup *wanted, gboolean replace);
gboolean planner_backup_is_ahead (const PlannerBackup *backup, const PlannerBackup *own);
gboolean planner_backup_item_is_same (const PlannerBackupItem *a, const PlannerBackupItem *b);

G_END_DECLS

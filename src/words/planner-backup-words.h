/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/planner-store-backup.h"

G_BEGIN_DECLS

char *planner_format_backup_summary (const PlannerBackupSummary *summary);
char *planner_format_calendar (guint n_sessions, const GError *error);
char *planner_format_calendar_failure (const char *path, const GError *error);
char *planner_format_sync (guint n_others, const char *skipped, const GError *error);

G_END_DECLS

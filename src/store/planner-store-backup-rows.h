/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"
#include "model/planner-backup.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * PlannerBackupRows:
 * @db: (borrowed): the database, in a transaction
 * @now_utc: in seconds since the epoch
 * @agendas: (owned) (element-type gint64 PlannerAgenda): the agendas that were loaded, by the id of the conference
 * @created: (owned) (element-type utf8): the conferences that were added to the database
 *
 * Writes merged items, and the conferences and stars that follow from them.
 */
typedef struct
{
  sqlite3 *db;
  gint64 now_utc;
  GHashTable *agendas;
  GHashTable *created;
} PlannerBackupRows;

void planner_backup_rows_init (PlannerBackupRows *self, sqlite3 *db, gint64 now_utc);
void planner_backup_rows_clear (PlannerBackupRows *self);
gboolean planner_backup_rows_write (PlannerBackupRows *self, const PlannerBackupItem *item, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerBackupRows, planner_backup_rows_clear)

G_END_DECLS

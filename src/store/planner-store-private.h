/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/planner-store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

void planner_store_set_error (GError **error, PlannerStoreError code, const char *path, const char *reason);
PlannerStoreError planner_store_classify_errno (int error_number);

GMutexLocker *planner_store_lock (PlannerStore *self, sqlite3 **db);

sqlite3 *planner_store_open_database (const char *path, GError **error);

GPtrArray *planner_store_read_stars (sqlite3 *db, gint64 id, GError **error);
gboolean planner_store_write_star (sqlite3 *db, gint64 id, const PlannerStar *star, GError **error);
gboolean planner_store_drop_star (sqlite3 *db, gint64 id, const char *key, GError **error);
gboolean planner_store_match_stars (sqlite3 *db, gint64 id, const PlannerAgenda *agenda, GError **error);

gboolean planner_store_write_span (sqlite3 *db, gint64 id, const PlannerAgenda *agenda, GError **error);
GPtrArray *planner_store_read_changes (sqlite3 *db, gint64 id, GError **error);
GPtrArray *planner_store_read_unannounced (sqlite3 *db, gint64 id, GError **error);
gboolean planner_store_merge_changes (sqlite3 *db,
                                      const PlannerConferenceRecord *record,
                                      const PlannerSuccession *succession,
                                      GPtrArray *changes,
                                      GError **error);
gboolean planner_store_mark_announced (sqlite3 *db, gint64 id, GPtrArray *changes, GError **error);
gboolean planner_store_mark_seen (sqlite3 *db, gint64 id, const char *const *keys, GError **error);
gboolean planner_store_mark_dismissed (sqlite3 *db, gint64 id, GError **error);

GBytes *planner_change_details_to_bytes (const PlannerChange *change);
PlannerChange *planner_change_new_from_details (GBytes *bytes);

G_END_DECLS

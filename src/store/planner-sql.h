/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-identity.h"
#include "store/planner-store-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

typedef enum
{
  PLANNER_SQL_ERROR = -1,
  PLANNER_SQL_DONE = 0,
  PLANNER_SQL_ROW = 1,
} PlannerSqlStep;

/* The columns of an identity, for the SQL of a statement. */
#define PLANNER_IDENTITY_COLUMN(name) #name ", "
#define PLANNER_IDENTITY_COLUMNS PLANNER_IDENTITY_TEXTS (PLANNER_IDENTITY_COLUMN) "start_utc"
#define PLANNER_IDENTITY_N_COLUMNS (PLANNER_IDENTITY_N_TEXTS + 1)

/* Returns: (nullable) (transfer full): the object of the current row; rows with %NULL are left out of a list */
typedef gpointer (*PlannerSqlReadFunc) (sqlite3_stmt *statement);

PlannerStoreError planner_sql_classify (sqlite3 *db);
gboolean planner_sql_set_error (sqlite3 *db, GError **error);
gboolean planner_sql_set_not_found (sqlite3 *db, GError **error);

sqlite3_stmt *planner_sql_query (sqlite3 *db, GError **error, const char *sql, const char *types, ...);
void planner_sql_release (sqlite3_stmt *statement);
PlannerSqlStep planner_sql_next (sqlite3_stmt *statement, GError **error);
GPtrArray *planner_sql_list (sqlite3 *db,
                             GError **error,
                             PlannerSqlReadFunc read,
                             GDestroyNotify free_func,
                             const char *sql,
                             const char *types,
                             ...);
gboolean planner_sql_run (sqlite3 *db, GError **error, const char *sql, const char *types, ...);

void planner_sql_close (sqlite3 *db);

gboolean planner_sql_begin (sqlite3 *db, GError **error);
gboolean planner_sql_end (sqlite3 *db, gboolean keep, GError **error);

char *planner_sql_dup_text (sqlite3_stmt *statement, int column);
GBytes *planner_sql_dup_bytes (sqlite3_stmt *statement, int column);
GBytes *planner_sql_get_bytes (sqlite3_stmt *statement, int column);
PlannerIdentity *planner_sql_dup_identity (sqlite3_stmt *statement, int column);
gint64 planner_sql_get_int64 (sqlite3_stmt *statement, int column, gint64 if_null);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, planner_sql_release)

G_END_DECLS

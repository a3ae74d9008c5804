/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What SQLite's C interface lacks for us: statements in one call, transactions, and errors as our own.
 */

#include "store/planner-sql.h"

#include "store/planner-store-private.h"

static PlannerStoreError
classify_constraint (int extended_code)
{
  switch (extended_code)
    {
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return PLANNER_STORE_ERROR_NOT_FOUND;
    case SQLITE_CONSTRAINT_UNIQUE:
      return PLANNER_STORE_ERROR_EXISTS;
    default:
      return PLANNER_STORE_ERROR_FAILED;
    }
}

/* Of the call on @db that has just failed. */
PlannerStoreError
planner_sql_classify (sqlite3 *db)
{
  const int extended_code = sqlite3_extended_errcode (db);

  switch (extended_code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return PLANNER_STORE_ERROR_CORRUPT;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return PLANNER_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return PLANNER_STORE_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return PLANNER_STORE_ERROR_BUSY;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return planner_store_classify_errno (sqlite3_system_errno (db));
    case SQLITE_CONSTRAINT:
      return classify_constraint (extended_code);
    default:
      return PLANNER_STORE_ERROR_FAILED;
    }
}

/**
 * planner_sql_set_error:
 * @db: the connection on which a call has just failed
 *
 * Returns: %FALSE, with a #PLANNER_STORE_ERROR set
 */
gboolean
planner_sql_set_error (sqlite3 *db, GError **error)
{
  const char *path = sqlite3_db_filename (db, "main");
  g_autofree char *shown = g_filename_display_name (path ? path : "");
  const PlannerStoreError code = planner_sql_classify (db);

  planner_store_set_error (error, code, shown, sqlite3_errmsg (db));

  return FALSE;
}

static int
bind_bytes (sqlite3_stmt *statement, int column, GBytes *bytes)
{
  gsize size_bytes;
  const void *data = g_bytes_get_data (bytes, &size_bytes);

  return sqlite3_bind_blob64 (statement, column, data ? data : "", size_bytes, SQLITE_STATIC);
}

static int
bind_all (sqlite3_stmt *statement, const char *types, va_list *values)
{
  int result = SQLITE_OK;

  for (int i = 0; types[i] != '\0' && result == SQLITE_OK; i++)
    switch (types[i])
      {
      case 'i':
        result = sqlite3_bind_int64 (statement, i + 1, va_arg (*values, gint64));
        break;
      case 'f':
        result = sqlite3_bind_int (statement, i + 1, va_arg (*values, gboolean) != FALSE);
        break;
      case 's':
        result = sqlite3_bind_text (statement, i + 1, va_arg (*values, const char *), -1, SQLITE_STATIC);
        break;
      case 'b':
        result = bind_bytes (statement, i + 1, va_arg (*values, GBytes *));
        break;
      default:
        g_assert_not_reached ();
      }

  return result;
}

static sqlite3_stmt *
query_valist (sqlite3 *db, GError **error, const char *sql, const char *types, va_list *values)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK ||
      bind_all (statement, types, values) != SQLITE_OK)
    {
      planner_sql_set_error (db, error);
      return NULL;
    }

  return g_steal_pointer (&statement);
}

/**
 * planner_sql_query:
 * @types: a letter for each value: i for a #gint64, f for a #gboolean, s for a nullable string, b for a #GBytes
 * @...: the values; strings and bytes must live as long as the statement
 *
 * Returns: (nullable) (transfer full): the statement, for planner_sql_next()
 */
sqlite3_stmt *
planner_sql_query (sqlite3 *db, GError **error, const char *sql, const char *types, ...)
{
  sqlite3_stmt *statement;
  va_list values;

  va_start (values, types);
  statement = query_valist (db, error, sql, types, &values);
  va_end (values);

  return statement;
}

PlannerSqlStep
planner_sql_next (sqlite3_stmt *statement, GError **error)
{
  const int result = sqlite3_step (statement);

  if (result == SQLITE_ROW)
    return PLANNER_SQL_ROW;
  if (result == SQLITE_DONE)
    return PLANNER_SQL_DONE;

  planner_sql_set_error (sqlite3_db_handle (statement), error);

  return PLANNER_SQL_ERROR;
}

/**
 * planner_sql_run:
 * @types: as for planner_sql_query()
 *
 * Runs a statement to its end and takes no notice of its rows.
 */
gboolean
planner_sql_run (sqlite3 *db, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  PlannerSqlStep step = PLANNER_SQL_ERROR;
  va_list values;

  va_start (values, types);
  statement = query_valist (db, error, sql, types, &values);
  va_end (values);

  if (statement)
    do
      step = planner_sql_next (statement, error);
    while (step == PLANNER_SQL_ROW);

  return step == PLANNER_SQL_DONE;
}

/* A deferred transaction that reads first cannot wait for another writer; this one can. */
gboolean
planner_sql_begin (sqlite3 *db, GError **error)
{
  return planner_sql_run (db, error, "BEGIN IMMEDIATE", "");
}

/**
 * planner_sql_end:
 * @keep: whether all went well: %FALSE rolls back, and leaves @error as it is
 *
 * Returns: whether the transaction was committed
 */
gboolean
planner_sql_end (sqlite3 *db, gboolean keep, GError **error)
{
  if (keep && planner_sql_run (db, error, "COMMIT", ""))
    return TRUE;

  /* Where a full disk has made SQLite roll back by itself, there is nothing left to do. */
  if (!sqlite3_get_autocommit (db))
    planner_sql_run (db, NULL, "ROLLBACK", "");

  return FALSE;
}

char *
planner_sql_dup_text (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

GBytes *
planner_sql_dup_bytes (sqlite3_stmt *statement, int column)
{
  const void *data = sqlite3_column_blob (statement, column);

  return g_bytes_new (data, sqlite3_column_bytes (statement, column));
}

gint64
planner_sql_get_int64 (sqlite3_stmt *statement, int column, gint64 if_null)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL ? if_null
                                                                : sqlite3_column_int64 (statement, column);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Conveniences for SQLite’s C interface: statements in one call, transactions, and errors of %PLANNER_STORE_ERROR.
 */

#include "store/planner-sql.h"

/* The name under which a connection keeps its compiled statements. */
#define KEPT "gotc-planner-kept"

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

/**
 * planner_sql_classify:
 * @db: a connection whose last call has failed
 *
 * Returns: the kind of the failure
 */
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
 * @db: a connection whose last call has failed
 *
 * Returns: %FALSE, with a %PLANNER_STORE_ERROR set
 */
gboolean
planner_sql_set_error (sqlite3 *db, GError **error)
{
  return planner_store_set_error (error, planner_sql_classify (db), sqlite3_db_filename (db, "main"),
                                  sqlite3_errmsg (db));
}

/**
 * planner_sql_set_not_found:
 *
 * Returns: %FALSE, with %PLANNER_STORE_ERROR_NOT_FOUND set
 */
gboolean
planner_sql_set_not_found (sqlite3 *db, GError **error)
{
  return planner_store_set_error (error, PLANNER_STORE_ERROR_NOT_FOUND, sqlite3_db_filename (db, "main"),
                                  NULL);
}

static int
bind_bytes (sqlite3_stmt *statement, int column, GBytes *bytes)
{
  gsize size_bytes;
  const void *data = g_bytes_get_data (bytes, &size_bytes);

  return sqlite3_bind_blob64 (statement, column, data ? data : "", size_bytes, SQLITE_STATIC);
}

/* Advances @column to the last of the identity's columns. */
static int
bind_identity (sqlite3_stmt *statement, int *column, const PlannerIdentity *identity)
{
  int result = SQLITE_OK;

  for (guint i = 0; i < PLANNER_IDENTITY_N_TEXTS && result == SQLITE_OK; i++)
    result = sqlite3_bind_text (statement, (*column)++, identity->texts[i], -1, SQLITE_STATIC);

  return result == SQLITE_OK ? sqlite3_bind_int64 (statement, *column, identity->start_utc) : result;
}

static int
bind_all (sqlite3_stmt *statement, const char *types, va_list *values)
{
  int result = SQLITE_OK, column = 1;

  for (const char *type = types; *type && result == SQLITE_OK; type++, column++)
    switch (*type)
      {
      case 'i':
        result = sqlite3_bind_int64 (statement, column, va_arg (*values, gint64));
        break;
      case 'f':
        result = sqlite3_bind_int (statement, column, va_arg (*values, gboolean) != FALSE);
        break;
      case 's':
        result = sqlite3_bind_text (statement, column, va_arg (*values, const char *), -1, SQLITE_STATIC);
        break;
      case 'b':
        result = bind_bytes (statement, column, va_arg (*values, GBytes *));
        break;
      case 'I':
        result = bind_identity (statement, &column, va_arg (*values, const PlannerIdentity *));
        break;
      default:
        g_assert_not_reached ();
      }

  return result;
}

/* Returns: (transfer none): the kept statements of a connection, by their SQL */
static GHashTable *
get_kept (sqlite3 *db)
{
  GHashTable *kept = sqlite3_get_clientdata (db, KEPT);

  if (!kept)
    {
      kept = g_hash_table_new (g_str_hash, g_str_equal);
      sqlite3_set_clientdata (db, KEPT, kept, (void (*) (void *)) g_hash_table_unref);
    }

  return kept;
}

static int
prepare (sqlite3 *db, const char *sql, sqlite3_stmt **statement)
{
  if (g_hash_table_steal_extended (get_kept (db), sql, NULL, (gpointer *) statement))
    return SQLITE_OK;

  return sqlite3_prepare_v2 (db, sql, -1, statement, NULL);
}

/**
 * planner_sql_release:
 * @statement: (transfer full): a statement
 *
 * Keeps a statement for the next call with the same SQL, because compiling it takes longer than running it.
 */
void
planner_sql_release (sqlite3_stmt *statement)
{
  GHashTable *kept = get_kept (sqlite3_db_handle (statement));

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (g_hash_table_contains (kept, sqlite3_sql (statement)))
    sqlite3_finalize (statement);
  else
    g_hash_table_insert (kept, (gpointer) sqlite3_sql (statement), statement);
}

static sqlite3_stmt *
query_valist (sqlite3 *db, GError **error, const char *sql, const char *types, va_list *values)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (prepare (db, sql, &statement) != SQLITE_OK || bind_all (statement, types, values) != SQLITE_OK)
    {
      planner_sql_set_error (db, error);
      return NULL;
    }

  return g_steal_pointer (&statement);
}

/**
 * planner_sql_query:
 * @types: a letter for each value: i for a #gint64, f for a #gboolean, s for a nullable string, b for a #GBytes, I for a
 *   #PlannerIdentity, which takes a parameter for each text and one for the start
 * @...: the values; the statement borrows strings, bytes and identities
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
 * planner_sql_list:
 * @read: makes an object of each row
 * @free_func: frees such an object
 * @types: as for planner_sql_query()
 *
 * Returns: (nullable) (transfer full): the objects of all rows; %NULL with a %PLANNER_STORE_ERROR
 */
GPtrArray *
planner_sql_list (sqlite3 *db,
                  GError **error,
                  PlannerSqlReadFunc read,
                  GDestroyNotify free_func,
                  const char *sql,
                  const char *types,
                  ...)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_func);
  g_autoptr (sqlite3_stmt) statement = NULL;
  PlannerSqlStep step = PLANNER_SQL_ERROR;
  va_list values;

  va_start (values, types);
  statement = query_valist (db, error, sql, types, &values);
  va_end (values);

  while (statement && (step = planner_sql_next (statement, error)) == PLANNER_SQL_ROW)
    {
      gpointer object = read (statement);

      if (object)
        g_ptr_array_add (list, object);
    }

  return step == PLANNER_SQL_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * planner_sql_run:
 * @types: as for planner_sql_query()
 *
 * Runs a statement to its end and ignores its rows.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_sql_run (sqlite3 *db, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  PlannerSqlStep step;
  va_list values;

  va_start (values, types);
  statement = query_valist (db, error, sql, types, &values);
  va_end (values);
  if (!statement)
    return FALSE;

  do
    step = planner_sql_next (statement, error);
  while (step == PLANNER_SQL_ROW);

  return step == PLANNER_SQL_DONE;
}

/**
 * planner_sql_close:
 * @db: (nullable): a connection
 *
 * Closes a connection, with the statements that were kept.
 */
void
planner_sql_close (sqlite3 *db)
{
  sqlite3_stmt *statement;

  while (db && (statement = sqlite3_next_stmt (db, NULL)))
    sqlite3_finalize (statement);
  sqlite3_close (db);
}

/**
 * planner_sql_begin:
 *
 * Begins a transaction that waits for other writers. A deferred transaction could not wait once it has read something.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_sql_begin (sqlite3 *db, GError **error)
{
  return planner_sql_run (db, error, "BEGIN IMMEDIATE", "");
}

/**
 * planner_sql_end:
 * @keep: %TRUE to commit; %FALSE to roll back, which does not set @error
 *
 * Returns: whether the transaction was committed
 */
gboolean
planner_sql_end (sqlite3 *db, gboolean keep, GError **error)
{
  if (keep && planner_sql_run (db, error, "COMMIT", ""))
    return TRUE;

  /* SQLite itself rolls back if the disk is full. */
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

/* Returns: (transfer full): the bytes in the memory of @statement; unreference them before its next step */
GBytes *
planner_sql_get_bytes (sqlite3_stmt *statement, int column)
{
  const void *data = sqlite3_column_blob (statement, column);

  return g_bytes_new_static (data, sqlite3_column_bytes (statement, column));
}

/* Returns: (transfer full): the identity in the columns from @column on, in the order of %PLANNER_IDENTITY_COLUMNS */
PlannerIdentity *
planner_sql_dup_identity (sqlite3_stmt *statement, int column)
{
  PlannerIdentity *identity = g_new0 (PlannerIdentity, 1);

  for (guint i = 0; i < PLANNER_IDENTITY_N_TEXTS; i++)
    identity->texts[i] = planner_sql_dup_text (statement, column++);
  identity->start_utc = sqlite3_column_int64 (statement, column);

  return identity;
}

gint64
planner_sql_get_int64 (sqlite3_stmt *statement, int column, gint64 if_null)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL ? if_null
                                                                : sqlite3_column_int64 (statement, column);
}

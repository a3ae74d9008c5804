/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opens the database. The file is not written before it is known to be a planner’s, undamaged and not newer than this planner.
 */

#include "store/planner-store-open.h"

#include "store/planner-sql.h"
#include "store/planner-store-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* "GOTC", which identifies our databases, also for file(1). */
#define APPLICATION_ID 0x474f5443
#define BUSY_TIMEOUT_MS 5000

/* A negative number is a size in KiB. Agendas are read and written as a whole, so a larger cache would not help. */
#define PAGE_CACHE "-128"

typedef struct
{
  int application_id;
  int version;
  gboolean has_tables;
} Head;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, planner_sql_close)

static gboolean
fail_with_errno (const char *path, int error_number, GError **error)
{
  return planner_store_set_error (error, planner_store_classify_errno (error_number), path,
                                  g_strerror (error_number));
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_mkdir_with_parents (folder, 0700) == 0 || fail_with_errno (path, errno, error);
}

static gboolean
execute (sqlite3 *db, const char *sql, GError **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || planner_sql_set_error (db, error);
}

static sqlite3 *
connect_to (const char *path, int flags, GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK)
    {
      const int error_number = sqlite3_system_errno (db);

      /* The path is unknown to a connection that failed. */
      planner_store_set_error (error, planner_sql_classify (db), path,
                               error_number ? g_strerror (error_number) : sqlite3_errmsg (db));
      return NULL;
    }
  sqlite3_busy_timeout (db, BUSY_TIMEOUT_MS);

  return g_steal_pointer (&db);
}

/* Until the file is checked, closing it must not even move changes from the write-ahead log to the database. */
static gboolean
set_no_checkpoint (sqlite3 *db, gboolean no_checkpoint)
{
  return sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, no_checkpoint, NULL) == SQLITE_OK;
}

/* Reads all in one statement, because another process may be creating the same file. */
static gboolean
read_head (sqlite3 *db, Head *head, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error,
                         "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) > 0 "
                         "FROM pragma_application_id, pragma_user_version",
                         "");

  if (!statement || planner_sql_next (statement, error) != PLANNER_SQL_ROW)
    return FALSE;
  head->application_id = sqlite3_column_int (statement, 0);
  head->version = sqlite3_column_int (statement, 1);
  head->has_tables = sqlite3_column_int (statement, 2) != 0;

  return TRUE;
}

static gboolean
is_ours (const Head *head)
{
  const gboolean is_new = head->application_id == 0 && head->version == 0 && !head->has_tables;

  return head->application_id == APPLICATION_ID || is_new;
}

static gboolean
check_head (sqlite3 *db, Head *head, GError **error)
{
  const char *path = sqlite3_db_filename (db, "main");

  if (!read_head (db, head, error))
    return FALSE;
  if (!is_ours (head))
    return planner_store_set_error (error, PLANNER_STORE_ERROR_FAILED, path,
                                    "it is another program’s database");
  if (head->version < 0)
    return planner_store_set_error (error, PLANNER_STORE_ERROR_CORRUPT, path, NULL);
  if (head->version > planner_store_schema_get_newest ())
    return planner_store_set_error (error, PLANNER_STORE_ERROR_NEWER, path, NULL);
  if (sqlite3_db_readonly (db, "main"))
    return planner_store_set_error (error, PLANNER_STORE_ERROR_READ_ONLY, path, NULL);

  return TRUE;
}

static gboolean
check_pages (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = planner_sql_query (db, error, "PRAGMA quick_check (1)", "");

  if (!statement || planner_sql_next (statement, error) == PLANNER_SQL_ERROR)
    return FALSE;
  if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") != 0)
    return planner_store_set_error (error, PLANNER_STORE_ERROR_CORRUPT, sqlite3_db_filename (db, "main"),
                                    NULL);

  return TRUE;
}

/* SQLite does not wait for a lock in this statement, so that one of two processes started at once would fail. */
static gboolean
use_write_ahead_log (sqlite3 *db, GError **error)
{
  const gint64 deadline_us = g_get_monotonic_time () + BUSY_TIMEOUT_MS * 1000;

  while (sqlite3_exec (db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL) != SQLITE_OK)
    {
      if (sqlite3_errcode (db) != SQLITE_BUSY || g_get_monotonic_time () > deadline_us)
        return planner_sql_set_error (db, error);
      g_usleep (5000);
    }

  return TRUE;
}

static gboolean
sync_to_disk (const char *path, int flags)
{
  const int fd = g_open (path, flags | O_CLOEXEC, 0);
  const gboolean synced = fd >= 0 && fsync (fd) == 0;
  const int saved_errno = errno;

  if (fd >= 0)
    close (fd);
  errno = saved_errno;

  return synced;
}

/* The copy gets its name only when it is complete, so that an interruption leaves no partial backup. */
static gboolean
copy_before_migration (const char *path, int version, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *copy = g_strdup_printf ("%s.backup-v%d", path, version);
  g_autofree char *part = g_strconcat (copy, ".part", NULL);
  g_autoptr (sqlite3) db = connect_to (path, SQLITE_OPEN_READWRITE, error);

  if (!db)
    return FALSE;
  if (g_unlink (part) != 0 && errno != ENOENT)
    return fail_with_errno (part, errno, error);
  if (!planner_sql_run (db, error, "VACUUM INTO ?", "s", part))
    return FALSE;
  if (!sync_to_disk (part, O_RDWR) || g_rename (part, copy) != 0 || !sync_to_disk (folder, O_RDONLY))
    return fail_with_errno (copy, errno, error);

  return TRUE;
}

static gboolean
migrate_from (sqlite3 *db, int version, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            APPLICATION_ID, planner_store_schema_get_newest ());

  for (int i = version; i < planner_store_schema_get_newest (); i++)
    if (!execute (db, planner_store_schema_get_step (i), error))
      return FALSE;

  return execute (db, stamp, error);
}

/* Checks the version again under the lock, because another process may have migrated the file. */
static gboolean
migrate_locked (sqlite3 *db, GError **error)
{
  Head head;

  if (!check_head (db, &head, error))
    return FALSE;
  if (head.version == planner_store_schema_get_newest ())
    return TRUE;
  if (head.has_tables && !copy_before_migration (sqlite3_db_filename (db, "main"), head.version, error))
    return FALSE;

  g_debug ("Migrating the database from version %d to %d", head.version, planner_store_schema_get_newest ());

  return migrate_from (db, head.version, error);
}

static gboolean
migrate (sqlite3 *db, GError **error)
{
  return planner_sql_begin (db, error) && planner_sql_end (db, migrate_locked (db, error), error);
}

/* A star without a key cannot be shown. Another program may have removed the key; the planner never commits one without.
 * The next refresh finds the session again by its other fields. */
static gboolean
repair_keys (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error, "SELECT 1 FROM stars WHERE key IS NULL", "");
  const PlannerSqlStep step = statement ? planner_sql_next (statement, error) : PLANNER_SQL_ERROR;

  if (step != PLANNER_SQL_ROW)
    return step != PLANNER_SQL_ERROR;

  g_clear_pointer (&statement, planner_sql_release);
  g_info ("Giving new keys to stars without one");

  return execute (db,
                  "UPDATE stars SET key = 'star~' || number || '~' || hex (randomblob (8)) WHERE key IS NULL",
                  error);
}

static gboolean
prepare (sqlite3 *db, GError **error)
{
  Head head;

  /* SQLite keeps temporary data in memory, so that a process that is killed leaves no temporary file. */
  return set_no_checkpoint (db, TRUE) &&
         execute (db, "PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY",
                  error) &&
         execute (db, "PRAGMA cache_size = " PAGE_CACHE, error) && check_head (db, &head, error) &&
         check_pages (db, error) && use_write_ahead_log (db, error) &&
         execute (db, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON", error) &&
         (head.version == planner_store_schema_get_newest () || migrate (db, error)) &&
         repair_keys (db, error) && set_no_checkpoint (db, FALSE);
}

/* Gives a complete new database its name, unless another process has made one in the meantime. */
static gboolean
publish (const char *part, const char *path, GError **error)
{
  if (link (part, path) == 0 || errno == EEXIST)
    return TRUE;

  /* Some file systems have no links. */
  return g_rename (part, path) == 0 || fail_with_errno (path, errno, error);
}

/* Creates the file under another name, so that an interruption never leaves an empty one. */
static gboolean
create_database (const char *path, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".XXXXXX", NULL);
  const int fd = g_mkstemp (part);
  sqlite3 *db;
  gboolean created;

  if (fd < 0)
    return fail_with_errno (path, errno, error);
  close (fd);
  db = connect_to (part, SQLITE_OPEN_READWRITE, error);
  created = db && migrate (db, error);
  planner_sql_close (db);
  created = created && publish (part, path, error);
  g_unlink (part);

  return created;
}

/* An empty file is not a new database: its stars were lost when a disk was full or a copy failed. */
static gboolean
check_file (const char *path, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return errno != ENOENT || create_database (path, error);

  return !S_ISREG (info.st_mode) || info.st_size > 0 ||
         planner_store_set_error (error, PLANNER_STORE_ERROR_CORRUPT, path, NULL);
}

/**
 * planner_store_open_database:
 * @path: the file; it is created with its folder if it does not exist, and refused if it is empty
 *
 * Returns: (nullable) (transfer full): the connection, for one thread at a time; %NULL with a %PLANNER_STORE_ERROR
 */
sqlite3 *
planner_store_open_database (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (!make_folder (path, error) || !check_file (path, error))
    return NULL;

  db = connect_to (path, SQLITE_OPEN_READWRITE, error);
  if (!db || !prepare (db, error))
    return NULL;

  return g_steal_pointer (&db);
}

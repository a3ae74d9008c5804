/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads what belongs to the attendee, and merges what other installations or a backup have. A merge is one transaction, in
 * which the triggers of the schema do not count.
 */

#include "store/planner-store-backup.h"

#include "net/planner-shown-address.h"
#include "plan/planner-backup-merge.h"
#include "store/planner-sql.h"
#include "store/planner-store-backup-rows.h"

/* How long the removal of an item is kept. */
#define KEEP_REMOVED_S (365 * G_GINT64_CONSTANT (86400))

static gboolean
read_head (sqlite3 *db, PlannerBackup **backup, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error,
                         "SELECT value, counter FROM named_values, clock WHERE name = 'installation'", "");

  if (!statement || planner_sql_next (statement, error) != PLANNER_SQL_ROW)
    return FALSE;
  *backup = planner_backup_new ((const char *) sqlite3_column_text (statement, 0),
                                sqlite3_column_int64 (statement, 1));

  return TRUE;
}

static PlannerBackupItem *
read_item (sqlite3_stmt *statement)
{
  PlannerBackupItem *item = planner_backup_item_new ((const char *) sqlite3_column_text (statement, 1),
                                                     (const char *) sqlite3_column_text (statement, 2));

  item->removed_utc = sqlite3_column_int64 (statement, 3);
  if (sqlite3_column_type (statement, 4) == SQLITE_NULL)
    return item;
  item->snapshot = planner_sql_dup_bytes (statement, 4);
  item->identity = planner_sql_dup_identity (statement, 5);

  return item;
}

static gboolean
read_items (sqlite3 *db, PlannerBackup *backup, GHashTable *items, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = planner_sql_query (
      db, error,
      "SELECT i.number, conference, session, i.removed_utc, snapshot, " PLANNER_IDENTITY_COLUMNS
      " FROM items i LEFT JOIN stars s ON s.number = i.star AND s.key IS NOT NULL"
      " ORDER BY conference, session",
      "");
  PlannerSqlStep step = PLANNER_SQL_ERROR;

  while (statement && (step = planner_sql_next (statement, error)) == PLANNER_SQL_ROW)
    {
      const gint64 number = sqlite3_column_int64 (statement, 0);
      PlannerBackupItem *item = read_item (statement);

      g_ptr_array_add (backup->items, item);
      g_hash_table_insert (items, g_memdup2 (&number, sizeof number), item);
    }

  return step == PLANNER_SQL_DONE;
}

static PlannerBackupItem *
find_of_row (GHashTable *items, sqlite3_stmt *statement)
{
  const gint64 number = sqlite3_column_int64 (statement, 0);

  return g_hash_table_lookup (items, &number);
}

static gboolean
read_marks (sqlite3 *db, GHashTable *items, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error,
                         "SELECT item, installation, added, removed FROM marks ORDER BY item, installation",
                         "");
  PlannerSqlStep step = PLANNER_SQL_ERROR;

  while (statement && (step = planner_sql_next (statement, error)) == PLANNER_SQL_ROW)
    {
      PlannerBackupItem *item = find_of_row (items, statement);
      PlannerBackupMark *mark =
          item ? planner_backup_item_find_mark (item, (const char *) sqlite3_column_text (statement, 1))
               : NULL;

      if (!mark)
        continue;
      mark->added = sqlite3_column_int64 (statement, 2);
      mark->removed = sqlite3_column_int64 (statement, 3);
    }

  return step == PLANNER_SQL_DONE;
}

static void
read_field (sqlite3_stmt *statement, PlannerBackupItem *item, PlannerBackupFieldId id)
{
  const char *value = (const char *) sqlite3_column_text (statement, 2);
  g_autofree char *shown =
      value && id == PLANNER_BACKUP_ADDRESS ? planner_address_dup_shown (value) : g_strdup (value);

  /* The session is known only while its star is stored. */
  if (id != PLANNER_BACKUP_SESSION || item->snapshot)
    planner_backup_item_set_field (item, id, shown, sqlite3_column_int64 (statement, 3),
                                   (const char *) sqlite3_column_text (statement, 4));
}

static gboolean
read_fields (sqlite3 *db, GHashTable *items, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error, "SELECT item, name, value, counter, installation FROM fields", "");
  PlannerSqlStep step = PLANNER_SQL_ERROR;

  while (statement && (step = planner_sql_next (statement, error)) == PLANNER_SQL_ROW)
    {
      PlannerBackupItem *item = find_of_row (items, statement);
      const char *name = (const char *) sqlite3_column_text (statement, 1);

      for (guint i = 0; item && i < PLANNER_BACKUP_N_FIELDS; i++)
        if (g_str_equal (name, planner_backup_field_names[i]))
          read_field (statement, item, i);
    }

  return step == PLANNER_SQL_DONE;
}

static PlannerBackup *
read_backup (sqlite3 *db, GError **error)
{
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (PlannerBackup) backup = NULL;

  if (!read_head (db, &backup, error) || !read_items (db, backup, items, error) ||
      !read_marks (db, items, error) || !read_fields (db, items, error))
    return NULL;

  return g_steal_pointer (&backup);
}

static gboolean
is_live (const PlannerBackupItem *item)
{
  return item && planner_backup_item_is_live (item);
}

static void
count (PlannerBackupSummary *summary, const PlannerBackupItem *was, const PlannerBackupItem *item)
{
  const gboolean is_star = planner_backup_item_is_star (item);

  if (is_live (item) && !is_live (was))
    *(is_star ? &summary->stars_added : &summary->conferences_added) += 1;
  if (!is_live (item) && is_live (was))
    *(is_star ? &summary->stars_removed : &summary->conferences_removed) += 1;
}

/* Returns: whether the item is a removal that is old enough to be forgotten */
static gboolean
is_outdated (const PlannerBackupItem *was, const PlannerBackupItem *item, gint64 now_utc)
{
  return !was && !is_live (item) && item->removed_utc > 0 && item->removed_utc < now_utc - KEEP_REMOVED_S;
}

static gboolean
write_changed (PlannerBackupRows *rows,
               const PlannerBackupItem *was,
               PlannerBackupItem *item,
               PlannerBackupSummary *summary,
               GError **error)
{
  if (was && !g_hash_table_contains (rows->created, item->conference) &&
      planner_backup_item_is_same (was, item))
    return TRUE;
  if (is_live (was) && !is_live (item) && item->removed_utc <= was->removed_utc)
    item->removed_utc = rows->now_utc;
  count (summary, was, item);
  summary->changed = TRUE;

  return planner_backup_rows_write (rows, item, error);
}

/* The stars of a conference that is forgotten are forgotten, too. */
static gboolean
write_items (PlannerBackupRows *rows,
             const PlannerBackup *own,
             PlannerBackup *merged,
             PlannerBackupSummary *summary,
             GError **error)
{
  const char *forgotten = NULL;

  for (guint i = 0; i < merged->items->len; i++)
    {
      PlannerBackupItem *item = g_ptr_array_index (merged->items, i);
      const PlannerBackupItem *was = planner_backup_find (own, item->conference, item->session);
      const gboolean outdated = is_outdated (was, item, rows->now_utc);

      if (outdated && !planner_backup_item_is_star (item))
        forgotten = item->conference;
      if (!outdated && g_strcmp0 (forgotten, item->conference) != 0 &&
          !write_changed (rows, was, item, summary, error))
        return FALSE;
    }

  return TRUE;
}

/* The condition for an item to be a removal before a time. */
#define IS_OUTDATED                                                                                          \
  "removed_utc > 0 AND removed_utc < ?1 AND conference_id IS NULL AND star IS NULL"                          \
  " AND NOT EXISTS (SELECT 1 FROM marks WHERE item = number AND added > removed)"

/* Forgets what was removed long ago. */
static gboolean
delete_outdated (sqlite3 *db, gint64 now_utc, GError **error)
{
  return planner_sql_run (db, error,
                          "DELETE FROM items WHERE star IS NULL AND conference IN"
                          "  (SELECT conference FROM items WHERE session = '' AND " IS_OUTDATED ")",
                          "i", now_utc - KEEP_REMOVED_S) &&
         planner_sql_run (db, error, "DELETE FROM items WHERE session != '' AND " IS_OUTDATED, "i",
                          now_utc - KEEP_REMOVED_S);
}

static gboolean
write_merged (sqlite3 *db,
              const PlannerBackup *own,
              PlannerBackup *merged,
              gint64 now_utc,
              PlannerBackupSummary *summary,
              GError **error)
{
  g_auto (PlannerBackupRows) rows = { 0 };

  planner_backup_rows_init (&rows, db, now_utc);

  return planner_sql_run (db, error, "UPDATE clock SET merging = 1", "") &&
         write_items (&rows, own, merged, summary, error) && delete_outdated (db, now_utc, error) &&
         planner_sql_run (db, error, "UPDATE clock SET merging = 0, counter = max (counter, ?)", "i",
                          merged->counter);
}

static gboolean
merge (sqlite3 *db, GPtrArray *backups, gint64 now_utc, PlannerBackupSummary *summary, GError **error)
{
  g_autoptr (PlannerBackup) own = read_backup (db, error);
  g_autoptr (PlannerBackup) merged = own ? planner_backup_new (own->installation, 0) : NULL;

  if (!own)
    return FALSE;

  for (guint i = 0; i <= backups->len; i++)
    {
      const PlannerBackup *other = i == 0 ? own : g_ptr_array_index (backups, i - 1);
      PlannerBackup *next = planner_backup_merge (merged, other);

      planner_backup_free (merged);
      merged = next;
    }

  return write_merged (db, own, merged, now_utc, summary, error);
}

static gboolean
restore (sqlite3 *db,
         const PlannerBackup *backup,
         gboolean replace,
         gint64 now_utc,
         PlannerBackupSummary *summary,
         GError **error)
{
  g_autoptr (PlannerBackup) own = read_backup (db, error);
  g_autoptr (PlannerBackup) plan = own ? planner_backup_plan_restore (own, backup, replace) : NULL;

  return plan && write_merged (db, own, plan, now_utc, summary, error);
}

/**
 * planner_store_read_backup:
 *
 * Returns: (nullable) (transfer full): everything that belongs to the attendee
 */
PlannerBackup *
planner_store_read_backup (PlannerStore *self, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;
  PlannerBackup *backup;

  g_return_val_if_fail (PLANNER_IS_STORE (self), NULL);

  locker = planner_store_lock (self, &db);
  if (!planner_sql_run (db, error, "BEGIN", ""))
    return NULL;
  backup = read_backup (db, error);
  planner_sql_end (db, FALSE, NULL);

  return backup;
}

/**
 * planner_store_merge_backups:
 * @backups: (element-type PlannerBackup): what other installations have
 * @now_utc: in seconds since the epoch
 * @summary: (out): what has changed
 *
 * Takes over what other installations have changed, in one transaction. A conference that is new here gets an agenda without
 * sessions, and is due for a refresh.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_store_merge_backups (PlannerStore *self,
                             GPtrArray *backups,
                             gint64 now_utc,
                             PlannerBackupSummary *summary,
                             GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && backups != NULL && summary != NULL, FALSE);

  *summary = (PlannerBackupSummary) { 0 };
  locker = planner_store_lock (self, &db);
  g_debug ("Merging what %u other installations have", backups->len);

  return planner_sql_begin (db, error) &&
         planner_sql_end (db, merge (db, backups, now_utc, summary, error), error);
}

/**
 * planner_store_restore_backup:
 * @replace: whether to remove what the backup lacks, and to prefer its values; see planner_backup_plan_restore()
 * @now_utc: in seconds since the epoch
 * @summary: (out): what has changed
 *
 * Returns: whether it succeeded
 */
gboolean
planner_store_restore_backup (PlannerStore *self,
                              const PlannerBackup *backup,
                              gboolean replace,
                              gint64 now_utc,
                              PlannerBackupSummary *summary,
                              GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && backup != NULL && summary != NULL, FALSE);

  *summary = (PlannerBackupSummary) { 0 };
  locker = planner_store_lock (self, &db);
  g_debug ("Restoring a backup with %u items", backup->items->len);

  return planner_sql_begin (db, error) &&
         planner_sql_end (db, restore (db, backup, replace, now_utc, summary, error), error);
}

/**
 * planner_store_renew_installation:
 *
 * Gives this installation another id, because it was copied or restored from an older copy of its database.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_store_renew_installation (PlannerStore *self, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self), FALSE);

  locker = planner_store_lock (self, &db);

  return planner_sql_run (
      db, error, "UPDATE named_values SET value = lower (hex (randomblob (16))) WHERE name = 'installation'",
      "");
}

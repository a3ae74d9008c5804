/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The changes of the sessions of a conference, until the attendee has seen or dismissed them.
 */

#include "store/planner-store-changes.h"

#include "model/planner-string-table.h"
#include "plan/planner-changes-merge.h"
#include "store/planner-change-bytes.h"
#include "store/planner-sql.h"
#include "store/planner-store-stars.h"

#define COLUMNS                                                                                              \
  "number, key, flags, details, found_utc, seen, dismissed, announced, format, EXISTS ("                     \
  "  SELECT 1 FROM stars WHERE stars.conference_id = changes.conference_id AND stars.key = changes.key"      \
  "  AND stars.removed_utc IS NULL AND stars.withdrawn = changes.withdrawn) AS starred"

/* Returns: (nullable): %NULL if the details are damaged, because a missing change is better than a missing conference */
static gpointer
read_change (sqlite3_stmt *statement)
{
  g_autoptr (GBytes) details = planner_sql_dup_bytes (statement, 3);
  PlannerChange *change = planner_change_new_from_bytes (details, sqlite3_column_int (statement, 8));

  if (!change)
    return NULL;

  change->number = sqlite3_column_int64 (statement, 0);
  g_set_str (&change->key, (const char *) sqlite3_column_text (statement, 1));
  change->flags = (PlannerChangeFlags) sqlite3_column_int (statement, 2);
  change->found_utc = sqlite3_column_int64 (statement, 4);
  change->seen = sqlite3_column_int (statement, 5) != 0;
  change->dismissed = sqlite3_column_int (statement, 6) != 0;
  change->announced = sqlite3_column_int (statement, 7) != 0;
  change->starred = sqlite3_column_int (statement, 9) != 0;

  return change;
}

static gboolean
insert_change (sqlite3 *db, gint64 id, const PlannerChange *change, GError **error)
{
  g_autoptr (GBytes) details = planner_change_to_bytes (change);

  return planner_sql_run (
      db, error,
      "INSERT INTO changes (number, conference_id, key, flags, withdrawn, details, found_utc, seen, dismissed,"
      "  announced, format) VALUES (nullif (?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      "iisifbifffi", change->number, id, change->key, (gint64) change->flags, change->is == NULL, details,
      change->found_utc, change->seen, change->dismissed, change->announced, (gint64) PLANNER_CHANGE_FORMAT);
}

static gboolean
insert_all (sqlite3 *db, gint64 id, GPtrArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    if (!insert_change (db, id, g_ptr_array_index (changes, i), error))
      return FALSE;

  return TRUE;
}

static char *
describe_identity (const PlannerIdentity *identity)
{
  return g_strdup_printf ("%s\n%s\n%s\n%s\n%" G_GINT64_FORMAT, identity->guid, identity->id, identity->code,
                          identity->title, identity->start_utc);
}

static GHashTable *
find_withdrawn_keys (GPtrArray *stars)
{
  GHashTable *keys = planner_string_table_new (g_free, NULL);

  for (guint i = 0; i < stars->len; i++)
    {
      const PlannerStar *star = g_ptr_array_index (stars, i);

      if (star->withdrawn)
        g_hash_table_insert (keys, describe_identity (star->identity), star->identity->key);
    }

  return keys;
}

/* The star of a withdrawn session may have a new key, which its change must have too. */
static gboolean
follow_stars (sqlite3 *db, gint64 id, GPtrArray *changes, GError **error)
{
  g_autoptr (GPtrArray) stars = planner_store_read_stars (db, id, error);
  g_autoptr (GHashTable) keys = NULL;

  if (!stars)
    return FALSE;

  keys = find_withdrawn_keys (stars);
  for (guint i = 0; i < changes->len; i++)
    {
      PlannerChange *change = g_ptr_array_index (changes, i);
      g_autofree char *identity = describe_identity (change->identity);
      const char *key = change->is ? NULL : g_hash_table_lookup (keys, identity);

      if (key)
        g_set_str (&change->key, key);
    }

  return TRUE;
}

static gboolean
write_announced (sqlite3 *db, gint64 id, GPtrArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const PlannerChange *change = g_ptr_array_index (changes, i);

      if (!planner_sql_run (db, error,
                            "UPDATE changes SET announced = 1 WHERE conference_id = ? AND number = ?", "ii",
                            id, change->number))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_seen (sqlite3 *db, gint64 id, const char *const *keys, GError **error)
{
  for (guint i = 0; keys[i]; i++)
    if (!planner_sql_run (db, error, "UPDATE changes SET seen = 1 WHERE conference_id = ? AND key = ?", "is",
                          id, keys[i]))
      return FALSE;

  return TRUE;
}

/**
 * planner_store_merge_changes:
 * @now_utc: when the new edition was read, in seconds since the epoch
 * @match: the stored edition and the new one
 * @found: (element-type PlannerChange): the changes of the new edition
 *
 * Merges the changes of a new edition into the stored ones. To be called within a transaction, after the stars were matched.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_store_merge_changes (sqlite3 *db,
                             gint64 id,
                             gint64 now_utc,
                             const PlannerAgendaMatch *match,
                             GPtrArray *found,
                             GError **error)
{
  g_autoptr (GPtrArray) stored =
      planner_sql_list (db, error, read_change, (GDestroyNotify) planner_change_unref,
                        "SELECT " COLUMNS " FROM changes WHERE conference_id = ? ORDER BY number", "i", id);
  g_autoptr (GPtrArray) merged = NULL;

  if (!stored)
    return FALSE;

  merged = planner_changes_merge (match, stored, found, now_utc);
  g_debug ("Merged %u stored and %u found changes into %u", stored->len, found->len, merged->len);

  return planner_sql_run (db, error, "DELETE FROM changes WHERE conference_id = ?", "i", id) &&
         follow_stars (db, id, merged, error) && insert_all (db, id, merged, error);
}

/**
 * planner_store_list_changes:
 *
 * Returns: (nullable) (transfer full) (element-type PlannerChange): the conference's changes that are not dismissed, the
 *   newest first
 */
GPtrArray *
planner_store_list_changes (PlannerStore *self, gint64 id, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self), NULL);

  locker = planner_store_lock (self, &db);

  return planner_sql_list (
      db, error, read_change, (GDestroyNotify) planner_change_unref,
      "SELECT " COLUMNS
      " FROM changes WHERE conference_id = ? AND NOT dismissed ORDER BY found_utc DESC, number",
      "i", id);
}

/**
 * planner_store_list_unannounced:
 *
 * Returns: (nullable) (transfer full) (element-type PlannerChange): the changes to notify the attendee of: those of starred
 *   sessions that are %PLANNER_CHANGE_URGENT and neither seen nor announced
 */
GPtrArray *
planner_store_list_unannounced (PlannerStore *self, gint64 id, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self), NULL);

  locker = planner_store_lock (self, &db);

  return planner_sql_list (db, error, read_change, (GDestroyNotify) planner_change_unref,
                           "SELECT " COLUMNS
                           " FROM changes WHERE conference_id = ? AND NOT dismissed AND NOT seen"
                           "  AND NOT announced AND starred AND (flags & ?) ORDER BY number",
                           "ii", id, (gint64) PLANNER_CHANGE_URGENT);
}

/**
 * planner_store_set_announced:
 * @changes: (element-type PlannerChange): changes from the store; those that have been replaced since are skipped
 *
 * Stores that a notification has shown the changes.
 */
gboolean
planner_store_set_announced (PlannerStore *self, gint64 id, GPtrArray *changes, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && changes != NULL, FALSE);

  locker = planner_store_lock (self, &db);

  return planner_sql_begin (db, error) &&
         planner_sql_end (db, write_announced (db, id, changes, error), error);
}

/**
 * planner_store_set_changes_seen:
 * @keys: the keys of sessions
 *
 * Stores that the attendee has seen the changes of the sessions.
 */
gboolean
planner_store_set_changes_seen (PlannerStore *self, gint64 id, const char *const *keys, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && keys != NULL, FALSE);

  locker = planner_store_lock (self, &db);

  return planner_sql_begin (db, error) && planner_sql_end (db, write_seen (db, id, keys, error), error);
}

/**
 * planner_store_dismiss_changes:
 *
 * Dismisses all changes of the conference, so that they are not listed any more.
 */
gboolean
planner_store_dismiss_changes (PlannerStore *self, gint64 id, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self), FALSE);

  locker = planner_store_lock (self, &db);

  return planner_sql_run (db, error, "UPDATE changes SET dismissed = 1 WHERE conference_id = ?", "i", id);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What became of a conference's sessions, until the attendee has seen it.
 */

#include "store/planner-sql.h"
#include "store/planner-store-private.h"

#define COLUMNS                                                                                              \
  "number, key, flags, details, found_utc, seen, dismissed, announced, EXISTS ("                             \
  "  SELECT 1 FROM stars WHERE stars.conference_id = changes.conference_id AND stars.key = changes.key"      \
  "  AND stars.removed_utc IS NULL AND stars.withdrawn = changes.withdrawn) AS starred"

/* Returns: (nullable): %NULL where the details are damaged: better one change less than no conference */
static PlannerChange *
read_change (sqlite3_stmt *statement)
{
  g_autoptr (GBytes) details = planner_sql_dup_bytes (statement, 3);
  PlannerChange *change = planner_change_new_from_details (details);

  if (!change)
    return NULL;

  change->number = sqlite3_column_int64 (statement, 0);
  g_set_str (&change->key, (const char *) sqlite3_column_text (statement, 1));
  change->flags = (PlannerChangeFlags) sqlite3_column_int (statement, 2);
  change->found_utc = sqlite3_column_int64 (statement, 4);
  change->seen = sqlite3_column_int (statement, 5) != 0;
  change->dismissed = sqlite3_column_int (statement, 6) != 0;
  change->announced = sqlite3_column_int (statement, 7) != 0;
  change->starred = sqlite3_column_int (statement, 8) != 0;

  return change;
}

static GPtrArray *
collect (sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_change_unref);
  PlannerSqlStep step = PLANNER_SQL_ERROR;

  while (statement && (step = planner_sql_next (statement, error)) == PLANNER_SQL_ROW)
    {
      PlannerChange *change = read_change (statement);

      if (change)
        g_ptr_array_add (changes, change);
    }

  return step == PLANNER_SQL_DONE ? g_steal_pointer (&changes) : NULL;
}

static GPtrArray *
read_all (sqlite3 *db, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error, "SELECT " COLUMNS " FROM changes WHERE conference_id = ? ORDER BY number",
                         "i", id);

  return collect (statement, error);
}

static gboolean
insert_change (sqlite3 *db, gint64 id, const PlannerChange *change, GError **error)
{
  g_autoptr (GBytes) details = planner_change_details_to_bytes (change);

  return planner_sql_run (
      db, error,
      "INSERT INTO changes (number, conference_id, key, flags, withdrawn, details, found_utc, seen, dismissed,"
      "  announced) VALUES (nullif (?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      "iisifbifff", change->number, id, change->key, (gint64) change->flags, change->is == NULL, details,
      change->found_utc, change->seen, change->dismissed, change->announced);
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
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < stars->len; i++)
    {
      const PlannerStar *star = g_ptr_array_index (stars, i);

      if (star->withdrawn)
        g_hash_table_insert (keys, describe_identity (star->identity), star->identity->key);
    }

  return keys;
}

/* The star of a withdrawn session may have got another key: the change follows it. */
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

/**
 * planner_store_read_changes:
 *
 * Returns: (nullable) (transfer full) (element-type PlannerChange): what was not dismissed, the newest first
 */
GPtrArray *
planner_store_read_changes (sqlite3 *db, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = planner_sql_query (
      db, error,
      "SELECT " COLUMNS
      " FROM changes WHERE conference_id = ? AND NOT dismissed ORDER BY found_utc DESC, number",
      "i", id);

  return collect (statement, error);
}

GPtrArray *
planner_store_read_unannounced (sqlite3 *db, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error,
                         "SELECT " COLUMNS
                         " FROM changes WHERE conference_id = ? AND NOT dismissed AND NOT seen"
                         "  AND NOT announced AND starred AND (flags & ?) ORDER BY number",
                         "ii", id, (gint64) PLANNER_CHANGE_URGENT);

  return collect (statement, error);
}

/**
 * planner_store_merge_changes:
 * @changes: (element-type PlannerChange): what the new edition brings
 *
 * Within a transaction, and once the stars have found their sessions, brings the kept changes to the new edition.
 */
gboolean
planner_store_merge_changes (sqlite3 *db,
                             const PlannerConferenceRecord *record,
                             const PlannerSuccession *succession,
                             GPtrArray *changes,
                             GError **error)
{
  g_autoptr (GPtrArray) kept = read_all (db, record->id, error);
  g_autoptr (GPtrArray) merged = NULL;

  if (!kept)
    return FALSE;

  merged = planner_changes_merge (succession, kept, changes, record->updated_utc);

  return planner_sql_run (db, error, "DELETE FROM changes WHERE conference_id = ?", "i", record->id) &&
         follow_stars (db, record->id, merged, error) && insert_all (db, record->id, merged, error);
}

gboolean
planner_store_mark_announced (sqlite3 *db, gint64 id, GPtrArray *changes, GError **error)
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

gboolean
planner_store_mark_seen (sqlite3 *db, gint64 id, const char *const *keys, GError **error)
{
  for (guint i = 0; keys[i]; i++)
    if (!planner_sql_run (db, error, "UPDATE changes SET seen = 1 WHERE conference_id = ? AND key = ?", "is",
                          id, keys[i]))
      return FALSE;

  return TRUE;
}

gboolean
planner_store_mark_dismissed (sqlite3 *db, gint64 id, GError **error)
{
  return planner_sql_run (db, error, "UPDATE changes SET dismissed = 1 WHERE conference_id = ?", "i", id);
}

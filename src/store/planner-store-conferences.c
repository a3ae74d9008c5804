/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/planner-store-conferences.h"

#include "model/planner-agenda-bytes.h"
#include "store/planner-sql.h"
#include "store/planner-store-editions.h"

static gboolean
check_found (sqlite3 *db, GError **error)
{
  return sqlite3_changes (db) > 0 || planner_sql_set_not_found (db, error);
}

#define COLUMNS                                                                                                \
  "id, address, title, coalesce (own_zone, default_zone), etag, last_modified, bundled_version, updated_utc, " \
  "edition, changed, own_title, remind, replaced_utc, replaced_title, last_utc, view_state"

static gpointer
read_record (sqlite3_stmt *statement)
{
  PlannerConferenceRecord *record = g_new0 (PlannerConferenceRecord, 1);

  record->id = sqlite3_column_int64 (statement, 0);
  record->address = planner_sql_dup_text (statement, 1);
  record->title = planner_sql_dup_text (statement, 2);
  record->default_zone = planner_sql_dup_text (statement, 3);
  record->etag = planner_sql_dup_text (statement, 4);
  record->last_modified = planner_sql_dup_text (statement, 5);
  record->bundled_version = planner_sql_dup_text (statement, 6);
  record->updated_utc = sqlite3_column_int64 (statement, 7);
  record->edition = sqlite3_column_int64 (statement, 8);
  record->changed = sqlite3_column_int64 (statement, 9);
  record->own_title = planner_sql_dup_text (statement, 10);
  record->remind = sqlite3_column_int (statement, 11) != 0;
  record->replaced_utc = sqlite3_column_int64 (statement, 12);
  record->replaced_title = planner_sql_dup_text (statement, 13);
  record->last_utc = sqlite3_column_type (statement, 14) == SQLITE_NULL
                         ? PLANNER_TIME_UNKNOWN
                         : sqlite3_column_int64 (statement, 14);
  record->view_state = planner_sql_dup_text (statement, 15);

  return record;
}

/* Frees an address for another conference. */
static gboolean
delete_removed (sqlite3 *db, gint64 id, const char *address, GError **error)
{
  return planner_sql_run (db, error,
                          "DELETE FROM conferences WHERE address = ? AND id != ? AND removed_utc IS NOT NULL",
                          "si", address, id);
}

static gboolean
insert_conference (sqlite3 *db,
                   const PlannerConferenceRecord *record,
                   const PlannerAgenda *agenda,
                   GBytes *bytes,
                   gint64 *id,
                   GError **error)
{
  if (!delete_removed (db, 0, record->address, error) ||
      !planner_sql_run (db, error,
                        "INSERT INTO conferences (address, title, own_title, default_zone, etag,"
                        "  last_modified, bundled_version, updated_utc) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        "sssssssi", record->address, record->title, record->own_title, record->default_zone,
                        record->etag, record->last_modified, record->bundled_version, record->updated_utc))
    return FALSE;
  *id = sqlite3_last_insert_rowid (db);

  return planner_store_write_agenda (db, *id, agenda, bytes, error);
}

static gboolean
read_exists (sqlite3 *db,
             const char *name,
             const char *address,
             gboolean *is_set,
             gboolean *has_address,
             GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error,
                         "SELECT EXISTS (SELECT 1 FROM named_values WHERE name = ?),"
                         "  EXISTS (SELECT 1 FROM conferences WHERE address = ?)",
                         "ss", name, address);

  if (!statement || planner_sql_next (statement, error) != PLANNER_SQL_ROW)
    return FALSE;
  *is_set = sqlite3_column_int (statement, 0) != 0;
  *has_address = sqlite3_column_int (statement, 1) != 0;

  return TRUE;
}

static gboolean
insert_once (sqlite3 *db,
             const char *name,
             PlannerConferenceRecord *record,
             const PlannerAgenda *agenda,
             GBytes *bytes,
             GError **error)
{
  gboolean is_set, has_address;

  if (!read_exists (db, name, record->address, &is_set, &has_address, error))
    return FALSE;
  if (is_set)
    return TRUE;

  return (has_address || insert_conference (db, record, agenda, bytes, &record->id, error)) &&
         planner_sql_run (db, error, "INSERT INTO named_values (name, value) VALUES (?, 'yes')", "s", name);
}

/* Whether the zone that is used stays the same. */
#define SAME_ZONE "coalesce (own_zone, default_zone) IS coalesce (?3, default_zone)"

static gboolean
write_edit (sqlite3 *db, gint64 id, const PlannerConferenceEdit *edit, GError **error)
{
  /* Expressions see the values before the update. */
  return delete_removed (db, id, edit->address, error) &&
         planner_sql_run (db, error,
                          "UPDATE conferences SET address = ?1, own_title = ?2, own_zone = iif (" SAME_ZONE
                          ", own_zone, ?3), remind = ?4,"
                          "  edition = edition + NOT (address IS ?1 AND " SAME_ZONE "),"
                          "  etag = iif (address IS ?1 AND " SAME_ZONE ", etag, NULL),"
                          "  last_modified = iif (address IS ?1 AND " SAME_ZONE ", last_modified, NULL) "
                          "WHERE id = ?5 AND removed_utc IS NULL",
                          "sssfi", edit->address, edit->own_title, edit->own_zone, edit->remind, id) &&
         check_found (db, error);
}

/**
 * planner_store_list_conferences:
 *
 * Returns: (nullable) (transfer full) (element-type PlannerConferenceRecord): all conferences, in the order in which they
 *   were added
 */
GPtrArray *
planner_store_list_conferences (PlannerStore *self, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self), NULL);

  locker = planner_store_lock (self, &db);

  return planner_sql_list (db, error, read_record, (GDestroyNotify) planner_conference_record_free,
                           "SELECT " COLUMNS " FROM conferences WHERE removed_utc IS NULL ORDER BY id", "");
}

/**
 * planner_store_find_conference:
 *
 * Returns: (nullable) (transfer full): the record of a conference; %PLANNER_STORE_ERROR_NOT_FOUND if it was removed
 */
PlannerConferenceRecord *
planner_store_find_conference (PlannerStore *self, gint64 id, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  PlannerSqlStep step;

  g_return_val_if_fail (PLANNER_IS_STORE (self), NULL);

  locker = planner_store_lock (self, &db);
  statement =
      planner_sql_query (db, error,
                         "SELECT " COLUMNS " FROM conferences WHERE id = ? AND removed_utc IS NULL", "i", id);
  step = statement ? planner_sql_next (statement, error) : PLANNER_SQL_ERROR;
  if (step == PLANNER_SQL_DONE)
    planner_sql_set_not_found (db, error);

  return step == PLANNER_SQL_ROW ? read_record (statement) : NULL;
}

/**
 * planner_store_add_conference:
 * @record: (inout): the conference; its id and its counters are set
 * @agenda: its first agenda
 *
 * Returns: whether it was stored; %PLANNER_STORE_ERROR_EXISTS if there is a conference with its address
 */
gboolean
planner_store_add_conference (PlannerStore *self,
                              PlannerConferenceRecord *record,
                              const PlannerAgenda *agenda,
                              GError **error)
{
  sqlite3 *db;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GMutexLocker) locker = NULL;
  gint64 id = 0;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && record != NULL && agenda != NULL, FALSE);

  bytes = planner_agenda_to_bytes (agenda);
  locker = planner_store_lock (self, &db);
  if (!planner_sql_begin (db, error) ||
      !planner_sql_end (db, insert_conference (db, record, agenda, bytes, &id, error), error))
    return FALSE;
  record->id = id;
  record->edition = 1;
  record->changed = 1;
  record->remind = TRUE;
  g_debug ("Stored the new conference %" G_GINT64_FORMAT " with %u sessions", id, agenda->sessions->len);

  return TRUE;
}

/**
 * planner_store_add_conference_once:
 * @name: the name of a value in the store that is set from then on
 * @record: (inout): the conference
 * @agenda: its first agenda
 *
 * Adds a conference and sets the value @name in one transaction. Does nothing if the value is set, and only sets the value if
 * there is a conference with the address.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_store_add_conference_once (PlannerStore *self,
                                   const char *name,
                                   PlannerConferenceRecord *record,
                                   const PlannerAgenda *agenda,
                                   GError **error)
{
  sqlite3 *db;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && name != NULL, FALSE);
  g_return_val_if_fail (record != NULL && agenda != NULL, FALSE);

  bytes = planner_agenda_to_bytes (agenda);
  locker = planner_store_lock (self, &db);

  return planner_sql_begin (db, error) &&
         planner_sql_end (db, insert_once (db, name, record, agenda, bytes, error), error);
}

/**
 * planner_store_edit_conference:
 *
 * Changes what the attendee can edit, and keeps the agenda and all stars. With another address or zone the validators are
 * removed, so that the next refresh reads the schedule again.
 *
 * Returns: whether it succeeded; %PLANNER_STORE_ERROR_EXISTS if another conference has the address
 */
gboolean
planner_store_edit_conference (PlannerStore *self,
                               gint64 id,
                               const PlannerConferenceEdit *edit,
                               GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && edit != NULL && edit->address != NULL, FALSE);

  locker = planner_store_lock (self, &db);
  g_debug ("Editing conference %" G_GINT64_FORMAT ", “%s”", id, edit->address);

  return planner_sql_begin (db, error) && planner_sql_end (db, write_edit (db, id, edit, error), error);
}

/**
 * planner_store_clear_replaced:
 *
 * Stores that the attendee knows that another conference has replaced the one at the address.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_store_clear_replaced (PlannerStore *self, gint64 id, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self), FALSE);

  locker = planner_store_lock (self, &db);

  return planner_sql_run (db, error,
                          "UPDATE conferences SET replaced_utc = NULL, replaced_title = NULL WHERE id = ?",
                          "i", id) &&
         check_found (db, error);
}

static gboolean
read_view_state (sqlite3 *db, gint64 id, GVariant **state, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error, "SELECT view_state FROM conferences WHERE id = ?", "i", id);
  g_autofree char *text = NULL;

  if (!statement)
    return FALSE;

  switch (planner_sql_next (statement, error))
    {
    case PLANNER_SQL_ROW:
      text = planner_sql_dup_text (statement, 0);
      *state = planner_parse_view_state (text);
      return TRUE;
    case PLANNER_SQL_DONE:
      return planner_sql_set_not_found (db, error);
    case PLANNER_SQL_ERROR:
    default:
      return FALSE;
    }
}

static gboolean
write_view_state (sqlite3 *db, gint64 id, const char *key, GVariant *value, GError **error)
{
  g_autoptr (GVariant) state = NULL;
  g_autoptr (GVariant) changed = NULL;
  g_autofree char *text = NULL;
  g_auto (GVariantDict) dict = { 0 };

  if (!read_view_state (db, id, &state, error))
    return FALSE;

  g_variant_dict_init (&dict, state);
  g_variant_dict_insert_value (&dict, key, value);
  changed = g_variant_ref_sink (g_variant_dict_end (&dict));
  text = g_variant_print (changed, FALSE);

  return planner_sql_run (db, error, "UPDATE conferences SET view_state = ? WHERE id = ?", "si", text, id);
}

/**
 * planner_store_set_view_state:
 * @key: the name of a part of the state
 * @value: its value; it must not be floating
 *
 * Stores a part of how this installation shows the conference. The other parts stay, including those that another process has
 * stored in the meantime.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_store_set_view_state (PlannerStore *self, gint64 id, const char *key, GVariant *value, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && key != NULL && value != NULL, FALSE);

  locker = planner_store_lock (self, &db);

  return planner_sql_begin (db, error) &&
         planner_sql_end (db, write_view_state (db, id, key, value, error), error);
}

/**
 * planner_store_remove_conference:
 *
 * Hides a conference with its agenda, stars and changes, so that no list has it. They are kept for
 * planner_store_restore_conference() until planner_store_purge_conferences() deletes them.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_store_remove_conference (PlannerStore *self, gint64 id, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self), FALSE);

  locker = planner_store_lock (self, &db);
  g_debug ("Removing conference %" G_GINT64_FORMAT, id);

  return planner_sql_run (
             db, error,
             "UPDATE conferences SET removed_utc = unixepoch () WHERE id = ? AND removed_utc IS NULL", "i",
             id) &&
         check_found (db, error);
}

/**
 * planner_store_restore_conference:
 *
 * Undoes planner_store_remove_conference().
 *
 * Returns: whether it succeeded; %PLANNER_STORE_ERROR_NOT_FOUND if the conference was purged
 */
gboolean
planner_store_restore_conference (PlannerStore *self, gint64 id, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self), FALSE);

  locker = planner_store_lock (self, &db);

  return planner_sql_run (
             db, error, "UPDATE conferences SET removed_utc = NULL WHERE id = ? AND removed_utc IS NOT NULL",
             "i", id) &&
         check_found (db, error);
}

/**
 * planner_store_list_removed_conferences:
 *
 * Returns: (nullable) (transfer full) (element-type PlannerConferenceRecord): the conferences that
 *   planner_store_restore_conference() can bring back, the last removed first
 */
GPtrArray *
planner_store_list_removed_conferences (PlannerStore *self, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self), NULL);

  locker = planner_store_lock (self, &db);

  return planner_sql_list (db, error, read_record, (GDestroyNotify) planner_conference_record_free,
                           "SELECT " COLUMNS " FROM conferences WHERE removed_utc IS NOT NULL "
                           "ORDER BY removed_utc DESC, id DESC",
                           "");
}

/**
 * planner_store_purge_conferences:
 * @before_utc: in seconds since the epoch
 *
 * Deletes the conferences that were removed before @before_utc, with their agendas, stars and changes. What other
 * installations must know of the removal is kept.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_store_purge_conferences (PlannerStore *self, gint64 before_utc, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self), FALSE);

  locker = planner_store_lock (self, &db);

  return planner_sql_run (db, error, "DELETE FROM conferences WHERE removed_utc < ?", "i", before_utc);
}

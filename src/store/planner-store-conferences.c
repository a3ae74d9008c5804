/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/planner-store-conferences.h"

#include "model/planner-agenda-bytes.h"
#include "store/planner-sql.h"
#include "store/planner-store-changes.h"
#include "store/planner-store-stars.h"

static gboolean
check_found (sqlite3 *db, GError **error)
{
  return sqlite3_changes (db) > 0 || planner_sql_set_not_found (db, error);
}

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

  return record;
}

static gboolean
write_agenda (sqlite3 *db, gint64 id, const PlannerAgenda *agenda, GBytes *bytes, GError **error)
{
  return planner_sql_run (db, error,
                          "INSERT INTO agendas (conference_id, agenda) VALUES (?, ?) "
                          "ON CONFLICT (conference_id) DO UPDATE SET agenda = excluded.agenda",
                          "ib", id, bytes) &&
         planner_store_write_span (db, id, agenda, error);
}

static gboolean
insert_conference (sqlite3 *db,
                   const PlannerConferenceRecord *record,
                   const PlannerAgenda *agenda,
                   GBytes *bytes,
                   gint64 *id,
                   GError **error)
{
  if (!planner_sql_run (db, error,
                        "INSERT INTO conferences (address, title, default_zone, etag, last_modified,"
                        "  bundled_version, updated_utc) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        "ssssssi", record->address, record->title, record->default_zone, record->etag,
                        record->last_modified, record->bundled_version, record->updated_utc))
    return FALSE;
  *id = sqlite3_last_insert_rowid (db);

  return write_agenda (db, *id, agenda, bytes, error);
}

static gboolean
update_conference (sqlite3 *db, const PlannerConferenceRecord *record, GError **error)
{
  return planner_sql_run (
             db, error,
             "UPDATE conferences SET title = ?, etag = ?, last_modified = ?, bundled_version = ?,"
             "  updated_utc = ? WHERE id = ?",
             "ssssii", record->title, record->etag, record->last_modified, record->bundled_version,
             record->updated_utc, record->id) &&
         check_found (db, error);
}

static gboolean
replace_agenda (sqlite3 *db,
                const PlannerConferenceRecord *record,
                const PlannerAgenda *agenda,
                GBytes *bytes,
                GError **error)
{
  return update_conference (db, record, error) && write_agenda (db, record->id, agenda, bytes, error) &&
         planner_store_match_stars (db, record->id, agenda, error);
}

static gboolean
replace_edition (sqlite3 *db,
                 const PlannerConferenceRecord *record,
                 const PlannerAgendaMatch *match,
                 GPtrArray *changes,
                 GBytes *bytes,
                 GError **error)
{
  return replace_agenda (db, record, match->agenda, bytes, error) &&
         planner_store_merge_changes (db, record->id, record->updated_utc, match, changes, error);
}

static GBytes *
read_agenda (PlannerStore *self, gint64 id, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = planner_store_lock (self, &db);
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error, "SELECT agenda FROM agendas WHERE conference_id = ?", "i", id);
  const PlannerSqlStep step = statement ? planner_sql_next (statement, error) : PLANNER_SQL_ERROR;

  if (step == PLANNER_SQL_DONE)
    planner_sql_set_not_found (db, error);

  return step == PLANNER_SQL_ROW ? planner_sql_dup_bytes (statement, 0) : NULL;
}

/**
 * planner_store_write_span:
 *
 * Stores the start of the first session and the end of the last one, so that readers need not load the agenda.
 */
gboolean
planner_store_write_span (sqlite3 *db, gint64 id, const PlannerAgenda *agenda, GError **error)
{
  gint64 first_utc, last_utc;

  planner_agenda_find_span (agenda, &first_utc, &last_utc);

  return planner_sql_run (db, error, "UPDATE conferences SET first_utc = ?, last_utc = ? WHERE id = ?", "iii",
                          first_utc, last_utc, id);
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

  return planner_sql_list (
      db, error, read_record, (GDestroyNotify) planner_conference_record_free,
      "SELECT id, address, title, default_zone, etag, last_modified, bundled_version, updated_utc "
      "FROM conferences ORDER BY id",
      "");
}

/**
 * planner_store_add_conference:
 * @record: (inout): the conference; its id is set
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
  g_debug ("Stored the new conference %" G_GINT64_FORMAT " with %u sessions", id, agenda->sessions->len);

  return TRUE;
}

/**
 * planner_store_remove_conference:
 *
 * Removes a conference with its agenda, stars and changes.
 */
gboolean
planner_store_remove_conference (PlannerStore *self, gint64 id, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self), FALSE);

  locker = planner_store_lock (self, &db);

  return planner_sql_run (db, error, "DELETE FROM conferences WHERE id = ?", "i", id) &&
         check_found (db, error);
}

/**
 * planner_store_save_agenda:
 * @record: the conference; its id names it, its address and zone are not stored
 * @agenda: the new edition
 *
 * Stores @record and @agenda in one transaction, and matches the stars with @agenda. A star whose session is in @agenda
 * takes the session's identity and snapshot. Other stars become withdrawn and keep their own.
 */
gboolean
planner_store_save_agenda (PlannerStore *self,
                           const PlannerConferenceRecord *record,
                           const PlannerAgenda *agenda,
                           GError **error)
{
  sqlite3 *db;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && record != NULL && agenda != NULL, FALSE);

  bytes = planner_agenda_to_bytes (agenda);
  locker = planner_store_lock (self, &db);

  return planner_sql_begin (db, error) &&
         planner_sql_end (db, replace_agenda (db, record, agenda, bytes, error), error);
}

/**
 * planner_store_save_edition:
 * @record: as for planner_store_save_agenda()
 * @match: the stored agenda and the new one
 * @changes: (element-type PlannerChange): from planner_changes_find(), all or some
 *
 * Does the same as planner_store_save_agenda(), and stores the changes in the same transaction.
 */
gboolean
planner_store_save_edition (PlannerStore *self,
                            const PlannerConferenceRecord *record,
                            const PlannerAgendaMatch *match,
                            GPtrArray *changes,
                            GError **error)
{
  sqlite3 *db;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && record != NULL, FALSE);
  g_return_val_if_fail (match != NULL && changes != NULL, FALSE);

  bytes = planner_agenda_to_bytes (match->agenda);
  locker = planner_store_lock (self, &db);
  if (!planner_sql_begin (db, error) ||
      !planner_sql_end (db, replace_edition (db, record, match, changes, bytes, error), error))
    return FALSE;
  g_debug ("Stored an edition of conference %" G_GINT64_FORMAT ": %" G_GSIZE_FORMAT " bytes, %u changes",
           record->id, g_bytes_get_size (bytes), changes->len);

  return TRUE;
}

/**
 * planner_store_save_validators:
 * @record: the conference; its id names it, and its etag, last_modified and updated_utc are stored
 */
gboolean
planner_store_save_validators (PlannerStore *self, const PlannerConferenceRecord *record, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && record != NULL, FALSE);

  locker = planner_store_lock (self, &db);
  g_debug ("Storing that conference %" G_GINT64_FORMAT " is up to date", record->id);

  return planner_sql_run (db, error,
                          "UPDATE conferences SET etag = ?, last_modified = ?, updated_utc = ? WHERE id = ?",
                          "ssii", record->etag, record->last_modified, record->updated_utc, record->id) &&
         check_found (db, error);
}

/**
 * planner_store_load_agenda:
 * @languages: the reader's languages, best first
 *
 * Returns: (nullable) (transfer full): the stored agenda; %NULL with %PLANNER_STORE_ERROR_FAILED if it has the format of
 *   another version of the planner and must be fetched again
 */
PlannerAgenda *
planner_store_load_agenda (PlannerStore *self, gint64 id, const char *const *languages, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  PlannerAgenda *agenda;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && languages != NULL, NULL);

  bytes = read_agenda (self, id, error);
  if (!bytes)
    return NULL;

  agenda = planner_agenda_new_from_bytes (bytes, languages);
  if (!agenda)
    g_set_error_literal (
        error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_FAILED,
        "The stored schedule is from another version of the planner and must be fetched again.");

  return agenda;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stored editions. Several processes share the database. Each of them has an edition in memory, which may be older than
 * the stored one. Therefore whatever replaces an agenda, its validators or its changes is compared with the number of the
 * stored edition in the transaction that writes it. It fails with %PLANNER_STORE_ERROR_STALE if that number is another one.
 */

#include "store/planner-store-editions.h"

#include "model/planner-agenda-bytes.h"
#include "store/planner-sql.h"
#include "store/planner-store-changes.h"
#include "store/planner-store-stars.h"

/* To be called within the transaction that writes. */
static gboolean
check_edition (sqlite3 *db, const PlannerConferenceRecord *record, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error, "SELECT edition FROM conferences WHERE id = ? AND removed_utc IS NULL",
                         "i", record->id);
  const PlannerSqlStep step = statement ? planner_sql_next (statement, error) : PLANNER_SQL_ERROR;

  if (step == PLANNER_SQL_DONE)
    return planner_sql_set_not_found (db, error);
  if (step == PLANNER_SQL_ERROR || sqlite3_column_int64 (statement, 0) == record->edition)
    return step == PLANNER_SQL_ROW;

  g_debug ("Conference %" G_GINT64_FORMAT " has edition %" G_GINT64_FORMAT " instead of %" G_GINT64_FORMAT,
           record->id, (gint64) sqlite3_column_int64 (statement, 0), record->edition);

  return planner_store_set_error (error, PLANNER_STORE_ERROR_STALE, NULL, NULL);
}

static gboolean
update_conference (sqlite3 *db, const PlannerConferenceRecord *record, GError **error)
{
  return planner_sql_run (
      db, error,
      "UPDATE conferences SET title = ?, etag = ?, last_modified = ?, bundled_version = ?,"
      "  updated_utc = ?, edition = edition + 1 WHERE id = ?",
      "ssssii", record->title, record->etag, record->last_modified, record->bundled_version,
      record->updated_utc, record->id);
}

/* Next year’s conference at the same address is one event, instead of a change of every session. */
static gboolean
write_replaced (sqlite3 *db,
                const PlannerConferenceRecord *record,
                const PlannerAgendaMatch *match,
                GError **error)
{
  if (!planner_agenda_is_replaced (match->old_agenda, match->agenda))
    return TRUE;

  g_debug ("Conference %" G_GINT64_FORMAT " is replaced by “%s”", record->id, match->agenda->title.shown);

  return planner_sql_run (db, error,
                          "UPDATE conferences SET replaced_utc = ?, replaced_title = ? WHERE id = ?", "isi",
                          record->updated_utc, match->old_agenda->title.shown, record->id);
}

/* Keeps the old address if another conference has the new one. */
static gboolean
move_address (sqlite3 *db, const PlannerConferenceRecord *record, GError **error)
{
  if (!record->moved_address)
    return TRUE;

  g_debug ("The address of conference %" G_GINT64_FORMAT " has moved permanently", record->id);

  return planner_sql_run (db, error,
                          "UPDATE conferences SET address = ?1 WHERE id = ?2"
                          "  AND NOT EXISTS (SELECT 1 FROM conferences WHERE address = ?1)",
                          "si", record->moved_address, record->id);
}

static gboolean
replace_edition (sqlite3 *db,
                 const PlannerConferenceRecord *record,
                 const PlannerAgendaMatch *match,
                 GPtrArray *changes,
                 GBytes *bytes,
                 GError **error)
{
  return check_edition (db, record, error) && update_conference (db, record, error) &&
         move_address (db, record, error) && write_replaced (db, record, match, error) &&
         planner_store_write_agenda (db, record->id, match->agenda, bytes, error) &&
         planner_store_match_stars (db, record->id, match, record->updated_utc, error) &&
         planner_store_merge_changes (db, record->id, record->updated_utc, match, changes, error);
}

static gboolean
update_validators (sqlite3 *db, const PlannerConferenceRecord *record, GError **error)
{
  return check_edition (db, record, error) && move_address (db, record, error) &&
         planner_sql_run (db, error,
                          "UPDATE conferences SET etag = ?, last_modified = ?, updated_utc = ? WHERE id = ?",
                          "ssii", record->etag, record->last_modified, record->updated_utc, record->id);
}

typedef PlannerAgenda *(*ReadFunc) (GBytes *bytes, const char *const *languages);

/* Reads from the memory of the statement, because an agenda may have some megabytes. */
static PlannerAgenda *
load_agenda (PlannerStore *self, gint64 id, const char *const *languages, ReadFunc read, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = planner_store_lock (self, &db);
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error, "SELECT agenda FROM agendas WHERE conference_id = ?", "i", id);
  const PlannerSqlStep step = statement ? planner_sql_next (statement, error) : PLANNER_SQL_ERROR;
  g_autoptr (GBytes) bytes = NULL;
  PlannerAgenda *agenda;

  if (step == PLANNER_SQL_DONE)
    planner_sql_set_not_found (db, error);
  if (step != PLANNER_SQL_ROW)
    return NULL;

  bytes = planner_sql_get_bytes (statement, 0);
  agenda = read (bytes, languages);
  if (!agenda)
    g_set_error_literal (
        error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_FAILED,
        "The stored schedule is from another version of the planner and must be fetched again.");

  return agenda;
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
 * planner_store_write_agenda:
 * @bytes: @agenda, by planner_agenda_to_bytes()
 *
 * To be called within a transaction.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_store_write_agenda (sqlite3 *db,
                            gint64 id,
                            const PlannerAgenda *agenda,
                            GBytes *bytes,
                            GError **error)
{
  return planner_sql_run (db, error,
                          "INSERT INTO agendas (conference_id, agenda) VALUES (?, ?) "
                          "ON CONFLICT (conference_id) DO UPDATE SET agenda = excluded.agenda",
                          "ib", id, bytes) &&
         planner_store_write_span (db, id, agenda, error);
}

/**
 * planner_store_save_edition:
 * @record: (inout): the conference; its id and edition name what is replaced, and its edition is counted up. Its address is
 *   not stored, unless it has moved, and neither is its zone.
 * @match: the stored agenda and the new one
 * @changes: (element-type PlannerChange): from planner_changes_find(), all or some
 *
 * Stores @record, the new agenda and the changes in one transaction, and lets the stars follow @match. A star whose session
 * is in the new agenda takes the session's identity and snapshot. Other stars become withdrawn and keep their own.
 *
 * Returns: whether it succeeded; %PLANNER_STORE_ERROR_STALE if the stored edition is not that of @record
 */
gboolean
planner_store_save_edition (PlannerStore *self,
                            PlannerConferenceRecord *record,
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
  record->edition++;
  g_debug ("Stored edition %" G_GINT64_FORMAT " of conference %" G_GINT64_FORMAT ": %" G_GSIZE_FORMAT
           " bytes, %u changes",
           record->edition, record->id, g_bytes_get_size (bytes), changes->len);

  return TRUE;
}

/**
 * planner_store_save_validators:
 * @record: the conference; its id and edition name it, and its etag, last_modified, updated_utc and moved_address are
 *   stored
 *
 * Returns: whether it succeeded; %PLANNER_STORE_ERROR_STALE if the stored edition is not that of @record
 */
gboolean
planner_store_save_validators (PlannerStore *self, const PlannerConferenceRecord *record, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && record != NULL, FALSE);

  locker = planner_store_lock (self, &db);
  g_debug ("Storing that conference %" G_GINT64_FORMAT " is up to date", record->id);

  return planner_sql_begin (db, error) && planner_sql_end (db, update_validators (db, record, error), error);
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
  g_return_val_if_fail (PLANNER_IS_STORE (self) && languages != NULL, NULL);

  return load_agenda (self, id, languages, planner_agenda_new_from_bytes, error);
}

/**
 * planner_store_load_agenda_for_search:
 * @languages: the reader's languages, best first
 *
 * Returns: (nullable) (transfer full): the same as planner_store_load_agenda() with only what a search needs; see
 *   planner_agenda_new_for_search()
 */
PlannerAgenda *
planner_store_load_agenda_for_search (PlannerStore *self,
                                      gint64 id,
                                      const char *const *languages,
                                      GError **error)
{
  g_return_val_if_fail (PLANNER_IS_STORE (self) && languages != NULL, NULL);

  return load_agenda (self, id, languages, planner_agenda_new_for_search, error);
}

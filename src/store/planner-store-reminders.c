/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reminders of starred sessions, and the times of refreshes. The rows refer to the number of a star, which stays the same
 * when its session gets another key.
 */

#include "store/planner-store-reminders.h"

#include "store/planner-sql.h"
#include "store/planner-store-editions.h"

/*
 * Whether the same session in another copy of the conference, with the same guid and start, reminds instead of the star s. A
 * star with its own lead time comes before stars with the default, which may be “no reminder”. Otherwise the first star counts.
 */
#define IS_COPY                                                                                              \
  "EXISTS (SELECT 1 FROM stars t JOIN conferences d ON d.id = t.conference_id"                               \
  "  WHERE t.guid = s.guid AND t.start_utc = s.start_utc AND t.conference_id != s.conference_id"             \
  "  AND (t.lead_s IS NULL, t.number) < (s.lead_s IS NULL, s.number)"                                        \
  "  AND t.removed_utc IS NULL AND NOT t.withdrawn AND t.degree = 0 AND ifnull (t.lead_s, 0) >= 0"           \
  "  AND d.removed_utc IS NULL AND d.remind)"

/* Keep records for 180 days, so that setting the clock back cannot repeat a reminder. */
#define KEPT_S (180 * 24 * 60 * 60)

void
planner_stored_reminder_free (PlannerStoredReminder *stored)
{
  g_free (stored->conference_title);
  g_free (stored->key);
  g_free (stored->shown_key);
  g_free (stored->title);
  g_clear_pointer (&stored->snapshot, g_bytes_unref);
  g_clear_pointer (&stored->sent, g_array_unref);
  g_free (stored);
}

void
planner_reminder_record_free (PlannerReminderRecord *record)
{
  g_free (record->key);
  g_free (record);
}

static void
set_sent_array (PlannerStoredReminder *stored)
{
  stored->reminder.sent = (const PlannerSentReminder *) stored->sent->data;
  stored->reminder.n_sent = stored->sent->len;
}

/**
 * planner_stored_reminder_set_sent:
 * @sent: the reminder that was just sent
 * @shown_key: the key of the session in the notification
 *
 * Does the same as %PLANNER_RECORD_SENT in the store, for when the store cannot be written.
 */
void
planner_stored_reminder_set_sent (PlannerStoredReminder *stored,
                                  const PlannerSentReminder *sent,
                                  const char *shown_key)
{
  g_return_if_fail (stored != NULL && sent != NULL && shown_key != NULL);

  g_array_append_vals (stored->sent, sent, 1);
  set_sent_array (stored);
  g_set_str (&stored->shown_key, shown_key);
  stored->reminder.shown_start_utc = sent->start_utc;
  stored->reminder.snoozed_until_utc = PLANNER_NEVER;
}

/**
 * planner_stored_reminder_set_withdrawn:
 *
 * Does the same as %PLANNER_RECORD_WITHDRAWN in the store, for when the store cannot be written.
 */
void
planner_stored_reminder_set_withdrawn (PlannerStoredReminder *stored)
{
  g_return_if_fail (stored != NULL);

  g_clear_pointer (&stored->shown_key, g_free);
  stored->reminder.shown_start_utc = PLANNER_TIME_UNKNOWN;
}

/**
 * planner_stored_reminder_set_snoozed:
 *
 * Does the same as %PLANNER_RECORD_SNOOZED in the store, for when the store cannot be written. A notification with a former
 * start of the session cannot be snoozed.
 */
void
planner_stored_reminder_set_snoozed (PlannerStoredReminder *stored, gint64 now_utc)
{
  const gint64 until_utc = planner_reminder_snooze (stored->reminder.start_utc, now_utc);

  if (until_utc == PLANNER_NEVER || stored->reminder.shown_start_utc != stored->reminder.start_utc)
    return;
  stored->reminder.snoozed_start_utc = stored->reminder.start_utc;
  stored->reminder.snoozed_until_utc = until_utc;
}

static PlannerReminder
read_reminder (sqlite3_stmt *statement)
{
  return (PlannerReminder) {
    .start_utc = sqlite3_column_int64 (statement, 7),
    .planned_utc = sqlite3_column_int64 (statement, 8),
    .lead_s = (int) planner_sql_get_int64 (statement, 9, PLANNER_LEAD_DEFAULT),
    .snoozed_start_utc = sqlite3_column_int64 (statement, 10),
    .snoozed_until_utc = planner_sql_get_int64 (statement, 11, PLANNER_NEVER),
    .shown_start_utc = planner_sql_get_int64 (statement, 12, PLANNER_TIME_UNKNOWN),
    .off = sqlite3_column_int (statement, 13) != 0,
  };
}

static gpointer
read_stored_reminder (sqlite3_stmt *statement)
{
  PlannerStoredReminder *stored = g_new0 (PlannerStoredReminder, 1);

  stored->number = sqlite3_column_int64 (statement, 0);
  stored->conference_id = sqlite3_column_int64 (statement, 1);
  stored->conference_title = planner_sql_dup_text (statement, 2);
  stored->key = planner_sql_dup_text (statement, 3);
  stored->shown_key = planner_sql_dup_text (statement, 4);
  stored->is_going = sqlite3_column_int (statement, 5) != 0;
  stored->snapshot = planner_sql_dup_bytes (statement, 6);
  stored->title = planner_sql_dup_text (statement, 14);
  stored->reminder = read_reminder (statement);
  stored->sent = g_array_new (FALSE, FALSE, sizeof (PlannerSentReminder));

  return stored;
}

static GPtrArray *
read_all_stored (sqlite3 *db, GError **error)
{
  return planner_sql_list (
      db, error, read_stored_reminder, (GDestroyNotify) planner_stored_reminder_free,
      "SELECT s.number, s.conference_id, coalesce (c.own_title, c.title), s.key, s.shown_key, s.removed_utc IS NULL AND s.degree = 0, s.snapshot,"
      "  s.start_utc, s.planned_utc, s.lead_s, s.snoozed_start_utc, s.snoozed_until_utc, s.shown_start_utc,"
      "  s.withdrawn OR s.removed_utc IS NOT NULL OR s.degree != 0 OR NOT c.remind OR " IS_COPY ", s.title "
      "FROM stars s JOIN conferences c ON c.id = s.conference_id "
      "WHERE c.removed_utc IS NULL AND s.key IS NOT NULL AND (s.removed_utc IS NULL OR s.shown_start_utc IS NOT NULL) "
      "ORDER BY s.start_utc, s.number",
      "");
}

static gboolean
read_sent (sqlite3 *db, GPtrArray *all, GError **error)
{
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error, "SELECT star, start_utc, lead_s, told_utc FROM told", "");
  PlannerSqlStep step = PLANNER_SQL_ERROR;

  for (guint i = 0; i < all->len; i++)
    {
      PlannerStoredReminder *stored = g_ptr_array_index (all, i);

      g_hash_table_insert (by_number, &stored->number, stored);
    }
  while (statement && (step = planner_sql_next (statement, error)) == PLANNER_SQL_ROW)
    {
      const gint64 number = sqlite3_column_int64 (statement, 0);
      PlannerStoredReminder *stored = g_hash_table_lookup (by_number, &number);
      const PlannerSentReminder sent = { .start_utc = sqlite3_column_int64 (statement, 1),
                                         .lead_s = sqlite3_column_int (statement, 2),
                                         .sent_utc = sqlite3_column_int64 (statement, 3) };

      if (stored)
        g_array_append_val (stored->sent, sent);
    }
  for (guint i = 0; i < all->len; i++)
    set_sent_array (g_ptr_array_index (all, i));

  return step == PLANNER_SQL_DONE;
}

/* The reminder also counts for the same session in another copy of the conference, whose star may stay alone. */
static gboolean
write_sent (sqlite3 *db, const PlannerReminderRecord *record, GError **error)
{
  return planner_sql_run (
             db, error,
             "INSERT INTO told (star, start_utc, lead_s, told_utc) "
             "SELECT t.number, ?2, ?3, ?4 FROM stars s JOIN stars t ON t.number = s.number"
             "  OR (t.guid = s.guid AND t.start_utc = s.start_utc AND t.conference_id != s.conference_id) "
             "WHERE s.number = ?1 "
             "ON CONFLICT (star, start_utc, lead_s) DO UPDATE SET told_utc = excluded.told_utc",
             "iiii", record->number, record->start_utc, (gint64) record->lead_s, record->at_utc) &&
         planner_sql_run (db, error,
                          "UPDATE stars SET shown_start_utc = ?, shown_key = ?, snoozed_until_utc = NULL "
                          "WHERE number = ?",
                          "isi", record->start_utc, record->key, record->number);
}

static gboolean
write_withdrawn (sqlite3 *db, const PlannerReminderRecord *record, GError **error)
{
  return planner_sql_run (db, error,
                          "UPDATE stars SET shown_start_utc = NULL, shown_key = NULL WHERE number = ?", "i",
                          record->number);
}

/* The counterpart of planner_stored_reminder_set_snoozed(). */
static gboolean
write_snoozed (sqlite3 *db, const PlannerReminderRecord *record, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error,
                         "SELECT number, start_utc FROM stars "
                         "WHERE conference_id = ? AND shown_key = ? AND shown_start_utc = start_utc",
                         "is", record->conference_id, record->key);
  const PlannerSqlStep step = statement ? planner_sql_next (statement, error) : PLANNER_SQL_ERROR;
  gint64 number, start_utc, until_utc;

  if (step != PLANNER_SQL_ROW)
    return step == PLANNER_SQL_DONE;

  number = sqlite3_column_int64 (statement, 0);
  start_utc = sqlite3_column_int64 (statement, 1);
  until_utc = planner_reminder_snooze (start_utc, record->at_utc);

  return until_utc == PLANNER_NEVER ||
         planner_sql_run (db, error,
                          "UPDATE stars SET snoozed_start_utc = ?, snoozed_until_utc = ? WHERE number = ?",
                          "iii", start_utc, until_utc, number);
}

static gboolean
write_tried (sqlite3 *db, const PlannerReminderRecord *record, GError **error)
{
  return planner_sql_run (
      db, error, "UPDATE conferences SET tried_utc = ?, failures = iif (?, failures + 1, 0) WHERE id = ?",
      "ifi", record->at_utc, record->kind == PLANNER_RECORD_FAILED, record->conference_id);
}

static gboolean
write_record (sqlite3 *db, const PlannerReminderRecord *record, GError **error)
{
  switch (record->kind)
    {
    case PLANNER_RECORD_SENT:
      return write_sent (db, record, error);
    case PLANNER_RECORD_WITHDRAWN:
      return write_withdrawn (db, record, error);
    case PLANNER_RECORD_SNOOZED:
      return write_snoozed (db, record, error);
    case PLANNER_RECORD_REFRESHED:
    case PLANNER_RECORD_FAILED:
      return write_tried (db, record, error);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
delete_old_records (sqlite3 *db, gint64 now_utc, GError **error)
{
  const gint64 before_utc = now_utc - KEPT_S;

  return planner_sql_run (db, error, "DELETE FROM told WHERE max (start_utc, told_utc) < ?", "i",
                          before_utc) &&
         planner_sql_run (db, error, "DELETE FROM stars WHERE removed_utc < ?1 AND start_utc < ?1", "i",
                          before_utc);
}

static gboolean
write_all_records (sqlite3 *db, GPtrArray *records, GError **error)
{
  gint64 last_utc = G_MININT64;

  for (guint i = 0; i < records->len; i++)
    {
      const PlannerReminderRecord *record = g_ptr_array_index (records, i);

      if (!write_record (db, record, error))
        return FALSE;
      last_utc = MAX (last_utc, record->at_utc);
    }

  return delete_old_records (db, last_utc, error);
}

static gboolean
write_unknown_span (sqlite3 *db, gint64 id, GError **error)
{
  g_autoptr (PlannerAgenda) nothing = planner_agenda_new ();

  return planner_store_write_span (db, id, nothing, error);
}

/* For a conference that an older version of the planner stored without its span. */
static gboolean
complete_span (PlannerStore *self, gint64 id, GError **error)
{
  g_autoptr (PlannerAgenda) agenda =
      planner_store_load_agenda (self, id, (const char *const[]) { NULL }, NULL);
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = planner_store_lock (self, &db);

  return agenda ? planner_store_write_span (db, id, agenda, error) : write_unknown_span (db, id, error);
}

static gpointer
read_id (sqlite3_stmt *statement)
{
  const gint64 id = sqlite3_column_int64 (statement, 0);

  return g_memdup2 (&id, sizeof id);
}

static GPtrArray *
list_without_span (PlannerStore *self, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = planner_store_lock (self, &db);

  return planner_sql_list (db, error, read_id, g_free, "SELECT id FROM conferences WHERE first_utc IS NULL",
                           "");
}

static gboolean
complete_spans (PlannerStore *self, GError **error)
{
  g_autoptr (GPtrArray) ids = list_without_span (self, error);

  for (guint i = 0; ids && i < ids->len; i++)
    if (!complete_span (self, *(const gint64 *) g_ptr_array_index (ids, i), error))
      return FALSE;

  return ids != NULL;
}

/**
 * planner_store_list_reminders:
 *
 * Returns: (nullable) (transfer full) (element-type PlannerStoredReminder): the reminders of all conferences by start: of
 *   starred sessions, and of sessions whose star was removed while a notification is shown
 */
GPtrArray *
planner_store_list_reminders (PlannerStore *self, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self), NULL);

  locker = planner_store_lock (self, &db);
  all = read_all_stored (db, error);

  return all && read_sent (db, all, error) ? g_steal_pointer (&all) : NULL;
}

/**
 * planner_store_list_refreshes:
 *
 * Returns: (nullable) (transfer full) (element-type PlannerStoredRefresh): the refreshes of all conferences
 */
GArray *
planner_store_list_refreshes (PlannerStore *self, GError **error)
{
  sqlite3 *db;
  g_autoptr (GArray) refreshes = NULL;
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  PlannerSqlStep step = PLANNER_SQL_ERROR;

  g_return_val_if_fail (PLANNER_IS_STORE (self), NULL);

  if (!complete_spans (self, error))
    return NULL;

  refreshes = g_array_new (FALSE, FALSE, sizeof (PlannerStoredRefresh));
  locker = planner_store_lock (self, &db);
  statement =
      planner_sql_query (db, error,
                         "SELECT id, first_utc, last_utc, updated_utc, tried_utc, failures FROM conferences "
                         "WHERE removed_utc IS NULL ORDER BY id",
                         "");
  while (statement && (step = planner_sql_next (statement, error)) == PLANNER_SQL_ROW)
    {
      const PlannerStoredRefresh refresh = {
        .conference_id = sqlite3_column_int64 (statement, 0),
        .first_utc = sqlite3_column_int64 (statement, 1),
        .last_utc = sqlite3_column_int64 (statement, 2),
        .updated_utc = sqlite3_column_int64 (statement, 3),
        .tried_utc = sqlite3_column_int64 (statement, 4),
        .failures = (guint) sqlite3_column_int (statement, 5),
      };

      g_array_append_val (refreshes, refresh);
    }

  return step == PLANNER_SQL_DONE ? g_steal_pointer (&refreshes) : NULL;
}

/**
 * planner_store_write_reminder_records:
 * @records: (element-type PlannerReminderRecord): in the order of the events
 *
 * Stores all of @records or none, and deletes old records.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_store_write_reminder_records (PlannerStore *self, GPtrArray *records, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && records != NULL, FALSE);

  locker = planner_store_lock (self, &db);

  return planner_sql_begin (db, error) && planner_sql_end (db, write_all_records (db, records, error), error);
}

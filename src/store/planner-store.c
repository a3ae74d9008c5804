/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One connection behind one lock. What takes long and needs no database is done before the lock is taken, so that
 * a star does not wait for a refresh.
 */

#include "store/planner-store.h"

#include "config.h"
#include "model/planner-agenda-bytes.h"
#include "store/planner-sql.h"
#include "store/planner-store-private.h"

struct _PlannerStore
{
  GObject parent_instance;

  GMutex lock;
  sqlite3 *db; /* owned, under the lock */
};

G_DEFINE_FINAL_TYPE (PlannerStore, planner_store, G_TYPE_OBJECT)

static gboolean
fail (sqlite3 *db, PlannerStoreError code, const char *reason, GError **error)
{
  g_autofree char *shown = g_filename_display_name (sqlite3_db_filename (db, "main"));

  planner_store_set_error (error, code, shown, reason);

  return FALSE;
}

/* For statements that name one conference by its id. */
static gboolean
run_on_conference (sqlite3 *db, gboolean ran, GError **error)
{
  return ran && (sqlite3_changes (db) > 0 || fail (db, PLANNER_STORE_ERROR_NOT_FOUND, NULL, error));
}

static PlannerConferenceRecord *
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
insert_agenda (sqlite3 *db, gint64 id, const PlannerAgenda *agenda, GBytes *bytes, GError **error)
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

  return insert_agenda (db, *id, agenda, bytes, error);
}

static gboolean
update_conference (sqlite3 *db, const PlannerConferenceRecord *record, GError **error)
{
  const gboolean ran = planner_sql_run (db, error,
                                        "UPDATE conferences SET title = ?, etag = ?, last_modified = ?,"
                                        "  bundled_version = ?, updated_utc = ? WHERE id = ?",
                                        "ssssii", record->title, record->etag, record->last_modified,
                                        record->bundled_version, record->updated_utc, record->id);

  return run_on_conference (db, ran, error);
}

static gboolean
replace_agenda (sqlite3 *db,
                const PlannerConferenceRecord *record,
                const PlannerAgenda *agenda,
                GBytes *bytes,
                GError **error)
{
  return update_conference (db, record, error) && insert_agenda (db, record->id, agenda, bytes, error) &&
         planner_store_match_stars (db, record->id, agenda, error);
}

static gboolean
replace_edition (sqlite3 *db,
                 const PlannerConferenceRecord *record,
                 const PlannerSuccession *succession,
                 GPtrArray *changes,
                 GBytes *bytes,
                 GError **error)
{
  return replace_agenda (db, record, succession->agenda, bytes, error) &&
         planner_store_merge_changes (db, record, succession, changes, error);
}

/* Who stars a session knows it as it is. */
static gboolean
write_star (sqlite3 *db, gint64 id, const PlannerStar *star, GError **error)
{
  return planner_store_write_star (db, id, star, error) &&
         planner_sql_run (db, error, "UPDATE changes SET announced = 1 WHERE conference_id = ? AND key = ?",
                          "is", id, star->identity->key);
}

static GBytes *
read_agenda (PlannerStore *self, gint64 id, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (self->db, error, "SELECT agenda FROM agendas WHERE conference_id = ?", "i", id);
  const PlannerSqlStep step = statement ? planner_sql_next (statement, error) : PLANNER_SQL_ERROR;

  if (step == PLANNER_SQL_DONE)
    fail (self->db, PLANNER_STORE_ERROR_NOT_FOUND, NULL, error);

  return step == PLANNER_SQL_ROW ? planner_sql_dup_bytes (statement, 0) : NULL;
}

static void
planner_store_finalize (GObject *object)
{
  PlannerStore *self = PLANNER_STORE (object);

  g_clear_pointer (&self->db, sqlite3_close);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (planner_store_parent_class)->finalize (object);
}

static void
planner_store_class_init (PlannerStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_store_finalize;
}

static void
planner_store_init (PlannerStore *self)
{
  g_mutex_init (&self->lock);
}

/**
 * planner_store_lock:
 * @db: (out): the connection, to be used as long as the lock is held
 *
 * Returns: (transfer full): the lock
 */
GMutexLocker *
planner_store_lock (PlannerStore *self, sqlite3 **db)
{
  GMutexLocker *locker = g_mutex_locker_new (&self->lock);

  *db = self->db;

  return locker;
}

PlannerConferenceRecord *
planner_conference_record_copy (const PlannerConferenceRecord *record)
{
  PlannerConferenceRecord *copy = g_new0 (PlannerConferenceRecord, 1);

  copy->id = record->id;
  copy->address = g_strdup (record->address);
  copy->title = g_strdup (record->title);
  copy->default_zone = g_strdup (record->default_zone);
  copy->etag = g_strdup (record->etag);
  copy->last_modified = g_strdup (record->last_modified);
  copy->bundled_version = g_strdup (record->bundled_version);
  copy->updated_utc = record->updated_utc;

  return copy;
}

void
planner_conference_record_free (PlannerConferenceRecord *record)
{
  if (!record)
    return;

  g_free (record->address);
  g_free (record->title);
  g_free (record->default_zone);
  g_free (record->etag);
  g_free (record->last_modified);
  g_free (record->bundled_version);
  g_free (record);
}

/**
 * planner_store_dup_default_path:
 *
 * In the data directory, not in the cache: what is in it cannot be fetched again.
 *
 * Returns: (transfer full): where the attendee's database is
 */
char *
planner_store_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), DEVELOPMENT ? "gotc-planner-devel" : "gotc-planner",
                           "planner.db", NULL);
}

/**
 * planner_store_open:
 * @path: the database; it and its folder are made if they are not there
 *
 * Several programs may have the same file open. A file that is damaged, written by a newer planner or not ours is
 * left as it is; before an older one is migrated, it is copied to "PATH.backup-vN".
 *
 * Returns: (nullable) (transfer full): the store; %NULL with a #PLANNER_STORE_ERROR
 */
PlannerStore *
planner_store_open (const char *path, GError **error)
{
  sqlite3 *db;
  PlannerStore *self;

  g_return_val_if_fail (path != NULL, NULL);

  db = planner_store_open_database (path, error);
  if (!db)
    return NULL;

  self = g_object_new (PLANNER_TYPE_STORE, NULL);
  self->db = db;

  return self;
}

/**
 * planner_store_list_conferences:
 *
 * Returns: (nullable) (transfer full) (element-type PlannerConferenceRecord): in the order in which they were added
 */
GPtrArray *
planner_store_list_conferences (PlannerStore *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (GPtrArray) records =
      g_ptr_array_new_with_free_func ((GDestroyNotify) planner_conference_record_free);
  g_autoptr (sqlite3_stmt) statement = planner_sql_query (
      self->db, error,
      "SELECT id, address, title, default_zone, etag, last_modified, bundled_version, updated_utc "
      "FROM conferences ORDER BY id",
      "");
  PlannerSqlStep step = PLANNER_SQL_ERROR;

  while (statement && (step = planner_sql_next (statement, error)) == PLANNER_SQL_ROW)
    g_ptr_array_add (records, read_record (statement));

  return step == PLANNER_SQL_DONE ? g_steal_pointer (&records) : NULL;
}

/**
 * planner_store_add_conference:
 * @record: (inout): what to store; its id is set
 * @agenda: its first agenda
 *
 * Returns: whether it was stored; %PLANNER_STORE_ERROR_EXISTS if there is one with that address
 */
gboolean
planner_store_add_conference (PlannerStore *self,
                              PlannerConferenceRecord *record,
                              const PlannerAgenda *agenda,
                              GError **error)
{
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  gint64 id = 0;

  if (!planner_sql_begin (self->db, error) ||
      !planner_sql_end (self->db, insert_conference (self->db, record, agenda, bytes, &id, error), error))
    return FALSE;
  record->id = id;

  return TRUE;
}

/**
 * planner_store_remove_conference:
 *
 * Removes the conference with its agenda and its stars.
 */
gboolean
planner_store_remove_conference (PlannerStore *self, gint64 id, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  const gboolean ran = planner_sql_run (self->db, error, "DELETE FROM conferences WHERE id = ?", "i", id);

  return run_on_conference (self->db, ran, error);
}

/**
 * planner_store_save_agenda:
 * @record: whose id names the conference; its address and zone stay as they are stored
 * @agenda: the new edition
 *
 * In one transaction keeps @record and @agenda and finds the stars' sessions again: a star whose session is in
 * @agenda takes its identity and snapshot, another one is withdrawn and keeps its own.
 */
gboolean
planner_store_save_agenda (PlannerStore *self,
                           const PlannerConferenceRecord *record,
                           const PlannerAgenda *agenda,
                           GError **error)
{
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return planner_sql_begin (self->db, error) &&
         planner_sql_end (self->db, replace_agenda (self->db, record, agenda, bytes, error), error);
}

/**
 * planner_store_save_edition:
 * @record: as for planner_store_save_agenda()
 * @succession: from the stored agenda to the new one
 * @changes: (element-type PlannerChange): by planner_changes_find(); not all of them, if so wanted
 *
 * planner_store_save_agenda() that also keeps what changed, in the same transaction.
 */
gboolean
planner_store_save_edition (PlannerStore *self,
                            const PlannerConferenceRecord *record,
                            const PlannerSuccession *succession,
                            GPtrArray *changes,
                            GError **error)
{
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (succession->agenda);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return planner_sql_begin (self->db, error) &&
         planner_sql_end (self->db, replace_edition (self->db, record, succession, changes, bytes, error),
                          error);
}

/**
 * planner_store_save_validators:
 * @record: whose etag, last_modified and updated_utc are kept
 */
gboolean
planner_store_save_validators (PlannerStore *self, const PlannerConferenceRecord *record, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  const gboolean ran =
      planner_sql_run (self->db, error,
                       "UPDATE conferences SET etag = ?, last_modified = ?, updated_utc = ? WHERE id = ?",
                       "ssii", record->etag, record->last_modified, record->updated_utc, record->id);

  return run_on_conference (self->db, ran, error);
}

/**
 * planner_store_load_agenda:
 * @languages: the reader's languages, best first
 *
 * Returns: (nullable) (transfer full): the stored agenda; %NULL with %PLANNER_STORE_ERROR_FAILED if another planner
 * stored it in a form that this one does not read: then it has to be fetched again
 */
PlannerAgenda *
planner_store_load_agenda (PlannerStore *self, gint64 id, const char *const *languages, GError **error)
{
  g_autoptr (GBytes) bytes = read_agenda (self, id, error);
  PlannerAgenda *agenda;

  if (!bytes)
    return NULL;

  agenda = planner_agenda_new_from_bytes (bytes, languages);
  if (!agenda)
    g_set_error_literal (
        error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_FAILED,
        "The stored schedule is from another version of the planner and must be fetched again.");

  return agenda;
}

/**
 * planner_store_list_stars:
 *
 * Returns: (nullable) (transfer full) (element-type PlannerStar): in the order in which they were starred
 */
GPtrArray *
planner_store_list_stars (PlannerStore *self, gint64 id, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return planner_store_read_stars (self->db, id, error);
}

/**
 * planner_store_add_star:
 *
 * Stores @star, in the place of one with the same key.
 */
gboolean
planner_store_add_star (PlannerStore *self, gint64 id, const PlannerStar *star, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return planner_sql_begin (self->db, error) &&
         planner_sql_end (self->db, write_star (self->db, id, star, error), error);
}

/**
 * planner_store_remove_star:
 *
 * Returns: whether there is no such star any more
 */
gboolean
planner_store_remove_star (PlannerStore *self, gint64 id, const char *key, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return planner_store_drop_star (self->db, id, key, error);
}

/**
 * planner_store_list_changes:
 *
 * Returns: (nullable) (transfer full) (element-type PlannerChange): what has changed in the conference and was not
 *   dismissed, the newest first
 */
GPtrArray *
planner_store_list_changes (PlannerStore *self, gint64 id, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return planner_store_read_changes (self->db, id, error);
}

/**
 * planner_store_list_unannounced:
 *
 * Returns: (nullable) (transfer full) (element-type PlannerChange): what a notification should tell: of starred sessions,
 *   %PLANNER_CHANGE_URGENT, neither seen nor announced yet
 */
GPtrArray *
planner_store_list_unannounced (PlannerStore *self, gint64 id, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return planner_store_read_unannounced (self->db, id, error);
}

/**
 * planner_store_set_announced:
 * @changes: (element-type PlannerChange): as listed; one that has become another in the meantime is not marked
 */
gboolean
planner_store_set_announced (PlannerStore *self, gint64 id, GPtrArray *changes, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return planner_sql_begin (self->db, error) &&
         planner_sql_end (self->db, planner_store_mark_announced (self->db, id, changes, error), error);
}

/**
 * planner_store_set_changes_seen:
 * @keys: the keys of sessions
 */
gboolean
planner_store_set_changes_seen (PlannerStore *self, gint64 id, const char *const *keys, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return planner_sql_begin (self->db, error) &&
         planner_sql_end (self->db, planner_store_mark_seen (self->db, id, keys, error), error);
}

/**
 * planner_store_dismiss_changes:
 *
 * Puts all of the conference's changes away: they are not listed any more.
 */
gboolean
planner_store_dismiss_changes (PlannerStore *self, gint64 id, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return planner_store_mark_dismissed (self->db, id, error);
}

/**
 * planner_store_dup_value:
 *
 * Returns: (nullable) (transfer full): the value of that name; %NULL without an error if there is none
 */
char *
planner_store_dup_value (PlannerStore *self, const char *name, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (self->db, error, "SELECT value FROM named_values WHERE name = ?", "s", name);

  if (!statement || planner_sql_next (statement, error) != PLANNER_SQL_ROW)
    return NULL;

  return planner_sql_dup_text (statement, 0);
}

/**
 * planner_store_set_value:
 * @value: (nullable): %NULL to remove it
 */
gboolean
planner_store_set_value (PlannerStore *self, const char *name, const char *value, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (!value)
    return planner_sql_run (self->db, error, "DELETE FROM named_values WHERE name = ?", "s", name);

  return planner_sql_run (self->db, error,
                          "INSERT INTO named_values (name, value) VALUES (?, ?) "
                          "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                          "ss", name, value);
}

/**
 * planner_store_get_data_version:
 *
 * Returns: a number that differs from the last one if another connection, so another program, has changed the database
 * in the meantime
 */
guint
planner_store_get_data_version (PlannerStore *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (sqlite3_stmt) statement = planner_sql_query (self->db, NULL, "PRAGMA data_version", "");

  return statement && planner_sql_next (statement, NULL) == PLANNER_SQL_ROW
             ? (guint) sqlite3_column_int (statement, 0)
             : 0;
}

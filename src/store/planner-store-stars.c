/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stars of a conference. When a new agenda is stored, they are matched with its sessions.
 */

#include "store/planner-store-stars.h"

#include "model/planner-note.h"
#include "model/planner-string-table.h"
#include "plan/planner-phase.h"
#include "store/planner-sql.h"

/* The columns that read_star() reads. */
#define STAR_COLUMNS "snapshot, withdrawn, lead_s, past, degree, note, " PLANNER_IDENTITY_COLUMNS

#define UPDATE_COLUMN(name) #name " = excluded." #name ", "
#define SET_COLUMN(name) #name " = ?, "
#define PARAMETER(name) "?, "

typedef struct
{
  gint64 number;             /* of the star */
  PlannerIdentity *identity; /* owned */
  GBytes *snapshot;          /* owned */
  gboolean withdrawn;
  gboolean past;
  const PlannerSession *old;     /* borrowed; NULL if the old agenda lacks the session */
  const PlannerSession *session; /* borrowed; NULL if the new agenda lacks the session */
  PlannerStar *star;             /* owned; of the session in the new agenda, nullable */
} Match;

static void
match_free (Match *match)
{
  planner_identity_free (match->identity);
  g_bytes_unref (match->snapshot);
  planner_star_free (match->star);
  g_free (match);
}

static gpointer
read_match (sqlite3_stmt *statement)
{
  Match *match = g_new0 (Match, 1);

  match->number = sqlite3_column_int64 (statement, 0);
  match->withdrawn = sqlite3_column_int (statement, 1) != 0;
  match->past = sqlite3_column_int (statement, 2) != 0;
  match->snapshot = planner_sql_dup_bytes (statement, 3);
  match->identity = planner_sql_dup_identity (statement, 4);

  return match;
}

/* A removed star is matched too, after the others, so that its reminders are remembered if the attendee stars it again. */
static GPtrArray *
read_matches (sqlite3 *db, gint64 id, GError **error)
{
  return planner_sql_list (
      db, error, read_match, (GDestroyNotify) match_free,
      "SELECT number, withdrawn, past, snapshot, " PLANNER_IDENTITY_COLUMNS " FROM stars "
      "WHERE conference_id = ? AND key IS NOT NULL ORDER BY removed_utc IS NOT NULL, number",
      "i", id);
}

static Match *
get_match (GPtrArray *matches, guint index)
{
  return g_ptr_array_index (matches, index);
}

/* A star follows its session. It does not move to another session that was in the old agenda too. */
static GPtrArray *
follow_sessions (GPtrArray *matches, const PlannerAgendaMatch *agendas)
{
  GPtrArray *rest = g_ptr_array_new ();

  for (guint i = 0; i < matches->len; i++)
    {
      Match *match = get_match (matches, i);

      if (!match->withdrawn)
        match->old = planner_agenda_find_session (agendas->old_agenda, match->identity->key);
      if (match->old)
        match->session = g_ptr_array_index (agendas->successors, match->old->position);
      else
        g_ptr_array_add (rest, match);
    }

  return rest;
}

/* A past session comes back at its own time only. Next year’s session with the same title is another one. */
static gboolean
may_come_back (const Match *match, const PlannerSession *session)
{
  return session && (!match->past || session->start_utc == match->identity->start_utc);
}

/* Looks for withdrawn sessions among those that the old agenda lacks. */
static void
find_returned (GPtrArray *rest, const PlannerAgendaMatch *agendas)
{
  g_autoptr (GPtrArray) fresh = planner_agenda_match_list_new (agendas);
  g_autoptr (GPtrArray) identities = g_ptr_array_new ();
  g_autoptr (GPtrArray) sessions = NULL;

  for (guint i = 0; i < rest->len; i++)
    g_ptr_array_add (identities, get_match (rest, i)->identity);
  sessions = planner_match_identities (identities, fresh);
  for (guint i = 0; i < rest->len; i++)
    if (may_come_back (get_match (rest, i), g_ptr_array_index (sessions, i)))
      get_match (rest, i)->session = g_ptr_array_index (sessions, i);
}

static void
find_sessions (GPtrArray *matches, const PlannerAgendaMatch *agendas)
{
  g_autoptr (GPtrArray) rest = follow_sessions (matches, agendas);

  if (rest->len > 0 && !planner_agenda_is_replaced (agendas->old_agenda, agendas->agenda))
    find_returned (rest, agendas);
}

/* Whether the schedule dropped the session because it is over. A session that was withdrawn before stays withdrawn. */
static gboolean
is_past (const Match *match, gint64 now_utc)
{
  if (match->withdrawn)
    return match->past;
  if (match->old)
    return planner_session_get_phase (match->old, now_utc) == PLANNER_PHASE_PAST;

  return planner_phase_at (match->identity->start_utc, match->identity->start_utc, now_utc) ==
         PLANNER_PHASE_PAST;
}

static void
make_stars (GPtrArray *matches, const PlannerAgenda *agenda)
{
  for (guint i = 0; i < matches->len; i++)
    if (get_match (matches, i)->session)
      get_match (matches, i)->star = planner_star_new (agenda, get_match (matches, i)->session);
}

/* A star of a session that is the same in the new edition is stored already. */
static gboolean
is_stored (const Match *match)
{
  return match->star && !match->withdrawn && !match->past &&
         planner_identity_is_equal (match->star->identity, match->identity) &&
         g_bytes_equal (match->star->snapshot, match->snapshot);
}

/* Sessions may have swapped their keys, so all that change are cleared before new ones are written. */
static gboolean
clear_keys (sqlite3 *db, GPtrArray *matches, GError **error)
{
  for (guint i = 0; i < matches->len; i++)
    if (!is_stored (get_match (matches, i)) &&
        !planner_sql_run (db, error, "UPDATE stars SET key = NULL WHERE number = ?", "i",
                          get_match (matches, i)->number))
      return FALSE;

  return TRUE;
}

static gboolean
write_found (sqlite3 *db, const Match *match, GError **error)
{
  if (!match->star || is_stored (match))
    return TRUE;

  /* Expressions see the values before the update: the start is compared with the new one, ?8. */
  return planner_sql_run (
      db, error,
      "UPDATE stars SET " PLANNER_IDENTITY_TEXTS (
          SET_COLUMN) "start_utc = ?8,"
                      "  planned_utc = iif (start_utc = ?8, planned_utc, unixepoch ()), snapshot = ?,"
                      "  withdrawn = 0, past = 0 WHERE number = ?",
      "Ibi", match->star->identity, match->star->snapshot, match->number);
}

static gboolean
key_is_free (const PlannerAgenda *agenda, GHashTable *taken, const char *key)
{
  return !planner_agenda_find_session (agenda, key) && !g_hash_table_contains (taken, key);
}

/* Another session may have the key that the withdrawn session had. */
static char *
find_free_key (const PlannerAgenda *agenda, GHashTable *taken, const char *key)
{
  g_autofree char *candidate = g_strdup (key);

  for (guint i = 1; !key_is_free (agenda, taken, candidate); i++)
    {
      g_free (candidate);
      candidate = g_strdup_printf ("%s~withdrawn%u", key, i);
    }

  return g_steal_pointer (&candidate);
}

static gboolean
write_all_withdrawn (sqlite3 *db,
                     GPtrArray *matches,
                     const PlannerAgendaMatch *agendas,
                     gint64 now_utc,
                     GError **error)
{
  g_autoptr (GHashTable) taken = planner_string_table_new (g_free, NULL);
  const gboolean is_replaced = planner_agenda_is_replaced (agendas->old_agenda, agendas->agenda);

  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = get_match (matches, i);
      char *key;

      if (match->session)
        continue;
      key = find_free_key (agendas->agenda, taken, match->identity->key);
      g_hash_table_add (taken, key);
      if (!planner_sql_run (db, error, "UPDATE stars SET key = ?, withdrawn = 1, past = ? WHERE number = ?",
                            "sfi", key, is_replaced || is_past (match, now_utc), match->number))
        return FALSE;
    }

  return TRUE;
}

static gpointer
read_star (sqlite3_stmt *statement)
{
  PlannerStar *star = g_new0 (PlannerStar, 1);

  star->snapshot = planner_sql_dup_bytes (statement, 0);
  star->withdrawn = sqlite3_column_int (statement, 1) != 0;
  star->lead_s = (int) planner_sql_get_int64 (statement, 2, PLANNER_LEAD_DEFAULT);
  star->past = sqlite3_column_int (statement, 3) != 0;
  star->plan_b = sqlite3_column_int (statement, 4) != 0;
  star->note = planner_note_clean ((const char *) sqlite3_column_text (statement, 5));
  star->identity = planner_sql_dup_identity (statement, 6);

  return star;
}

/* The sent reminders of a star with the same key, its lead time and its note stay as they are. */
static gboolean
write_star (sqlite3 *db, gint64 id, const PlannerStar *star, GError **error)
{
  return planner_sql_run (
      db, error,
      "INSERT INTO stars (conference_id, " PLANNER_IDENTITY_COLUMNS
      ", snapshot, withdrawn, past, degree, starred_utc, planned_utc) "
      "VALUES (?, " PLANNER_IDENTITY_TEXTS (
          PARAMETER) "?, ?, ?, ?, ?, unixepoch (), unixepoch ()) "
                     "ON CONFLICT (conference_id, key) DO UPDATE SET " PLANNER_IDENTITY_TEXTS (
                         UPDATE_COLUMN) "  start_utc = excluded.start_utc, snapshot = excluded.snapshot, withdrawn = excluded.withdrawn, past = excluded.past,"
                                        "  planned_utc = iif (removed_utc IS NULL AND start_utc = excluded.start_utc AND degree <= excluded.degree, planned_utc, unixepoch ()),"
                                        "  starred_utc = iif (removed_utc IS NULL, starred_utc, unixepoch ()), removed_utc = NULL, degree = excluded.degree",
      "iIbfff", id, star->identity, star->snapshot, star->withdrawn, star->past, star->plan_b);
}

/* The attendee saw the session when starring it, so its earlier changes need no notification. */
static gboolean
write_announced (sqlite3 *db, gint64 id, const char *key, GError **error)
{
  return planner_sql_run (db, error, "UPDATE changes SET announced = 1 WHERE conference_id = ? AND key = ?",
                          "is", id, key);
}

/**
 * planner_store_read_stars:
 *
 * Returns: (nullable) (transfer full) (element-type PlannerStar): in the order in which the sessions were starred
 */
GPtrArray *
planner_store_read_stars (sqlite3 *db, gint64 id, GError **error)
{
  return planner_sql_list (
      db, error, read_star, (GDestroyNotify) planner_star_free,
      "SELECT " STAR_COLUMNS " FROM stars "
      "WHERE conference_id = ? AND removed_utc IS NULL AND key IS NOT NULL ORDER BY starred_utc, number",
      "i", id);
}

static PlannerStar *
find_star (sqlite3 *db, gint64 id, const char *key, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error,
                         "SELECT " STAR_COLUMNS " FROM stars "
                         "WHERE conference_id = ? AND key = ? AND removed_utc IS NULL",
                         "is", id, key);
  const PlannerSqlStep step = statement ? planner_sql_next (statement, error) : PLANNER_SQL_ERROR;

  if (step == PLANNER_SQL_DONE)
    planner_sql_set_not_found (db, error);

  return step == PLANNER_SQL_ROW ? read_star (statement) : NULL;
}

static gboolean
has_star (sqlite3 *db, gint64 id, const char *key, GError **error)
{
  g_autoptr (PlannerStar) star = find_star (db, id, key, error);

  return star != NULL;
}

/**
 * planner_store_match_stars:
 * @agendas: the stored agenda of the conference @id and its new one
 * @now_utc: in seconds since the epoch
 *
 * Gives each star its session in the new agenda, or makes it withdrawn. Only stars without a session in the old agenda are
 * matched with sessions that are new. To be called within a transaction.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_store_match_stars (sqlite3 *db,
                           gint64 id,
                           const PlannerAgendaMatch *agendas,
                           gint64 now_utc,
                           GError **error)
{
  g_autoptr (GPtrArray) matches = read_matches (db, id, error);

  if (!matches)
    return FALSE;

  find_sessions (matches, agendas);
  make_stars (matches, agendas->agenda);
  if (!clear_keys (db, matches, error))
    return FALSE;
  for (guint i = 0; i < matches->len; i++)
    if (!write_found (db, get_match (matches, i), error))
      return FALSE;

  return write_all_withdrawn (db, matches, agendas, now_utc, error);
}

/**
 * planner_store_list_stars:
 *
 * Returns: (nullable) (transfer full) (element-type PlannerStar): in the order in which the sessions were starred
 */
GPtrArray *
planner_store_list_stars (PlannerStore *self, gint64 id, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self), NULL);

  locker = planner_store_lock (self, &db);

  return planner_store_read_stars (db, id, error);
}

/**
 * planner_store_add_star:
 *
 * Stores @star, and replaces a star with the same key. The note and the lead time of @star are not stored: a session that was
 * starred before has its former ones again.
 */
gboolean
planner_store_add_star (PlannerStore *self, gint64 id, const PlannerStar *star, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && star != NULL, FALSE);

  locker = planner_store_lock (self, &db);
  g_debug ("Storing the star of session %" G_GINT64_FORMAT "/%s", id, star->identity->key);

  return planner_sql_begin (db, error) &&
         planner_sql_end (db,
                          write_star (db, id, star, error) &&
                              write_announced (db, id, star->identity->key, error),
                          error);
}

/**
 * planner_store_remove_star:
 * @key: the key of a session
 *
 * Removes the star of a session, if there is one. Its number, its lead time, its note and its sent reminders are kept: a
 * reminder that is under way may refer to them, and the attendee may star the session again.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_store_remove_star (PlannerStore *self, gint64 id, const char *key, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && key != NULL, FALSE);

  locker = planner_store_lock (self, &db);
  g_debug ("Removing the star of session %" G_GINT64_FORMAT "/%s", id, key);

  return planner_sql_run (db, error,
                          "UPDATE stars SET removed_utc = unixepoch (), snoozed_until_utc = NULL "
                          "WHERE conference_id = ? AND key = ? AND removed_utc IS NULL",
                          "is", id, key);
}

/**
 * planner_store_find_star:
 * @key: the key of a starred session
 *
 * Returns: (nullable) (transfer full): its star; %PLANNER_STORE_ERROR_NOT_FOUND if there is none
 */
PlannerStar *
planner_store_find_star (PlannerStore *self, gint64 id, const char *key, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && key != NULL, NULL);

  locker = planner_store_lock (self, &db);

  return find_star (db, id, key, error);
}

/**
 * planner_store_set_lead:
 * @key: the key of a starred session
 * @lead_s: its lead time: in seconds, %PLANNER_LEAD_NONE or %PLANNER_LEAD_DEFAULT
 *
 * Returns: whether it succeeded; %PLANNER_STORE_ERROR_NOT_FOUND if there is no such star
 */
gboolean
planner_store_set_lead (PlannerStore *self, gint64 id, const char *key, int lead_s, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && key != NULL, FALSE);

  locker = planner_store_lock (self, &db);
  if (!planner_sql_run (db, error,
                        "UPDATE stars SET lead_s = nullif (?, ?) WHERE conference_id = ? AND key = ? "
                        "AND removed_utc IS NULL",
                        "iiis", (gint64) lead_s, (gint64) PLANNER_LEAD_DEFAULT, id, key))
    return FALSE;

  return sqlite3_changes (db) > 0 || planner_sql_set_not_found (db, error);
}

/**
 * planner_store_set_plan_b:
 * @key: the key of a starred session
 * @plan_b: whether the session is plan B; %FALSE if the attendee is going
 *
 * Writes nothing if @plan_b is stored already. A session that is no longer plan B is planned from now on, as if it was just
 * starred.
 *
 * Returns: whether it succeeded; %PLANNER_STORE_ERROR_NOT_FOUND if there is no such star
 */
gboolean
planner_store_set_plan_b (PlannerStore *self, gint64 id, const char *key, gboolean plan_b, GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && key != NULL, FALSE);

  locker = planner_store_lock (self, &db);
  g_debug ("Making session %" G_GINT64_FORMAT "/%s %s", id, key, plan_b ? "plan B" : "going");
  if (!planner_sql_run (db, error,
                        "UPDATE stars SET degree = ?1, snoozed_until_utc = NULL,"
                        "  planned_utc = iif (?1, planned_utc, unixepoch ()) "
                        "WHERE conference_id = ? AND key = ? AND removed_utc IS NULL AND degree != ?1",
                        "fis", plan_b, id, key))
    return FALSE;

  return sqlite3_changes (db) > 0 || has_star (db, id, key, error);
}

/* To be called within a transaction. */
static gboolean
change_note (sqlite3 *db, gint64 id, const char *key, const char *base, const char *note, GError **error)
{
  g_autoptr (PlannerStar) star = find_star (db, id, key, error);
  g_autofree char *merged = star ? planner_note_merge (base, note, star->note) : NULL;

  return star && (g_strcmp0 (merged, star->note) == 0 ||
                  planner_sql_run (db, error,
                                   "UPDATE stars SET note = ? "
                                   "WHERE conference_id = ? AND key = ? AND removed_utc IS NULL",
                                   "sis", merged, id, key));
}

/**
 * planner_store_set_note:
 * @key: the key of a starred session
 * @base: (nullable): the note that the attendee changed; if another one is stored, both are kept, see planner_note_merge()
 * @note: (nullable): what the attendee wrote, see planner_note_clean(); %NULL removes the note
 *
 * Writes nothing if @note is stored already.
 *
 * Returns: whether it succeeded; %PLANNER_STORE_ERROR_NOT_FOUND if there is no such star
 */
gboolean
planner_store_set_note (PlannerStore *self,
                        gint64 id,
                        const char *key,
                        const char *base,
                        const char *note,
                        GError **error)
{
  sqlite3 *db;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && key != NULL, FALSE);

  locker = planner_store_lock (self, &db);
  g_debug ("Storing the note of session %" G_GINT64_FORMAT "/%s", id, key);

  return planner_sql_begin (db, error) &&
         planner_sql_end (db, change_note (db, id, key, base, note, error), error);
}

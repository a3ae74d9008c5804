/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stars of a conference, and how they find their sessions again when a new agenda is stored.
 */

#include "store/planner-sql.h"
#include "store/planner-store-private.h"

#include "model/planner-agenda-bytes.h"

typedef struct
{
  gint64 number;
  const PlannerSession *session;
} Match;

static PlannerIdentity *
read_identity (sqlite3_stmt *statement)
{
  const PlannerIdentity borrowed = {
    .key = (char *) sqlite3_column_text (statement, 0),
    .guid = (char *) sqlite3_column_text (statement, 1),
    .id = (char *) sqlite3_column_text (statement, 2),
    .code = (char *) sqlite3_column_text (statement, 3),
    .slug = (char *) sqlite3_column_text (statement, 4),
    .title = (char *) sqlite3_column_text (statement, 5),
    .speakers = (char *) sqlite3_column_text (statement, 6),
    .start_utc = sqlite3_column_int64 (statement, 7),
  };

  return planner_identity_copy (&borrowed);
}

static GPtrArray *
read_identities (sqlite3 *db, gint64 id, GArray *matches, GError **error)
{
  g_autoptr (GPtrArray) identities = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_identity_free);
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error,
                         "SELECT key, guid, id, code, slug, title, speakers, start_utc, number FROM stars "
                         "WHERE conference_id = ? ORDER BY removed_utc IS NOT NULL, number",
                         "i", id);
  PlannerSqlStep step = PLANNER_SQL_ERROR;

  while (statement && (step = planner_sql_next (statement, error)) == PLANNER_SQL_ROW)
    {
      const Match match = { .number = sqlite3_column_int64 (statement, 8) };

      g_ptr_array_add (identities, read_identity (statement));
      g_array_append_val (matches, match);
    }

  return step == PLANNER_SQL_DONE ? g_steal_pointer (&identities) : NULL;
}

static void
find_sessions (GArray *matches, GPtrArray *identities, const PlannerAgenda *agenda)
{
  g_autoptr (GPtrArray) sessions = planner_identities_match (identities, agenda);

  for (guint i = 0; i < matches->len; i++)
    g_array_index (matches, Match, i).session = g_ptr_array_index (sessions, i);
}

static gboolean
keep_found (sqlite3 *db, const Match *match, const PlannerAgenda *agenda, GError **error)
{
  g_autoptr (PlannerStar) star = planner_star_new (agenda, match->session);
  const PlannerIdentity *identity = star->identity;

  return planner_sql_run (
      db, error,
      "UPDATE stars SET planned_utc = iif (start_utc = ?1, planned_utc, unixepoch ()), start_utc = ?1, key = ?, guid = ?,"
      "  id = ?, code = ?, slug = ?, title = ?, speakers = ?, snapshot = ?, withdrawn = 0 WHERE number = ?",
      "isssssssbi", identity->start_utc, identity->key, identity->guid, identity->id, identity->code,
      identity->slug, identity->title, identity->speakers, star->snapshot, match->number);
}

static gboolean
key_is_free (const PlannerAgenda *agenda, GHashTable *taken, const char *key)
{
  return !planner_agenda_find_session (agenda, key) && !g_hash_table_contains (taken, key);
}

/* Another session may go by the key that a withdrawn one had. */
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
keep_withdrawn (sqlite3 *db, const Match *match, const char *key, GError **error)
{
  return planner_sql_run (db, error, "UPDATE stars SET key = ?, withdrawn = 1 WHERE number = ?", "si", key,
                          match->number);
}

static gboolean
keep_all_withdrawn (sqlite3 *db,
                    GArray *matches,
                    GPtrArray *identities,
                    const PlannerAgenda *agenda,
                    GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);
      const PlannerIdentity *identity = g_ptr_array_index (identities, i);
      char *key;

      if (match->session)
        continue;
      key = find_free_key (agenda, taken, identity->key);
      g_hash_table_add (taken, key);
      if (!keep_withdrawn (db, match, key, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * planner_star_new:
 *
 * Returns: (transfer full): a star for @session of @agenda, not stored yet
 */
PlannerStar *
planner_star_new (const PlannerAgenda *agenda, const PlannerSession *session)
{
  PlannerStar *star = g_new0 (PlannerStar, 1);

  star->identity = planner_identity_new (session);
  star->snapshot = planner_agenda_session_to_bytes (agenda, session);
  star->lead_s = PLANNER_LEAD_DEFAULT;

  return star;
}

void
planner_star_free (PlannerStar *star)
{
  if (!star)
    return;

  g_clear_pointer (&star->identity, planner_identity_free);
  g_clear_pointer (&star->snapshot, g_bytes_unref);
  g_free (star);
}

/**
 * planner_store_read_stars:
 *
 * Returns: (nullable) (transfer full) (element-type PlannerStar): in the order in which they were starred
 */
GPtrArray *
planner_store_read_stars (sqlite3 *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) stars = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_star_free);
  g_autoptr (sqlite3_stmt) statement = planner_sql_query (
      db, error,
      "SELECT key, guid, id, code, slug, title, speakers, start_utc, snapshot, withdrawn, lead_s FROM stars "
      "WHERE conference_id = ? AND removed_utc IS NULL ORDER BY starred_utc, number",
      "i", id);
  PlannerSqlStep step = PLANNER_SQL_ERROR;

  while (statement && (step = planner_sql_next (statement, error)) == PLANNER_SQL_ROW)
    {
      PlannerStar *star = g_new0 (PlannerStar, 1);

      star->identity = read_identity (statement);
      star->snapshot = planner_sql_dup_bytes (statement, 8);
      star->withdrawn = sqlite3_column_int (statement, 9) != 0;
      star->lead_s = (int) planner_sql_get_int64 (statement, 10, PLANNER_LEAD_DEFAULT);
      g_ptr_array_add (stars, star);
    }

  return step == PLANNER_SQL_DONE ? g_steal_pointer (&stars) : NULL;
}

/* What was told of it, and its lead time, stay as they are. */
gboolean
planner_store_write_star (sqlite3 *db, gint64 id, const PlannerStar *star, GError **error)
{
  const PlannerIdentity *identity = star->identity;

  return planner_sql_run (
      db, error,
      "INSERT INTO stars (conference_id, key, guid, id, code, slug, title, speakers, start_utc, snapshot, withdrawn,"
      "                   starred_utc, planned_utc) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, unixepoch (), unixepoch ()) "
      "ON CONFLICT (conference_id, key) DO UPDATE SET guid = excluded.guid, id = excluded.id, code = excluded.code,"
      "  slug = excluded.slug, title = excluded.title, speakers = excluded.speakers,"
      "  start_utc = excluded.start_utc, snapshot = excluded.snapshot, withdrawn = excluded.withdrawn,"
      "  planned_utc = iif (removed_utc IS NULL AND start_utc = excluded.start_utc, planned_utc, unixepoch ()),"
      "  starred_utc = iif (removed_utc IS NULL, starred_utc, unixepoch ()), removed_utc = NULL",
      "isssssssibf", id, identity->key, identity->guid, identity->id, identity->code, identity->slug,
      identity->title, identity->speakers, identity->start_utc, star->snapshot, star->withdrawn);
}

/**
 * planner_store_drop_star:
 *
 * Takes a star away. What there is to remember of its session is kept aside, and its number is not given out again, as a
 * reminder may be on its way that names it.
 */
gboolean
planner_store_drop_star (sqlite3 *db, gint64 id, const char *key, GError **error)
{
  return planner_sql_run (db, error,
                          "UPDATE stars SET removed_utc = unixepoch (), snoozed_until_utc = NULL "
                          "WHERE conference_id = ? AND key = ? AND removed_utc IS NULL",
                          "is", id, key);
}

/**
 * planner_store_match_stars:
 * @agenda: what is going to be the stored agenda of the conference @id
 *
 * Within a transaction, gives each star the session that it has in @agenda, or marks it as withdrawn. No star goes.
 */
gboolean
planner_store_match_stars (sqlite3 *db, gint64 id, const PlannerAgenda *agenda, GError **error)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr (GPtrArray) identities = read_identities (db, id, matches, error);

  if (!identities)
    return FALSE;

  /* Sessions may have swapped their keys: all are given up before any is taken. */
  if (!planner_sql_run (db, error, "UPDATE stars SET key = NULL WHERE conference_id = ?", "i", id))
    return FALSE;

  find_sessions (matches, identities, agenda);
  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);

      if (match->session && !keep_found (db, match, agenda, error))
        return FALSE;
    }

  return keep_all_withdrawn (db, matches, identities, agenda, error);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two items can belong to one row: a conference that was added at two addresses, or a session whose key differs between
 * editions. The row exists while one of its items does, and has the values of the first of them.
 */

#include "store/planner-store-backup-rows.h"

#include "model/planner-agenda-bytes.h"
#include "model/planner-star.h"
#include "model/planner-string-table.h"
#include "net/planner-shown-address.h"
#include "plan/planner-matching.h"
#include "store/planner-sql.h"
#include "store/planner-store-editions.h"

#define PARAMETER(name) "?, "

/* Whether one of the items of a row is not removed; the name of the column follows. */
#define HAS_LIVE_ITEM                                                                                        \
  "EXISTS (SELECT 1 FROM items i JOIN marks m ON m.item = i.number WHERE m.added > m.removed AND i."

/* Returns: %FALSE with an error set; @value is 0 without a row */
static gboolean
read_number (sqlite3_stmt *statement, gint64 *value, GError **error)
{
  const PlannerSqlStep step = statement ? planner_sql_next (statement, error) : PLANNER_SQL_ERROR;

  *value = step == PLANNER_SQL_ROW ? sqlite3_column_int64 (statement, 0) : 0;

  return step != PLANNER_SQL_ERROR;
}

static gboolean
find_linked (PlannerBackupRows *self,
             const PlannerBackupItem *item,
             const char *column,
             gint64 *row,
             GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM items WHERE conference = ? AND session = ?", column);
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (self->db, error, sql, "ss", item->conference, item->session);

  return read_number (statement, row, error);
}

static gboolean
link_row (PlannerBackupRows *self,
          const PlannerBackupItem *item,
          const char *column,
          gint64 row,
          GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE items SET %s = ? WHERE conference = ? AND session = ?", column);

  return planner_sql_run (self->db, error, sql, "iss", row, item->conference, item->session);
}

static gboolean
write_marks (PlannerBackupRows *self, const PlannerBackupItem *item, gint64 number, GError **error)
{
  for (guint i = 0; i < item->marks->len; i++)
    {
      const PlannerBackupMark *mark = g_ptr_array_index (item->marks, i);

      if (!planner_sql_run (self->db, error,
                            "INSERT INTO marks VALUES (?, ?, ?, ?) ON CONFLICT (item, installation) DO UPDATE"
                            "  SET added = excluded.added, removed = excluded.removed",
                            "isii", number, mark->installation, mark->added, mark->removed))
        return FALSE;
    }

  return TRUE;
}

/* The address of this installation may contain a password, and stays unless another one was set. */
static gboolean
write_fields (PlannerBackupRows *self, const PlannerBackupItem *item, gint64 number, GError **error)
{
  for (guint i = 0; i < PLANNER_BACKUP_N_FIELDS; i++)
    if (item->fields[i].counter > 0 &&
        !planner_sql_run (
            self->db, error,
            "INSERT INTO fields VALUES (?, ?, ?, ?, ?) ON CONFLICT (item, name) DO UPDATE"
            "  SET value = iif ((counter, installation) = (excluded.counter, excluded.installation),"
            "    value, excluded.value),"
            "  counter = excluded.counter, installation = excluded.installation",
            "issis", number, planner_backup_field_names[i], item->fields[i].value, item->fields[i].counter,
            item->fields[i].installation))
      return FALSE;

  return TRUE;
}

static gboolean
write_item (PlannerBackupRows *self, const PlannerBackupItem *item, GError **error)
{
  gint64 number;

  return planner_sql_run (
             self->db, error,
             "INSERT INTO items (conference, session, removed_utc) VALUES (?, ?, ?) "
             "ON CONFLICT (conference, session) DO UPDATE SET removed_utc = excluded.removed_utc",
             "ssi", item->conference, item->session, item->removed_utc) &&
         find_linked (self, item, "number", &number, error) && write_marks (self, item, number, error) &&
         write_fields (self, item, number, error);
}

static const char *
get_value (const PlannerBackupItem *item, PlannerBackupFieldId id, const char *fallback)
{
  return item->fields[id].value ? item->fields[id].value : fallback;
}

/* An address with a password is the same as the one without it in a backup. */
static gboolean
find_by_address (PlannerBackupRows *self, const char *address, gint64 *id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (self->db, error, "SELECT id, address FROM conferences ORDER BY id", "");
  PlannerSqlStep step = PLANNER_SQL_ERROR;

  *id = 0;
  while (statement && *id == 0 && (step = planner_sql_next (statement, error)) == PLANNER_SQL_ROW)
    {
      g_autofree char *shown = planner_address_dup_shown ((const char *) sqlite3_column_text (statement, 1));

      if (g_str_equal (shown, address))
        *id = sqlite3_column_int64 (statement, 0);
    }

  return step != PLANNER_SQL_ERROR;
}

/* Until the schedule is fetched, the conference has an agenda without sessions. */
static PlannerAgenda *
make_agenda (const char *title, const char *zone_name)
{
  static const char *const no_languages[] = { NULL };
  PlannerAgenda *agenda = planner_agenda_new ();

  planner_text_add (&agenda->title, "", title);
  agenda->zone = zone_name ? g_time_zone_new_identifier (zone_name) : NULL;
  if (!agenda->zone)
    agenda->zone = g_time_zone_new_utc ();
  planner_agenda_seal (agenda, no_languages);

  return agenda;
}

static gboolean
insert_conference (PlannerBackupRows *self, const PlannerBackupItem *item, gint64 *id, GError **error)
{
  const char *address = get_value (item, PLANNER_BACKUP_ADDRESS, item->conference);
  const char *title = get_value (item, PLANNER_BACKUP_TITLE, address);
  const char *zone = get_value (item, PLANNER_BACKUP_ZONE, NULL);
  g_autoptr (PlannerAgenda) agenda = make_agenda (title, zone);
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);

  if (!planner_sql_run (
          self->db, error,
          "INSERT INTO conferences (address, title, default_zone, updated_utc) VALUES (?, ?, ?, 0)", "sss",
          address, title, zone))
    return FALSE;
  *id = sqlite3_last_insert_rowid (self->db);
  g_hash_table_add (self->created, g_strdup (item->conference));
  g_debug ("Added conference %" G_GINT64_FORMAT " from another computer or a backup", *id);

  return planner_store_write_agenda (self->db, *id, agenda, bytes, error) &&
         link_row (self, item, "conference_id", *id, error);
}

/* A removed conference is stored as well, until it is purged: it may have stars that another computer still shows. */
static gboolean
find_or_insert_conference (PlannerBackupRows *self, const PlannerBackupItem *item, gint64 *id, GError **error)
{
  if (!find_linked (self, item, "conference_id", id, error))
    return FALSE;
  if (*id != 0 || item->marks->len == 0)
    return TRUE;
  if (!find_by_address (self, get_value (item, PLANNER_BACKUP_ADDRESS, item->conference), id, error))
    return FALSE;

  return *id != 0 ? link_row (self, item, "conference_id", *id, error)
                  : insert_conference (self, item, id, error);
}

/* Another address or zone makes the next refresh read the schedule again. */
#define READ_AGAIN "edition = edition + 1, etag = NULL, last_modified = NULL"

static gboolean
write_address (PlannerBackupRows *self, const PlannerBackupItem *item, gint64 id, GError **error)
{
  const char *address = get_value (item, PLANNER_BACKUP_ADDRESS, item->conference);
  gint64 owner;

  if (!find_by_address (self, address, &owner, error))
    return FALSE;

  return owner != 0 ||
         planner_sql_run (self->db, error, "UPDATE conferences SET address = ?, " READ_AGAIN " WHERE id = ?",
                          "si", address, id);
}

static gboolean
write_conference_values (PlannerBackupRows *self, const PlannerBackupItem *item, gint64 id, GError **error)
{
  const char *zone = get_value (item, PLANNER_BACKUP_ZONE, NULL);
  const char *name = get_value (item, PLANNER_BACKUP_NAME, NULL);
  const gboolean remind = !g_str_equal (get_value (item, PLANNER_BACKUP_REMIND, "1"), "0");

  return write_address (self, item, id, error) &&
         planner_sql_run (self->db, error,
                          "UPDATE conferences SET own_zone = ?1, " READ_AGAIN
                          " WHERE id = ?2 AND ?1 IS NOT NULL"
                          "  AND coalesce (own_zone, default_zone) IS NOT ?1",
                          "si", zone, id) &&
         planner_sql_run (self->db, error,
                          "UPDATE conferences SET own_title = ?1, remind = ?2 WHERE id = ?3"
                          "  AND (own_title IS NOT ?1 OR remind IS NOT ?2)",
                          "sfi", name, remind, id);
}

static gboolean
is_first (PlannerBackupRows *self,
          const PlannerBackupItem *item,
          const char *column,
          gint64 row,
          GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT 1 FROM items WHERE %s = ? AND (conference, session) < (?, ?)", column);
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (self->db, error, sql, "iss", row, item->conference, item->session);
  gint64 other;

  return read_number (statement, &other, error) && other == 0;
}

/* An item without marks does not say whether the attendee has it: it is the bundled conference. */
static gboolean
write_conference (PlannerBackupRows *self, const PlannerBackupItem *item, GError **error)
{
  gint64 id;

  if (!find_or_insert_conference (self, item, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  if (is_first (self, item, "conference_id", id, error) && !write_conference_values (self, item, id, error))
    return FALSE;
  if (item->marks->len == 0)
    return TRUE;

  return planner_sql_run (
             self->db, error,
             "UPDATE conferences SET removed_utc = NULL WHERE id = ?1 AND removed_utc IS NOT NULL"
             "  AND " HAS_LIVE_ITEM "conference_id = ?1)",
             "i", id) &&
         planner_sql_run (self->db, error,
                          "UPDATE conferences SET removed_utc = ?2 WHERE id = ?1 AND removed_utc IS NULL"
                          "  AND NOT " HAS_LIVE_ITEM "conference_id = ?1)",
                          "ii", id, self->now_utc);
}

static PlannerAgenda *
load_agenda (PlannerBackupRows *self, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (self->db, error, "SELECT agenda FROM agendas WHERE conference_id = ?", "i", id);
  const PlannerSqlStep step = statement ? planner_sql_next (statement, error) : PLANNER_SQL_ERROR;
  g_autoptr (GBytes) bytes = step == PLANNER_SQL_ROW ? planner_sql_dup_bytes (statement, 0) : NULL;
  PlannerAgenda *agenda = bytes ? planner_agenda_new_from_bytes (bytes, g_get_language_names ()) : NULL;

  if (step == PLANNER_SQL_ERROR)
    return NULL;

  return agenda ? agenda : make_agenda ("", NULL);
}

/* Returns: (nullable) (transfer none): the stored agenda, which may be empty */
static PlannerAgenda *
find_agenda (PlannerBackupRows *self, gint64 id, GError **error)
{
  PlannerAgenda *agenda = g_hash_table_lookup (self->agendas, &id);

  if (agenda)
    return agenda;
  agenda = load_agenda (self, id, error);
  if (agenda)
    g_hash_table_insert (self->agendas, g_memdup2 (&id, sizeof id), agenda);

  return agenda;
}

static const PlannerSession *
match_session (const PlannerAgenda *agenda, const PlannerIdentity *identity)
{
  g_autoptr (GPtrArray) identities = g_ptr_array_new ();
  g_autoptr (GPtrArray) sessions = NULL;

  g_ptr_array_add (identities, (gpointer) identity);
  sessions = planner_match_identities (identities, agenda->sessions);

  return g_ptr_array_index (sessions, 0);
}

static gboolean
find_star_by_key (PlannerBackupRows *self, gint64 id, const char *key, gint64 *number, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (self->db, error, "SELECT number FROM stars WHERE conference_id = ? AND key = ?",
                         "is", id, key);

  return read_number (statement, number, error);
}

/* Another session may have the key. */
static gboolean
choose_free_key (PlannerBackupRows *self,
                 const PlannerAgenda *agenda,
                 gint64 id,
                 PlannerIdentity *identity,
                 GError **error)
{
  g_autofree char *wanted = g_strdup (identity->key);
  gint64 number;

  for (guint i = 1; TRUE; i++)
    {
      if (!find_star_by_key (self, id, identity->key, &number, error))
        return FALSE;
      if (number == 0 && !planner_agenda_find_session (agenda, identity->key))
        return TRUE;
      g_free (identity->key);
      identity->key = g_strdup_printf ("%s~withdrawn%u", wanted, i);
    }
}

/* Returns: (transfer full): the star of a session that the stored agenda lacks */
static PlannerStar *
make_absent_star (PlannerBackupRows *self, const PlannerBackupItem *item, const PlannerAgenda *agenda)
{
  PlannerStar *star = g_new0 (PlannerStar, 1);

  star->identity = planner_identity_copy (item->identity);
  star->snapshot = g_bytes_ref (item->snapshot);
  star->withdrawn = agenda->sessions->len > 0;
  star->past = star->withdrawn && item->identity->start_utc < self->now_utc;

  return star;
}

static gboolean
insert_star (PlannerBackupRows *self,
             const PlannerBackupItem *item,
             gint64 id,
             const PlannerStar *star,
             gint64 *number,
             GError **error)
{
  if (!planner_sql_run (self->db, error,
                        "INSERT INTO stars (conference_id, " PLANNER_IDENTITY_COLUMNS
                        ", snapshot, withdrawn, past, starred_utc, planned_utc) "
                        "VALUES (?, " PLANNER_IDENTITY_TEXTS (PARAMETER) "?, ?, ?, ?, ?, ?)",
                        "iIbffii", id, star->identity, star->snapshot, star->withdrawn, star->past,
                        self->now_utc, self->now_utc))
    return FALSE;
  *number = sqlite3_last_insert_rowid (self->db);

  return link_row (self, item, "star", *number, error);
}

/* Finds the session in the stored agenda, in which it may have another key. */
static gboolean
create_star (PlannerBackupRows *self,
             const PlannerBackupItem *item,
             gint64 id,
             gint64 *number,
             GError **error)
{
  const PlannerAgenda *agenda = find_agenda (self, id, error);
  const PlannerSession *session = agenda ? match_session (agenda, item->identity) : NULL;
  g_autoptr (PlannerStar) star = NULL;

  if (!agenda)
    return FALSE;
  if (session)
    {
      if (!find_star_by_key (self, id, session->key, number, error))
        return FALSE;
      if (*number != 0)
        return link_row (self, item, "star", *number, error);
    }
  star = session ? planner_star_new (agenda, session) : make_absent_star (self, item, agenda);

  return (session || choose_free_key (self, agenda, id, star->identity, error)) &&
         insert_star (self, item, id, star, number, error);
}

static gboolean
write_star_values (PlannerBackupRows *self, const PlannerBackupItem *item, gint64 number, GError **error)
{
  return planner_sql_run (
      self->db, error,
      "UPDATE stars SET degree = CAST (?1 AS INTEGER), note = ?2, lead_s = CAST (?3 AS INTEGER)"
      "  WHERE number = ?4 AND (degree IS NOT CAST (?1 AS INTEGER) OR note IS NOT ?2"
      "  OR lead_s IS NOT CAST (?3 AS INTEGER))",
      "sssi", get_value (item, PLANNER_BACKUP_DEGREE, "0"), get_value (item, PLANNER_BACKUP_NOTE, NULL),
      get_value (item, PLANNER_BACKUP_LEAD, NULL), number);
}

/* A new star counts as planned now, so that the planner does not remind of sessions that are over. */
static gboolean
update_star (PlannerBackupRows *self, const PlannerBackupItem *item, gint64 number, GError **error)
{
  if (is_first (self, item, "star", number, error) && !write_star_values (self, item, number, error))
    return FALSE;

  return planner_sql_run (self->db, error,
                          "UPDATE stars SET removed_utc = NULL, starred_utc = ?2, planned_utc = ?2"
                          "  WHERE number = ?1 AND removed_utc IS NOT NULL AND " HAS_LIVE_ITEM "star = ?1)",
                          "ii", number, self->now_utc) &&
         planner_sql_run (self->db, error,
                          "UPDATE stars SET removed_utc = ?2, snoozed_until_utc = NULL"
                          "  WHERE number = ?1 AND removed_utc IS NULL AND NOT " HAS_LIVE_ITEM "star = ?1)",
                          "ii", number, self->now_utc);
}

static gboolean
find_conference_of_star (PlannerBackupRows *self, const PlannerBackupItem *item, gint64 *id, GError **error)
{
  const PlannerBackupItem conference = { .conference = item->conference, .session = (char *) "" };

  return find_linked (self, &conference, "conference_id", id, error);
}

static gboolean
write_star (PlannerBackupRows *self, const PlannerBackupItem *item, GError **error)
{
  gint64 id, number;

  if (!find_conference_of_star (self, item, &id, error) || !find_linked (self, item, "star", &number, error))
    return FALSE;
  if (number == 0 && id != 0 && item->snapshot && planner_backup_item_is_live (item) &&
      !create_star (self, item, id, &number, error))
    return FALSE;

  return number == 0 || update_star (self, item, number, error);
}

void
planner_backup_rows_init (PlannerBackupRows *self, sqlite3 *db, gint64 now_utc)
{
  self->db = db;
  self->now_utc = now_utc;
  self->agendas =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) planner_agenda_unref);
  self->created = planner_string_table_new (g_free, NULL);
}

void
planner_backup_rows_clear (PlannerBackupRows *self)
{
  g_clear_pointer (&self->agendas, g_hash_table_unref);
  g_clear_pointer (&self->created, g_hash_table_unref);
}

/**
 * planner_backup_rows_write:
 * @item: a merged item; the items of a conference follow the conference
 *
 * Returns: whether it succeeded
 */
gboolean
planner_backup_rows_write (PlannerBackupRows *self, const PlannerBackupItem *item, GError **error)
{
  if (!write_item (self, item, error))
    return FALSE;

  return planner_backup_item_is_star (item) ? write_star (self, item, error)
                                            : write_conference (self, item, error);
}

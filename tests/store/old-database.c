/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/old-database.h"

#include "store/database.h"
#include "store/planner-change-bytes.h"
#include "store/store-fixture.h"

/* The steps of the schema as they were released, each with content of its time. */
static const char *const steps[] = {
  "CREATE TABLE conferences ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  address TEXT NOT NULL UNIQUE,"
  "  title TEXT NOT NULL,"
  "  default_zone TEXT,"
  "  etag TEXT,"
  "  last_modified TEXT,"
  "  bundled_version TEXT,"
  "  updated_utc INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE agendas ("
  "  conference_id INTEGER PRIMARY KEY REFERENCES conferences (id) ON DELETE CASCADE,"
  "  agenda BLOB NOT NULL"
  ") STRICT;"
  "CREATE TABLE stars ("
  "  number INTEGER PRIMARY KEY,"
  "  conference_id INTEGER NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,"
  "  key TEXT,"
  "  guid TEXT,"
  "  id TEXT,"
  "  code TEXT,"
  "  slug TEXT,"
  "  title TEXT,"
  "  speakers TEXT,"
  "  start_utc INTEGER NOT NULL,"
  "  snapshot BLOB NOT NULL,"
  "  withdrawn INTEGER NOT NULL,"
  "  starred_utc INTEGER NOT NULL,"
  "  UNIQUE (conference_id, key)"
  ") STRICT;"
  "CREATE TABLE named_values ("
  "  name TEXT PRIMARY KEY,"
  "  value TEXT NOT NULL"
  ") STRICT;"
  "INSERT INTO conferences VALUES (1, 'https://example.org/schedule.json', 'Conference', 'Asia/Shanghai', 'W/\"1\"',"
  "  'Mon, 01 May 2023 08:00:00 GMT', NULL, 7);"
  "INSERT INTO conferences VALUES (2, 'https://example.org/other.json', 'Other', NULL, NULL, NULL, '2023', 0);"
  "INSERT INTO stars VALUES (1, 1, 'a', 'guid-a', '1', NULL, NULL, 'Kernel', NULL, 1685236800, x'', 0, 9);"
  "INSERT INTO stars VALUES (2, 1, 'z', 'guid-z', '9', 'Z', 'z', 'Gone', 'Ann', 1685240400, x'', 1, 8);"
  "INSERT INTO named_values VALUES ('bundled-given', 'yes');",

  "ALTER TABLE stars ADD COLUMN removed_utc INTEGER;"
  "ALTER TABLE stars ADD COLUMN planned_utc INTEGER NOT NULL DEFAULT 0;"
  "UPDATE stars SET planned_utc = starred_utc;"
  "ALTER TABLE stars ADD COLUMN lead_s INTEGER;"
  "ALTER TABLE stars ADD COLUMN snoozed_start_utc INTEGER;"
  "ALTER TABLE stars ADD COLUMN snoozed_until_utc INTEGER;"
  "ALTER TABLE stars ADD COLUMN shown_start_utc INTEGER;"
  "ALTER TABLE stars ADD COLUMN shown_key TEXT;"
  "CREATE TABLE told ("
  "  star INTEGER NOT NULL REFERENCES stars (number) ON DELETE CASCADE,"
  "  start_utc INTEGER NOT NULL,"
  "  lead_s INTEGER NOT NULL,"
  "  told_utc INTEGER NOT NULL,"
  "  PRIMARY KEY (star, start_utc, lead_s)"
  ") STRICT, WITHOUT ROWID;"
  "ALTER TABLE conferences ADD COLUMN first_utc INTEGER;"
  "ALTER TABLE conferences ADD COLUMN last_utc INTEGER;"
  "ALTER TABLE conferences ADD COLUMN tried_utc INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE conferences ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;"
  "UPDATE stars SET lead_s = 600, shown_start_utc = 1685236800, shown_key = 'a' WHERE number = 1;"
  "INSERT INTO stars VALUES (3, 1, 'b', 'guid-b', '2', NULL, NULL, 'Compiler', NULL, 1685240400, x'', 0, 9, NULL, 9,"
  "  NULL, NULL, NULL, NULL, NULL);"
  "INSERT INTO told VALUES (1, 1685236800, 600, 1685236200);"
  "UPDATE conferences SET first_utc = 1685236800, last_utc = 1685244000, tried_utc = 7, failures = 2 WHERE id = 1;",

  "CREATE TABLE changes ("
  "  number INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  conference_id INTEGER NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,"
  "  key TEXT NOT NULL,"
  "  flags INTEGER NOT NULL,"
  "  withdrawn INTEGER NOT NULL,"
  "  details BLOB NOT NULL,"
  "  found_utc INTEGER NOT NULL,"
  "  seen INTEGER NOT NULL,"
  "  dismissed INTEGER NOT NULL,"
  "  announced INTEGER NOT NULL"
  ") STRICT;"
  "CREATE INDEX changes_of_conference ON changes (conference_id, key);",

  "ALTER TABLE conferences ADD COLUMN edition INTEGER NOT NULL DEFAULT 1;"
  "ALTER TABLE conferences ADD COLUMN changed INTEGER NOT NULL DEFAULT 1;"
  "ALTER TABLE conferences ADD COLUMN own_title TEXT;"
  "ALTER TABLE conferences ADD COLUMN own_zone TEXT;"
  "ALTER TABLE conferences ADD COLUMN remind INTEGER NOT NULL DEFAULT 1;"
  "ALTER TABLE conferences ADD COLUMN removed_utc INTEGER;"
  "ALTER TABLE conferences ADD COLUMN replaced_utc INTEGER;"
  "ALTER TABLE conferences ADD COLUMN replaced_title TEXT;"
  "ALTER TABLE conferences ADD COLUMN view_state TEXT;"
  "ALTER TABLE stars ADD COLUMN degree INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE stars ADD COLUMN note TEXT;"
  "ALTER TABLE stars ADD COLUMN past INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE stars ADD COLUMN changed INTEGER NOT NULL DEFAULT 1;"
  "ALTER TABLE changes ADD COLUMN format INTEGER NOT NULL DEFAULT 1;"
  "CREATE TABLE tombstones ("
  "  address TEXT PRIMARY KEY,"
  "  removed_utc INTEGER NOT NULL"
  ") STRICT;"
  "INSERT INTO named_values (name, value) VALUES ('installation', lower (hex (randomblob (16))));"
  "CREATE TRIGGER conference_changed AFTER UPDATE OF address, title, default_zone, etag, last_modified,"
  "  bundled_version, updated_utc, edition, own_title, own_zone, remind, removed_utc, replaced_utc ON conferences"
  "  BEGIN UPDATE conferences SET changed = changed + 1 WHERE id = new.id; END;"
  "CREATE TRIGGER star_added AFTER INSERT ON stars BEGIN"
  "  UPDATE conferences SET changed = changed + 1 WHERE id = new.conference_id;"
  "  UPDATE stars SET changed = ifnull ((SELECT changed FROM conferences WHERE id = new.conference_id), 1)"
  "    WHERE number = new.number; END;"
  "CREATE TRIGGER star_changed AFTER UPDATE OF key, snapshot, withdrawn, starred_utc, removed_utc, lead_s,"
  "  degree, note, past ON stars BEGIN"
  "  UPDATE conferences SET changed = changed + 1 WHERE id = new.conference_id;"
  "  UPDATE stars SET changed = ifnull ((SELECT changed FROM conferences WHERE id = new.conference_id), 1)"
  "    WHERE number = new.number; END;"
  "CREATE TRIGGER change_added AFTER INSERT ON changes"
  "  BEGIN UPDATE conferences SET changed = changed + 1 WHERE id = new.conference_id; END;"
  "CREATE TRIGGER change_changed AFTER UPDATE OF seen, dismissed ON changes"
  "  BEGIN UPDATE conferences SET changed = changed + 1 WHERE id = new.conference_id; END;"
  "CREATE TRIGGER change_removed AFTER DELETE ON changes"
  "  BEGIN UPDATE conferences SET changed = changed + 1 WHERE id = old.conference_id; END;"
  "UPDATE stars SET note = 'Front row', degree = 1 WHERE number = 1;"
  "UPDATE conferences SET own_title = 'Mine', remind = 0 WHERE id = 1;"
  "INSERT INTO tombstones VALUES ('https://me:secret@example.org/gone.json', 11);",
};

static void
write_bytes (const char *path, const char *sql, GBytes *bytes)
{
  gsize size_bytes;
  const void *data = g_bytes_get_data (bytes, &size_bytes);
  sqlite3_stmt *statement;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_blob64 (statement, 1, data, size_bytes, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
write_agendas (const char *path)
{
  static const Row rows[] = {
    { "a", "guid-a", "1", "Kernel", START_UTC },
    { "b", "guid-b", "2", "Compiler", START_UTC + 3600 },
  };
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);
  g_autoptr (PlannerStar) star = planner_star_new (agenda, planner_agenda_get_session (agenda, 0));

  write_bytes (path, "INSERT INTO agendas VALUES (1, ?)", bytes);
  write_bytes (path, "INSERT INTO agendas VALUES (2, ?)", bytes);
  write_bytes (path, "UPDATE stars SET snapshot = ?", star->snapshot);
}

/* The details of a change of “Kernel”, as version 3 of the schema has them. */
static GBytes *
make_details (void)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (
      "((@ms 'a', @ms 'guid-a', @ms '1', @ms nothing, @ms nothing, @ms 'Kernel', @ms nothing, @x 1685236800),"
      " @m(assxxmsasmsasaassb) just (@as ['', 'Kernel'], '2023-05-28', @x 1685236800, @x 3600, @ms nothing, @as [],"
      "  @ms nothing, @as [], @aas [], 'digest', false),"
      " @m(assxxmsasmsasaassb) just (@as ['', 'Kernel'], '2023-05-28', @x 1685240400, @x 3600, @ms nothing, @as [],"
      "  @ms nothing, @as [], @aas [], 'digest', false),"
      " @ms nothing, @ms nothing)"));

  return g_variant_get_data_as_bytes (variant);
}

static void
write_change (const char *path)
{
  g_autoptr (GBytes) details = make_details ();

  write_bytes (
      path,
      "INSERT INTO changes (number, conference_id, key, flags, withdrawn, details, found_utc, seen, dismissed,"
      "  announced) VALUES (5, 1, 'a', 16, 0, ?, 7, 0, 0, 0)",
      details);
}

void
make_old_database (const char *path, int version)
{
  g_autofree char *stamp =
      g_strdup_printf ("PRAGMA application_id = 0x474f5443; PRAGMA user_version = %d", version);

  g_assert_cmpint (version, >=, 1);
  g_assert_cmpint (version, <=, (int) G_N_ELEMENTS (steps));
  execute (path, stamp);
  for (int i = 0; i < version; i++)
    execute (path, steps[i]);
  write_agendas (path);
  if (version >= 3)
    write_change (path);
}

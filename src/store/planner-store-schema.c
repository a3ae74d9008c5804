/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The versions of the database's schema, each as the SQL that makes it from the version before.
 */

#include "store/planner-store-schema.h"

/* SQL that version 5 uses repeatedly. */
#define INSTALLATION "(SELECT value FROM named_values WHERE name = 'installation')"
#define COUNTER "(SELECT counter FROM clock)"
#define NOT_MERGING "(SELECT NOT merging FROM clock)"
#define RAISE_MARK "ON CONFLICT (item, installation) DO UPDATE SET added = excluded.added"
#define SET_FIELD                                                                                            \
  "ON CONFLICT (item, name) DO UPDATE SET value = excluded.value, counter = excluded.counter, "              \
  "installation = excluded.installation"

/* The address without user name and password, which end at its last @. It only identifies a conference and is not
 * fetched. */
#define PUBLIC_ADDRESS(address)                                                                              \
  "iif (instr (" address ", '@'), substr (" address ", 1, ifnull (nullif (instr (" address                   \
  ", '://'), 0) + 2, 0))"                                                                                    \
  " || substr (" address ", length (rtrim (" address ", replace (" address ", '@', ''))) + 1), " address ")"

/* A key that is not a guid may belong to another session in another edition. */
#define STAR_NAME(star)                                                                                      \
  "iif (" star ".guid IS NULL, " star ".key || '/' || ifnull (" star ".title, ''), " star ".key)"

#define CONFERENCE_FIELDS(conference)                                                                        \
  "SELECT id, 'address' AS name, address AS value FROM " conference                                          \
  " UNION ALL SELECT id, 'title', title FROM " conference                                                    \
  " UNION ALL SELECT id, 'name', own_title FROM " conference                                                 \
  " UNION ALL SELECT id, 'zone', coalesce (own_zone, default_zone) FROM " conference                         \
  " UNION ALL SELECT id, 'remind', iif (remind, NULL, '0') FROM " conference
#define STAR_FIELDS(star)                                                                                    \
  "SELECT number, 'degree' AS name, CAST (nullif (degree, 0) AS TEXT) AS value FROM " star                   \
  " UNION ALL SELECT number, 'note', note FROM " star                                                        \
  " UNION ALL SELECT number, 'lead', CAST (lead_s AS TEXT) FROM " star                                       \
  " UNION ALL SELECT number, 'session', NULL FROM " star

/* A released version must not be changed; add another one instead. The formatter is off because it indents each line after a
 * macro further. */

/* clang-format off */

static const char version_1[] =
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
  /* The key is NULL only within the transaction that assigns new keys. */
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
  ") STRICT;";

/* When a star is removed, removed_utc is set, and its sent reminders (told) and its lead time are kept. */
static const char version_2[] =
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
  /* NULL until it is known; see planner_store_list_refreshes(). */
  "ALTER TABLE conferences ADD COLUMN first_utc INTEGER;"
  "ALTER TABLE conferences ADD COLUMN last_utc INTEGER;"
  "ALTER TABLE conferences ADD COLUMN tried_utc INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE conferences ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;";

/* A number is not used again, so that it always refers to the change that was announced. */
static const char version_3[] =
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
  "CREATE INDEX changes_of_conference ON changes (conference_id, key);";

/* edition counts the stored editions; a writer compares it with the edition that it has read. A removed conference has
 * removed_utc, and can be restored until it is purged. replaced_utc is when another conference was found at the address,
 * and replaced_title the title before. view_state belongs to this installation. */
static const char version_4[] =
  "ALTER TABLE conferences ADD COLUMN edition INTEGER NOT NULL DEFAULT 1;"
  "ALTER TABLE conferences ADD COLUMN changed INTEGER NOT NULL DEFAULT 1;"
  "ALTER TABLE conferences ADD COLUMN own_title TEXT;"
  "ALTER TABLE conferences ADD COLUMN own_zone TEXT;"
  "ALTER TABLE conferences ADD COLUMN remind INTEGER NOT NULL DEFAULT 1;"
  "ALTER TABLE conferences ADD COLUMN removed_utc INTEGER;"
  "ALTER TABLE conferences ADD COLUMN replaced_utc INTEGER;"
  "ALTER TABLE conferences ADD COLUMN replaced_title TEXT;"
  "ALTER TABLE conferences ADD COLUMN view_state TEXT;"
  /* degree is 0 for “going” and 1 for “plan B”. past is set when the schedule dropped the session after its end. */
  "ALTER TABLE stars ADD COLUMN degree INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE stars ADD COLUMN note TEXT;"
  "ALTER TABLE stars ADD COLUMN past INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE stars ADD COLUMN changed INTEGER NOT NULL DEFAULT 1;"
  /* The version of the bytes in details; see planner_change_new_from_bytes(). */
  "ALTER TABLE changes ADD COLUMN format INTEGER NOT NULL DEFAULT 1;"
  /* The conferences that were purged, so that merging with another installation does not add them again. */
  "CREATE TABLE tombstones ("
  "  address TEXT PRIMARY KEY,"
  "  removed_utc INTEGER NOT NULL"
  ") STRICT;"
  "INSERT INTO named_values (name, value) VALUES ('installation', lower (hex (randomblob (16))));"
  /* Triggers count each change of what other processes show, so that no writer can forget to. */
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
  "  BEGIN UPDATE conferences SET changed = changed + 1 WHERE id = old.conference_id; END;";

/* items, marks and fields are what is merged with other installations; see #PlannerBackup. They stay when a conference or a
 * star is deleted. conference_id is set for conferences and star for stars. Triggers write them, so that no writer can
 * forget it, except while a merge writes them itself. The attendee did nothing with the bundled conference until a session
 * is starred or the conference is removed, so that an installation that is new does not bring it back elsewhere. */
static const char version_5[] =
  "CREATE TABLE clock ("
  "  counter INTEGER NOT NULL,"
  "  merging INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE items ("
  "  number INTEGER PRIMARY KEY,"
  "  conference TEXT NOT NULL,"
  "  session TEXT NOT NULL,"
  "  conference_id INTEGER REFERENCES conferences (id) ON DELETE SET NULL,"
  "  star INTEGER REFERENCES stars (number) ON DELETE SET NULL,"
  "  removed_utc INTEGER NOT NULL DEFAULT 0,"
  "  UNIQUE (conference, session)"
  ") STRICT;"
  "CREATE INDEX items_of_conference ON items (conference_id);"
  "CREATE INDEX items_of_star ON items (star);"
  "CREATE TABLE marks ("
  "  item INTEGER NOT NULL REFERENCES items (number) ON DELETE CASCADE,"
  "  installation TEXT NOT NULL,"
  "  added INTEGER NOT NULL,"
  "  removed INTEGER NOT NULL,"
  "  PRIMARY KEY (item, installation)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE fields ("
  "  item INTEGER NOT NULL REFERENCES items (number) ON DELETE CASCADE,"
  "  name TEXT NOT NULL,"
  "  value TEXT,"
  "  counter INTEGER NOT NULL,"
  "  installation TEXT NOT NULL,"
  "  PRIMARY KEY (item, name)"
  ") STRICT, WITHOUT ROWID;"
  "INSERT INTO clock VALUES (1, 0);"
  "INSERT INTO items (conference, session, conference_id, removed_utc)"
  "  SELECT " PUBLIC_ADDRESS ("address") ", '', id, ifnull (removed_utc, 0) FROM conferences WHERE true"
  "  ON CONFLICT DO NOTHING;"
  "INSERT INTO items (conference, session, conference_id, removed_utc)"
  "  SELECT " PUBLIC_ADDRESS ("address") " || '#' || id, '', id, ifnull (removed_utc, 0) FROM conferences"
  "  WHERE id NOT IN (SELECT conference_id FROM items);"
  "INSERT INTO marks SELECT i.number, " INSTALLATION ", 1, c.removed_utc IS NOT NULL"
  "  FROM items i JOIN conferences c ON c.id = i.conference_id"
  "  WHERE c.bundled_version IS NULL OR c.removed_utc IS NOT NULL"
  "    OR EXISTS (SELECT 1 FROM stars s WHERE s.conference_id = c.id AND s.removed_utc IS NULL);"
  "INSERT INTO fields SELECT i.number, f.name, f.value, 1, " INSTALLATION
  "  FROM items i JOIN conferences c ON c.id = i.conference_id"
  " JOIN (" CONFERENCE_FIELDS ("conferences") ") f ON f.id = c.id"
  "  WHERE f.value IS NOT NULL;"
  "INSERT INTO items (conference, session, removed_utc) SELECT " PUBLIC_ADDRESS ("address") ", '', removed_utc"
  "  FROM tombstones WHERE true ON CONFLICT DO NOTHING;"
  "INSERT INTO marks SELECT number, " INSTALLATION ", 1, 1 FROM items WHERE conference_id IS NULL;"
  "DROP TABLE tombstones;"
  "INSERT INTO items (conference, session, star, removed_utc)"
  "  SELECT i.conference, " STAR_NAME ("s") ", s.number, ifnull (s.removed_utc, 0)"
  "  FROM stars s JOIN items i ON i.conference_id = s.conference_id WHERE true ON CONFLICT DO NOTHING;"
  "INSERT INTO items (conference, session, star, removed_utc)"
  "  SELECT i.conference, " STAR_NAME ("s") " || '#' || s.number, s.number, ifnull (s.removed_utc, 0)"
  "  FROM stars s JOIN items i ON i.conference_id = s.conference_id"
  "  WHERE s.number NOT IN (SELECT star FROM items WHERE star IS NOT NULL);"
  "INSERT INTO marks SELECT i.number, " INSTALLATION ", 1, s.removed_utc IS NOT NULL"
  "  FROM items i JOIN stars s ON s.number = i.star;"
  "INSERT INTO fields SELECT i.number, f.name, f.value, 1, " INSTALLATION
  "  FROM items i JOIN (" STAR_FIELDS ("stars") ") f ON f.number = i.star"
  " WHERE f.value IS NOT NULL OR f.name = 'session';"
  "CREATE TRIGGER merge_conference_added AFTER INSERT ON conferences WHEN " NOT_MERGING " BEGIN"
  "  UPDATE clock SET counter = counter + 1;"
  "  INSERT INTO items (conference, session, conference_id) VALUES (" PUBLIC_ADDRESS ("new.address")
  "    || iif (EXISTS (SELECT 1 FROM items WHERE conference = " PUBLIC_ADDRESS ("new.address") " AND session = ''"
  "      AND conference_id IS NOT NULL), '#' || " INSTALLATION " || '-' || " COUNTER ", ''), '', new.id)"
  "    ON CONFLICT (conference, session) DO UPDATE SET conference_id = new.id;"
  "  INSERT INTO marks SELECT number, " INSTALLATION ", " COUNTER ", 0 FROM items"
  "    WHERE conference_id = new.id AND new.bundled_version IS NULL " RAISE_MARK ";"
  "  INSERT INTO fields SELECT i.number, f.name, f.value, " COUNTER ", " INSTALLATION
  "    FROM items i JOIN (" CONFERENCE_FIELDS ("conferences WHERE id = new.id") ") f"
  "    WHERE i.conference_id = new.id AND f.value IS NOT NULL " SET_FIELD "; END;"
  "CREATE TRIGGER merge_conference_changed AFTER UPDATE OF address, title, own_title, own_zone, default_zone, remind"
  "  ON conferences WHEN " NOT_MERGING " BEGIN"
  "  UPDATE clock SET counter = counter + 1;"
  "  INSERT INTO fields SELECT i.number, f.name, f.value, " COUNTER ", " INSTALLATION
  "    FROM items i JOIN (" CONFERENCE_FIELDS ("conferences WHERE id = new.id") ") f"
  "    LEFT JOIN fields o ON o.item = i.number AND o.name = f.name"
  "    WHERE i.conference_id = new.id AND f.value IS NOT o.value " SET_FIELD "; END;"
  "CREATE TRIGGER merge_conference_removed AFTER UPDATE OF removed_utc ON conferences"
  "  WHEN old.removed_utc IS NULL AND new.removed_utc IS NOT NULL AND " NOT_MERGING " BEGIN"
  "  UPDATE clock SET counter = counter + 1;"
  "  INSERT INTO marks SELECT number, " INSTALLATION ", " COUNTER ", 0 FROM items"
  " WHERE conference_id = new.id " RAISE_MARK ";"
  "  UPDATE marks SET removed = added WHERE item IN (SELECT number FROM items WHERE conference_id = new.id);"
  "  UPDATE items SET removed_utc = new.removed_utc WHERE conference_id = new.id; END;"
  "CREATE TRIGGER merge_conference_restored AFTER UPDATE OF removed_utc ON conferences"
  "  WHEN old.removed_utc IS NOT NULL AND new.removed_utc IS NULL AND " NOT_MERGING " BEGIN"
  "  UPDATE clock SET counter = counter + 1;"
  "  INSERT INTO marks SELECT number, " INSTALLATION ", " COUNTER ", 0 FROM items"
  " WHERE conference_id = new.id " RAISE_MARK "; END;"
  /* A star also adds its conference, so that it stays if another computer has removed the conference meanwhile. */
  "CREATE TRIGGER merge_star_added AFTER INSERT ON stars WHEN " NOT_MERGING " BEGIN"
  "  UPDATE clock SET counter = counter + 1;"
  "  INSERT INTO items (conference, session, star) SELECT c.conference, " STAR_NAME ("new")
  "    || iif (EXISTS (SELECT 1 FROM items o WHERE o.conference = c.conference AND o.session = " STAR_NAME ("new")
  "      AND o.star IS NOT NULL), '#' || " INSTALLATION " || '-' || " COUNTER ", ''), new.number"
  "    FROM (SELECT conference FROM items WHERE conference_id = new.conference_id ORDER BY number LIMIT 1) c WHERE true"
  "    ON CONFLICT (conference, session) DO UPDATE SET star = new.number;"
  "  INSERT INTO marks SELECT number, " INSTALLATION ", " COUNTER ", 0 FROM items"
  "    WHERE (star = new.number OR conference_id = new.conference_id) AND new.removed_utc IS NULL " RAISE_MARK ";"
  "  INSERT INTO fields SELECT i.number, f.name, f.value, " COUNTER ", " INSTALLATION
  "    FROM items i JOIN (" STAR_FIELDS ("stars WHERE number = new.number") ") f"
  "    WHERE i.star = new.number AND (f.value IS NOT NULL OR f.name = 'session') " SET_FIELD "; END;"
  "CREATE TRIGGER merge_star_changed AFTER UPDATE OF degree, note, lead_s ON stars WHEN " NOT_MERGING " BEGIN"
  "  UPDATE clock SET counter = counter + 1;"
  "  INSERT INTO fields SELECT i.number, f.name, f.value, " COUNTER ", " INSTALLATION
  "    FROM items i JOIN (" STAR_FIELDS ("stars WHERE number = new.number") ") f"
  "    LEFT JOIN fields o ON o.item = i.number AND o.name = f.name"
  "    WHERE i.star = new.number AND f.name != 'session' AND f.value IS NOT o.value " SET_FIELD "; END;"
  "CREATE TRIGGER merge_session_changed AFTER UPDATE OF snapshot ON stars"
  "  WHEN old.snapshot IS NOT new.snapshot AND " NOT_MERGING " BEGIN"
  "  UPDATE clock SET counter = counter + 1;"
  "  INSERT INTO fields SELECT number, 'session', NULL, " COUNTER ", " INSTALLATION " FROM items"
  "    WHERE star = new.number " SET_FIELD "; END;"
  "CREATE TRIGGER merge_star_removed AFTER UPDATE OF removed_utc ON stars"
  "  WHEN old.removed_utc IS NULL AND new.removed_utc IS NOT NULL AND " NOT_MERGING " BEGIN"
  "  UPDATE clock SET counter = counter + 1;"
  "  UPDATE marks SET removed = added WHERE item IN (SELECT number FROM items WHERE star = new.number);"
  "  UPDATE items SET removed_utc = new.removed_utc WHERE star = new.number; END;"
  "CREATE TRIGGER merge_star_restored AFTER UPDATE OF removed_utc ON stars"
  "  WHEN old.removed_utc IS NOT NULL AND new.removed_utc IS NULL AND " NOT_MERGING " BEGIN"
  "  UPDATE clock SET counter = counter + 1;"
  "  INSERT INTO marks SELECT number, " INSTALLATION ", " COUNTER ", 0 FROM items"
  "    WHERE star = new.number OR conference_id = new.conference_id " RAISE_MARK "; END;";

/* clang-format on */

static const char *const steps[] = { version_1, version_2, version_3, version_4, version_5 };

/**
 * planner_store_schema_get_newest:
 *
 * Returns: the version of the schema that this planner uses
 */
int
planner_store_schema_get_newest (void)
{
  return (int) G_N_ELEMENTS (steps);
}

/**
 * planner_store_schema_get_step:
 * @version: a version older than the newest one; 0 for an empty database
 *
 * Returns: the SQL that leads from @version to the next one
 */
const char *
planner_store_schema_get_step (int version)
{
  g_return_val_if_fail (version >= 0 && version < planner_store_schema_get_newest (), NULL);

  return steps[version];
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opens the database. The file is not written before it is known to be a planner’s, undamaged and not newer than this planner.
 */

#include "store/planner-store-schema.h"

#include "store/planner-sql.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* "GOTC", which identifies our databases, also for file(1). */
#define APPLICATION_ID 0x474f5443
#define BUSY_TIMEOUT_MS 5000

/* A negative number is a size in KiB. Agendas are read and written as a whole, so a larger cache would not help. */
#define PAGE_CACHE "-128"

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

/* Step n leads from version n of the schema to n + 1. A released step must not be changed; add another one instead. */
static const char *const migrations[] = {
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
  ") STRICT;",

  /* When a star is removed, removed_utc is set, and its sent reminders (told) and its lead time are kept. */
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
  "ALTER TABLE conferences ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;",
  /* A number is not used again, so that it always refers to the change that was announced. */
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

  /*
   * edition counts the stored editions; a writer compares it with the edition that it has read. A removed conference has
   * removed_utc, and can be restored until it is purged. replaced_utc is when another conference was found at the address,
   * and replaced_title the title before. view_state belongs to this installation.
   */
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
  /* The triggers count all that other processes show of a conference, so that no writer can forget it. */
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
  "  BEGIN UPDATE conferences SET changed = changed + 1 WHERE id = old.conference_id; END;",

  /*
   * items, marks and fields are what is merged with other installations; see #PlannerBackup. They stay when a conference or a
   * star is deleted. conference_id is set for conferences and star for stars. Triggers write them, so that no writer can
   * forget it, except while a merge writes them itself. The attendee did nothing with the bundled conference until a session
   * is starred or the conference is removed, so that an installation that is new does not bring it back elsewhere.
   */
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
                                                                                "INSERT INTO marks SELECT i.number, " INSTALLATION
                                                                                ", 1, c.removed_utc IS NOT NULL"
                                                                                "  FROM items i JOIN conferences c ON c.id = i.conference_id"
                                                                                "  WHERE c.bundled_version IS NULL OR c.removed_utc IS NOT NULL"
                                                                                "    OR EXISTS (SELECT 1 FROM stars s WHERE s.conference_id = c.id AND s.removed_utc IS NULL);"
                                                                                "INSERT INTO fields SELECT i.number, f.name, f.value, 1, " INSTALLATION "  FROM items i JOIN conferences c ON c.id = i.conference_id JOIN (" CONFERENCE_FIELDS ("conferences") ") f ON f.id = c.id"
                                                                                                                                                                                                                                                               "  WHERE f.value IS NOT NULL;"
                                                                                                                                                                                                                                                               "INSERT INTO items (conference, session, removed_utc) SELECT " PUBLIC_ADDRESS ("address") ", '', removed_utc"
                                                                                                                                                                                                                                                                                                                                                         "  FROM tombstones WHERE true ON CONFLICT DO NOTHING;"
                                                                                                                                                                                                                                                                                                                                                         "INSERT INTO marks SELECT number, " INSTALLATION
                                                                                                                                                                                                                                                                                                                                                         ", 1, 1 FROM items WHERE conference_id IS NULL;"
                                                                                                                                                                                                                                                                                                                                                         "DROP TABLE tombstones;"
                                                                                                                                                                                                                                                                                                                                                         "INSERT INTO items (conference, session, star, removed_utc)"
                                                                                                                                                                                                                                                                                                                                                         "  SELECT i.conference, " STAR_NAME (
                                                                                                                                                                                                                                                                                                                                                             "s") ", s.number, ifnull (s.removed_utc, 0)"
                                                                                                                                                                                                                                                                                                                                                                  "  FROM stars s JOIN items i ON i.conference_id = s.conference_id WHERE true ON CONFLICT DO NOTHING;"
                                                                                                                                                                                                                                                                                                                                                                  "INSERT INTO items (conference, session, star, removed_utc)"
                                                                                                                                                                                                                                                                                                                                                                  "  SELECT i.conference, " STAR_NAME ("s") " || '#' || s.number, s.number, ifnull (s.removed_utc, 0)"
                                                                                                                                                                                                                                                                                                                                                                                                            "  FROM stars s JOIN items i ON i.conference_id = s.conference_id"
                                                                                                                                                                                                                                                                                                                                                                                                            "  WHERE s.number NOT IN (SELECT star FROM items WHERE star IS NOT NULL);"
                                                                                                                                                                                                                                                                                                                                                                                                            "INSERT INTO marks SELECT i.number, " INSTALLATION
                                                                                                                                                                                                                                                                                                                                                                                                            ", 1, s.removed_utc IS NOT NULL"
                                                                                                                                                                                                                                                                                                                                                                                                            "  FROM items i JOIN stars s ON s.number = i.star;"
                                                                                                                                                                                                                                                                                                                                                                                                            "INSERT INTO fields SELECT i.number, f.name, f.value, 1, " INSTALLATION
                                                                                                                                                                                                                                                                                                                                                                                                            "  FROM items i JOIN (" STAR_FIELDS (
                                                                                                                                                                                                                                                                                                                                                                                                                "stars") ") f ON f.number = i.star WHERE f.value IS NOT NULL OR f.name = 'session';"

                                                                                                                                                                                                                                                                                                                                                                                                                         "CREATE TRIGGER merge_conference_added AFTER INSERT ON conferences WHEN " NOT_MERGING
                                                                                                                                                                                                                                                                                                                                                                                                                         " BEGIN"
                                                                                                                                                                                                                                                                                                                                                                                                                         "  UPDATE clock SET counter = counter + 1;"
                                                                                                                                                                                                                                                                                                                                                                                                                         "  INSERT INTO items (conference, session, conference_id) VALUES (" PUBLIC_ADDRESS ("new.address") "    || iif (EXISTS (SELECT 1 FROM items WHERE conference = " PUBLIC_ADDRESS (
                                                                                                                                                                                                                                                                                                                                                                                                                             "new.address") " AND session = ''"
                                                                                                                                                                                                                                                                                                                                                                                                                                            "      AND conference_id IS NOT NULL), '#' || " INSTALLATION
                                                                                                                                                                                                                                                                                                                                                                                                                                            " || '-' || " COUNTER
                                                                                                                                                                                                                                                                                                                                                                                                                                            ", ''), '', new.id)"
                                                                                                                                                                                                                                                                                                                                                                                                                                            "    ON CONFLICT (conference, session) DO UPDATE SET conference_id = new.id;"
                                                                                                                                                                                                                                                                                                                                                                                                                                            "  INSERT INTO marks SELECT number, " INSTALLATION
                                                                                                                                                                                                                                                                                                                                                                                                                                            ", " COUNTER
                                                                                                                                                                                                                                                                                                                                                                                                                                            ", 0 FROM items"
                                                                                                                                                                                                                                                                                                                                                                                                                                            "    WHERE conference_id = new.id AND new.bundled_version IS NULL " RAISE_MARK
                                                                                                                                                                                                                                                                                                                                                                                                                                            ";"
                                                                                                                                                                                                                                                                                                                                                                                                                                            "  INSERT INTO fields SELECT i.number, f.name, f.value, " COUNTER
                                                                                                                                                                                                                                                                                                                                                                                                                                            ", " INSTALLATION "    FROM items i JOIN (" CONFERENCE_FIELDS ("conferences WHERE id = new.id") ") f"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "    WHERE i.conference_id = new.id AND f.value IS NOT NULL " SET_FIELD
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "; END;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "CREATE TRIGGER merge_conference_changed AFTER UPDATE OF address, title, own_title, own_zone, default_zone, remind"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "  ON conferences WHEN " NOT_MERGING
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            " BEGIN"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "  UPDATE clock SET counter = counter + 1;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            "  INSERT INTO fields SELECT i.number, f.name, f.value, " COUNTER ", " INSTALLATION "    FROM items i JOIN (" CONFERENCE_FIELDS ("conferences WHERE id = new.id") ") f"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "    LEFT JOIN fields o ON o.item = i.number AND o.name = f.name"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "    WHERE i.conference_id = new.id AND f.value IS NOT o.value " SET_FIELD
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "; END;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "CREATE TRIGGER merge_conference_removed AFTER UPDATE OF removed_utc ON conferences"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "  WHEN old.removed_utc IS NULL AND new.removed_utc IS NOT NULL AND " NOT_MERGING
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              " BEGIN"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "  UPDATE clock SET counter = counter + 1;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "  INSERT INTO marks SELECT number, " INSTALLATION ", " COUNTER ", 0 FROM items WHERE conference_id = new.id " RAISE_MARK ";"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "  UPDATE marks SET removed = added WHERE item IN (SELECT number FROM items WHERE conference_id = new.id);"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "  UPDATE items SET removed_utc = new.removed_utc WHERE conference_id = new.id; END;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "CREATE TRIGGER merge_conference_restored AFTER UPDATE OF removed_utc ON conferences"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "  WHEN old.removed_utc IS NOT NULL AND new.removed_utc IS NULL AND " NOT_MERGING
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              " BEGIN"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "  UPDATE clock SET counter = counter + 1;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "  INSERT INTO marks SELECT number, " INSTALLATION
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              ", " COUNTER
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              ", 0 FROM items WHERE conference_id = new.id " RAISE_MARK
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "; END;"

                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              /* A star also adds its conference, so that it stays if another computer has removed the conference meanwhile. */
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "CREATE TRIGGER merge_star_added AFTER INSERT ON stars WHEN " NOT_MERGING
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              " BEGIN"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "  UPDATE clock SET counter = counter + 1;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              "  INSERT INTO items (conference, session, star) SELECT c.conference, " STAR_NAME (
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  "new") "    || iif (EXISTS (SELECT 1 FROM items o WHERE o.conference = c.conference AND o.session = " STAR_NAME ("new") "      AND o.star IS NOT NULL), '#' || " INSTALLATION
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          " || '-' || " COUNTER
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          ", ''), new.number"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          "    FROM (SELECT conference FROM items WHERE conference_id = new.conference_id ORDER BY number LIMIT 1) c WHERE true"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          "    ON CONFLICT (conference, session) DO UPDATE SET star = new.number;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          "  INSERT INTO marks SELECT number, " INSTALLATION
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          ", " COUNTER
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          ", 0 FROM items"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          "    WHERE (star = new.number OR conference_id = new.conference_id) AND new.removed_utc IS NULL " RAISE_MARK
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          ";"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          "  INSERT INTO fields SELECT i.number, f.name, f.value, " COUNTER ", " INSTALLATION "    FROM items i JOIN (" STAR_FIELDS ("stars WHERE number = new.number") ") f"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        "    WHERE i.star = new.number AND (f.value IS NOT NULL OR f.name = 'session') " SET_FIELD
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        "; END;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        "CREATE TRIGGER merge_star_changed AFTER UPDATE OF degree, note, lead_s ON stars WHEN " NOT_MERGING
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        " BEGIN"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        "  UPDATE clock SET counter = counter + 1;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        "  INSERT INTO fields SELECT i.number, f.name, f.value, " COUNTER ", " INSTALLATION "    FROM items i JOIN (" STAR_FIELDS ("stars WHERE number = new.number") ") f"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "    LEFT JOIN fields o ON o.item = i.number AND o.name = f.name"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "    WHERE i.star = new.number AND f.name != 'session' AND f.value IS NOT o.value " SET_FIELD
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "; END;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "CREATE TRIGGER merge_session_changed AFTER UPDATE OF snapshot ON stars"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "  WHEN old.snapshot IS NOT new.snapshot AND " NOT_MERGING
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      " BEGIN"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "  UPDATE clock SET counter = counter + 1;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "  INSERT INTO fields SELECT number, 'session', NULL, " COUNTER
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      ", " INSTALLATION
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      " FROM items"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "    WHERE star = new.number " SET_FIELD
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "; END;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "CREATE TRIGGER merge_star_removed AFTER UPDATE OF removed_utc ON stars"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "  WHEN old.removed_utc IS NULL AND new.removed_utc IS NOT NULL AND " NOT_MERGING
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      " BEGIN"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "  UPDATE clock SET counter = counter + 1;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "  UPDATE marks SET removed = added WHERE item IN (SELECT number FROM items WHERE star = new.number);"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "  UPDATE items SET removed_utc = new.removed_utc WHERE star = new.number; END;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "CREATE TRIGGER merge_star_restored AFTER UPDATE OF removed_utc ON stars"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "  WHEN old.removed_utc IS NOT NULL AND new.removed_utc IS NULL AND " NOT_MERGING
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      " BEGIN"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "  UPDATE clock SET counter = counter + 1;"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "  INSERT INTO marks SELECT number, " INSTALLATION
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      ", " COUNTER
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      ", 0 FROM items"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "    WHERE star = new.number OR conference_id = new.conference_id " RAISE_MARK
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      "; END;",
};

#define NEWEST_VERSION ((int) G_N_ELEMENTS (migrations))

typedef struct
{
  int application_id;
  int version;
  gboolean has_tables;
} Head;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, planner_sql_close)

static gboolean
fail_with_errno (const char *path, int error_number, GError **error)
{
  return planner_store_set_error (error, planner_store_classify_errno (error_number), path,
                                  g_strerror (error_number));
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_mkdir_with_parents (folder, 0700) == 0 || fail_with_errno (path, errno, error);
}

static gboolean
execute (sqlite3 *db, const char *sql, GError **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || planner_sql_set_error (db, error);
}

static sqlite3 *
connect_to (const char *path, int flags, GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK)
    {
      const int error_number = sqlite3_system_errno (db);

      /* The path is unknown to a connection that failed. */
      planner_store_set_error (error, planner_sql_classify (db), path,
                               error_number ? g_strerror (error_number) : sqlite3_errmsg (db));
      return NULL;
    }
  sqlite3_busy_timeout (db, BUSY_TIMEOUT_MS);

  return g_steal_pointer (&db);
}

/* Until the file is checked, closing it must not even move changes from the write-ahead log to the database. */
static gboolean
set_no_checkpoint (sqlite3 *db, gboolean no_checkpoint)
{
  return sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, no_checkpoint, NULL) == SQLITE_OK;
}

/* Reads all in one statement, because another process may be creating the same file. */
static gboolean
read_head (sqlite3 *db, Head *head, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error,
                         "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) > 0 "
                         "FROM pragma_application_id, pragma_user_version",
                         "");

  if (!statement || planner_sql_next (statement, error) != PLANNER_SQL_ROW)
    return FALSE;
  head->application_id = sqlite3_column_int (statement, 0);
  head->version = sqlite3_column_int (statement, 1);
  head->has_tables = sqlite3_column_int (statement, 2) != 0;

  return TRUE;
}

static gboolean
is_ours (const Head *head)
{
  const gboolean is_new = head->application_id == 0 && head->version == 0 && !head->has_tables;

  return head->application_id == APPLICATION_ID || is_new;
}

static gboolean
check_head (sqlite3 *db, Head *head, GError **error)
{
  const char *path = sqlite3_db_filename (db, "main");

  if (!read_head (db, head, error))
    return FALSE;
  if (!is_ours (head))
    return planner_store_set_error (error, PLANNER_STORE_ERROR_FAILED, path,
                                    "it is another program’s database");
  if (head->version < 0)
    return planner_store_set_error (error, PLANNER_STORE_ERROR_CORRUPT, path, NULL);
  if (head->version > NEWEST_VERSION)
    return planner_store_set_error (error, PLANNER_STORE_ERROR_NEWER, path, NULL);
  if (sqlite3_db_readonly (db, "main"))
    return planner_store_set_error (error, PLANNER_STORE_ERROR_READ_ONLY, path, NULL);

  return TRUE;
}

static gboolean
check_pages (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = planner_sql_query (db, error, "PRAGMA quick_check (1)", "");

  if (!statement || planner_sql_next (statement, error) == PLANNER_SQL_ERROR)
    return FALSE;
  if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") != 0)
    return planner_store_set_error (error, PLANNER_STORE_ERROR_CORRUPT, sqlite3_db_filename (db, "main"),
                                    NULL);

  return TRUE;
}

/* SQLite does not wait for a lock in this statement, so that one of two processes started at once would fail. */
static gboolean
use_write_ahead_log (sqlite3 *db, GError **error)
{
  const gint64 deadline_us = g_get_monotonic_time () + BUSY_TIMEOUT_MS * 1000;

  while (sqlite3_exec (db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL) != SQLITE_OK)
    {
      if (sqlite3_errcode (db) != SQLITE_BUSY || g_get_monotonic_time () > deadline_us)
        return planner_sql_set_error (db, error);
      g_usleep (5000);
    }

  return TRUE;
}

static gboolean
sync_to_disk (const char *path, int flags)
{
  const int fd = g_open (path, flags | O_CLOEXEC, 0);
  const gboolean synced = fd >= 0 && fsync (fd) == 0;
  const int saved_errno = errno;

  if (fd >= 0)
    close (fd);
  errno = saved_errno;

  return synced;
}

/* The copy gets its name only when it is complete, so that an interruption leaves no partial backup. */
static gboolean
copy_before_migration (const char *path, int version, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *copy = g_strdup_printf ("%s.backup-v%d", path, version);
  g_autofree char *part = g_strconcat (copy, ".part", NULL);
  g_autoptr (sqlite3) db = connect_to (path, SQLITE_OPEN_READWRITE, error);

  if (!db)
    return FALSE;
  if (g_unlink (part) != 0 && errno != ENOENT)
    return fail_with_errno (part, errno, error);
  if (!planner_sql_run (db, error, "VACUUM INTO ?", "s", part))
    return FALSE;
  if (!sync_to_disk (part, O_RDWR) || g_rename (part, copy) != 0 || !sync_to_disk (folder, O_RDONLY))
    return fail_with_errno (copy, errno, error);

  return TRUE;
}

static gboolean
migrate_from (sqlite3 *db, int version, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            APPLICATION_ID, NEWEST_VERSION);

  for (int i = version; i < NEWEST_VERSION; i++)
    if (!execute (db, migrations[i], error))
      return FALSE;

  return execute (db, stamp, error);
}

/* Checks the version again under the lock, because another process may have migrated the file. */
static gboolean
migrate_locked (sqlite3 *db, GError **error)
{
  Head head;

  if (!check_head (db, &head, error))
    return FALSE;
  if (head.version == NEWEST_VERSION)
    return TRUE;
  if (head.has_tables && !copy_before_migration (sqlite3_db_filename (db, "main"), head.version, error))
    return FALSE;

  g_debug ("Migrating the database from version %d to %d", head.version, NEWEST_VERSION);

  return migrate_from (db, head.version, error);
}

static gboolean
migrate (sqlite3 *db, GError **error)
{
  return planner_sql_begin (db, error) && planner_sql_end (db, migrate_locked (db, error), error);
}

/* A star without a key cannot be shown. Another program may have removed the key; the planner never commits one without.
 * The next refresh finds the session again by its other fields. */
static gboolean
repair_keys (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      planner_sql_query (db, error, "SELECT 1 FROM stars WHERE key IS NULL", "");
  const PlannerSqlStep step = statement ? planner_sql_next (statement, error) : PLANNER_SQL_ERROR;

  if (step != PLANNER_SQL_ROW)
    return step != PLANNER_SQL_ERROR;

  g_clear_pointer (&statement, sqlite3_finalize);
  g_info ("Giving new keys to stars without one");

  return execute (db,
                  "UPDATE stars SET key = 'star~' || number || '~' || hex (randomblob (8)) WHERE key IS NULL",
                  error);
}

static gboolean
prepare (sqlite3 *db, GError **error)
{
  Head head;

  /* SQLite keeps temporary data in memory, so that a process that is killed leaves no temporary file. */
  return set_no_checkpoint (db, TRUE) &&
         execute (db, "PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY",
                  error) &&
         execute (db, "PRAGMA cache_size = " PAGE_CACHE, error) && check_head (db, &head, error) &&
         check_pages (db, error) && use_write_ahead_log (db, error) &&
         execute (db, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON", error) &&
         (head.version == NEWEST_VERSION || migrate (db, error)) && repair_keys (db, error) &&
         set_no_checkpoint (db, FALSE);
}

/* Gives a complete new database its name, unless another process has made one in the meantime. */
static gboolean
publish (const char *part, const char *path, GError **error)
{
  if (link (part, path) == 0 || errno == EEXIST)
    return TRUE;

  /* Some file systems have no links. */
  return g_rename (part, path) == 0 || fail_with_errno (path, errno, error);
}

/* Creates the file under another name, so that an interruption never leaves an empty one. */
static gboolean
create_database (const char *path, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".XXXXXX", NULL);
  const int fd = g_mkstemp (part);
  sqlite3 *db;
  gboolean created;

  if (fd < 0)
    return fail_with_errno (path, errno, error);
  close (fd);
  db = connect_to (part, SQLITE_OPEN_READWRITE, error);
  created = db && migrate (db, error);
  planner_sql_close (db);
  created = created && publish (part, path, error);
  g_unlink (part);

  return created;
}

/* An empty file is not a new database: its stars were lost when a disk was full or a copy failed. */
static gboolean
check_file (const char *path, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return errno != ENOENT || create_database (path, error);

  return !S_ISREG (info.st_mode) || info.st_size > 0 ||
         planner_store_set_error (error, PLANNER_STORE_ERROR_CORRUPT, path, NULL);
}

/**
 * planner_store_open_database:
 * @path: the file; it is created with its folder if it does not exist, and refused if it is empty
 *
 * Returns: (nullable) (transfer full): the connection, for one thread at a time; %NULL with a %PLANNER_STORE_ERROR
 */
sqlite3 *
planner_store_open_database (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (!make_folder (path, error) || !check_file (path, error))
    return NULL;

  db = connect_to (path, SQLITE_OPEN_READWRITE, error);
  if (!db || !prepare (db, error))
    return NULL;

  return g_steal_pointer (&db);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sent reminders, snoozes and lead times stay with their session when its key changes or its star is removed.
 */

#include "store/planner-store-reminders.h"
#include "store/store-fixture.h"

#define ADDRESS "https://example.org/schedule.json"
#define MINUTE 60
#define LEAD_S (10 * MINUTE)
#define DAY (24 * 60 * MINUTE)

static const Row rows[] = {
  { "a", "guid-a", "1", "Kernel", START_UTC },
  { "b", "guid-b", "2", "Compiler", START_UTC + 3600 },
};

/* The ids, and therefore the keys, have changed. */
static const Row renumbered[] = {
  { "b", "guid-a", "2", "Kernel", START_UTC },
  { "a", "guid-b", "1", "Compiler", START_UTC + 3600 },
};

static const Row moved[] = {
  { "a", "guid-a", "1", "Kernel", START_UTC + 7200 },
  { "b", "guid-b", "2", "Compiler", START_UTC + 3600 },
};

static const Row without_a[] = {
  { "b", "guid-b", "2", "Compiler", START_UTC + 3600 },
};

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));

  fixture_set_up (fixture, data);
  fixture->id = add_conference (fixture->store, ADDRESS, agenda);
  add_star (fixture->store, fixture->id, agenda, "a");
}

static void
star_again (Fixture *fixture)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));

  add_star (fixture->store, fixture->id, agenda, "a");
}

static void
unstar (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  planner_store_remove_star (fixture->store, fixture->id, "a", &error);
  g_assert_no_error (error);
}

static void
refresh (Fixture *fixture, const Row *some_rows, guint n_rows)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (some_rows, n_rows);

  save_agenda (fixture->store, fixture->id, agenda);
}

static void
mark (Fixture *fixture, PlannerReminderRecord one)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();

  g_ptr_array_add (marks, &one);
  planner_store_write_reminder_records (fixture->store, marks, &error);
  g_assert_no_error (error);
}

static void
tell (Fixture *fixture, gint64 sent_utc)
{
  mark (fixture, (PlannerReminderRecord) { .kind = PLANNER_RECORD_SENT,
                                           .at_utc = sent_utc,
                                           .number = 1,
                                           .key = (char *) "a",
                                           .start_utc = START_UTC,
                                           .lead_s = LEAD_S });
}

static void
snooze (Fixture *fixture, const char *key, gint64 at_utc)
{
  mark (fixture, (PlannerReminderRecord) { .kind = PLANNER_RECORD_SNOOZED,
                                           .at_utc = at_utc,
                                           .conference_id = fixture->id,
                                           .key = (char *) key });
}

/* Returns: the only reminder */
static PlannerStoredReminder *
get_stored (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = planner_store_list_reminders (fixture->store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);

  return g_ptr_array_steal_index (all, 0);
}

static void
assert_sent (Fixture *fixture, const char *key, guint n_sent)
{
  g_autoptr (PlannerStoredReminder) stored = get_stored (fixture);

  g_assert_cmpstr (stored->key, ==, key);
  g_assert_cmpuint (stored->reminder.n_sent, ==, n_sent);
  for (guint i = 0; i < n_sent; i++)
    {
      g_assert_cmpint (stored->reminder.sent[i].start_utc, ==, START_UTC);
      g_assert_cmpint (stored->reminder.sent[i].lead_s, ==, LEAD_S);
    }
}

static void
test_fresh (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerStoredReminder) stored = get_stored (fixture);

  g_assert_cmpint (stored->conference_id, ==, fixture->id);
  g_assert_cmpstr (stored->conference_title, ==, "Conference");
  g_assert_true (stored->is_going);
  g_assert_null (stored->shown_key);
  g_assert_cmpint (stored->reminder.start_utc, ==, START_UTC);
  g_assert_cmpint (stored->reminder.lead_s, ==, PLANNER_LEAD_DEFAULT);
  g_assert_cmpint (stored->reminder.snoozed_until_utc, ==, PLANNER_NEVER);
  g_assert_cmpint (stored->reminder.shown_start_utc, ==, PLANNER_TIME_UNKNOWN);
  g_assert_cmpuint (stored->reminder.n_sent, ==, 0);
  g_assert_false (stored->reminder.off);
  g_assert_cmpint (stored->reminder.planned_utc, >, START_UTC);
}

static void
test_sent_stays (Fixture *fixture, gconstpointer data)
{
  tell (fixture, START_UTC - LEAD_S);
  tell (fixture, START_UTC - LEAD_S);
  assert_sent (fixture, "a", 1);

  g_clear_object (&fixture->store);
  fixture->store = open_store (fixture->path);
  assert_sent (fixture, "a", 1);
}

static void
test_sent_follows_key (Fixture *fixture, gconstpointer data)
{
  tell (fixture, START_UTC - LEAD_S);
  refresh (fixture, renumbered, G_N_ELEMENTS (renumbered));
  assert_sent (fixture, "b", 1);
}

static void
test_sent_outlives_star (Fixture *fixture, gconstpointer data)
{
  tell (fixture, START_UTC - LEAD_S);
  unstar (fixture);
  assert_stars (fixture->store, fixture->id, "");
  refresh (fixture, renumbered, G_N_ELEMENTS (renumbered));
  assert_stars (fixture->store, fixture->id, "");
  refresh (fixture, rows, G_N_ELEMENTS (rows));
  star_again (fixture);
  assert_stars (fixture->store, fixture->id, "a Kernel");
  assert_sent (fixture, "a", 1);
}

/* The notification of an unstarred session must still be withdrawn. */
static void
test_unstarred_while_shown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerStoredReminder) stored = NULL;
  g_autoptr (GPtrArray) none = NULL;

  tell (fixture, START_UTC - LEAD_S);
  unstar (fixture);
  stored = get_stored (fixture);
  g_assert_false (stored->is_going);
  g_assert_true (stored->reminder.off);
  g_assert_cmpstr (stored->shown_key, ==, "a");

  mark (fixture, (PlannerReminderRecord) { .kind = PLANNER_RECORD_WITHDRAWN, .number = stored->number });
  none = planner_store_list_reminders (fixture->store, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* A reminder of a removed star must not count for a new star. */
static void
test_number_is_not_used_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));

  unstar (fixture);
  add_star (fixture->store, fixture->id, agenda, "b");
  tell (fixture, START_UTC - LEAD_S);
  assert_answer (fixture->path, "SELECT key FROM stars JOIN told ON star = number", "a");
}

static void
test_withdrawn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerStoredReminder) stored = NULL;

  tell (fixture, START_UTC - LEAD_S);
  refresh (fixture, without_a, G_N_ELEMENTS (without_a));
  stored = get_stored (fixture);
  g_assert_true (stored->is_going);
  g_assert_true (stored->reminder.off);
}

static void
assert_lead (Fixture *fixture, int lead_s)
{
  g_autoptr (GPtrArray) stars = planner_store_list_stars (fixture->store, fixture->id, NULL);

  g_assert_cmpuint (stars->len, ==, 1);
  g_assert_cmpint (((const PlannerStar *) g_ptr_array_index (stars, 0))->lead_s, ==, lead_s);
}

static void
test_lead (Fixture *fixture, gconstpointer data)
{
  static const int leads[] = { 0, 300, PLANNER_LEAD_NONE, PLANNER_LEAD_DEFAULT, 3600 };
  g_autoptr (PlannerStoredReminder) stored = NULL;

  assert_lead (fixture, PLANNER_LEAD_DEFAULT);
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      g_assert_true (planner_store_set_lead (fixture->store, fixture->id, "a", leads[i], NULL));
      assert_lead (fixture, leads[i]);
    }

  unstar (fixture);
  refresh (fixture, rows, G_N_ELEMENTS (rows));
  star_again (fixture);
  assert_lead (fixture, 3600);
  stored = get_stored (fixture);
  g_assert_cmpint (stored->reminder.lead_s, ==, 3600);
}

static void
test_lead_of_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (planner_store_set_lead (fixture->store, fixture->id, "b", 300, &error));
  g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_NOT_FOUND);
}

static void
assert_snoozed (Fixture *fixture, gint64 until_utc)
{
  g_autoptr (PlannerStoredReminder) stored = get_stored (fixture);

  g_assert_cmpint (stored->reminder.snoozed_until_utc, ==, until_utc);
  if (until_utc != PLANNER_NEVER)
    g_assert_cmpint (stored->reminder.snoozed_start_utc, ==, START_UTC);
}

static void
test_snooze (Fixture *fixture, gconstpointer data)
{
  snooze (fixture, "a", START_UTC - LEAD_S);
  assert_snoozed (fixture, PLANNER_NEVER);

  tell (fixture, START_UTC - LEAD_S);
  snooze (fixture, "a", START_UTC - 9 * MINUTE);
  assert_snoozed (fixture, START_UTC - 4 * MINUTE);
  tell (fixture, START_UTC - 4 * MINUTE);
  assert_snoozed (fixture, PLANNER_NEVER);
  snooze (fixture, "a", START_UTC - 3 * MINUTE);
  assert_snoozed (fixture, START_UTC);
  tell (fixture, START_UTC);
  snooze (fixture, "a", START_UTC);
  assert_snoozed (fixture, PLANNER_NEVER);
}

/* The notification has the former key of the session. */
static void
test_snooze_after_other_keys (Fixture *fixture, gconstpointer data)
{
  tell (fixture, START_UTC - LEAD_S);
  refresh (fixture, renumbered, G_N_ELEMENTS (renumbered));
  snooze (fixture, "b", START_UTC - LEAD_S);
  assert_snoozed (fixture, PLANNER_NEVER);
  snooze (fixture, "a", START_UTC - LEAD_S);
  assert_snoozed (fixture, START_UTC - 5 * MINUTE);
}

static void
test_snooze_after_move (Fixture *fixture, gconstpointer data)
{
  tell (fixture, START_UTC - LEAD_S);
  refresh (fixture, moved, G_N_ELEMENTS (moved));
  snooze (fixture, "a", START_UTC - 9 * MINUTE);
  assert_snoozed (fixture, PLANNER_NEVER);
}

/* planned_utc changes with the start, and with nothing else. */
static void
test_planned (Fixture *fixture, gconstpointer data)
{
  execute (fixture->path, "UPDATE stars SET planned_utc = 5");
  refresh (fixture, renumbered, G_N_ELEMENTS (renumbered));
  assert_answer (fixture->path, "SELECT planned_utc FROM stars", "5");
  refresh (fixture, without_a, G_N_ELEMENTS (without_a));
  refresh (fixture, rows, G_N_ELEMENTS (rows));
  star_again (fixture);
  assert_answer (fixture->path, "SELECT planned_utc FROM stars", "5");
  refresh (fixture, moved, G_N_ELEMENTS (moved));
  assert_answer (fixture->path, "SELECT planned_utc > 5 FROM stars", "1");

  execute (fixture->path, "UPDATE stars SET planned_utc = 5, starred_utc = 5");
  tell (fixture, START_UTC - LEAD_S);
  unstar (fixture);
  star_again (fixture);
  assert_answer (fixture->path, "SELECT planned_utc > 5 AND starred_utc > 5 FROM stars", "1");
}

static void
test_long_over (Fixture *fixture, gconstpointer data)
{
  tell (fixture, START_UTC - LEAD_S);
  tell (fixture, START_UTC + 170 * DAY);
  assert_sent (fixture, "a", 1);
  unstar (fixture);
  execute (fixture->path, "UPDATE stars SET removed_utc = 1685236800");
  mark (fixture, (PlannerReminderRecord) {
                     .kind = PLANNER_RECORD_WITHDRAWN, .number = 1, .at_utc = START_UTC + 179 * DAY });
  assert_answer (fixture->path, "SELECT count(*) FROM stars", "1");
  assert_answer (fixture->path, "SELECT count(*) FROM told", "1");
  mark (fixture, (PlannerReminderRecord) {
                     .kind = PLANNER_RECORD_WITHDRAWN, .number = 1, .at_utc = START_UTC + 400 * DAY });
  assert_answer (fixture->path, "SELECT count(*) FROM stars", "0");
  assert_answer (fixture->path, "SELECT count(*) FROM told", "0");
}

static void
test_all_or_nothing (Fixture *fixture, gconstpointer data)
{
  PlannerReminderRecord sent = { .kind = PLANNER_RECORD_SENT, .number = 1, .start_utc = START_UTC };
  PlannerReminderRecord failed = { .kind = PLANNER_RECORD_FAILED, .conference_id = fixture->id };
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  execute (fixture->path, "CREATE TRIGGER fault BEFORE UPDATE OF tried_utc ON conferences"
                          " BEGIN SELECT raise (ABORT, 'fault'); END");
  g_ptr_array_add (marks, &sent);
  g_ptr_array_add (marks, &failed);
  g_assert_false (planner_store_write_reminder_records (fixture->store, marks, &error));
  g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_FAILED);
  assert_sent (fixture, "a", 0);
}

static void
assert_refresh (Fixture *fixture, gint64 first_utc, gint64 last_utc, gint64 tried_utc, guint failures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) refreshes = planner_store_list_refreshes (fixture->store, &error);
  const PlannerStoredRefresh *stored;

  g_assert_no_error (error);
  g_assert_cmpuint (refreshes->len, ==, 1);
  stored = &g_array_index (refreshes, PlannerStoredRefresh, 0);
  g_assert_cmpint (stored->conference_id, ==, fixture->id);
  g_assert_cmpint (stored->first_utc, ==, first_utc);
  g_assert_cmpint (stored->last_utc, ==, last_utc);
  g_assert_cmpint (stored->tried_utc, ==, tried_utc);
  g_assert_cmpuint (stored->failures, ==, failures);
}

static void
try (Fixture *fixture, PlannerReminderRecordKind kind, gint64 at_utc)
{
  mark (fixture, (PlannerReminderRecord) { .kind = kind, .conference_id = fixture->id, .at_utc = at_utc });
}

static void
test_refreshes (Fixture *fixture, gconstpointer data)
{
  static const Row no_time[] = { { "a", "guid-a", "1", "Kernel", PLANNER_TIME_UNKNOWN } };

  assert_refresh (fixture, START_UTC, START_UTC + 7200, 0, 0);
  try (fixture, PLANNER_RECORD_FAILED, 10);
  try (fixture, PLANNER_RECORD_FAILED, 20);
  assert_refresh (fixture, START_UTC, START_UTC + 7200, 20, 2);
  try (fixture, PLANNER_RECORD_REFRESHED, 30);
  refresh (fixture, moved, G_N_ELEMENTS (moved));
  assert_refresh (fixture, START_UTC + 3600, START_UTC + 10800, 30, 0);
  refresh (fixture, no_time, G_N_ELEMENTS (no_time));
  /* The conference day 2023-05-28, from 04:00 to 04:00. */
  assert_refresh (fixture, 1685246400, 1685246400 + 24 * 3600, 30, 0);
}

/* A database of version 1. */
static const char version_1[] =
    "PRAGMA application_id = 0x474f5443; PRAGMA user_version = 1;"
    "CREATE TABLE conferences (id INTEGER PRIMARY KEY AUTOINCREMENT, address TEXT NOT NULL UNIQUE,"
    "  title TEXT NOT NULL, default_zone TEXT, etag TEXT, last_modified TEXT, bundled_version TEXT,"
    "  updated_utc INTEGER NOT NULL) STRICT;"
    "CREATE TABLE agendas (conference_id INTEGER PRIMARY KEY REFERENCES conferences (id) ON DELETE CASCADE,"
    "  agenda BLOB NOT NULL) STRICT;"
    "CREATE TABLE stars (number INTEGER PRIMARY KEY,"
    "  conference_id INTEGER NOT NULL REFERENCES conferences (id) ON DELETE CASCADE, key TEXT, guid TEXT,"
    "  id TEXT, code TEXT, slug TEXT, title TEXT, speakers TEXT, start_utc INTEGER NOT NULL,"
    "  snapshot BLOB NOT NULL, withdrawn INTEGER NOT NULL, starred_utc INTEGER NOT NULL,"
    "  UNIQUE (conference_id, key)) STRICT;"
    "CREATE TABLE named_values (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;"
    "INSERT INTO conferences VALUES (1, 'https://example.org/schedule.json', 'Conference', NULL, NULL, NULL,"
    "  NULL, 7);"
    "INSERT INTO stars VALUES (1, 1, 'a', 'guid-a', '1', NULL, NULL, 'Kernel', NULL, 1685236800, x'', 0, 9);";

static void
keep_agenda_as_version_1 (const char *path)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);
  gsize size_bytes;
  const void *data = g_bytes_get_data (bytes, &size_bytes);
  sqlite3_stmt *statement;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "INSERT INTO agendas VALUES (1, ?)", -1, &statement, NULL);
  sqlite3_bind_blob64 (statement, 1, data, size_bytes, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

static void
open_version_1 (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("planner-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "planner.db", NULL);
  fixture->id = 1;
  execute (fixture->path, version_1);
  keep_agenda_as_version_1 (fixture->path);
  fixture->store = open_store (fixture->path);
}

static void
test_migration (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerStoredReminder) stored = get_stored (fixture);
  g_autofree char *copy = g_strconcat (fixture->path, ".backup-v1", NULL);

  assert_answer (copy, "PRAGMA user_version", "1");
  assert_stars (fixture->store, 1, "a Kernel");
  g_assert_cmpint (stored->reminder.planned_utc, ==, 9);
  assert_lead (fixture, PLANNER_LEAD_DEFAULT);
  tell (fixture, START_UTC - LEAD_S);
  assert_sent (fixture, "a", 1);
  assert_refresh (fixture, START_UTC, START_UTC + 7200, 0, 0);
}

static void
test_migration_of_unreadable_agenda (Fixture *fixture, gconstpointer data)
{
  execute (fixture->path, "UPDATE agendas SET agenda = x'00'");
  assert_refresh (fixture, PLANNER_TIME_UNKNOWN, PLANNER_TIME_UNKNOWN, 0, 0);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_autofree char *full_path = g_strconcat ("/store/reminders/", path, NULL);

  g_test_add (full_path, Fixture, NULL, set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("R1/no-reminder-sent", test_fresh);
  add ("R1/sent-reminder-is-stored", test_sent_stays);
  add ("R1/sent-reminder-follows-new-key", test_sent_follows_key);
  add ("R1/sent-reminder-outlives-star", test_sent_outlives_star);
  add ("R1/events-are-stored-together", test_all_or_nothing);
  add ("R3/unstarred-while-shown", test_unstarred_while_shown);
  add ("R1/number-is-not-used-again", test_number_is_not_used_again);
  add ("R3/withdrawn", test_withdrawn);
  add ("R4/planned-time-changes-with-start", test_planned);
  add ("R5/old-records-are-deleted", test_long_over);
  add ("R7/lead-time-is-stored", test_lead);
  add ("R7/lead-time-of-unknown-star", test_lead_of_nothing);
  add ("R9/snooze-is-stored", test_snooze);
  add ("R9/snooze-after-other-keys", test_snooze_after_other_keys);
  add ("R9/snooze-after-move", test_snooze_after_move);
  add ("refreshes-are-stored", test_refreshes);
  g_test_add ("/store/reminders/I6/migration", Fixture, NULL, open_version_1, test_migration,
              fixture_tear_down);
  g_test_add ("/store/reminders/I6/migration-of-unreadable-agenda", Fixture, NULL, open_version_1,
              test_migration_of_unreadable_agenda, fixture_tear_down);

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * I6: a migration from each earlier version of the schema keeps all data.
 */

#include "store/old-database.h"
#include "store/store-fixture.h"

#include "store/planner-store-backup.h"
#include "store/planner-store-changes.h"
#include "store/planner-store-reminders.h"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("planner-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "planner.db", NULL);
  make_old_database (fixture->path, GPOINTER_TO_INT (data));
  fixture->store = open_store (fixture->path);
}

static void
assert_records (Fixture *fixture)
{
  g_autoptr (GPtrArray) records = planner_store_list_conferences (fixture->store, NULL);
  const PlannerConferenceRecord *first, *second;

  g_assert_cmpuint (records->len, ==, 2);
  first = g_ptr_array_index (records, 0);
  second = g_ptr_array_index (records, 1);
  g_assert_cmpstr (first->address, ==, "https://example.org/schedule.json");
  g_assert_cmpstr (first->title, ==, "Conference");
  g_assert_cmpstr (first->default_zone, ==, "Asia/Shanghai");
  g_assert_cmpstr (first->etag, ==, "W/\"1\"");
  g_assert_cmpstr (first->last_modified, ==, "Mon, 01 May 2023 08:00:00 GMT");
  g_assert_cmpint (first->updated_utc, ==, 7);
  g_assert_cmpstr (second->bundled_version, ==, "2023");
}

static void
assert_agenda (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerAgenda) agenda = planner_store_load_agenda (fixture->store, 1, english, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (agenda->sessions->len, ==, 2);
}

static void
assert_reminders (Fixture *fixture)
{
  g_autoptr (GPtrArray) all = planner_store_list_reminders (fixture->store, NULL);
  const PlannerStoredReminder *stored = g_ptr_array_index (all, 0);

  g_assert_cmpint (stored->number, ==, 1);
  g_assert_cmpint (stored->reminder.lead_s, ==, 600);
  g_assert_cmpint (stored->reminder.planned_utc, ==, 9);
  g_assert_cmpstr (stored->shown_key, ==, "a");
  g_assert_cmpuint (stored->reminder.n_sent, ==, 1);
}

static void
assert_changes (Fixture *fixture)
{
  g_autoptr (GPtrArray) changes = planner_store_list_changes (fixture->store, 1, NULL);
  const PlannerChange *change;

  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->number, ==, 5);
  g_assert_cmpstr (change->key, ==, "a");
  g_assert_cmpint (change->flags, ==, PLANNER_CHANGE_MOVED);
  g_assert_cmpint (change->was->start_utc, ==, 1685236800);
  g_assert_cmpint (change->is->start_utc, ==, 1685240400);
  g_assert_true (change->starred);
  /* Otherwise a later edition would seem to have other texts. */
  g_assert_null (change->is->text_digest);
}

#define FIRST "https://example.org/schedule.json"

/* A merge includes the attendee's conferences and stars. It includes the bundled conference once the attendee uses it. */
static void
assert_backup (Fixture *fixture, int version)
{
  g_autoptr (PlannerBackup) backup = planner_store_read_backup (fixture->store, NULL);
  const PlannerBackupItem *star = planner_backup_find (backup, FIRST, "a");
  const PlannerBackupItem *bundled = planner_backup_find (backup, "https://example.org/other.json", "");

  g_assert_true (planner_backup_item_is_live (planner_backup_find (backup, FIRST, "")));
  g_assert_true (planner_backup_item_is_live (star));
  g_assert_cmpstr (star->identity->title, ==, "Kernel");
  g_assert_cmpstr (star->fields[PLANNER_BACKUP_LEAD].value, ==, version >= 2 ? "600" : NULL);
  g_assert_cmpstr (star->fields[PLANNER_BACKUP_NOTE].value, ==, version >= 4 ? "Front row" : NULL);
  g_assert_cmpstr (star->fields[PLANNER_BACKUP_DEGREE].value, ==, version >= 4 ? "1" : NULL);
  g_assert_cmpuint (bundled->marks->len, ==, 0);
}

static void
assert_tombstone (Fixture *fixture)
{
  g_autoptr (PlannerBackup) backup = planner_store_read_backup (fixture->store, NULL);
  const PlannerBackupItem *gone = planner_backup_find (backup, "https://example.org/gone.json", "");

  g_assert_false (planner_backup_item_is_live (gone));
  g_assert_cmpuint (gone->marks->len, ==, 1);
  g_assert_cmpint (gone->removed_utc, ==, 11);
}

static void
test_migration (Fixture *fixture, gconstpointer data)
{
  const int version = GPOINTER_TO_INT (data);
  g_autofree char *copy = g_strdup_printf ("%s.backup-v%d", fixture->path, version);
  g_autofree char *old_version = g_strdup_printf ("%d", version);

  assert_answer (fixture->path, "PRAGMA user_version", NEWEST);
  assert_answer (fixture->path, "PRAGMA integrity_check", "ok");
  assert_answer (fixture->path, "SELECT value FROM named_values WHERE name = 'bundled-given'", "yes");
  assert_answer (fixture->path, "SELECT length (value) FROM named_values WHERE name = 'installation'", "32");
  assert_answer (copy, "PRAGMA user_version", old_version);
  assert_answer (copy, "SELECT count(*) FROM conferences", "2");
  assert_records (fixture);
  assert_agenda (fixture);
  assert_stars (fixture->store, 1, version == 1 ? "a Kernel, z (Gone)" : "a Kernel, b Compiler, z (Gone)");
  assert_stars (fixture->store, 2, "");
  if (version >= 2)
    assert_reminders (fixture);
  if (version >= 3)
    assert_changes (fixture);
  if (version >= 4)
    assert_tombstone (fixture);
  assert_backup (fixture, version);
}

/* The migrated database works as a new one does. */
static void
test_use_after_migration (Fixture *fixture, gconstpointer data)
{
  static const Row rows[] = { { "a", "guid-a", "1", "Kernel", START_UTC } };
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));

  save_agenda (fixture->store, 1, agenda);
  assert_stars (fixture->store, 1,
                GPOINTER_TO_INT (data) == 1 ? "a Kernel, z (Gone)" : "a Kernel, b (Compiler), z (Gone)");
  add_conference (fixture->store, "https://example.org/third.json", agenda);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (int version = 1; version <= N_OLD_VERSIONS; version++)
    {
      g_autofree char *path = g_strdup_printf ("/store/I6/migration/from-version-%d", version);
      g_autofree char *use_path = g_strconcat (path, "-and-use", NULL);

      g_test_add (path, Fixture, GINT_TO_POINTER (version), set_up, test_migration, fixture_tear_down);
      g_test_add (use_path, Fixture, GINT_TO_POINTER (version), set_up, test_use_after_migration,
                  fixture_tear_down);
    }

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/old-database.h"
#include "store/store-fixture.h"

#include "plan/planner-changes.h"
#include "store/planner-store-changes.h"

#include <glib/gstdio.h>

#define HOUR_S 3600

static const Row first_rows[] = {
  { "a", "ga", "1", "Ada", START_UTC },
  { "b", "gb", "2", "Bob", START_UTC + 2 * HOUR_S },
  { "c", "gc", "3", "Cid", START_UTC + 4 * HOUR_S },
};

/* a moves, b is withdrawn, d is new. */
static const Row second_rows[] = {
  { "a", "ga", "1", "Ada", START_UTC + HOUR_S },
  { "c", "gc", "3", "Cid", START_UTC + 4 * HOUR_S },
  { "d", "gd", "4", "Dee", START_UTC },
};

/* A new session has the key of the withdrawn one. */
static const Row third_rows[] = {
  { "a", "ga", "1", "Ada", START_UTC + 3 * HOUR_S },
  { "b", "gx", "9", "Eve", START_UTC },
  { "c", "gc", "3", "Cid", START_UTC + 4 * HOUR_S },
};

static gboolean
save_edition (Fixture *fixture, PlannerAgenda *old, PlannerAgenda *agenda, GError **error)
{
  g_autoptr (PlannerConferenceRecord) stored =
      planner_store_find_conference (fixture->store, fixture->id, NULL);
  g_autoptr (PlannerConferenceRecord) record = make_record ("https://example.org/schedule.json");
  g_autoptr (GPtrArray) successors = planner_match_agendas (old, agenda);
  const PlannerAgendaMatch match = { .old_agenda = old, .agenda = agenda, .successors = successors };
  g_autoptr (GPtrArray) changes = planner_changes_find (&match, NULL, NULL, NULL, START_UTC);

  record->id = fixture->id;
  record->edition = stored ? stored->edition : 1;
  record->updated_utc = START_UTC;

  return planner_store_save_edition (fixture->store, record, &match, changes, error);
}

static void
save (Fixture *fixture, PlannerAgenda *old, PlannerAgenda *agenda)
{
  g_autoptr (GError) error = NULL;

  save_edition (fixture, old, agenda, &error);
  g_assert_no_error (error);
}

/* Stars a and b, and saves the second edition. */
static void
set_up_second (Fixture *fixture)
{
  g_autoptr (PlannerAgenda) first = make_agenda (first_rows, G_N_ELEMENTS (first_rows));
  g_autoptr (PlannerAgenda) second = make_agenda (second_rows, G_N_ELEMENTS (second_rows));

  fixture->id = add_conference (fixture->store, "https://example.org/schedule.json", first);
  add_star (fixture->store, fixture->id, first, "a");
  add_star (fixture->store, fixture->id, first, "b");
  save (fixture, first, second);
}

static void
save_third (Fixture *fixture)
{
  g_autoptr (PlannerAgenda) second = make_agenda (second_rows, G_N_ELEMENTS (second_rows));
  g_autoptr (PlannerAgenda) third = make_agenda (third_rows, G_N_ELEMENTS (third_rows));

  save (fixture, second, third);
}

static char *
describe (GPtrArray *changes)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < changes->len; i++)
    {
      const PlannerChange *change = g_ptr_array_index (changes, i);

      g_ptr_array_add (lines,
                       g_strdup_printf ("%s%s %s %d%s%s", change->starred ? "*" : "", change->key,
                                        planner_change_get_sketch (change)->title.shown, change->flags,
                                        change->seen ? " seen" : "", change->announced ? " announced" : ""));
    }
  g_ptr_array_add (lines, NULL);

  return g_strjoinv (", ", (GStrv) lines->pdata);
}

static void
assert_changes (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = planner_store_list_changes (fixture->store, fixture->id, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = describe (changes);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_unannounced (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = planner_store_list_unannounced (fixture->store, fixture->id, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = describe (changes);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  set_up_second (fixture);
  assert_changes (fixture, "*a Ada 16, *b Bob 2, d Dee 1");
  assert_unannounced (fixture, "*a Ada 16, *b Bob 2");
}

static void
test_reopened (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) changes = NULL;
  const PlannerChange *change;

  set_up_second (fixture);
  g_clear_object (&fixture->store);
  fixture->store = open_store (fixture->path);
  changes = planner_store_list_changes (fixture->store, fixture->id, NULL);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->found_utc, ==, START_UTC);
  g_assert_cmpint (change->was->start_utc, ==, START_UTC);
  g_assert_cmpint (change->is->start_utc, ==, START_UTC + HOUR_S);
  g_assert_cmpint (change->is->duration_s, ==, HOUR_S);
  g_assert_cmpstr (change->is->date, ==, "2023-05-28");
  g_assert_cmpstr (change->identity->guid, ==, "ga");
}

static void
test_seen (Fixture *fixture, gconstpointer data)
{
  set_up_second (fixture);
  g_assert_true (planner_store_set_changes_seen (fixture->store, fixture->id,
                                                 (const char *const[]) { "a", "d", "nobody", NULL }, NULL));
  assert_changes (fixture, "*a Ada 16 seen, *b Bob 2, d Dee 1 seen");
  assert_unannounced (fixture, "*b Bob 2");
}

static void
test_announced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) changes = NULL;

  set_up_second (fixture);
  changes = planner_store_list_unannounced (fixture->store, fixture->id, NULL);
  g_assert_true (planner_store_set_announced (fixture->store, fixture->id, changes, NULL));
  assert_changes (fixture, "*a Ada 16 announced, *b Bob 2 announced, d Dee 1");
  assert_unannounced (fixture, "");
}

/* An edition that is saved between listing and announcing has changes that were not announced. */
static void
test_announced_too_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) changes = NULL;

  set_up_second (fixture);
  changes = planner_store_list_unannounced (fixture->store, fixture->id, NULL);
  save_third (fixture);
  g_assert_true (planner_store_set_announced (fixture->store, fixture->id, changes, NULL));
  assert_unannounced (fixture, "*a Ada 16");
}

static void
test_dismissed (Fixture *fixture, gconstpointer data)
{
  set_up_second (fixture);
  g_assert_true (planner_store_dismiss_changes (fixture->store, fixture->id, NULL));
  assert_changes (fixture, "");
  assert_unannounced (fixture, "");
}

static void
test_starred_later (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) second = make_agenda (second_rows, G_N_ELEMENTS (second_rows));

  set_up_second (fixture);
  g_assert_true (planner_store_remove_star (fixture->store, fixture->id, "a", NULL));
  assert_unannounced (fixture, "*b Bob 2");
  add_star (fixture->store, fixture->id, second, "a");
  assert_unannounced (fixture, "*b Bob 2");
}

static void
test_withdrawn_key (Fixture *fixture, gconstpointer data)
{
  set_up_second (fixture);
  save_third (fixture);
  assert_stars (fixture->store, fixture->id, "a Ada, b~withdrawn1 (Bob)");
  assert_changes (fixture, "*b~withdrawn1 Bob 2, *a Ada 16, b Eve 1");
}

static void
test_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) first = make_agenda (first_rows, G_N_ELEMENTS (first_rows));
  g_autoptr (PlannerAgenda) third = make_agenda (third_rows, G_N_ELEMENTS (third_rows));

  set_up_second (fixture);
  save_third (fixture);
  save (fixture, third, first);
  assert_stars (fixture->store, fixture->id, "a Ada, b Bob");
  assert_changes (fixture, "");
}

static void
test_same_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) second = make_agenda (second_rows, G_N_ELEMENTS (second_rows));
  g_autoptr (GPtrArray) changes = NULL;

  set_up_second (fixture);
  changes = planner_store_list_unannounced (fixture->store, fixture->id, NULL);
  save (fixture, second, second);
  assert_changes (fixture, "*a Ada 16, *b Bob 2, d Dee 1");
  /* An unaffected change keeps its number. */
  g_assert_true (planner_store_set_announced (fixture->store, fixture->id, changes, NULL));
  assert_unannounced (fixture, "");
}

static void
test_no_conference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) first = make_agenda (first_rows, G_N_ELEMENTS (first_rows));
  g_autoptr (PlannerAgenda) second = make_agenda (second_rows, G_N_ELEMENTS (second_rows));
  g_autoptr (GError) error = NULL;

  fixture->id = 77;
  g_assert_false (save_edition (fixture, first, second, &error));
  g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_NOT_FOUND);
  assert_answer (fixture->path, "SELECT count(*) FROM changes", "0");
}

/* If the changes cannot be stored, the agenda is not stored either. */
static void
test_one_transaction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) first = make_agenda (first_rows, G_N_ELEMENTS (first_rows));
  g_autoptr (PlannerAgenda) second = make_agenda (second_rows, G_N_ELEMENTS (second_rows));
  g_autoptr (PlannerAgenda) stored = NULL;
  g_autoptr (GError) error = NULL;

  fixture->id = add_conference (fixture->store, "https://example.org/schedule.json", first);
  add_star (fixture->store, fixture->id, first, "b");
  execute (fixture->path,
           "CREATE TRIGGER refuse BEFORE INSERT ON changes BEGIN SELECT raise (ABORT, 'no'); END");
  g_assert_false (save_edition (fixture, first, second, &error));
  g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_FAILED);

  stored = planner_store_load_agenda (fixture->store, fixture->id, english, NULL);
  g_assert_nonnull (planner_agenda_find_session (stored, "b"));
  assert_stars (fixture->store, fixture->id, "b Bob");
}

static void
test_removed_conference (Fixture *fixture, gconstpointer data)
{
  set_up_second (fixture);
  g_assert_true (planner_store_remove_conference (fixture->store, fixture->id, NULL));
  assert_answer (fixture->path, "SELECT count(*) > 0 FROM changes", "1");
  g_assert_true (planner_store_purge_conferences (fixture->store, G_MAXINT64, NULL));
  assert_answer (fixture->path, "SELECT count(*) FROM changes", "0");
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  set_up_second (fixture);
  execute (fixture->path,
           "UPDATE changes SET details = x'00ff17' WHERE key = 'a';"
           "UPDATE changes SET details = substr (details, 1, length (details) - 9) WHERE key = 'b'");
  assert_changes (fixture, "d Dee 1");
}

/* The record of a removed star is not a star. */
static void
test_unstarred (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) first = make_agenda (first_rows, G_N_ELEMENTS (first_rows));
  g_autoptr (PlannerAgenda) second = make_agenda (second_rows, G_N_ELEMENTS (second_rows));
  g_autoptr (GError) error = NULL;

  fixture->id = add_conference (fixture->store, "https://example.org/schedule.json", first);
  add_star (fixture->store, fixture->id, first, "b");
  planner_store_remove_star (fixture->store, fixture->id, "b", &error);
  g_assert_no_error (error);
  save (fixture, first, second);
  assert_changes (fixture, "a Ada 16, b Bob 2, d Dee 1");
}

/* The schema before changes were stored. */
static void
test_migration (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) first = make_agenda (first_rows, G_N_ELEMENTS (first_rows));
  g_autoptr (PlannerAgenda) second = make_agenda (second_rows, G_N_ELEMENTS (second_rows));

  g_clear_object (&fixture->store);
  remove_folder (fixture->folder);
  g_mkdir (fixture->folder, 0700);
  make_old_database (fixture->path, 2);

  fixture->store = open_store (fixture->path);
  fixture->id = add_conference (fixture->store, "https://example.org/third.json", first);
  add_star (fixture->store, fixture->id, first, "b");
  assert_changes (fixture, "");
  save (fixture, first, second);
  assert_changes (fixture, "a Ada 16, *b Bob 2, d Dee 1");
}

static void
set_language (PlannerAgenda *agenda, const char *key, const char *language, gboolean not_recorded)
{
  PlannerSession *session = (PlannerSession *) planner_agenda_find_session (agenda, key);

  g_set_str (&session->language, language);
  session->not_recorded = not_recorded;
}

/* Attendees are notified of a new language of a starred session, and that it will not be recorded. */
static void
test_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) first = make_agenda (first_rows, G_N_ELEMENTS (first_rows));
  g_autoptr (PlannerAgenda) second = make_agenda (first_rows, G_N_ELEMENTS (first_rows));
  g_autoptr (GPtrArray) changes = NULL;
  const PlannerChange *change;

  set_language (first, "a", "en", FALSE);
  set_language (second, "a", "de", TRUE);
  fixture->id = add_conference (fixture->store, "https://example.org/schedule.json", first);
  add_star (fixture->store, fixture->id, first, "a");
  save (fixture, first, second);
  changes = planner_store_list_unannounced (fixture->store, fixture->id, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->flags, ==, PLANNER_CHANGE_LANGUAGE | PLANNER_CHANGE_RECORDING);
  g_assert_cmpstr (change->was->language, ==, "en");
  g_assert_cmpstr (change->is->language, ==, "de");
  g_assert_false (change->was->not_recorded);
  g_assert_true (change->is->not_recorded);
  g_assert_cmpint (planner_sketch_compare (change->was, change->is), ==, change->flags);
}

static const struct
{
  const char *path;
  void (*func) (Fixture *fixture, gconstpointer data);
} tests[] = {
  { "list", test_list },
  { "reopened", test_reopened },
  { "seen", test_seen },
  { "R1/announced", test_announced },
  { "R10/announced-too-late", test_announced_too_late },
  { "dismissed", test_dismissed },
  { "R10/starred-later", test_starred_later },
  { "R3/unstarred", test_unstarred },
  { "I4/withdrawn-key", test_withdrawn_key },
  { "I4/back", test_back },
  { "same-again", test_same_again },
  { "no-conference", test_no_conference },
  { "one-transaction", test_one_transaction },
  { "I12/language-and-recording", test_language },
  { "removed-conference", test_removed_conference },
  { "damaged", test_damaged },
  { "I6/migration", test_migration },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/store/changes/", tests[i].path, NULL);

      g_test_add (path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);
    }

  return g_test_run ();
}

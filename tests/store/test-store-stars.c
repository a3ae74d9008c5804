/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The degree of a star and its note: they stay with the session, and are written only when they change.
 */

#include "store/planner-store-reminders.h"
#include "store/store-fixture.h"

#include <string.h>

#define ADDRESS "https://example.org/schedule.json"
#define NOTE "Ask about the scheduler.\n\nSit in front."

static const Row rows[] = {
  { "a", "guid-a", "1", "Kernel", START_UTC },
  { "b", "guid-b", "2", "Compiler", START_UTC + 3600 },
};

/* The ids, and therefore the keys, have changed. */
static const Row renumbered[] = {
  { "b", "guid-a", "2", "Kernel", START_UTC },
  { "a", "guid-b", "1", "Compiler", START_UTC + 3600 },
};

static const Row without_a[] = {
  { "b", "guid-b", "2", "Compiler", START_UTC + 3600 },
};

static void
add_star_as (Fixture *fixture, const char *key, gboolean plan_b)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));
  g_autoptr (PlannerStar) star = planner_star_new (agenda, planner_agenda_find_session (agenda, key));
  g_autoptr (GError) error = NULL;

  star->plan_b = plan_b;
  planner_store_add_star (fixture->store, fixture->id, star, &error);
  g_assert_no_error (error);
}

/* One session is starred. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));

  fixture_set_up (fixture, data);
  fixture->id = add_conference (fixture->store, ADDRESS, agenda);
  add_star_as (fixture, "a", FALSE);
}

static void
refresh (Fixture *fixture, const Row *some_rows, guint n_rows)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (some_rows, n_rows);

  save_agenda (fixture->store, fixture->id, agenda);
}

static void
set_plan_b (Fixture *fixture, const char *key, gboolean plan_b)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (planner_store_set_plan_b (fixture->store, fixture->id, key, plan_b, &error));
  g_assert_no_error (error);
}

static void
set_note (Fixture *fixture, const char *key, const char *note)
{
  g_autoptr (PlannerStar) star = planner_store_find_star (fixture->store, fixture->id, key, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (planner_store_set_note (fixture->store, fixture->id, key, star->note, note, &error));
  g_assert_no_error (error);
}

static void
assert_star (Fixture *fixture, const char *key, gboolean plan_b, const char *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerStar) star = planner_store_find_star (fixture->store, fixture->id, key, &error);

  g_assert_no_error (error);
  g_assert_cmpint (star->plan_b, ==, plan_b);
  g_assert_cmpstr (star->note, ==, note);
}

static void
test_change_degree (Fixture *fixture, gconstpointer data)
{
  assert_star (fixture, "a", FALSE, NULL);
  set_plan_b (fixture, "a", TRUE);
  assert_star (fixture, "a", TRUE, NULL);
  set_plan_b (fixture, "a", FALSE);
  assert_star (fixture, "a", FALSE, NULL);

  add_star_as (fixture, "b", TRUE);
  assert_star (fixture, "b", TRUE, NULL);
  add_star_as (fixture, "b", FALSE);
  assert_star (fixture, "b", FALSE, NULL);
}

static void
test_follow_session (Fixture *fixture, gconstpointer data)
{
  set_plan_b (fixture, "a", TRUE);
  set_note (fixture, "a", NOTE);
  refresh (fixture, renumbered, G_N_ELEMENTS (renumbered));
  assert_star (fixture, "b", TRUE, NOTE);
  refresh (fixture, rows, G_N_ELEMENTS (rows));
  assert_star (fixture, "a", TRUE, NOTE);
}

static void
test_withdrawn_and_back (Fixture *fixture, gconstpointer data)
{
  set_plan_b (fixture, "a", TRUE);
  set_note (fixture, "a", NOTE);
  refresh (fixture, without_a, G_N_ELEMENTS (without_a));
  assert_star (fixture, "a", TRUE, NOTE);
  set_note (fixture, "a", "Still mine");
  refresh (fixture, rows, G_N_ELEMENTS (rows));
  assert_star (fixture, "a", TRUE, "Still mine");
}

/* The session was over when the schedule dropped it. One with the same title at another time is another one. */
static void
test_past_and_back (Fixture *fixture, gconstpointer data)
{
  static const Row with_both[] = {
    { "b", "guid-b", "2", "Compiler", START_UTC + 3600 },
    { "c", "guid-c", "3", "Kernel", START_UTC + 7200 },
    { "a", "guid-a", "1", "Kernel", START_UTC },
  };

  execute (fixture->path, "UPDATE conferences SET updated_utc = 1685236800 + 86400");
  refresh (fixture, without_a, G_N_ELEMENTS (without_a));
  refresh (fixture, with_both, G_N_ELEMENTS (with_both) - 1);
  assert_stars (fixture->store, fixture->id, "a (Kernel)");
  refresh (fixture, with_both, G_N_ELEMENTS (with_both));
  assert_stars (fixture->store, fixture->id, "a Kernel");
}

static void
test_star_again (Fixture *fixture, gconstpointer data)
{
  set_note (fixture, "a", NOTE);
  planner_store_remove_star (fixture->store, fixture->id, "a", NULL);
  refresh (fixture, renumbered, G_N_ELEMENTS (renumbered));
  refresh (fixture, rows, G_N_ELEMENTS (rows));
  add_star_as (fixture, "a", TRUE);
  assert_star (fixture, "a", TRUE, NOTE);
}

static void
test_remove_note (Fixture *fixture, gconstpointer data)
{
  set_note (fixture, "a", NOTE);
  set_note (fixture, "a", NULL);
  assert_star (fixture, "a", FALSE, NULL);
  assert_answer (fixture->path, "SELECT note IS NULL FROM stars", "1");
}

static void
test_note_changed_meanwhile (Fixture *fixture, gconstpointer data)
{
  set_note (fixture, "a", "First");
  g_assert_true (planner_store_set_note (fixture->store, fixture->id, "a", NULL, "Second", NULL));
  assert_star (fixture, "a", FALSE, "Second\n\nFirst");
}

static void
assert_not_starred (Fixture *fixture, const char *key)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (planner_store_set_plan_b (fixture->store, fixture->id, key, TRUE, &error));
  g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (planner_store_set_note (fixture->store, fixture->id, key, NULL, NOTE, &error));
  g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (planner_store_find_star (fixture->store, fixture->id, key, &error));
  g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_NOT_FOUND);
}

static void
test_not_starred (Fixture *fixture, gconstpointer data)
{
  assert_not_starred (fixture, "b");
  set_note (fixture, "a", NOTE);
  planner_store_remove_star (fixture->store, fixture->id, "a", NULL);
  assert_not_starred (fixture, "a");
  assert_answer (fixture->path,
                 "SELECT note = 'Ask about the scheduler.' || char (10, 10) || 'Sit in front.' FROM stars",
                 "1");
}

static void
assert_version (Fixture *fixture, int version)
{
  g_autofree char *expected = g_strdup_printf ("%d", version);

  assert_answer (fixture->path, "SELECT changed FROM conferences", expected);
}

/* The count that other processes compare. */
static void
test_write_only_changes (Fixture *fixture, gconstpointer data)
{
  execute (fixture->path, "UPDATE conferences SET changed = 10");
  set_plan_b (fixture, "a", FALSE);
  set_note (fixture, "a", NULL);
  assert_version (fixture, 10);

  set_plan_b (fixture, "a", TRUE);
  assert_version (fixture, 11);
  set_note (fixture, "a", NOTE);
  assert_version (fixture, 12);
  set_plan_b (fixture, "a", TRUE);
  set_note (fixture, "a", NOTE);
  assert_version (fixture, 12);
}

/* Another program may have written the column. */
static void
test_damaged_note (Fixture *fixture, gconstpointer data)
{
  execute (fixture->path, "UPDATE stars SET note = 'be' || char (7) || 'ep' || char (27)");
  assert_star (fixture, "a", FALSE, "beep");
  execute (fixture->path, "UPDATE stars SET note = CAST (x'636166e9' AS TEXT)");
  assert_star (fixture, "a", FALSE, "caf\ufffd");
}

/* Returns: whether planner_reminder_plan() may remind of the only star */
static gboolean
may_remind (Fixture *fixture)
{
  g_autoptr (GPtrArray) all = planner_store_list_reminders (fixture->store, NULL);

  g_assert_cmpuint (all->len, ==, 1);

  return !((PlannerStoredReminder *) g_ptr_array_index (all, 0))->reminder.off;
}

static void
test_no_reminder (Fixture *fixture, gconstpointer data)
{
  g_assert_true (may_remind (fixture));
  set_plan_b (fixture, "a", TRUE);
  g_assert_false (may_remind (fixture));
  set_plan_b (fixture, "a", FALSE);
  g_assert_true (may_remind (fixture));
}

/* Whoever decides to go to a session that runs already knows that it runs. */
static void
test_planned_when_going (Fixture *fixture, gconstpointer data)
{
  execute (fixture->path, "UPDATE stars SET planned_utc = 5, snoozed_until_utc = 7");
  set_plan_b (fixture, "a", TRUE);
  assert_answer (fixture->path, "SELECT planned_utc FROM stars", "5");
  assert_answer (fixture->path, "SELECT snoozed_until_utc IS NULL FROM stars", "1");
  set_plan_b (fixture, "a", FALSE);
  assert_answer (fixture->path, "SELECT planned_utc > 5 FROM stars", "1");

  execute (fixture->path, "UPDATE stars SET planned_utc = 5");
  add_star_as (fixture, "a", TRUE);
  assert_answer (fixture->path, "SELECT planned_utc FROM stars", "5");
  add_star_as (fixture, "a", FALSE);
  assert_answer (fixture->path, "SELECT planned_utc > 5 FROM stars", "1");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/store/U16/change-degree", test_change_degree);
  add ("/store/U16/plan-b-does-not-remind", test_no_reminder);
  add ("/store/U16/going-is-planned-from-now-on", test_planned_when_going);
  add ("/store/I3/degree-and-note-follow-session", test_follow_session);
  add ("/store/I4/degree-and-note-stay-while-withdrawn", test_withdrawn_and_back);
  add ("/store/L4/past-session-comes-back-at-its-own-time", test_past_and_back);
  add ("/store/I4/note-returns-when-starred-again", test_star_again);
  add ("/store/U17/remove-note", test_remove_note);
  add ("/store/U17/note-changed-meanwhile-is-kept", test_note_changed_meanwhile);
  add ("/store/U17/damaged-note-is-cleaned", test_damaged_note);
  add ("/store/U17/only-starred-sessions-have-notes", test_not_starred);
  add ("/store/M1/same-degree-and-note-write-nothing", test_write_only_changes);

  return g_test_run ();
}

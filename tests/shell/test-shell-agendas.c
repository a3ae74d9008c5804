/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which agendas a search gets, from the store and from a library, and when they are freed. */

#include "agent/agent-fixture.h"

#include "plan/planner-quick-search.h"
#include "library/planner-conference-stars.h"
#include "shell/planner-shell-agendas.h"

#define DAY_S (24 * 60 * MINUTE_S)

typedef struct
{
  AgentFixture agent;
  PlannerTimeSource *time;
  PlannerWorker *worker;
  PlannerShellAgendas *agendas;
} Fixture;

static const int soon_s[] = { 40 * MINUTE_S, 50 * MINUTE_S };
static const int long_over_s[] = { -40 * DAY_S };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  agent_set_up (&fixture->agent, data);
  fixture->time = planner_time_source_new ();
  fixture->worker = planner_worker_new ();
  fixture->agendas = planner_shell_agendas_new (fixture->time);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* The main context releases finished tasks. */
  planner_worker_finish (fixture->worker);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->agendas);
  g_clear_pointer (&fixture->worker, planner_worker_unref);
  g_clear_object (&fixture->time);
  agent_tear_down (&fixture->agent, data);
}

static void
got_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) data = planner_shell_agendas_get_finish (PLANNER_SHELL_AGENDAS (source), result, &error);
  g_assert_no_error (error);
}

static GPtrArray *
wait_for (GPtrArray **conferences)
{
  while (!*conferences)
    agent_iterate ();

  return *conferences;
}

static GPtrArray *
get (Fixture *fixture)
{
  GPtrArray *conferences = NULL;

  planner_shell_agendas_get_async (fixture->agendas, got_cb, &conferences);

  return wait_for (&conferences);
}

static void
test_store (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) conferences = NULL;
  const PlannerSearched *searched;

  agent_add_conference (&fixture->agent, long_over_s, 1);
  agent_add_conference (&fixture->agent, soon_s, 2);
  agent_star (&fixture->agent, 1);
  planner_shell_agendas_set_store (fixture->agendas, fixture->agent.store, fixture->worker);
  conferences = get (fixture);

  g_assert_cmpuint (conferences->len, ==, 1);
  searched = g_ptr_array_index (conferences, 0);
  g_assert_cmpint (searched->conference_id, ==, fixture->agent.conference_id);
  g_assert_cmpuint (searched->agenda->sessions->len, ==, 2);
  g_assert_cmpuint (g_hash_table_size (searched->starred), ==, 1);
  g_assert_true (
      g_hash_table_contains (searched->starred, planner_agenda_get_session (fixture->agent.agenda, 1)->key));
}

/* D-Bus may deliver a search before the database is open. */
static void
test_waits_for_store (Fixture *fixture, gconstpointer data)
{
  GPtrArray *first = NULL, *second = NULL;

  agent_add_conference (&fixture->agent, soon_s, 2);
  planner_shell_agendas_get_async (fixture->agendas, got_cb, &first);
  planner_shell_agendas_get_async (fixture->agendas, got_cb, &second);
  g_assert_true (planner_shell_agendas_is_in_use (fixture->agendas));
  planner_shell_agendas_set_store (fixture->agendas, fixture->agent.store, fixture->worker);
  wait_for (&first);
  wait_for (&second);

  g_assert_true (first == second);
  g_assert_cmpuint (first->len, ==, 1);
  g_ptr_array_unref (first);
  g_ptr_array_unref (second);
}

static void
test_no_store (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) conferences = NULL;

  planner_shell_agendas_set_store (fixture->agendas, NULL, fixture->worker);
  conferences = get (fixture);
  g_assert_cmpuint (conferences->len, ==, 0);
}

static guint
count_stars (GPtrArray *conferences)
{
  return g_hash_table_size (((PlannerSearched *) g_ptr_array_index (conferences, 0))->starred);
}

static void
test_reload (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL, same = NULL, after = NULL;
  GPtrArray *meanwhile = NULL;

  agent_add_conference (&fixture->agent, soon_s, 2);
  planner_shell_agendas_set_store (fixture->agendas, fixture->agent.store, fixture->worker);
  before = get (fixture);
  same = get (fixture);
  g_assert_true (before == same);
  agent_star (&fixture->agent, 0);
  planner_shell_agendas_reload (fixture->agendas);
  after = get (fixture);
  g_assert_cmpuint (count_stars (before), ==, 0);
  g_assert_cmpuint (count_stars (after), ==, 1);

  /* The database changes while it is read. */
  planner_shell_agendas_reload (fixture->agendas);
  planner_shell_agendas_get_async (fixture->agendas, got_cb, &meanwhile);
  planner_worker_finish (fixture->worker);
  agent_star (&fixture->agent, 1);
  planner_shell_agendas_reload (fixture->agendas);
  wait_for (&meanwhile);
  g_assert_cmpuint (count_stars (meanwhile), ==, 2);
  g_ptr_array_unref (meanwhile);
}

static void
test_release (Fixture *fixture, gconstpointer data)
{
  GPtrArray *conferences;
  const PlannerAgenda *agenda;

  agent_add_conference (&fixture->agent, soon_s, 2);
  planner_shell_agendas_set_store (fixture->agendas, fixture->agent.store, fixture->worker);
  conferences = get (fixture);
  agenda = ((PlannerSearched *) g_ptr_array_index (conferences, 0))->agenda;
  g_assert_nonnull (agenda);
  g_assert_true (planner_shell_agendas_is_in_use (fixture->agendas));
  g_ptr_array_unref (conferences);
  while (planner_shell_agendas_is_in_use (fixture->agendas))
    agent_iterate ();

  conferences = get (fixture);
  g_assert_cmpuint (conferences->len, ==, 1);
  g_ptr_array_unref (conferences);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (planner_library_load_finish (PLANNER_LIBRARY (source), result, NULL));
  *(gboolean *) data = TRUE;
}

static void
starred_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (planner_conference_set_starred_finish (PLANNER_CONFERENCE (source), result, NULL));
  *(gboolean *) data = TRUE;
}

static PlannerLibrary *
load_library (void)
{
  g_autofree char *path = planner_store_dup_default_path ();
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  PlannerLibrary *library = planner_library_new (path, fetcher);
  gboolean loaded = FALSE;

  planner_library_load_async (library, NULL, loaded_cb, &loaded);
  while (!loaded)
    agent_iterate ();

  return library;
}

/* A star in the window counts for the next search. */
static void
test_library (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerLibrary) library = NULL;
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  g_autoptr (PlannerEntry) entry = NULL;
  PlannerConference *conference;
  gboolean starred = FALSE;

  agent_add_conference (&fixture->agent, long_over_s, 1);
  agent_add_conference (&fixture->agent, soon_s, 2);
  library = load_library ();
  planner_shell_agendas_set_library (fixture->agendas, library);
  before = get (fixture);
  g_assert_cmpuint (before->len, ==, 1);
  conference = planner_library_find (library, fixture->agent.conference_id);
  entry = g_list_model_get_item (planner_conference_get_entries (conference), 0);
  planner_conference_set_starred_async (conference, entry, TRUE, NULL, starred_cb, &starred);
  while (!starred)
    agent_iterate ();
  after = get (fixture);
  g_assert_cmpuint (count_stars (before), ==, 0);
  g_assert_cmpuint (count_stars (after), ==, 1);
}

#define ADD(path, test) g_test_add (path, Fixture, "", set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/shell/G1/store-gives-current-conferences-and-stars", test_store);
  ADD ("/shell/G1/search-waits-for-the-store", test_waits_for_store);
  ADD ("/shell/G1/without-a-store-nothing-is-found", test_no_store);
  ADD ("/shell/G1/changed-database-is-read-again", test_reload);
  ADD ("/shell/G3/agendas-are-freed-after-a-while", test_release);
  ADD ("/shell/G1/library-gives-current-conferences-and-stars", test_library);

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Other processes change the database while the agent waits, and report that. */

#include "agent/agent-fixture.h"

#include "agent/planner-bell.h"

#define HOUR_S (60 * MINUTE_S)

static const int starts_s[] = { 8 * MINUTE_S, 3 * HOUR_S };

/* Starts an agent that waits for the later of two sessions. */
static void
start_waiting (AgentFixture *fixture)
{
  agent_add_conference (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_star (fixture, 1);
  agent_start (fixture);
  agent_wait_until_idle (fixture);
}

static double
wait_for_reminder (AgentFixture *fixture)
{
  g_test_timer_start ();
  while (fixture->received->len == 0)
    agent_iterate ();

  return g_test_timer_elapsed ();
}

static void
test_star (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *expected = NULL;

  start_waiting (fixture);
  g_assert_cmpuint (fixture->received->len, ==, 0);
  agent_star (fixture, 0);
  planner_bell_ring (fixture->connection, fixture->conference_id);
  g_assert_cmpfloat (wait_for_reminder (fixture), <, 1);
  id = agent_make_id (fixture, 0);
  expected = g_strconcat ("reminder-", id, NULL);
  g_assert_cmpstr (((Received *) g_ptr_array_index (fixture->received, 0))->id, ==, expected);
}

static void
exited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
refresh (AgentFixture *fixture)
{
  g_autofree char *program = g_build_filename (g_getenv ("GOTC_PLANNER_BIN_DIR"), "gotc-planner-agent", NULL);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->conference_id);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean exited = FALSE;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--refresh", number, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, exited_cb, &exited);
  while (!exited)
    agent_iterate ();
}

/* Another process than the agent's own refreshes a conference, and moves the starred session. */
static void
test_refresh (AgentFixture *fixture, gconstpointer data)
{
  const int moved_s[] = { 8 * MINUTE_S, 7 * MINUTE_S };
  g_autofree char *feed = NULL;

  start_waiting (fixture);
  feed = agent_write_feed (fixture, 0, moved_s, G_N_ELEMENTS (moved_s));
  refresh (fixture);
  g_assert_cmpfloat (wait_for_reminder (fixture), <, 1);
}

/* Waits for the bus to handle all that was sent to it. */
static void
synchronize (AgentFixture *fixture)
{
  g_autoptr (GVariant) answer = agent_call (fixture, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                            "org.freedesktop.DBus", "GetId", NULL);
}

static void
test_nobody (AgentFixture *fixture, gconstpointer data)
{
  planner_bell_ring (fixture->connection, 0);
  synchronize (fixture);
  synchronize (fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_owners, ==, 0);
}

static void
test_no_bus (void)
{
  g_autofree char *folder = g_dir_make_tmp ("planner-bell-XXXXXX", NULL);
  g_autoptr (GDBusConnection) bus = NULL;

  g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");
  g_setenv ("XDG_RUNTIME_DIR", folder, TRUE);
  bus = planner_bell_get_session_bus ();
  g_assert_null (bus);
  planner_bell_ring (bus, 1);
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agent/M1/no-session-bus", test_no_bus);
  g_test_add ("/agent/M1/bell-starts-nothing", AgentFixture, "gtk", agent_set_up, test_nobody,
              agent_tear_down);
  g_test_add ("/agent/M1/new-star-is-reminded-of-within-a-second", AgentFixture, "gtk", agent_set_up,
              test_star, agent_tear_down);
  g_test_add ("/agent/M1/refresh-by-another-process-moves-the-reminder", AgentFixture, "gtk", agent_set_up,
              test_refresh, agent_tear_down);

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Commands beside other processes of the planner, on a private bus. */

#include "agent/agent-fixture.h"

#include "agent/planner-autostart.h"

#define HOUR_S (60 * MINUTE_S)

static const int starts_s[] = { 12 * MINUTE_S, 3 * HOUR_S };

typedef struct
{
  GSubprocess *process;
  char *output;
  gboolean done;
} Command;

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Command *command = data;
  g_autoptr (GError) error = NULL;

  g_subprocess_communicate_utf8_finish (command->process, result, &command->output, NULL, &error);
  g_assert_no_error (error);
  command->done = TRUE;
}

/* Returns what the command prints. @bus: whether it has a session bus */
static char *
run_with (AgentFixture *fixture, gboolean bus, int status, const char *name, const char *argument)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  Command command = { 0 };

  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  if (!bus)
    g_subprocess_launcher_unsetenv (launcher, "DBUS_SESSION_BUS_ADDRESS");
  process =
      g_subprocess_launcher_spawn (launcher, &error, g_getenv ("PLANNER_PROGRAM"), name, argument, NULL);
  g_assert_no_error (error);
  command.process = process;
  g_subprocess_communicate_utf8_async (process, NULL, NULL, ended_cb, &command);
  while (!command.done)
    agent_iterate ();
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, status);

  return command.output;
}

static char *
run (AgentFixture *fixture, const char *name, const char *argument)
{
  return run_with (fixture, TRUE, 0, name, argument);
}

static char *
run_with_key (AgentFixture *fixture, const char *name, guint index)
{
  g_autofree char *key = agent_make_id (fixture, index);

  return run (fixture, name, key);
}

static double
wait_for_reminder (AgentFixture *fixture)
{
  g_test_timer_start ();
  while (fixture->received->len == 0)
    agent_iterate ();

  return g_test_timer_elapsed ();
}

/* An agent that waits for the later of two sessions. */
static void
start_waiting (AgentFixture *fixture)
{
  agent_add_conference (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_star (fixture, 1);
  agent_start (fixture);
  agent_wait_until_idle (fixture);
  g_assert_cmpuint (fixture->received->len, ==, 0);
}

/* Returns how long the agent takes to plan again: it was waiting longer, or less long, than for the earlier session. */
static double
wait_for_plan (AgentFixture *fixture, gboolean with_earlier)
{
  g_test_timer_start ();
  while ((agent_get_timer_s (fixture) <= 2 * MINUTE_S) != with_earlier)
    g_main_context_iteration (NULL, FALSE);

  return g_test_timer_elapsed ();
}

static void
test_star_beside_agent (AgentFixture *fixture, gconstpointer data)
{
  start_waiting (fixture);
  g_assert_cmpuint (agent_get_timer_s (fixture), >, 2 * MINUTE_S);
  g_free (run_with_key (fixture, "star", 0));
  g_assert_cmpfloat (wait_for_plan (fixture, TRUE), <, 1);
  g_free (run_with_key (fixture, "unstar", 0));
  g_assert_cmpfloat (wait_for_plan (fixture, FALSE), <, 1);
  g_assert_cmpuint (fixture->n_owners, ==, 1);
}

static void
test_refresh_beside_agent (AgentFixture *fixture, gconstpointer data)
{
  const int moved_s[] = { 3 * HOUR_S, 8 * MINUTE_S };
  g_autofree char *feed = NULL;
  g_autofree char *output = NULL;

  start_waiting (fixture);
  feed = agent_write_feed (fixture, 0, moved_s, G_N_ELEMENTS (moved_s));
  output = run (fixture, "refresh", NULL);
  g_assert_cmpfloat (wait_for_reminder (fixture), <, 1);
}

static const char owner_xml[] =
    "<node>"
    "  <interface name='org.freedesktop.Application'>"
    "    <method name='ActivateAction'><arg type='s'/><arg type='av'/><arg type='a{sv}'/></method>"
    "  </interface>"
    "</node>";

static void
activated_cb (GDBusConnection *connection,
              const char *sender,
              const char *path,
              const char *interface,
              const char *method,
              GVariant *parameters,
              GDBusMethodInvocation *invocation,
              gpointer data)
{
  g_autoptr (GVariant) values = g_variant_get_child_value (parameters, 1);
  g_autoptr (GVariant) value = NULL;
  const char *action;

  g_variant_get_child (parameters, 0, "&s", &action);
  g_assert_cmpstr (action, ==, "reload");
  g_variant_get_child (values, 0, "v", &value);
  g_array_append_vals (data, (gint64[]) { g_variant_get_int64 (value) }, 1);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

/* Owns the planner's bus name, and keeps the numbers that are reported to it. */
static void
own_name (AgentFixture *fixture, GArray *reported)
{
  static const GDBusInterfaceVTable vtable = { .method_call = activated_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (owner_xml, NULL);
  g_autoptr (GVariant) answer = NULL;

  g_assert_cmpuint (g_dbus_connection_register_object (fixture->connection, OBJECT_PATH, node->interfaces[0],
                                                       &vtable, reported, NULL, NULL),
                    >, 0);
  answer = agent_call (fixture, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                       "RequestName", g_variant_new ("(su)", APP_ID, 0));
}

/* Waits for all that was sent before, because the bus keeps the order. */
static void
expect_report (AgentFixture *fixture, GArray *reported, const char *command, gint64 conference_id)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GVariant) answer = agent_call (fixture, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                                "org.freedesktop.DBus", "GetId", NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_test_message ("%s", command);
  g_assert_cmpuint (reported->len, ==, 1);
  g_assert_cmpint (g_array_index (reported, gint64, 0), ==, conference_id);
  g_array_set_size (reported, 0);
}

static void
test_one_report (AgentFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) reported = g_array_new (FALSE, FALSE, sizeof (gint64));
  const int moved_s[] = { 9 * MINUTE_S, 4 * HOUR_S };
  g_autofree char *feed = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "other.json", NULL);

  agent_add_conference (fixture, starts_s, G_N_ELEMENTS (starts_s));
  own_name (fixture, reported);
  g_free (run_with_key (fixture, "star", 1));
  expect_report (fixture, reported, "star", fixture->conference_id);
  g_free (run_with_key (fixture, "unstar", 1));
  expect_report (fixture, reported, "unstar", fixture->conference_id);
  feed = agent_write_feed (fixture, 0, moved_s, G_N_ELEMENTS (moved_s));
  g_free (run (fixture, "refresh", NULL));
  expect_report (fixture, reported, "refresh", fixture->conference_id);
  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  g_free (run (fixture, "add", path));
  expect_report (fixture, reported, "add", 0);

  g_free (run (fixture, "list", NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (reported->len, ==, 0);
}

static void
forget_settings (AgentFixture *fixture)
{
  g_autofree char *path =
      g_build_filename (fixture->folder, "XDG_CONFIG_HOME", "glib-2.0", "settings", "keyfile", NULL);

  g_unlink (path);
}

static void
test_fresh_profile (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *hint = NULL;
  g_autofree char *unstarred = NULL;
  g_autofree char *on = NULL;
  g_autofree char *starred = NULL;

  forget_settings (fixture);
  agent_add_conference (fixture, starts_s, G_N_ELEMENTS (starts_s));

  hint = run_with_key (fixture, "star", 1);
  g_assert_nonnull (strstr (hint, "gotc-planner reminders --on"));
  unstarred = run_with_key (fixture, "unstar", 1);
  g_assert_null (strstr (unstarred, "reminders"));
  g_assert_cmpuint (fixture->n_owners, ==, 0);

  on = run (fixture, "reminders", "--on");
  g_assert_nonnull (strstr (on, "whether or not the window of the planner is open.\n"));
  g_assert_nonnull (strstr (on, "starts when you log in, by the file "));
  g_assert_nonnull (strstr (on, "If the planner crashes, reminders stop"));

  starred = run_with_key (fixture, "star", 1);
  g_assert_null (strstr (starred, "eminders"));
  agent_wait_for_owner (fixture);
}

static void
test_declined (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *off = NULL;
  g_autofree char *starred = NULL;
  g_autofree char *entry = NULL;

  agent_add_conference (fixture, starts_s, G_N_ELEMENTS (starts_s));
  g_free (run (fixture, "reminders", "--on"));
  entry = g_build_filename (fixture->folder, "XDG_CONFIG_HOME", "autostart", APP_ID ".Agent.desktop", NULL);
  g_assert_true (g_file_test (entry, G_FILE_TEST_EXISTS));

  off = run (fixture, "reminders", "--off");
  g_assert_cmpstr (off, ==, "Reminders come only while the window of the planner is open.\n");
  g_assert_false (g_file_test (entry, G_FILE_TEST_EXISTS));
  starred = run_with_key (fixture, "star", 1);
  g_assert_null (strstr (starred, "eminders"));
  agent_wait_for_end (fixture);
}

static void
test_no_bus (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *output = run_with (fixture, FALSE, 0, "reminders", NULL);

  g_assert_nonnull (strstr (output, "there is no session bus.\n"));
}

static void
test_refused (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *output = NULL;

  fixture->portal_response = 1;
  fixture->portal_grants = FALSE;
  output = run_with (fixture, TRUE, 1, "reminders", "--on");
  g_assert_nonnull (strstr (output, "The system does not let the planner run in the background."));
  g_assert_cmpuint (fixture->calls->len, ==, 1);
}

static void
test_portal (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *on = run (fixture, "reminders", "--on");
  g_autofree char *shown = run (fixture, "reminders", NULL);
  g_autofree char *off = run (fixture, "reminders", "--off");

  g_assert_nonnull (strstr (on, "The planner starts when you log in.\n"));
  g_assert_nonnull (strstr (shown, "The settings of the system, under Apps, say"));
  g_assert_cmpstr (off, ==, "Reminders come only while the window of the planner is open.\n");
  g_assert_cmpuint (fixture->calls->len, ==, 2);
  agent_wait_for_end (fixture);
}

/* A bus that cannot start the planner, as when the program was moved after the installation. */
static void
test_no_service (AgentFixture *fixture, gconstpointer data)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autofree char *address = g_strdup (g_getenv ("DBUS_SESSION_BUS_ADDRESS"));
  g_autofree char *output = NULL;

  g_test_dbus_up (bus);
  output = run (fixture, "reminders", "--on");
  g_test_dbus_stop (bus);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", address, TRUE);
  g_assert_nonnull (strstr (output, "Reminders do not come, because the planner cannot be started"));
  g_assert_null (strstr (output, "Reminders come"));
}

static void
add (const char *path, void (*test) (AgentFixture *, gconstpointer), const char *service)
{
  g_autofree char *full_path = g_strconcat ("/cli/", path, NULL);

  g_test_add (full_path, AgentFixture, service, agent_set_up, test, agent_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("M1/star-beside-agent-is-reminded-of", test_star_beside_agent, "gtk");
  add ("M1/refresh-beside-agent-moves-reminder", test_refresh_beside_agent, "gtk");
  add ("M1/one-report-for-each-commit", test_one_report, "gtk");
  add ("M2/fresh-profile-says-how-and-starts-agent", test_fresh_profile, "gtk");
  add ("M2/declined-reminders-print-nothing", test_declined, "gtk");
  add ("R8/reminders-says-that-there-is-no-bus", test_no_bus, "gtk");
  add ("R8/reminders-says-that-the-planner-cannot-be-started", test_no_service, "gtk");
  add ("R8/reminders-says-that-the-system-refuses", test_refused, "portal");
  add ("R8/reminders-asks-the-portal", test_portal, "portal");

  return g_test_run ();
}

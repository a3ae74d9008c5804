/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The agent as a unit of systemd, which this test stands in for: D-Bus asks it to start the unit, and it gets the messages of
 * sd_notify(3). As in systemd, a request is ignored while the unit runs, and waits while the unit stops. */

#include "agent/agent-fixture.h"

#include <gio/gunixfdmessage.h>
#include <gio/gunixsocketaddress.h>
#include <glib-unix.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#define UNIT APP_ID ".Agent.service"
#define UNIT_PATH "/unit"

typedef enum
{
  UNIT_DEAD,
  UNIT_RUNNING,
  UNIT_STOPPING,
} UnitState;

typedef struct
{
  AgentFixture agent;
  UnitState state;
  gboolean wanted;  /* whether the unit starts again after it has stopped */
  gboolean is_slow; /* whether systemd is slow to see that the process ended */
  gboolean asks_at_release;
  GPid pid;
  guint watch; /* the source that sees the end of the process; 0 for none */
  guint n_starts;
  guint n_stops;
  guint n_answers;
  GSocket *notify_socket;
  GSource *notify_source;
} Fixture;

static void start_unit (Fixture *fixture);

static void
exited_cb (GPid pid, int status, gpointer data)
{
  Fixture *fixture = data;

  fixture->watch = 0;
  fixture->state = UNIT_DEAD;
  if (fixture->wanted)
    start_unit (fixture);
}

static void
start_unit (Fixture *fixture)
{
  g_autofree char *program = g_build_filename (g_getenv ("GOTC_PLANNER_BIN_DIR"), "gotc-planner-agent", NULL);
  const char *const command[] = { program, "--gapplication-service", NULL };
  g_autofree char *socket = g_build_filename (fixture->agent.folder, "notify", NULL);
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "NOTIFY_SOCKET", socket, TRUE);
  g_autoptr (GError) error = NULL;

  fixture->wanted = FALSE;
  fixture->n_starts++;
  fixture->state = UNIT_RUNNING;
  g_spawn_async (NULL, (char **) command, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &fixture->pid,
                 &error);
  g_assert_no_error (error);
  if (!fixture->is_slow)
    fixture->watch = g_child_watch_add (fixture->pid, exited_cb, fixture);
}

static gboolean
notified_cb (GSocket *socket, GIOCondition condition, gpointer data)
{
  Fixture *fixture = data;
  char text[256] = "";
  GInputVector vector = { text, sizeof text - 1 };
  GSocketControlMessage **messages = NULL;
  int n_messages = 0;
  int flags = 0;

  g_assert_cmpint (g_socket_receive_message (socket, NULL, &vector, 1, &messages, &n_messages, &flags, NULL,
                                             NULL),
                   >, 0);
  if (g_str_equal (text, "STOPPING=1"))
    fixture->state = UNIT_STOPPING;
  else
    g_assert_cmpstr (text, ==, "BARRIER=1");
  /* This closes the descriptor of a barrier. */
  for (int i = 0; i < n_messages; i++)
    g_object_unref (messages[i]);
  g_free (messages);

  return G_SOURCE_CONTINUE;
}

/* D-Bus asks for the unit that the service file of the planner names. */
static void
requested_cb (GDBusConnection *connection,
              const char *sender,
              const char *path,
              const char *interface,
              const char *signal,
              GVariant *parameters,
              gpointer data)
{
  Fixture *fixture = data;
  const char *unit;

  g_variant_get (parameters, "(&s)", &unit);
  g_assert_cmpstr (unit, ==, UNIT);
  if (fixture->state == UNIT_DEAD)
    start_unit (fixture);
  fixture->wanted = fixture->state == UNIT_STOPPING;
  if (fixture->is_slow && fixture->n_starts == 1 && *fixture->agent.owner == '\0' && fixture->asks_at_release)
    {
      fixture->is_slow = FALSE;
      fixture->watch = g_child_watch_add (fixture->pid, exited_cb, fixture);
    }
}

static const char manager_xml[] =
    "<node>"
    "  <interface name='org.freedesktop.systemd1.Manager'>"
    "    <method name='StopUnit'><arg type='s'/><arg type='s'/><arg type='o' direction='out'/></method>"
    "    <method name='GetUnit'><arg type='s'/><arg type='o' direction='out'/></method>"
    "    <method name='GetUnitByPID'><arg type='u'/><arg type='o' direction='out'/></method>"
    "    <method name='GetUnitFileState'><arg type='s'/><arg type='s' direction='out'/></method>"
    "  </interface>"
    "</node>";

static void
called_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  Fixture *fixture = data;

  if (g_str_equal (method, "StopUnit"))
    {
      fixture->n_stops++;
      fixture->state = UNIT_STOPPING;
      kill (fixture->pid, SIGTERM);
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", "/job"));
    }
  else if (g_str_equal (method, "GetUnitByPID"))
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", "/session"));
    }
  else if (g_str_equal (method, "GetUnit"))
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", UNIT_PATH));
    }
  else
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(s)", "static"));
    }
}

static void
serve (Fixture *fixture)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (manager_xml, NULL);
  g_autoptr (GVariant) owned = NULL;

  g_dbus_connection_register_object (fixture->agent.connection, "/org/freedesktop/systemd1",
                                     node->interfaces[0], &vtable, fixture, NULL, NULL);
  g_dbus_connection_signal_subscribe (fixture->agent.connection, NULL, "org.freedesktop.systemd1.Activator",
                                      "ActivationRequest", NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE, requested_cb,
                                      fixture, NULL);
  owned =
      agent_call (&fixture->agent, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                  "RequestName", g_variant_new ("(su)", "org.freedesktop.systemd1", 0));
}

static void
name_the_unit (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->agent.folder, "services", APP_ID ".service", NULL);
  g_autoptr (GVariant) answer = NULL;

  g_assert_true (g_file_set_contents (
      path, "[D-BUS Service]\nName=" APP_ID "\nExec=/bin/false\nSystemdService=" UNIT "\n", -1, NULL));
  answer = agent_call (&fixture->agent, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                       "org.freedesktop.DBus", "ReloadConfig", NULL);
}

static void
listen_for_notify (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->agent.folder, "notify", NULL);
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);
  g_autoptr (GError) error = NULL;

  fixture->notify_socket =
      g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_DATAGRAM, G_SOCKET_PROTOCOL_DEFAULT, &error);
  g_assert_no_error (error);
  g_socket_bind (fixture->notify_socket, address, FALSE, &error);
  g_assert_no_error (error);
  fixture->notify_source = g_socket_create_source (fixture->notify_socket, G_IO_IN, NULL);
  g_source_set_callback (fixture->notify_source, G_SOURCE_FUNC (notified_cb), fixture, NULL);
  g_source_attach (fixture->notify_source, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  agent_set_up (&fixture->agent, data);
  name_the_unit (fixture);
  listen_for_notify (fixture);
  serve (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_source_destroy (fixture->notify_source);
  g_clear_pointer (&fixture->notify_source, g_source_unref);
  g_clear_object (&fixture->notify_socket);
  agent_tear_down (&fixture->agent, data);

  if (fixture->watch != 0)
    {
      g_source_remove (fixture->watch);
      waitpid (fixture->pid, NULL, 0);
    }
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  g_assert_no_error (error);
  fixture->n_answers++;
}

/* Requests the planner, as another program does that sends it a message. */
static void
request (Fixture *fixture)
{
  g_dbus_connection_call (fixture->agent.connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "StartServiceByName", g_variant_new ("(su)", APP_ID, 0),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb, fixture);
}

static void
wait_for_answers (Fixture *fixture, guint n)
{
  while (fixture->n_answers < n)
    agent_iterate ();
}

static void
test_activation (Fixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S };

  agent_fill_store (&fixture->agent, starts_s, G_N_ELEMENTS (starts_s));
  request (fixture);
  while (fixture->agent.received->len == 0)
    agent_iterate ();
  g_assert_cmpuint (fixture->n_starts, ==, 1);
  wait_for_answers (fixture, 1);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
run (const char *argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, g_getenv ("PLANNER_PROGRAM"), "reminders",
                        argument, NULL);
  gboolean ended = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, ended_cb, &ended);
  while (!ended)
    agent_iterate ();
}

static void
test_switched_off (Fixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 40 * MINUTE_S };

  agent_fill_store (&fixture->agent, starts_s, G_N_ELEMENTS (starts_s));
  run ("--on");
  agent_wait_for_owner (&fixture->agent);
  run ("--off");
  g_assert_cmpuint (fixture->n_stops, ==, 1);
  agent_wait_for_end (&fixture->agent);
  while (fixture->state != UNIT_DEAD)
    agent_iterate ();
  g_assert_cmpuint (fixture->n_starts, ==, 1);
}

/* The owner of the bus name is the window program, which reads the setting itself. */
static void
test_open_window (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) owned =
      agent_call (&fixture->agent, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                  "RequestName", g_variant_new ("(su)", APP_ID, 0));

  prctl (PR_SET_NAME, "gotc-planner");
  run ("--off");
  g_assert_cmpuint (fixture->n_stops, ==, 0);
}

/* A request arrives between the release of the bus name and the end of the process. */
static void
test_request_at_the_end (Fixture *fixture, gconstpointer data)
{
  fixture->is_slow = TRUE;
  request (fixture);
  wait_for_answers (fixture, 1);
  agent_wait_for_owner (&fixture->agent);
  agent_wait_for_end (&fixture->agent);

  fixture->asks_at_release = TRUE;
  request (fixture);
  wait_for_answers (fixture, 2);
  g_assert_cmpuint (fixture->n_starts, ==, 2);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *full_path = g_strconcat ("/agent/M3/", path, NULL);

  g_test_add (full_path, Fixture, "gtk", set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("planner-systemd-XXXXXX", NULL);
  g_autofree char *daemon = g_build_filename (folder, "dbus-daemon", NULL);
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_true (
      g_file_set_contents (daemon, "#!/bin/sh\nexec dbus-daemon --systemd-activation \"$@\"\n", -1, NULL));
  g_chmod (daemon, 0700);
  g_setenv ("G_TEST_DBUS_DAEMON", daemon, TRUE);

  add ("systemd-starts-the-unit", test_activation);
  add ("switching-off-stops-the-unit", test_switched_off);
  add ("switching-off-keeps-an-open-window", test_open_window);
  add ("request-at-the-end-starts-the-unit-again", test_request_at_the_end);
  status = g_test_run ();
  remove_folder (folder);

  return status;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reports to the owner of the planner's bus name, the window program or the agent, that another process changed the
 * database. That process has the action "reload", exported by GApplication as org.freedesktop.Application, with the
 * conference's number (x) as parameter; 0 stands for any change, such as a conference that was added or removed.
 */

#include "config.h"

#include "agent/planner-bell.h"

static char *
dup_object_path (void)
{
  g_autofree char *path = g_strconcat ("/", APP_ID, NULL);

  return g_strdelimit (g_steal_pointer (&path), ".", '/');
}

/**
 * planner_bell_get_session_bus:
 *
 * Connects to the session bus. Never starts one, as g_bus_get_sync() does where an X11 display is set.
 *
 * Returns: (transfer full) (nullable): the session bus; %NULL if there is none
 */
GDBusConnection *
planner_bell_get_session_bus (void)
{
  g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus = NULL;

  if (g_getenv ("DBUS_SESSION_BUS_ADDRESS") || g_file_test (socket, G_FILE_TEST_EXISTS))
    bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  if (error)
    g_info ("Cannot connect to the session bus: %s", error->message);

  return bus;
}

/**
 * planner_bell_ring:
 * @bus: (nullable): the session bus; %NULL does nothing
 * @conference_id: the number of the conference that changed; 0 for any change
 *
 * Reports a change of the database to the owner of the planner's bus name. Call it once after each commit that changed
 * conferences or stars. Does not start the planner. Returns when the message has left this process; there is no answer.
 */
void
planner_bell_ring (GDBusConnection *bus, gint64 conference_id)
{
  g_autofree char *path = NULL;
  g_autoptr (GDBusMessage) message = NULL;
  g_autoptr (GError) error = NULL;

  if (!bus)
    return;

  path = dup_object_path ();
  message = g_dbus_message_new_method_call (APP_ID, path, "org.freedesktop.Application", "ActivateAction");
  g_dbus_message_set_flags (message,
                            G_DBUS_MESSAGE_FLAGS_NO_AUTO_START | G_DBUS_MESSAGE_FLAGS_NO_REPLY_EXPECTED);
  g_dbus_message_set_body (message, g_variant_new_parsed ("('reload', [<%x>], @a{sv} {})", conference_id));
  g_debug ("Reporting a change of conference %" G_GINT64_FORMAT " to the running planner", conference_id);
  if (!g_dbus_connection_send_message (bus, message, G_DBUS_SEND_MESSAGE_FLAGS_NONE, NULL, &error) ||
      !g_dbus_connection_flush_sync (bus, NULL, &error))
    g_info ("Cannot report a change of the database to the running planner: %s", error->message);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "agent/planner-agent-start.h"

#include <glib/gi18n.h>

#define START_TIMEOUT_MS 10000

/**
 * planner_agent_start:
 * @bus: the session bus
 *
 * Starts the agent by D-Bus activation, unless the planner is running. Blocks until it owns its bus name.
 *
 * Returns: whether the planner is running; sets an error of D-Bus if not
 */
gboolean
planner_agent_start (GDBusConnection *bus, GError **error)
{
  g_autoptr (GVariant) answer = NULL;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), FALSE);

  g_debug ("Starting %s by D-Bus activation", APP_ID);
  answer = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus", "StartServiceByName",
                                        g_variant_new ("(su)", APP_ID, 0), G_VARIANT_TYPE ("(u)"),
                                        G_DBUS_CALL_FLAGS_NONE, START_TIMEOUT_MS, NULL, error);

  return answer != NULL;
}

/**
 * planner_agent_start_for_reminders:
 * @bus: (nullable): the session bus; %NULL for none
 * @settings: the settings of the planner
 *
 * Starts the agent if the attendee wants reminders while no window is open. Call it after a command left a session to
 * remind of. Blocks.
 *
 * Returns: (transfer full) (nullable): a sentence for the attendee that says why reminders will not come; %NULL if they
 *   will
 */
char *
planner_agent_start_for_reminders (GDBusConnection *bus, GSettings *settings)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  if (!g_settings_get_boolean (settings, "remind-when-closed"))
    return g_strdup (_ ("Reminders come only while the window of the planner is open. Run "
                        "“gotc-planner reminders --on” to get them without it."));
  if (!bus)
    return g_strdup (_ ("Reminders come only while the window of the planner is open, because there is no "
                        "session bus."));
  if (planner_agent_start (bus, &error))
    return NULL;

  g_dbus_error_strip_remote_error (error);
  /* Translators: %s is the message of an error. */
  return g_strdup_printf (
      _ ("Reminders do not come, because the planner cannot be started in the background: %s"),
      error->message);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outside a sandbox the planner writes its own autostart entry, because the Background portal refuses autostart to a
 * program without a sandbox. The entry runs "gotc-planner-agent --start", which starts the agent by D-Bus activation. With
 * systemd, the agent then runs as the unit that the D-Bus service file names. The entry follows the Desktop Application
 * Autostart Specification 0.5.
 */

#include "config.h"

#include "agent/planner-autostart.h"

#include "agent/planner-bell.h"
#include "agent/planner-handover.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <libportal/portal.h>

#define UNIT APP_ID ".Agent.service"
#define SYSTEMD_TIMEOUT_MS 5000

static GVariant *
call_systemd (GDBusConnection *bus, const char *method, GVariant *parameters, GError **error)
{
  return g_dbus_connection_call_sync (bus, "org.freedesktop.systemd1", "/org/freedesktop/systemd1",
                                      "org.freedesktop.systemd1.Manager", method, parameters, NULL,
                                      G_DBUS_CALL_FLAGS_NO_AUTO_START, SYSTEMD_TIMEOUT_MS, NULL, error);
}

/* The agent becomes the window program in the same process, so the window may run in the unit. */
static gboolean
is_in_unit (GDBusConnection *bus)
{
  g_autoptr (GVariant) own = call_systemd (bus, "GetUnitByPID", g_variant_new ("(u)", 0), NULL);
  g_autoptr (GVariant) unit = call_systemd (bus, "GetUnit", g_variant_new ("(s)", UNIT), NULL);

  return own && unit && g_variant_equal (own, unit);
}

/* Returns: (transfer full) (nullable): the name of the process that owns the planner's bus name, cut to 15 bytes by the
 * kernel */
static char *
dup_owner (GDBusConnection *bus)
{
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                   g_variant_new ("(s)", APP_ID), G_VARIANT_TYPE ("(u)"),
                                   G_DBUS_CALL_FLAGS_NONE, SYSTEMD_TIMEOUT_MS, NULL, NULL);
  g_autofree char *path = NULL;
  char *name = NULL;
  guint32 pid;

  if (!answer)
    return NULL;

  g_variant_get (answer, "(u)", &pid);
  path = g_strdup_printf ("/proc/%u/comm", pid);

  return g_file_get_contents (path, &name, NULL, NULL) ? g_strchomp (name) : NULL;
}

/* An open window reads the setting itself, and stays open. */
static gboolean
has_window (GDBusConnection *bus)
{
  g_autofree char *owner = dup_owner (bus);

  return g_strcmp0 (owner, "gotc-planner") == 0 || is_in_unit (bus);
}

static void
stop_unit (void)
{
  g_autoptr (GDBusConnection) bus = planner_bell_get_session_bus ();
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;

  if (!bus || has_window (bus))
    return;

  answer = call_systemd (bus, "StopUnit", g_variant_new ("(ss)", UNIT, "replace"), &error);
  if (!answer)
    g_debug ("The unit " UNIT " was not stopped: %s", error->message);
}

static char *
make_entry (void)
{
  g_autofree char *program = planner_handover_dup_program ("gotc-planner-agent");
  g_autofree char *command = g_strdup_printf ("\"%s\" --start", program);
  g_autoptr (GKeyFile) entry = g_key_file_new ();

  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, "Application");
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, _ ("GOTC Planner"));
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, APP_ID);
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, command);
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TRY_EXEC, program);
  g_key_file_set_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NO_DISPLAY, TRUE);

  return g_key_file_to_data (entry, NULL, NULL);
}

static void
set_errno_error (GError **error, int number, const char *path)
{
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (number), "%s: %s", path,
               g_strerror (number));
}

/**
 * planner_autostart_is_own:
 *
 * Returns: whether the planner writes its own autostart entry; otherwise the Background portal starts it at log-in
 */
gboolean
planner_autostart_is_own (void)
{
  return !xdp_portal_running_under_sandbox () && g_strcmp0 (g_getenv ("GIO_USE_PORTALS"), "1") != 0;
}

/**
 * planner_autostart_has_unit:
 * @bus: the session bus
 *
 * Returns: whether systemd runs the agent, and so starts it again after a crash
 */
gboolean
planner_autostart_has_unit (GDBusConnection *bus)
{
  g_autoptr (GVariant) answer = NULL;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), FALSE);

  answer = call_systemd (bus, "GetUnitFileState", g_variant_new ("(s)", UNIT), NULL);

  return answer != NULL;
}

/**
 * planner_autostart_dup_path:
 *
 * Returns: (transfer full): the path of the autostart entry
 */
char *
planner_autostart_dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", APP_ID ".Agent.desktop", NULL);
}

/**
 * planner_autostart_add:
 *
 * Writes the autostart entry, which starts the agent at log-in. Blocks.
 *
 * Returns: whether it was written; sets an error of %G_FILE_ERROR if not
 */
gboolean
planner_autostart_add (GError **error)
{
  g_autofree char *path = planner_autostart_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *entry = make_entry ();

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_errno_error (error, errno, folder);
      return FALSE;
    }

  g_debug ("Writing the autostart entry %s", path);

  return g_file_set_contents (path, entry, -1, error);
}

/**
 * planner_autostart_remove:
 *
 * Removes the autostart entry, and stops the agent if systemd runs it. Does not stop the calling process. Blocks.
 *
 * Returns: whether there is no entry now; sets an error of %G_FILE_ERROR if there is
 */
gboolean
planner_autostart_remove (GError **error)
{
  g_autofree char *path = planner_autostart_dup_path ();

  g_debug ("Removing the autostart entry %s", path);
  stop_unit ();
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  set_errno_error (error, errno, path);

  return FALSE;
}

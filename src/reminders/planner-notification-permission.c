/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reminders/planner-notification-permission.h"

#include <gio/gio.h>
#include <libportal/portal.h>

#define SCHEMA "org.gnome.desktop.notifications.application"
#define FOLDER "/org/gnome/desktop/notifications/application/"

/* GNOME Shell turns an application id into a path like this, as in "org-gotc-planner". */
static char *
dup_settings_path (void)
{
  g_autofree char *name = g_ascii_strdown (APP_ID, -1);

  g_strdelimit (name, ".", '-');

  return g_strconcat (FOLDER, name, "/", NULL);
}

static gboolean
is_gnome (void)
{
  const char *desktops = g_getenv ("XDG_CURRENT_DESKTOP");
  g_auto (GStrv) names = g_strsplit (desktops ? desktops : "", ":", -1);

  return g_strv_contains ((const char *const *) names, "GNOME");
}

/**
 * planner_notification_permission_read:
 *
 * Reads whether the desktop shows notifications of the planner. Only GNOME's settings say so, and in a sandbox they are
 * not those of the desktop.
 *
 * Returns: the permission
 */
PlannerNotificationPermission
planner_notification_permission_read (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *path = NULL;

  if (source && is_gnome () && !xdp_portal_running_under_sandbox ())
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
  if (!schema || !g_settings_schema_has_key (schema, "enable"))
    return PLANNER_NOTIFICATIONS_UNKNOWN;

  path = dup_settings_path ();
  settings = g_settings_new_full (schema, NULL, path);

  return g_settings_get_boolean (settings, "enable") ? PLANNER_NOTIFICATIONS_ON : PLANNER_NOTIFICATIONS_OFF;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reminders/planner-notification-permission.h"

#include <gio/gio.h>

#define SCHEMA "org.gnome.desktop.notifications.application"
#define FOLDER "/org/gnome/desktop/notifications/application/"

static GSettings *
make_settings (void)
{
  g_autoptr (GSettingsSchema) schema =
      g_settings_schema_source_lookup (g_settings_schema_source_get_default (), SCHEMA, TRUE);

  return schema ? g_settings_new_full (schema, NULL, FOLDER "org-gotc-planner-devel/") : NULL;
}

static void
test_gnome (void)
{
  g_autoptr (GSettings) settings = make_settings ();

  if (!settings)
    {
      g_test_skip ("The schemas of GNOME are not installed");
      return;
    }

  g_setenv ("XDG_CURRENT_DESKTOP", "ubuntu:GNOME", TRUE);
  g_assert_cmpint (planner_notification_permission_read (), ==, PLANNER_NOTIFICATIONS_ON);
  g_settings_set_boolean (settings, "enable", FALSE);
  g_assert_cmpint (planner_notification_permission_read (), ==, PLANNER_NOTIFICATIONS_OFF);
  g_settings_set_boolean (settings, "enable", TRUE);
  g_assert_cmpint (planner_notification_permission_read (), ==, PLANNER_NOTIFICATIONS_ON);
}

static void
test_other_desktops (void)
{
  static const char *const desktops[] = { "", "KDE", "GNOME-Flashback" };

  for (guint i = 0; i < G_N_ELEMENTS (desktops); i++)
    {
      g_setenv ("XDG_CURRENT_DESKTOP", desktops[i], TRUE);
      g_assert_cmpint (planner_notification_permission_read (), ==, PLANNER_NOTIFICATIONS_UNKNOWN);
    }
  g_unsetenv ("XDG_CURRENT_DESKTOP");
  g_assert_cmpint (planner_notification_permission_read (), ==, PLANNER_NOTIFICATIONS_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminders/R14/notifications-switched-off-in-gnome", test_gnome);
  g_test_add_func ("/reminders/R14/unknown-on-other-desktops", test_other_desktops);

  return g_test_run ();
}

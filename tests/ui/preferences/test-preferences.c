/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ui-fixture.h"

#include "model/planner-lead.h"
#include "ui/preferences/planner-preferences-dialog.h"
#include "ui/preferences/planner-reminders-toast.h"

typedef struct
{
  GSettings *settings;
  GtkWindow *window;
  AdwToastOverlay *overlay; /* borrowed from the window */
} Fixture;

#define NOW_UTC 1782900000

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *const keys[] = { "lead-minutes", "remind-when-closed", "asked-about-reminders", "local-time" };

  fixture->settings = g_settings_new (APP_ID);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  fixture->window = GTK_WINDOW (adw_application_window_new (NULL));
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (fixture->window),
                                      GTK_WIDGET (fixture->overlay));
  gtk_window_set_default_size (fixture->window, 600, 600);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->window, gtk_window_destroy);
  g_object_unref (fixture->settings);
  ui_iterate ();
}

static AdwSwitchRow *
find_switch (GtkWidget *widget, const char *title)
{
  AdwSwitchRow *found = NULL;

  if (ADW_IS_SWITCH_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return ADW_SWITCH_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_switch (child, title);

  return found;
}

static void
test_lead (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GApplication) application = g_application_new (APP_ID, G_APPLICATION_NON_UNIQUE);
  g_autoptr (PlannerBackground) background = planner_background_new ();
  g_autoptr (PlannerTimeSource) time_source = planner_time_source_new ();
  g_autoptr (PlannerReminderService) reminders = NULL;
  AdwDialog *dialog;
  AdwComboRow *row;
  const int minutes[] = { -1, 0, 5, 10, 15, 30, 60 };

  g_assert_cmpint (g_settings_get_int (fixture->settings, "lead-minutes"), ==, PLANNER_LEAD_USUAL_MINUTES);

  g_application_register (application, NULL, NULL);
  reminders = planner_reminder_service_new (application, fixture->settings, time_source);
  dialog = planner_preferences_dialog_new (fixture->settings, reminders, background);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  row = ADW_COMBO_ROW (ui_find_widget (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 3);

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      adw_combo_row_set_selected (row, i);
      g_assert_cmpint (g_settings_get_int (fixture->settings, "lead-minutes"), ==, minutes[i]);
    }

  g_settings_set_int (fixture->settings, "lead-minutes", 20);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, G_N_ELEMENTS (minutes));
  g_assert_cmpint (g_settings_get_int (fixture->settings, "lead-minutes"), ==, 20);
  adw_dialog_force_close (dialog);
}

static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *title;
    const char *key;
  } cases[] = {
    { "Remind Me When the Planner Is _Closed", "remind-when-closed" },
    { "Show Times in My Time _Zone", "local-time" },
    { "_Refresh on Metered Networks", "refresh-on-metered" },
  };
  g_autoptr (GApplication) application = g_application_new (APP_ID, G_APPLICATION_NON_UNIQUE);
  g_autoptr (PlannerBackground) background = planner_background_new ();
  g_autoptr (PlannerTimeSource) time_source = planner_time_source_new ();
  g_autoptr (PlannerReminderService) reminders = NULL;
  AdwDialog *dialog;

  g_application_register (application, NULL, NULL);
  reminders = planner_reminder_service_new (application, fixture->settings, time_source);
  dialog = g_object_ref_sink (planner_preferences_dialog_new (fixture->settings, reminders, background));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  ui_wait_for_frames (GTK_WIDGET (fixture->window));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AdwSwitchRow *row = find_switch (GTK_WIDGET (dialog), cases[i].title);
      const gboolean before = g_settings_get_boolean (fixture->settings, cases[i].key);

      g_assert_nonnull (row);
      g_assert_true (adw_switch_row_get_active (row) == before);
      adw_action_row_activate (ADW_ACTION_ROW (row));
      ui_wait_for_frames (GTK_WIDGET (fixture->window));
      while (adw_switch_row_get_active (row) == before)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (g_settings_get_boolean (fixture->settings, cases[i].key) != before);
      g_settings_reset (fixture->settings, cases[i].key);
      g_assert_true (adw_switch_row_get_active (row) == before);
      gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_SWITCH);
    }

  adw_dialog_force_close (dialog);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  gtk_window_destroy (g_steal_pointer (&fixture->window));
  ui_iterate ();
  g_assert_finalize_object (dialog);
}

static void
ask (Fixture *fixture, gint64 start_utc)
{
  const PlannerSession session = { .start_utc = start_utc };

  planner_reminders_toast_ask_once (fixture->overlay, fixture->settings, &session, NOW_UTC);
  ui_iterate ();
}

static GtkWidget *
find_question (Fixture *fixture)
{
  return ui_find_label (GTK_WIDGET (fixture->overlay), "Get reminders while the planner is closed, too?");
}

static void
wait_for_question (Fixture *fixture, gboolean shown)
{
  while ((find_question (fixture) != NULL) != shown)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_asked_once (Fixture *fixture, gconstpointer data)
{
  /* Sessions that started or have no time need no reminder. */
  ask (fixture, NOW_UTC - 60);
  ask (fixture, PLANNER_TIME_UNKNOWN);
  g_assert_false (g_settings_get_boolean (fixture->settings, "asked-about-reminders"));

  ask (fixture, NOW_UTC + 3600);
  wait_for_question (fixture, TRUE);
  g_assert_true (g_settings_get_boolean (fixture->settings, "asked-about-reminders"));
  adw_toast_overlay_dismiss_all (fixture->overlay);
  wait_for_question (fixture, FALSE);
  g_assert_false (g_settings_get_boolean (fixture->settings, "remind-when-closed"));

  ask (fixture, NOW_UTC + 3600);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  g_assert_null (find_question (fixture));
}

static void
test_blocks_nothing (Fixture *fixture, gconstpointer data)
{
  AdwToast *undo = adw_toast_new ("Star removed");

  ask (fixture, NOW_UTC + 3600);
  wait_for_question (fixture, TRUE);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));

  /* The question comes back after a toast that cannot wait. */
  adw_toast_set_priority (undo, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (fixture->overlay, g_object_ref (undo));
  wait_for_question (fixture, FALSE);
  adw_toast_dismiss (undo);
  wait_for_question (fixture, TRUE);
  g_object_unref (undo);
  adw_toast_overlay_dismiss_all (fixture->overlay);
}

static void
test_agreed (Fixture *fixture, gconstpointer data)
{
  ask (fixture, NOW_UTC + 3600);
  wait_for_question (fixture, TRUE);
  g_signal_emit_by_name (ui_find_button (GTK_WIDGET (fixture->overlay), "_Remind Me"), "clicked");
  wait_for_question (fixture, FALSE);
  g_assert_true (g_settings_get_boolean (fixture->settings, "remind-when-closed"));
}

static void
test_answered_elsewhere (Fixture *fixture, gconstpointer data)
{
  ask (fixture, NOW_UTC + 3600);
  wait_for_question (fixture, TRUE);
  g_settings_set_boolean (fixture->settings, "remind-when-closed", TRUE);
  wait_for_question (fixture, FALSE);
}

static GSettings *
make_notification_settings (void)
{
  g_autoptr (GSettingsSchema) schema =
      g_settings_schema_source_lookup (g_settings_schema_source_get_default (),
                                       "org.gnome.desktop.notifications.application", TRUE);

  return schema ? g_settings_new_full (schema, NULL,
                                       "/org/gnome/desktop/notifications/application/org-gotc-planner-devel/")
                : NULL;
}

static void
check_permission (Fixture *fixture, gboolean off, const char *answer)
{
  g_autoptr (GApplication) application = g_application_new (APP_ID, G_APPLICATION_NON_UNIQUE);
  g_autoptr (PlannerBackground) background = planner_background_new ();
  g_autoptr (PlannerTimeSource) time_source = planner_time_source_new ();
  g_autoptr (PlannerReminderService) reminders = NULL;
  AdwDialog *dialog;

  g_application_register (application, NULL, NULL);
  reminders = planner_reminder_service_new (application, fixture->settings, time_source);
  dialog = planner_preferences_dialog_new (fixture->settings, reminders, background);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  g_assert_true ((ui_find_label (GTK_WIDGET (dialog), "Notifications Are Switched Off") != NULL) == off);
  g_signal_emit_by_name (ui_find_widget (GTK_WIDGET (dialog), ADW_TYPE_BUTTON_ROW), "activated");
  ui_wait_for_label (GTK_WIDGET (dialog), answer);
  adw_dialog_force_close (dialog);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
}

static void
test_permission (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = make_notification_settings ();

  g_unsetenv ("XDG_CURRENT_DESKTOP");
  check_permission (fixture, FALSE, "Sent. If nothing appears, check Settings › Notifications");
  if (!settings)
    {
      g_test_skip ("The schemas of GNOME are not installed");
      return;
    }

  g_setenv ("XDG_CURRENT_DESKTOP", "GNOME", TRUE);
  check_permission (fixture, FALSE, "Test reminder sent");
  g_settings_set_boolean (settings, "enable", FALSE);
  check_permission (fixture, TRUE, "Not shown: notifications are switched off");
  g_settings_reset (settings, "enable");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/preferences/U4/switches-follow-settings", Fixture, NULL, set_up, test_dialog, tear_down);
  g_test_add ("/ui/preferences/lead-row-follows-settings", Fixture, NULL, set_up, test_lead, tear_down);
  g_test_add ("/ui/preferences/R14/says-that-notifications-are-off", Fixture, NULL, set_up, test_permission,
              tear_down);
  g_test_add ("/ui/preferences/R15/asks-once-before-future-session", Fixture, NULL, set_up, test_asked_once,
              tear_down);
  g_test_add ("/ui/preferences/R15/question-blocks-nothing", Fixture, NULL, set_up, test_blocks_nothing,
              tear_down);
  g_test_add ("/ui/preferences/R15/agreeing-turns-reminders-on", Fixture, NULL, set_up, test_agreed,
              tear_down);
  g_test_add ("/ui/preferences/R15/answer-in-preferences-ends-the-question", Fixture, NULL, set_up,
              test_answered_elsewhere, tear_down);

  return g_test_run ();
}

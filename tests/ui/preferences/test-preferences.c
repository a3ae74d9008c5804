/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ui-fixture.h"

#include "model/planner-lead.h"
#include "ui/preferences/planner-preferences-dialog.h"
#include "ui/preferences/planner-reminders-dialog.h"

typedef struct
{
  GSettings *settings;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *const keys[] = { "lead-minutes", "remind-when-closed", "asked-about-reminders", "local-time" };

  fixture->settings = g_settings_new (APP_ID);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  fixture->window = GTK_WINDOW (adw_application_window_new (NULL));
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

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
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
present (Fixture *fixture, gint64 start_utc)
{
  const PlannerSession session = { .start_utc = start_utc };

  planner_reminders_dialog_present_once (GTK_WIDGET (fixture->window), fixture->settings, &session,
                                         g_get_real_time () / G_USEC_PER_SEC);
}

static void
answer (Fixture *fixture, const char *response)
{
  AdwDialog *dialog = get_dialog (fixture);

  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_signal_emit_by_name (dialog, "response", response);
  adw_dialog_force_close (dialog);
}

static void
test_asked_once (Fixture *fixture, gconstpointer data)
{
  const gint64 now_utc = g_get_real_time () / G_USEC_PER_SEC;

  /* Sessions that started or have no time need no reminder. */
  present (fixture, now_utc - 60);
  present (fixture, PLANNER_TIME_UNKNOWN);
  g_assert_null (get_dialog (fixture));

  present (fixture, now_utc + 3600);
  answer (fixture, "no");
  g_assert_false (g_settings_get_boolean (fixture->settings, "remind-when-closed"));

  present (fixture, now_utc + 3600);
  g_assert_null (get_dialog (fixture));
}

static void
test_agreed (Fixture *fixture, gconstpointer data)
{
  present (fixture, g_get_real_time () / G_USEC_PER_SEC + 3600);
  answer (fixture, "remind");
  g_assert_true (g_settings_get_boolean (fixture->settings, "remind-when-closed"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/preferences/U4/switches-follow-settings", Fixture, NULL, set_up, test_dialog, tear_down);
  g_test_add ("/ui/preferences/lead-row-follows-settings", Fixture, NULL, set_up, test_lead, tear_down);
  g_test_add ("/ui/preferences/R8/asks-once-before-future-session", Fixture, NULL, set_up, test_asked_once,
              tear_down);
  g_test_add ("/ui/preferences/R8/agreeing-turns-reminders-on", Fixture, NULL, set_up, test_agreed,
              tear_down);

  return g_test_run ();
}

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
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->settings);
  ui_iterate ();
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static void
test_lead (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GApplication) application = g_application_new (APP_ID, G_APPLICATION_NON_UNIQUE);
  g_autoptr (PlannerBackground) background = planner_background_new ();
  g_autoptr (PlannerKeeper) keeper = NULL;
  AdwDialog *dialog;
  AdwComboRow *row;
  const int minutes[] = { -1, 0, 5, 10, 15, 30, 60 };

  g_assert_cmpint (g_settings_get_int (fixture->settings, "lead-minutes"), ==, PLANNER_LEAD_USUAL_MINUTES);

  g_application_register (application, NULL, NULL);
  keeper = planner_keeper_new (application, fixture->settings);
  dialog = planner_preferences_dialog_new (fixture->settings, keeper, background);
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
present (Fixture *fixture, gint64 start_utc)
{
  const PlannerSession session = { .start_utc = start_utc };

  planner_reminders_dialog_present_once (GTK_WIDGET (fixture->window), fixture->settings, &session);
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

  /* There is nothing to remind of. */
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

  g_test_add ("/ui/preferences/lead", Fixture, NULL, set_up, test_lead, tear_down);
  g_test_add ("/ui/preferences/R8/asked-once", Fixture, NULL, set_up, test_asked_once, tear_down);
  g_test_add ("/ui/preferences/R8/agreed", Fixture, NULL, set_up, test_agreed, tear_down);

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/preferences/planner-reminders-dialog.h"

#include <glib/gi18n.h>

static void
response_cb (AdwAlertDialog *dialog, const char *response, GSettings *settings)
{
  g_settings_set_boolean (settings, "asked-about-reminders", TRUE);
  if (g_str_equal (response, "remind"))
    g_settings_set_boolean (settings, "remind-when-closed", TRUE);
}

static gboolean
is_worth_asking (GSettings *settings, const PlannerSession *session, gint64 now_utc)
{
  return !g_settings_get_boolean (settings, "asked-about-reminders") &&
         !g_settings_get_boolean (settings, "remind-when-closed") && planner_session_has_time (session) &&
         session->start_utc > now_utc;
}

/**
 * planner_reminders_dialog_present_once:
 * @session: the session that was just starred
 * @now_utc: the current time in seconds since the epoch
 *
 * Asks whether to remind while the planner is closed. The question is asked once, when the attendee first stars a session
 * that has not started.
 */
void
planner_reminders_dialog_present_once (GtkWidget *parent,
                                       GSettings *settings,
                                       const PlannerSession *session,
                                       gint64 now_utc)
{
  AdwAlertDialog *dialog;

  if (!is_worth_asking (settings, session, now_utc))
    return;

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Remind You When the Planner Is Closed?"), NULL));
  adw_alert_dialog_set_body (
      dialog, _ ("To send notifications while its window is closed, the planner stays in the "
                 "background and starts when you log in. You can change this in Preferences."));
  adw_alert_dialog_add_responses (dialog, "no", _ ("_Not Now"), "remind", _ ("_Remind Me"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "remind", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "remind");
  adw_alert_dialog_set_close_response (dialog, "no");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), settings, 0);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

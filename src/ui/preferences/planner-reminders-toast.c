/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/preferences/planner-reminders-toast.h"

#include <glib/gi18n.h>

static void
remind_cb (GSettings *settings)
{
  g_settings_set_boolean (settings, "remind-when-closed", TRUE);
}

/* The attendee answered elsewhere, such as in Preferences. */
static void
answered_cb (AdwToast *toast)
{
  adw_toast_dismiss (toast);
}

static gboolean
is_worth_asking (GSettings *settings, const PlannerSession *session, gint64 now_utc)
{
  return !g_settings_get_boolean (settings, "asked-about-reminders") &&
         !g_settings_get_boolean (settings, "remind-when-closed") && planner_session_has_time (session) &&
         session->start_utc > now_utc;
}

/**
 * planner_reminders_toast_ask_once:
 * @overlay: where the question appears
 * @session: the session that was just starred
 * @now_utc: the current time in seconds since the epoch
 *
 * Asks whether to remind while the planner is closed. The question is asked once, when the attendee first stars a session
 * that has not started. It stays until it is answered or closed, and lets toasts of a high priority go first.
 */
void
planner_reminders_toast_ask_once (AdwToastOverlay *overlay,
                                  GSettings *settings,
                                  const PlannerSession *session,
                                  gint64 now_utc)
{
  AdwToast *toast;

  if (!is_worth_asking (settings, session, now_utc))
    return;

  g_settings_set_boolean (settings, "asked-about-reminders", TRUE);
  toast = adw_toast_new (_ ("Get reminders while the planner is closed, too?"));
  adw_toast_set_button_label (toast, _ ("_Remind Me"));
  adw_toast_set_timeout (toast, 0);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (remind_cb), settings, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::remind-when-closed", G_CALLBACK (answered_cb), toast,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (overlay, toast);
}

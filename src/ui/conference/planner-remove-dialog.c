/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/conference/planner-remove-dialog.h"

#include "ui/widgets/planner-error-toast.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

/* Owns references to all three. */
typedef struct
{
  PlannerLibrary *library;
  PlannerConference *conference;
  AdwToastOverlay *toast_overlay;
} Removal;

static void
removal_free (Removal *removal, GClosure *closure)
{
  g_object_unref (removal->library);
  g_object_unref (removal->conference);
  g_object_unref (removal->toast_overlay);
  g_free (removal);
}

static char *
format_body (PlannerConference *conference)
{
  guint n_starred = planner_conference_get_n_starred (conference);
  g_autofree char *title = planner_isolate (planner_conference_get_title (conference));

  if (n_starred == 0)
    return g_strdup_printf (_ ("You can add “%s” again with its address."), title);

  return g_strdup_printf (ngettext ("%u star in “%s” will be lost.", "%u stars in “%s” will be lost.",
                                    n_starred),
                          n_starred, title);
}

static void
removed_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwToastOverlay) toast_overlay = data;
  g_autoptr (GError) error = NULL;

  if (!planner_library_remove_finish (PLANNER_LIBRARY (library), result, &error))
    adw_toast_overlay_add_toast (toast_overlay, planner_error_toast_new (error));
}

static void
agreed_cb (AdwAlertDialog *dialog, const char *response, Removal *removal)
{
  planner_library_remove_async (removal->library, removal->conference, NULL, removed_cb,
                                g_object_ref (removal->toast_overlay));
}

/**
 * planner_remove_dialog_present:
 * @toast_overlay: an overlay in the parent window, for reporting a failure
 *
 * Asks for confirmation, then removes the conference.
 */
void
planner_remove_dialog_present (PlannerLibrary *library,
                               PlannerConference *conference,
                               AdwToastOverlay *toast_overlay)
{
  g_autofree char *body = format_body (conference);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Remove Conference?"), body));
  Removal *removal = g_new (Removal, 1);

  *removal = (Removal) { g_object_ref (library), g_object_ref (conference), g_object_ref (toast_overlay) };
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "remove", _ ("_Remove"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_dialog_set_focus (ADW_DIALOG (dialog), adw_dialog_get_default_widget (ADW_DIALOG (dialog)));
  g_signal_connect_data (dialog, "response::remove", G_CALLBACK (agreed_cb), removal,
                         (GClosureNotify) removal_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (toast_overlay));
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window/planner-star-toast.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

static void
starred_cb (AdwToast *toast, GParamSpec *pspec, PlannerEntry *entry)
{
  if (planner_entry_get_starred (entry))
    adw_toast_dismiss (toast);
}

/**
 * planner_star_toast_new:
 *
 * Creates a toast that reports the removed star of @entry and has an Undo button. The toast dismisses itself when the
 * entry is starred again.
 *
 * Returns: (transfer full): a toast
 */
AdwToast *
planner_star_toast_new (PlannerEntry *entry)
{
  g_autofree char *title = planner_isolate (planner_entry_get_session (entry)->title.shown);
  g_autofree char *text = NULL;
  AdwToast *toast = adw_toast_new ("");

  /* Translators: %s is the title of a session. A narrow window cuts off the end, so put what happened first. */
  text = g_strdup_printf (_ ("Star removed: “%s”"), title);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, _ ("_Undo"));

  g_signal_connect_object (entry, "notify::starred", G_CALLBACK (starred_cb), toast, G_CONNECT_SWAPPED);

  return toast;
}

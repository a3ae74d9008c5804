/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window/planner-star-toast.h"

#include <glib/gi18n.h>

/* What to star again. */
typedef struct
{
  PlannerConference *conference;
  PlannerEntry *entry;
} Undo;

static void
undo_free (Undo *undo, GClosure *closure)
{
  g_object_unref (undo->conference);
  g_object_unref (undo->entry);
  g_free (undo);
}

static void
undo_cb (AdwToast *toast, Undo *undo)
{
  planner_conference_set_starred_async (undo->conference, undo->entry, TRUE, NULL, NULL, NULL);
}

static void
starred_cb (AdwToast *toast, GParamSpec *pspec, PlannerEntry *entry)
{
  if (planner_entry_get_starred (entry))
    adw_toast_dismiss (toast);
}

/**
 * planner_star_toast_new:
 *
 * Says that @entry is no longer in My Schedule, and offers to undo it. It goes by itself when the star comes back.
 *
 * Returns: (transfer full):
 */
AdwToast *
planner_star_toast_new (PlannerConference *conference, PlannerEntry *entry)
{
  g_autofree char *text = NULL;
  AdwToast *toast = adw_toast_new ("");
  Undo *undo = g_new (Undo, 1);

  /* Translators: %s is the title of a session. A narrow window cuts the end off, so that what happened comes first. */
  text = g_strdup_printf (_ ("Star removed: “%s”"), planner_entry_get_session (entry)->title.shown);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, _ ("_Undo"));

  *undo = (Undo) { g_object_ref (conference), g_object_ref (entry) };
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), undo, (GClosureNotify) undo_free, 0);
  g_signal_connect_object (entry, "notify::starred", G_CALLBACK (starred_cb), toast, G_CONNECT_SWAPPED);

  return toast;
}

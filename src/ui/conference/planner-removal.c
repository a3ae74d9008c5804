/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/conference/planner-removal.h"

#include "library/planner-library-remove.h"
#include "ui/widgets/planner-error-toast.h"

#include <glib/gi18n.h>

#define UNDO_S 15

typedef struct
{
  PlannerLibrary *library;        /* owned */
  PlannerConference *conference;  /* owned */
  AdwToastOverlay *toast_overlay; /* weak: its toast has the removal; NULL once the window is gone */
} Removal;

static Removal *
removal_new (PlannerLibrary *library, PlannerConference *conference, AdwToastOverlay *toast_overlay)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->library = g_object_ref (library);
  removal->conference = g_object_ref (conference);
  g_set_weak_pointer (&removal->toast_overlay, toast_overlay);

  return removal;
}

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->library);
  g_object_unref (removal->conference);
  g_clear_weak_pointer (&removal->toast_overlay);
  g_free (removal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static void
restored_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (Removal) removal = data;
  g_autoptr (GError) error = NULL;
  const gboolean restored = planner_library_restore_finish (PLANNER_LIBRARY (library), result, &error);

  if (!removal->toast_overlay)
    return;
  if (restored)
    gtk_widget_activate_action (GTK_WIDGET (removal->toast_overlay), "win.select-conference", "x",
                                planner_conference_get_id (removal->conference));
  else
    adw_toast_overlay_add_toast (removal->toast_overlay, planner_error_toast_new (error));
}

static void
undo_cb (AdwToast *toast, Removal *removal)
{
  planner_library_restore_async (removal->library, removal->conference, NULL, restored_cb,
                                 removal_new (removal->library, removal->conference, removal->toast_overlay));
}

static void
free_with_toast (gpointer removal, GClosure *closure)
{
  removal_free (removal);
}

/* Takes @removal. */
static AdwToast *
create_toast (Removal *removal)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *text = NULL;

  /* Translators: %s is the name of a conference. A narrow window cuts off the end, so put what happened first. */
  text = g_strdup_printf (_ ("Removed “%s”"), planner_conference_get_title (removal->conference));
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, UNDO_S);
  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), removal, free_with_toast, 0);

  return toast;
}

static void
removed_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (Removal) removal = data;
  AdwToastOverlay *toast_overlay = removal->toast_overlay;
  g_autoptr (GError) error = NULL;
  const gboolean removed = planner_library_remove_finish (PLANNER_LIBRARY (library), result, &error);

  if (!toast_overlay)
    return;
  if (removed)
    adw_toast_overlay_add_toast (toast_overlay, create_toast (g_steal_pointer (&removal)));
  else
    adw_toast_overlay_add_toast (toast_overlay, planner_error_toast_new (error));
}

/**
 * planner_removal_start:
 * @toast_overlay: an overlay in the window; it shows the toast
 *
 * Removes a conference, and shows a toast whose Undo button restores it with its stars.
 */
void
planner_removal_start (PlannerLibrary *library, PlannerConference *conference, AdwToastOverlay *toast_overlay)
{
  planner_library_remove_async (library, conference, NULL, removed_cb,
                                removal_new (library, conference, toast_overlay));
}

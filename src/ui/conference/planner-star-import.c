/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/conference/planner-star-import.h"

#include "share/planner-star-apply.h"
#include "ui/widgets/planner-error-toast.h"

#include <glib/gi18n.h>

#define UNDO_S 15

/* An import of stars. Owned by the callback or the toast that uses it. */
typedef struct
{
  PlannerConference *conference;  /* owned */
  GPtrArray *added;               /* owned */
  GPtrArray *removed;             /* owned */
  GHashTable *plan_b;             /* owned: those of @removed that were plan B */
  AdwToastOverlay *toast_overlay; /* borrowed, weak, nullable once the window is gone */
} Import;

static void
import_clear (Import *import)
{
  g_object_unref (import->conference);
  g_ptr_array_unref (import->added);
  g_ptr_array_unref (import->removed);
  g_hash_table_unref (import->plan_b);
  g_clear_weak_pointer (&import->toast_overlay);
}

static void
import_unref (Import *import)
{
  g_rc_box_release_full (import, (GDestroyNotify) import_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_unref)

static void
unref_with_toast (gpointer import, GClosure *closure)
{
  import_unref (import);
}

static void
show_error (Import *import, const GError *error)
{
  if (import->toast_overlay)
    adw_toast_overlay_add_toast (import->toast_overlay, planner_error_toast_new (error));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) import = data;
  g_autoptr (GError) error = NULL;

  if (!planner_stars_apply_finish (result, &error))
    show_error (import, error);
}

static void
undo_cb (AdwToast *toast, Import *import)
{
  planner_stars_apply_async (import->conference, import->removed, import->added, import->plan_b, undone_cb,
                             g_rc_box_acquire (import));
}

static char *
describe_result (Import *import)
{
  const guint n_added = import->added->len, n_removed = import->removed->len;
  g_autofree char *added = g_strdup_printf (ngettext ("%u star added", "%u stars added", n_added), n_added);
  g_autofree char *removed = g_strdup_printf (ngettext ("%u removed", "%u removed", n_removed), n_removed);

  if (n_removed == 0)
    return g_steal_pointer (&added);

  /* Translators: as in "3 stars added, 2 removed". */
  return g_strdup_printf (C_ ("stars", "%s, %s"), added, removed);
}

static void
add_undo_toast (Import *import)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *text = describe_result (import);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, UNDO_S);
  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), g_rc_box_acquire (import),
                         unref_with_toast, 0);
  adw_toast_overlay_add_toast (import->toast_overlay, toast);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) import = data;
  g_autoptr (GError) error = NULL;

  if (!planner_stars_apply_finish (result, &error))
    show_error (import, error);
  else if (import->toast_overlay)
    add_undo_toast (import);
}

/**
 * planner_star_import_start:
 * @added: (element-type PlannerEntry): entries to star
 * @removed: (element-type PlannerEntry): entries to unstar
 * @toast_overlay: (nullable): an overlay in the window; it shows the toast
 *
 * Adds and removes stars, and shows a toast whose Undo button restores the stars as they were.
 */
void
planner_star_import_start (PlannerConference *conference,
                           GPtrArray *added,
                           GPtrArray *removed,
                           AdwToastOverlay *toast_overlay)
{
  Import *import;

  g_return_if_fail (PLANNER_IS_CONFERENCE (conference) && added != NULL && removed != NULL);

  import = g_rc_box_new0 (Import);
  import->conference = g_object_ref (conference);
  import->added = g_ptr_array_ref (added);
  import->removed = g_ptr_array_ref (removed);
  import->plan_b = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < removed->len; i++)
    if (planner_entry_get_plan_b (g_ptr_array_index (removed, i)))
      g_hash_table_add (import->plan_b, g_ptr_array_index (removed, i));
  g_set_weak_pointer (&import->toast_overlay, toast_overlay);
  planner_stars_apply_async (conference, added, removed, NULL, applied_cb, import);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saves a calendar to a file that the attendee chooses. In a sandbox, the file dialog is that of the portal. */

#include "config.h"

#include "ui/window/planner-export-dialog.h"

#include "ui/widgets/planner-error-toast.h"
#include "ui/widgets/planner-widget-window.h"

#include <glib/gi18n.h>

typedef struct
{
  AdwToastOverlay *toast_overlay; /* borrowed, weak, nullable once the window is gone */
  GBytes *calendar;               /* owned */
  char *done;                     /* owned */
  GFile *file;                    /* owned, nullable until it is chosen */
} Export;

static void
export_clear (Export *export)
{
  g_clear_weak_pointer (&export->toast_overlay);
  g_bytes_unref (export->calendar);
  g_free (export->done);
  g_clear_object (&export->file);
}

static void
export_unref (Export *export)
{
  g_rc_box_release_full (export, (GDestroyNotify) export_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_unref)

static void
unref_with_toast (gpointer export, GClosure *closure)
{
  export_unref (export);
}

static AdwToast *
create_toast (const char *text)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_title (toast, text);

  return toast;
}

/* Takes @toast. The window may have been closed meanwhile. */
static void
show_toast (Export *export, AdwToast *toast)
{
  if (export->toast_overlay)
    adw_toast_overlay_add_toast (export->toast_overlay, toast);
  else
    g_object_unref (toast);
}

static void
launched_cb (GObject *launcher, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;

  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (launcher), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  g_debug ("Cannot open the calendar: %s", error->message);
  show_toast (export,
              create_toast (_ ("No program opens this calendar. Import the file in your calendar program.")));
}

static void
open_cb (AdwToast *toast, Export *export)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (export->file);

  gtk_file_launcher_launch (launcher, planner_widget_get_window (GTK_WIDGET (export->toast_overlay)), NULL,
                            launched_cb, g_rc_box_acquire (export));
}

static AdwToast *
create_done_toast (Export *export)
{
  AdwToast *toast = create_toast (export->done);

  adw_toast_set_button_label (toast, _ ("_Open"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_cb), g_rc_box_acquire (export),
                         unref_with_toast, 0);

  return toast;
}

static void
written_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    {
      show_toast (export, create_done_toast (export));
      return;
    }

  g_debug ("Cannot write the calendar: %s", error->message);
  show_toast (export, planner_error_toast_new (error));
}

static void
file_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;

  export->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);
  if (export->file)
    g_file_replace_contents_bytes_async (export->file, export->calendar, NULL, FALSE, G_FILE_CREATE_NONE,
                                         NULL, written_cb, g_rc_box_acquire (export));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    show_toast (export, planner_error_toast_new (error));
}

static GListModel *
create_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Calendars"));
  gtk_file_filter_add_mime_type (filter, "text/calendar");
  gtk_file_filter_add_suffix (filter, "ics");
  g_list_store_append (filters, filter);

  return G_LIST_MODEL (filters);
}

/**
 * planner_export_dialog_open:
 * @toast_overlay: the toast overlay of the window; it reports the result
 * @title: the title of the dialog
 * @name: the proposed name of the file
 * @calendar: (transfer full): the content of the file
 * @done: the text of the toast that reports success; not markup
 *
 * Opens a dialog that chooses a file, and writes the calendar there. The toast opens the file with the attendee's calendar
 * program.
 */
void
planner_export_dialog_open (AdwToastOverlay *toast_overlay,
                            const char *title,
                            const char *name,
                            char *calendar,
                            const char *done)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters ();
  Export *export = g_rc_box_new0 (Export);

  g_set_weak_pointer (&export->toast_overlay, toast_overlay);
  export->calendar = g_bytes_new_take (calendar, strlen (calendar));
  export->done = g_strdup (done);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, planner_widget_get_window (GTK_WIDGET (export->toast_overlay)), NULL,
                        file_chosen_cb, export);
}

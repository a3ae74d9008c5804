/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes a backup to a file that the attendee chooses, and restores one. In a sandbox, the file dialogs are those of the
 * portal. */

#include "config.h"

#include "ui/preferences/planner-backup-dialogs.h"

#include "library/planner-library-backup.h"
#include "share/planner-backup-file.h"
#include "ui/widgets/planner-error-toast.h"
#include "ui/widgets/planner-widget-window.h"
#include "words/planner-backup-words.h"

#include <glib/gi18n.h>

#define UNDO_S 15

typedef struct
{
  AdwPreferencesDialog *dialog; /* weak: NULL once it is closed */
  PlannerLibrary *library;      /* owned */
  GFile *file;                  /* owned, nullable until it is chosen */
  PlannerBackup *backup;        /* owned, nullable until it is read */
} Request;

static Request *
request_new (AdwPreferencesDialog *dialog, PlannerLibrary *library)
{
  Request *request = g_new0 (Request, 1);

  g_set_weak_pointer (&request->dialog, dialog);
  request->library = g_object_ref (library);

  return request;
}

static void
request_free (Request *request)
{
  g_clear_weak_pointer (&request->dialog);
  g_object_unref (request->library);
  g_clear_object (&request->file);
  g_clear_pointer (&request->backup, planner_backup_free);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* Takes @toast. */
static void
show_toast (Request *request, AdwToast *toast)
{
  if (request->dialog)
    adw_preferences_dialog_add_toast (request->dialog, toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

static void
show_error (Request *request, const GError *error)
{
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  g_debug ("A backup failed: %s", error->message);
  show_toast (request, planner_error_toast_new (error));
}

static GtkFileDialog *
create_dialog (const char *title, const char *accept)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Backups"));
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, accept);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));

  return dialog;
}

static void
written_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    show_toast (request, adw_toast_new (_ ("Backup saved")));
  else
    show_error (request, error);
}

static void
backup_read_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerBackup) backup =
      planner_library_read_backup_finish (PLANNER_LIBRARY (library), result, &error);
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (!backup)
    {
      show_error (request, error);
      return;
    }
  text = planner_backup_to_json (backup);
  bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (request->file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       written_cb, g_steal_pointer (&request));
}

static void
target_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;

  request->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);
  if (request->file)
    planner_library_read_backup_async (request->library, NULL, backup_read_cb, g_steal_pointer (&request));
  else
    show_error (request, error);
}

/**
 * planner_backup_dialogs_back_up:
 * @dialog: shows the result
 *
 * Writes a backup to a file that the attendee chooses.
 */
void
planner_backup_dialogs_back_up (AdwPreferencesDialog *dialog, PlannerLibrary *library)
{
  g_autoptr (GtkFileDialog) files = create_dialog (_ ("Back Up"), _ ("_Save"));
  Request *request = request_new (dialog, library);

  /* Translators: the proposed name of the file; it ends with “.json” */
  gtk_file_dialog_set_initial_name (files, _ ("planner-backup.json"));
  gtk_file_dialog_save (files, planner_widget_get_window (GTK_WIDGET (request->dialog)), NULL,
                        target_chosen_cb, request);
}

static void
undone_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  PlannerBackupSummary summary;
  g_autoptr (PlannerBackup) before =
      planner_library_restore_backup_finish (PLANNER_LIBRARY (library), result, &summary, &error);

  if (!before)
    show_error (request, error);
}

static void
undo_cb (AdwToast *toast, Request *request)
{
  if (request->backup)
    planner_library_restore_backup_async (request->library, g_steal_pointer (&request->backup), TRUE, NULL,
                                          undone_cb, request_new (request->dialog, request->library));
}

static void
free_with_toast (gpointer request, GClosure *closure)
{
  request_free (request);
}

/* Takes @before, which Undo restores. */
static AdwToast *
create_undo_toast (Request *request, const PlannerBackupSummary *summary, PlannerBackup *before)
{
  g_autofree char *text = planner_format_backup_summary (summary);
  AdwToast *toast = adw_toast_new (text);
  Request *undo = request_new (request->dialog, request->library);

  undo->backup = before;
  if (!summary->changed)
    {
      request_free (undo);
      return toast;
    }
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, UNDO_S);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), undo, free_with_toast, 0);

  return toast;
}

static void
restored_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  PlannerBackupSummary summary;
  PlannerBackup *before =
      planner_library_restore_backup_finish (PLANNER_LIBRARY (library), result, &summary, &error);

  if (before)
    show_toast (request, create_undo_toast (request, &summary, before));
  else
    show_error (request, error);
}

static void
answered_cb (GObject *question, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (question), result);

  if (!g_str_equal (answer, "cancel"))
    planner_library_restore_backup_async (request->library, g_steal_pointer (&request->backup),
                                          g_str_equal (answer, "replace"), NULL, restored_cb,
                                          request_new (request->dialog, request->library));
}

static char *
describe_backup (const PlannerBackup *backup)
{
  guint n_conferences = 0, n_stars = 0;
  g_autofree char *conferences = NULL;
  g_autofree char *stars = NULL;

  for (guint i = 0; i < backup->items->len; i++)
    {
      const PlannerBackupItem *item = g_ptr_array_index (backup->items, i);

      if (planner_backup_item_is_live (item))
        *(planner_backup_item_is_star (item) ? &n_stars : &n_conferences) += 1;
    }
  conferences = g_strdup_printf (ngettext ("%u conference", "%u conferences", n_conferences), n_conferences);
  stars = g_strdup_printf (ngettext ("%u star", "%u stars", n_stars), n_stars);

  /* Translators: The first %s is such as “2 conferences”, the second one such as “30 stars”. */
  return g_strdup_printf (_ ("This backup contains %s and %s. Schedules are fetched at the next refresh."),
                          conferences, stars);
}

static void
ask (Request *request)
{
  g_autofree char *body = describe_backup (request->backup);
  AdwAlertDialog *question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Restore Backup?"), body));

  adw_alert_dialog_add_responses (question, "cancel", _ ("_Cancel"), "replace", _ ("_Replace Everything"),
                                  "merge", _ ("_Add What Is Missing"), NULL);
  adw_alert_dialog_set_response_appearance (question, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (question, "merge", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (question, "merge");
  adw_alert_dialog_set_close_response (question, "cancel");
  adw_alert_dialog_choose (question, GTK_WIDGET (request->dialog), NULL, answered_cb, request);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  PlannerBackup *backup = planner_backup_read_file (g_file_peek_path (source), &error);

  if (backup)
    g_task_return_pointer (task, backup, (GDestroyNotify) planner_backup_free);
  else
    g_task_return_error (task, error);
}

static void
file_read_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;

  request->backup = g_task_propagate_pointer (G_TASK (result), &error);
  if (!request->backup)
    show_error (request, error);
  else if (request->dialog)
    ask (g_steal_pointer (&request));
}

/**
 * planner_backup_dialogs_restore_file:
 * @dialog: shows the question and the result
 * @file: a file that the attendee has chosen
 *
 * Reads a backup, asks how to restore it, and restores it. The toast that reports the result has an Undo button.
 */
void
planner_backup_dialogs_restore_file (AdwPreferencesDialog *dialog, PlannerLibrary *library, GFile *file)
{
  Request *request;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ADW_IS_PREFERENCES_DIALOG (dialog) && PLANNER_IS_LIBRARY (library) && G_IS_FILE (file));

  request = request_new (dialog, library);
  task = g_task_new (file, NULL, file_read_cb, request);
  if (g_file_peek_path (file))
    g_task_run_in_thread (task, read_in_thread);
  else
    g_task_return_new_error_literal (task, PLANNER_BACKUP_ERROR, PLANNER_BACKUP_ERROR_OTHER_FILE,
                                     "This is not a file of this computer.");
}

static void
source_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, &error);

  if (!file)
    show_error (request, error);
  else if (request->dialog)
    planner_backup_dialogs_restore_file (request->dialog, request->library, file);
}

/**
 * planner_backup_dialogs_restore:
 * @dialog: shows the question and the result
 *
 * Restores a backup that the attendee chooses.
 */
void
planner_backup_dialogs_restore (AdwPreferencesDialog *dialog, PlannerLibrary *library)
{
  g_autoptr (GtkFileDialog) files = create_dialog (_ ("Restore Backup"), _ ("_Open"));
  Request *request = request_new (dialog, library);

  gtk_file_dialog_open (files, planner_widget_get_window (GTK_WIDGET (request->dialog)), NULL,
                        source_chosen_cb, request);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "store/planner-store-backup.h"
#include "share/planner-backup-file.h"
#include "library/planner-conference-edit.h"
#include "library/planner-conference-stars.h"
#include "ui/preferences/planner-backup-dialogs.h"
#include "ui/preferences/planner-data-page.h"

#include <glib/gstdio.h>

#define OTHER "00000000000000000000000000000000"

typedef struct
{
  UiFixture ui;
  GSettings *settings;
  PlannerSyncer *syncer;
  char *shared;
  GtkWindow *window;
  AdwDialog *dialog;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_set_up (&fixture->ui, data);
  fixture->settings = ui_reset_settings ();
  g_settings_reset (fixture->settings, "sync-folder");
  g_settings_reset (fixture->settings, "calendar-file");
  fixture->shared = g_dir_make_tmp ("planner-R&D-XXXXXX", NULL);
  fixture->syncer = planner_syncer_new (fixture->settings, fixture->ui.library);
  planner_syncer_start (fixture->syncer);
  fixture->window = GTK_WINDOW (adw_application_window_new (NULL));
  gtk_window_set_default_size (fixture->window, 600, 600);
  gtk_window_present (fixture->window);
  fixture->dialog = adw_preferences_dialog_new ();
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (fixture->dialog),
                              planner_data_page_new (fixture->syncer));
  adw_dialog_present (fixture->dialog, GTK_WIDGET (fixture->window));
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  adw_dialog_force_close (fixture->dialog);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  gtk_window_destroy (fixture->window);
  ui_iterate ();
  g_assert_finalize_object (fixture->syncer);
  g_settings_reset (fixture->settings, "sync-folder");
  g_settings_reset (fixture->settings, "calendar-file");
  g_object_unref (fixture->settings);
  remove_folder (fixture->shared);
  g_free (fixture->shared);
  ui_tear_down (&fixture->ui, data);
}

static void
choose (Fixture *fixture)
{
  planner_syncer_set_folder (fixture->syncer, fixture->shared);
}

static char *
dup_status (Fixture *fixture)
{
  char *status;

  g_object_get (fixture->syncer, "status", &status, NULL);

  return status;
}

static void
wait_for_status (Fixture *fixture, const char *wanted)
{
  g_autofree char *status = dup_status (fixture);

  while (g_strcmp0 (status, wanted) != 0)
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (status);
      status = dup_status (fixture);
    }
}

static void
wait_for_row (Fixture *fixture, const char *status)
{
  g_autofree char *text = g_strconcat (fixture->shared, "\n", status, NULL);

  wait_for_status (fixture, status);
  ui_wait_for_label (GTK_WIDGET (fixture->dialog), text);
}

static void
wait_until_gone (Fixture *fixture, const char *text)
{
  while (ui_find_label (GTK_WIDGET (fixture->dialog), text))
    g_main_context_iteration (NULL, TRUE);
}

static void
write_shared (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->shared, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Returns: (transfer full): what another computer has, with one star less */
static PlannerBackup *
make_other (Fixture *fixture)
{
  PlannerBackup *backup = planner_store_read_backup (planner_library_get_store (fixture->ui.library), NULL);

  g_set_str (&backup->installation, OTHER);
  for (guint i = 0; i < backup->items->len; i++)
    {
      PlannerBackupItem *item = g_ptr_array_index (backup->items, i);

      for (guint j = 0; planner_backup_item_is_star (item) && j < item->marks->len; j++)
        {
          PlannerBackupMark *mark = g_ptr_array_index (item->marks, j);

          mark->removed = mark->added;
        }
    }

  return backup;
}

static void
test_status (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->dialog), "None"));
  g_assert_null (ui_find_label (GTK_WIDGET (fixture->dialog), "Stop Synchronizing"));
  choose (fixture);
  wait_for_row (fixture, "No other computer uses this folder yet");
  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->dialog), "Stop Synchronizing"));

  write_shared (fixture, "gotc-planner-" OTHER ".json", "{");
  planner_syncer_run (fixture->syncer);
  wait_for_row (fixture, "The file “gotc-planner-" OTHER
                         ".json” was skipped: The file is damaged or incomplete. Nothing of it was used.");

  remove_folder (fixture->shared);
  planner_syncer_run (fixture->syncer);
  wait_for_row (fixture,
                "The folder is not there. Connect its disk, or choose another folder; nothing was lost.");

  planner_syncer_set_folder (fixture->syncer, NULL);
  wait_until_gone (fixture, "Stop Synchronizing");
}

/* Returns: the button row with this title */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_BUTTON_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  GtkWidget *run = find_row (GTK_WIDGET (fixture->dialog), "Synchronize _Now");
  GtkWidget *stop = find_row (GTK_WIDGET (fixture->dialog), "_Stop Synchronizing");
  g_autoptr (PlannerBackup) other = NULL;
  g_autofree char *stored = NULL;

  g_assert_false (gtk_widget_get_visible (run));
  g_assert_false (gtk_widget_get_visible (stop));
  choose (fixture);
  wait_for_status (fixture, "No other computer uses this folder yet");
  g_assert_true (gtk_widget_get_visible (run));
  g_assert_true (gtk_widget_get_visible (stop));

  other = make_other (fixture);
  g_assert_true (planner_backup_folder_write (fixture->shared, other, NULL));
  g_signal_emit_by_name (run, "activated");
  wait_for_row (fixture, "In step with 1 other computer");
  g_signal_emit_by_name (stop, "activated");
  stored = g_settings_get_string (fixture->settings, "sync-folder");
  g_assert_cmpstr (stored, ==, "");
  g_assert_false (gtk_widget_get_visible (stop));
  g_assert_nonnull (gtk_window_get_focus (fixture->window));
}

/* A star is written by itself, and what another computer has removed disappears from My Schedule. */
static void
test_both_ways (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerBackup) other = NULL;

  ui_star (&fixture->ui, 1, TRUE);
  ui_wait_for_stars (fixture->ui.conference, 1);
  choose (fixture);
  wait_for_status (fixture, "No other computer uses this folder yet");
  other = make_other (fixture);
  g_assert_true (planner_backup_folder_write (fixture->shared, other, NULL));
  planner_syncer_run (fixture->syncer);
  ui_wait_for_stars (fixture->ui.conference, 0);
  wait_for_status (fixture, "In step with 1 other computer");
}

static gboolean
is_live_star (const PlannerBackupItem *item)
{
  return planner_backup_item_is_star (item) && planner_backup_item_is_live (item);
}

static gboolean
is_plan_b (const PlannerBackupItem *item)
{
  return is_live_star (item) && g_strcmp0 (item->fields[PLANNER_BACKUP_DEGREE].value, "1") == 0;
}

static gboolean
has_note (const PlannerBackupItem *item)
{
  return g_strcmp0 (item->fields[PLANNER_BACKUP_NOTE].value, "Sit in front") == 0;
}

static gboolean
has_name (const PlannerBackupItem *item)
{
  return g_strcmp0 (item->fields[PLANNER_BACKUP_NAME].value, "Mine") == 0;
}

/* Returns: how many items in the shared folder match */
static guint
count_written (Fixture *fixture, gboolean (*matches) (const PlannerBackupItem *))
{
  PlannerBackupFolder files;
  guint n = 0;

  planner_backup_folder_read (&files, fixture->shared, OTHER, NULL);
  for (guint i = 0; i < files.others->len; i++)
    {
      const PlannerBackup *backup = g_ptr_array_index (files.others, i);

      for (guint j = 0; j < backup->items->len; j++)
        n += matches (g_ptr_array_index (backup->items, j));
    }
  planner_backup_folder_clear (&files);

  return n;
}

static void
wait_for_written (Fixture *fixture, gboolean (*matches) (const PlannerBackupItem *))
{
  while (count_written (fixture, matches) != 1)
    g_main_context_iteration (NULL, TRUE);
}

static void
write_note (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  planner_conference_set_note_async (fixture->ui.conference, ui_find_entry (&fixture->ui, 1), NULL,
                                     "Sit in front", NULL, keep_result_cb, &result);
  planner_conference_set_note_finish (fixture->ui.conference, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

static void
rename_conference (Fixture *fixture)
{
  const PlannerConferenceRecord *record = planner_conference_get_record (fixture->ui.conference);
  const PlannerConferenceEdit edit = { .address = record->address, .own_title = "Mine", .remind = TRUE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  planner_conference_edit_async (fixture->ui.conference, &edit, NULL, keep_result_cb, &result);
  planner_conference_edit_finish (fixture->ui.conference, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

static void
test_own_change (Fixture *fixture, gconstpointer data)
{
  choose (fixture);
  wait_for_status (fixture, "No other computer uses this folder yet");
  g_assert_cmpuint (count_written (fixture, is_live_star), ==, 0);
  ui_star (&fixture->ui, 1, TRUE);
  wait_for_written (fixture, is_live_star);
  ui_set_plan_b (&fixture->ui, 1, TRUE);
  wait_for_written (fixture, is_plan_b);
  write_note (fixture);
  wait_for_written (fixture, has_note);
  rename_conference (fixture);
  wait_for_written (fixture, has_name);
}

static char *
make_calendar_path (Fixture *fixture)
{
  return g_build_filename (fixture->shared, "my.ics", NULL);
}

static void
wait_for_calendar_row (Fixture *fixture, const char *status)
{
  g_autofree char *path = make_calendar_path (fixture);
  g_autofree char *text = g_strconcat (path, "\n", status, NULL);

  ui_wait_for_label (GTK_WIDGET (fixture->dialog), text);
}

/* The second choice comes while the first file is being written. */
static void
test_second_calendar (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_build_filename (fixture->shared, "first.ics", NULL);
  g_autofree char *second = make_calendar_path (fixture);

  planner_syncer_set_calendar (fixture->syncer, first);
  planner_syncer_set_calendar (fixture->syncer, second);
  wait_for_calendar_row (fixture, "Up to date, with 0 sessions");
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
}

static void
wait_for_calendar (Fixture *fixture, const char *part, gboolean expected)
{
  g_autofree char *path = make_calendar_path (fixture);

  while (TRUE)
    {
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL) && (strstr (text, part) != NULL) == expected)
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_calendar_path (fixture);

  g_assert_null (ui_find_label (GTK_WIDGET (fixture->dialog), "Stop Updating the File"));
  planner_syncer_set_calendar (fixture->syncer, path);
  wait_for_calendar_row (fixture, "Up to date, with 0 sessions");
  ui_star (&fixture->ui, 1, TRUE);
  wait_for_calendar_row (fixture, "Up to date, with 1 session");
  wait_for_calendar (fixture, "TRIGGER:-PT10M", TRUE);
  g_settings_set_int (fixture->settings, "lead-minutes", 15);
  wait_for_calendar (fixture, "TRIGGER:-PT15M", TRUE);
  ui_star (&fixture->ui, 1, FALSE);
  wait_for_calendar (fixture, "VEVENT", FALSE);
  g_settings_reset (fixture->settings, "lead-minutes");

  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->dialog), "Stop Updating the File"));
  planner_syncer_set_calendar (fixture->syncer, NULL);
  wait_until_gone (fixture, "Stop Updating the File");
  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->dialog), "None"));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
return_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, TRUE);
}

static void
returned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* The worker runs its tasks one by one. */
static void
run_now (Fixture *fixture)
{
  gboolean returned = FALSE;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, returned_cb, &returned);

  planner_syncer_run (fixture->syncer);
  planner_worker_run (planner_library_get_worker (fixture->ui.library), task, return_in_thread);
  while (!returned)
    g_main_context_iteration (NULL, TRUE);
}

static void
calendar_failed_cb (GPtrArray *sentences, const char *sentence)
{
  g_ptr_array_add (sentences, g_strdup (sentence));
}

/* The same problem is reported once. */
static void
test_calendar_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = make_calendar_path (fixture);

  g_signal_connect_swapped (fixture->syncer, "calendar-failed", G_CALLBACK (calendar_failed_cb), sentences);
  planner_syncer_set_calendar (fixture->syncer, path);
  wait_for_calendar_row (fixture, "Up to date, with 0 sessions");
  remove_folder (fixture->shared);
  ui_star (&fixture->ui, 1, TRUE);
  wait_for_calendar_row (
      fixture, "The folder is not there. Connect its disk, or choose another folder; nothing was lost.");
  ui_star (&fixture->ui, 2, TRUE);
  ui_wait_for_stars (fixture->ui.conference, 2);
  run_now (fixture);
  g_assert_cmpint (g_mkdir (fixture->shared, 0700), ==, 0);
  planner_syncer_run (fixture->syncer);
  wait_for_calendar_row (fixture, "Up to date, with 2 sessions");
  g_assert_cmpuint (sentences->len, ==, 1);
  g_assert_cmpstr (
      g_ptr_array_index (sentences, 0), ==,
      "The calendar file “my.ics” is not up to date. The folder is not there. Connect its disk, or choose "
      "another folder; nothing was lost.");
}

static GFile *
write_backup (Fixture *fixture)
{
  g_autoptr (PlannerBackup) backup =
      planner_store_read_backup (planner_library_get_store (fixture->ui.library), NULL);
  g_autofree char *text = planner_backup_to_json (backup);
  g_autofree char *path = g_build_filename (fixture->shared, "backup.json", NULL);

  write_shared (fixture, "backup.json", text);

  return g_file_new_for_path (path);
}

static void
answer (Fixture *fixture, const char *response)
{
  AdwDialog *question;

  while (!ADW_IS_ALERT_DIALOG (
      question = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (adw_alert_dialog_get_default_response (ADW_ALERT_DIALOG (question)), ==, "merge");
  g_assert_cmpstr (
      adw_alert_dialog_get_body (ADW_ALERT_DIALOG (question)), ==,
      "This backup contains 1 conference and 1 star. Schedules are fetched at the next refresh.");
  g_signal_emit_by_name (question, "response", response);
  adw_dialog_force_close (question);
}

/* Restores a backup in which session 1 is starred, after session 2 was starred instead. */
static void
restore (Fixture *fixture, const char *response)
{
  g_autoptr (GFile) file = NULL;

  ui_star (&fixture->ui, 1, TRUE);
  ui_wait_for_stars (fixture->ui.conference, 1);
  file = write_backup (fixture);
  ui_star (&fixture->ui, 1, FALSE);
  ui_star (&fixture->ui, 2, TRUE);
  ui_wait_for_stars (fixture->ui.conference, 1);

  planner_backup_dialogs_restore_file (ADW_PREFERENCES_DIALOG (fixture->dialog), fixture->ui.library, file);
  answer (fixture, response);
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  restore (fixture, "replace");
  ui_wait_for_label (GTK_WIDGET (fixture->dialog), "1 star added, 1 star removed");
  g_assert_true (planner_entry_get_starred (ui_find_entry (&fixture->ui, 1)));
  g_assert_false (planner_entry_get_starred (ui_find_entry (&fixture->ui, 2)));
  g_signal_emit_by_name (ui_find_button (GTK_WIDGET (fixture->dialog), "_Undo"), "clicked");
  while (planner_entry_get_starred (ui_find_entry (&fixture->ui, 1)) ||
         !planner_entry_get_starred (ui_find_entry (&fixture->ui, 2)))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_restore_merge (Fixture *fixture, gconstpointer data)
{
  restore (fixture, "merge");
  ui_wait_for_label (GTK_WIDGET (fixture->dialog), "1 star added");
  g_assert_true (planner_entry_get_starred (ui_find_entry (&fixture->ui, 1)));
  g_assert_true (planner_entry_get_starred (ui_find_entry (&fixture->ui, 2)));
}

static void
test_wrong_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->shared, "backup.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  write_shared (fixture, "backup.json", "{}");
  planner_backup_dialogs_restore_file (ADW_PREFERENCES_DIALOG (fixture->dialog), fixture->ui.library, file);
  ui_wait_for_label (GTK_WIDGET (fixture->dialog),
                     "This file is not a backup of the planner. Choose another one; nothing was changed.");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

  ADD ("/ui/Y5/data-page/status-names-the-problem", test_status);
  ADD ("/ui/Y5/data-page/buttons-synchronize-and-stop", test_buttons);
  ADD ("/ui/Y1/data-page/takes-over-other-computers", test_both_ways);
  ADD ("/ui/Y1/data-page/writes-own-changes", test_own_change);
  ADD ("/ui/Y6/data-page/calendar-file-follows-the-window", test_calendar);
  ADD ("/ui/Y6/data-page/second-choice-is-written-too", test_second_calendar);
  ADD ("/ui/Y6/data-page/calendar-that-cannot-be-written-is-reported-once", test_calendar_failure);
  ADD ("/ui/Y4/data-page/restore-can-be-undone", test_restore);
  ADD ("/ui/Y4/data-page/restore-keeps-newer-stars", test_restore_merge);
  ADD ("/ui/Y5/data-page/refuses-other-files", test_wrong_file);

  return g_test_run ();
}

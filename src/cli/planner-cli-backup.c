/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The commands for a backup of everything that belongs to the attendee, and for the folder of several computers. */

#include "config.h"

#include "cli/planner-cli-backup.h"

#include "agent/planner-sync.h"
#include "cli/planner-cli-print.h"
#include "cli/planner-cli-wait.h"
#include "cli/planner-cli-write.h"
#include "cli/planner-json.h"
#include "library/planner-library-reload.h"
#include "model/planner-backup-error.h"
#include "share/planner-backup-file.h"
#include "words/planner-backup-words.h"

#include <glib/gi18n.h>
#include <sys/stat.h>

/* Reports what was written to the store without the library. */
static PlannerExit
reload (PlannerLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  planner_library_reload_async (library, NULL, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);
  if (planner_library_reload_finish (library, result, &error))
    return PLANNER_EXIT_OK;
  planner_cli_print_error ("gotc-planner", error);

  return PLANNER_EXIT_FAILED;
}

/**
 * planner_cli_backup:
 *
 * Writes everything that belongs to the attendee to a file, or to standard output.
 */
PlannerExit
planner_cli_backup (PlannerLibrary *library, const PlannerCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerBackup) backup = planner_store_read_backup (planner_library_get_store (library), &error);
  g_autofree char *text = NULL;

  if (!backup)
    {
      planner_cli_print_error ("gotc-planner", error);
      return PLANNER_EXIT_FAILED;
    }
  text = planner_backup_to_json (backup);

  /* Other users of the computer may not read the notes. */
  umask (S_IRWXG | S_IRWXO);

  return planner_cli_write_out (options->words[0], text, options);
}

static void
print_restored (const PlannerBackupSummary *summary, gboolean json)
{
  g_autofree char *text = json ? planner_restore_to_json (summary) : planner_format_backup_summary (summary);

  if (json)
    planner_cli_print_json (text);
  else
    planner_cli_print ("%s\n", text);
  if (summary->conferences_added > 0 && !json)
    planner_cli_print ("%s\n", _ ("“gotc-planner refresh” fetches the schedules."));
}

/**
 * planner_cli_restore:
 *
 * Brings back what a backup contains.
 */
PlannerExit
planner_cli_restore (PlannerLibrary *library, const PlannerCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerBackup) backup = planner_backup_read_file (options->words[0], &error);
  PlannerBackupSummary summary;

  if (!backup ||
      !planner_store_restore_backup (planner_library_get_store (library), backup, options->replace_all,
                                     g_get_real_time () / G_USEC_PER_SEC, &summary, &error))
    {
      planner_cli_print_error (options->words[0], error);
      return PLANNER_EXIT_FAILED;
    }
  print_restored (&summary, options->json);

  return reload (library);
}

/**
 * planner_cli_sync_quietly:
 *
 * Synchronizes after a command that has changed something, if the attendee has chosen a folder.
 */
void
planner_cli_sync_quietly (PlannerLibrary *library)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  if (planner_sync_run_if_chosen (planner_library_get_store (library), settings))
    reload (library);
}

static PlannerExit
choose_folder (GSettings *settings, const char *word)
{
  g_autofree char *folder = g_canonicalize_filename (word, NULL);
  g_autoptr (GError) error = NULL;

  if (!planner_backup_folder_check (folder, &error))
    {
      if (g_error_matches (error, PLANNER_BACKUP_ERROR, PLANNER_BACKUP_ERROR_NO_FOLDER))
        planner_cli_print_failure (_ ("there is no folder “%s”"), word);
      else
        planner_cli_print_error (word, error);
      return PLANNER_EXIT_FAILED;
    }
  g_settings_set_string (settings, "sync-folder", folder);
  g_settings_sync ();

  return PLANNER_EXIT_OK;
}

static void
print_synchronized (const char *folder, const PlannerSyncReport *report, gboolean json)
{
  g_autofree char *text = json ? planner_sync_to_json (folder, report->n_others, report->skipped)
                               : planner_format_sync (report->n_others, report->skipped, report->skip_error);

  if (json)
    planner_cli_print_json (text);
  else
    planner_cli_print ("%s\n", text);
}

/**
 * planner_cli_sync:
 *
 * Chooses the folder for synchronization, or stops it, and synchronizes.
 */
PlannerExit
planner_cli_sync (PlannerLibrary *library, const PlannerCliOptions *options)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_auto (PlannerSyncReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  if (options->off)
    {
      g_settings_set_string (settings, "sync-folder", "");
      g_settings_sync ();
      if (options->json)
        print_synchronized (NULL, &report, TRUE);
      return PLANNER_EXIT_OK;
    }
  if (options->words[0] && choose_folder (settings, options->words[0]) != PLANNER_EXIT_OK)
    return PLANNER_EXIT_FAILED;
  folder = g_settings_get_string (settings, "sync-folder");
  if (!*folder)
    {
      planner_cli_print_failure ("%s", _ ("choose a folder first: “gotc-planner sync FOLDER”"));
      return PLANNER_EXIT_FAILED;
    }
  if (!planner_sync_run (planner_library_get_store (library), folder, g_get_real_time () / G_USEC_PER_SEC,
                         &report, &error))
    {
      planner_cli_print_error (folder, error);
      return PLANNER_EXIT_FAILED;
    }
  print_synchronized (folder, &report, options->json);

  return reload (library);
}

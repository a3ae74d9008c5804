/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Synchronizes the store with a folder that the attendee shares among computers. */

#include "agent/planner-sync.h"

#include "plan/planner-backup-merge.h"
#include "share/planner-backup-file.h"

void
planner_sync_report_clear (PlannerSyncReport *report)
{
  g_clear_pointer (&report->skipped, g_free);
  g_clear_error (&report->skip_error);
}

/* The file of this installation is never ahead of its database, unless the database was copied to another computer or
 * replaced by an older copy. Then equal counters would stand for different changes. */
static gboolean
renew_if_copied (PlannerStore *store, PlannerBackupFolder *files, const PlannerBackup *own, GError **error)
{
  if (!files->own || !planner_backup_is_ahead (files->own, own))
    return TRUE;

  g_debug ("The database is older than its own file: this installation gets a new id");
  g_ptr_array_add (files->others, g_steal_pointer (&files->own));

  return planner_store_renew_installation (store, error);
}

static gboolean
read_and_merge (PlannerStore *store,
                const char *folder,
                const PlannerBackup *own,
                gint64 now_utc,
                PlannerSyncReport *report,
                GError **error)
{
  g_auto (PlannerBackupFolder) files = { 0 };

  if (!planner_backup_folder_read (&files, folder, own->installation, error))
    return FALSE;
  report->n_others = files.others->len;
  report->skipped = g_steal_pointer (&files.skipped);
  report->skip_error = g_steal_pointer (&files.error);

  return renew_if_copied (store, &files, own, error) &&
         (files.others->len == 0 ||
          planner_store_merge_backups (store, files.others, now_utc, &report->summary, error));
}

/**
 * planner_sync_run:
 * @folder: the path of the folder
 * @now_utc: in seconds since the epoch
 * @report: (out): the result; free it with planner_sync_report_clear(), also after an error
 *
 * Takes over what other computers have written to the folder, and writes what this one has. Nothing is lost if this fails at
 * any point. Blocks.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_sync_run (PlannerStore *store,
                  const char *folder,
                  gint64 now_utc,
                  PlannerSyncReport *report,
                  GError **error)
{
  g_autoptr (PlannerBackup) before = NULL;
  g_autoptr (PlannerBackup) after = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (store) && folder != NULL && report != NULL, FALSE);

  *report = (PlannerSyncReport) { 0 };
  before = planner_store_read_backup (store, error);
  if (!before || !read_and_merge (store, folder, before, now_utc, report, error))
    return FALSE;

  after = planner_store_read_backup (store, error);
  g_debug ("Synchronized with %u other computers in “%s”", report->n_others, folder);

  return after && planner_backup_folder_write (folder, after, error);
}

/**
 * planner_sync_run_if_chosen:
 * @settings: the settings, which name the folder
 *
 * Synchronizes if the attendee has chosen a folder. A failure is only logged: the window shows it. Blocks.
 *
 * Returns: whether the store has changed
 */
gboolean
planner_sync_run_if_chosen (PlannerStore *store, GSettings *settings)
{
  g_autofree char *folder = g_settings_get_string (settings, "sync-folder");
  g_auto (PlannerSyncReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  if (*folder && !planner_sync_run (store, folder, g_get_real_time () / G_USEC_PER_SEC, &report, &error))
    g_info ("Cannot synchronize with the folder “%s”: %s", folder, error->message);

  return report.summary.changed;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-library-backup.h"

#include "library/planner-library-reload.h"

typedef struct
{
  PlannerBackup *backup; /* owned */
  gboolean replace;
  gint64 now_utc;
  PlannerBackup *before; /* owned, nullable until it is read */
  PlannerBackupSummary summary;
} Restoring;

static void
restoring_free (Restoring *restoring)
{
  planner_backup_free (restoring->backup);
  g_clear_pointer (&restoring->before, planner_backup_free);
  g_free (restoring);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  PlannerBackup *backup = planner_store_read_backup (planner_library_get_store (source), &error);

  if (backup)
    g_task_return_pointer (task, backup, (GDestroyNotify) planner_backup_free);
  else
    g_task_return_error (task, error);
}

/**
 * planner_library_read_backup_async:
 *
 * Reads everything that belongs to the attendee.
 */
void
planner_library_read_backup_async (PlannerLibrary *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PLANNER_IS_LIBRARY (self) && planner_library_get_store (self) != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, planner_library_read_backup_async);
  planner_worker_run (planner_library_get_worker (self), task, read_in_thread);
}

/**
 * planner_library_read_backup_finish:
 *
 * Returns: (nullable) (transfer full): the backup; errors are of %PLANNER_STORE_ERROR
 */
PlannerBackup *
planner_library_read_backup_finish (PlannerLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlannerStore *store = planner_library_get_store (source);
  Restoring *restoring = data;
  GError *error = NULL;

  restoring->before = planner_store_read_backup (store, &error);
  if (restoring->before && planner_store_restore_backup (store, restoring->backup, restoring->replace,
                                                         restoring->now_utc, &restoring->summary, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (planner_library_reload_finish (PLANNER_LIBRARY (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    planner_library_reload_async (PLANNER_LIBRARY (source), NULL, reloaded_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * planner_library_restore_backup_async:
 * @backup: (transfer full): what the attendee wants back
 * @replace: see planner_store_restore_backup()
 *
 * Restores a backup, and shows what has changed.
 */
void
planner_library_restore_backup_async (PlannerLibrary *self,
                                      PlannerBackup *backup,
                                      gboolean replace,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) write = NULL;
  Restoring *restoring;

  g_return_if_fail (PLANNER_IS_LIBRARY (self) && planner_library_get_store (self) != NULL);
  g_return_if_fail (backup != NULL);

  restoring = g_new0 (Restoring, 1);
  restoring->backup = backup;
  restoring->replace = replace;
  restoring->now_utc = planner_time_source_get_now_utc (planner_library_get_time_source (self));
  task = g_task_new (self, cancellable, callback, user_data);
  write = g_task_new (self, NULL, restored_cb, task);
  g_task_set_source_tag (task, planner_library_restore_backup_async);
  g_task_set_task_data (task, restoring, (GDestroyNotify) restoring_free);
  g_task_set_task_data (write, restoring, NULL);
  planner_worker_run (planner_library_get_worker (self), write, restore_in_thread);
}

/**
 * planner_library_restore_backup_finish:
 * @summary: (out): what has changed
 *
 * Returns: (nullable) (transfer full): what the attendee had before, to undo it; errors are of %PLANNER_STORE_ERROR
 */
PlannerBackup *
planner_library_restore_backup_finish (PlannerLibrary *self,
                                       GAsyncResult *result,
                                       PlannerBackupSummary *summary,
                                       GError **error)
{
  Restoring *restoring;

  g_return_val_if_fail (g_task_is_valid (result, self) && summary != NULL, NULL);

  restoring = g_task_get_task_data (G_TASK (result));
  *summary = restoring->summary;

  return g_task_propagate_boolean (G_TASK (result), error) ? g_steal_pointer (&restoring->before) : NULL;
}

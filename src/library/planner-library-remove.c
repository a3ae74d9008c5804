/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-library-remove.h"

#include "library/planner-conference-refresh.h"

static void
remove_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlannerLibrary *self = source;
  const gint64 *id = data;
  GError *error = NULL;

  if (planner_store_remove_conference (planner_library_get_store (self), *id, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerLibrary *self = PLANNER_LIBRARY (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  planner_library_take_out (self, g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlannerLibrary *self = source;
  const gint64 *id = data;
  GError *error = NULL;

  if (planner_store_restore_conference (planner_library_get_store (self), *id, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerLibrary *self = PLANNER_LIBRARY (source);
  g_autoptr (GTask) task = user_data;
  PlannerConference *conference = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (!planner_library_find (self, planner_conference_get_id (conference)))
    planner_library_insert (self, conference);
  g_task_return_boolean (task, TRUE);
}

/**
 * planner_library_remove_async:
 * @conference: a conference of the library
 *
 * Removes a conference. Its agenda, stars and changes are kept for planner_library_restore_async(), until a later start.
 */
void
planner_library_remove_async (PlannerLibrary *self,
                              PlannerConference *conference,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) write = NULL;
  gint64 id;

  g_return_if_fail (PLANNER_IS_LIBRARY (self) && PLANNER_IS_CONFERENCE (conference));

  task = g_task_new (self, cancellable, callback, user_data);
  write = g_task_new (self, NULL, removed_cb, task);
  g_task_set_source_tag (task, planner_library_remove_async);
  g_task_set_task_data (task, g_object_ref (conference), g_object_unref);
  id = planner_conference_get_id (conference);
  g_task_set_task_data (write, g_memdup2 (&id, sizeof id), g_free);
  planner_conference_cancel_refresh (conference);
  planner_worker_run (planner_library_get_worker (self), write, remove_in_thread);
}

gboolean
planner_library_remove_finish (PlannerLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_LIBRARY (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * planner_library_restore_async:
 * @conference: a conference that was removed from the library
 *
 * Undoes planner_library_remove_async().
 */
void
planner_library_restore_async (PlannerLibrary *self,
                               PlannerConference *conference,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) write = NULL;
  gint64 id;

  g_return_if_fail (PLANNER_IS_LIBRARY (self) && PLANNER_IS_CONFERENCE (conference));

  task = g_task_new (self, cancellable, callback, user_data);
  write = g_task_new (self, NULL, restored_cb, task);
  g_task_set_source_tag (task, planner_library_restore_async);
  g_task_set_task_data (task, g_object_ref (conference), g_object_unref);
  id = planner_conference_get_id (conference);
  g_task_set_task_data (write, g_memdup2 (&id, sizeof id), g_free);
  planner_worker_run (planner_library_get_worker (self), write, restore_in_thread);
}

/**
 * planner_library_restore_finish:
 *
 * Returns: whether it succeeded; %PLANNER_STORE_ERROR_NOT_FOUND if the conference was purged meanwhile
 */
gboolean
planner_library_restore_finish (PlannerLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_LIBRARY (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

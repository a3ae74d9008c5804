/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-star-writer.h"

struct _PlannerStarWriter
{
  PlannerWorker *worker; /* owned */
  gboolean is_held;
  GPtrArray *waiting; /* owned: the tasks of changes that wait for planner_star_writer_release() */
};

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (planner_star_change_write (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start (PlannerStarWriter *self, GTask *task)
{
  planner_star_change_prepare (g_task_get_task_data (task));
  planner_worker_run (self->worker, task, write_in_thread);
}

PlannerStarWriter *
planner_star_writer_new (PlannerWorker *worker)
{
  PlannerStarWriter *self = g_new0 (PlannerStarWriter, 1);

  self->worker = planner_worker_ref (worker);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
planner_star_writer_free (PlannerStarWriter *self)
{
  planner_worker_unref (self->worker);
  g_ptr_array_unref (self->waiting);
  g_free (self);
}

void
planner_star_writer_hold (PlannerStarWriter *self)
{
  self->is_held = TRUE;
}

gboolean
planner_star_writer_is_held (PlannerStarWriter *self)
{
  return self->is_held;
}

void
planner_star_writer_release (PlannerStarWriter *self)
{
  g_autoptr (GPtrArray) tasks = g_steal_pointer (&self->waiting);

  self->is_held = FALSE;
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tasks->len; i++)
    start (self, g_ptr_array_index (tasks, i));
}

/**
 * planner_star_writer_write_async:
 * @change: (transfer full): the change to write
 *
 * The writer must live until @callback is called.
 */
void
planner_star_writer_write_async (PlannerStarWriter *self,
                                 PlannerStarChange *change,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, planner_star_writer_write_async);
  g_task_set_task_data (task, change, (GDestroyNotify) planner_star_change_free);
  if (self->is_held)
    g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  else
    start (self, task);
}

/**
 * planner_star_writer_write_finish:
 *
 * Returns: (nullable) (transfer none): the change, which is now durable and lives as long as @result; %NULL with a
 *   %PLANNER_STORE_ERROR
 */
const PlannerStarChange *
planner_star_writer_write_finish (GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);

  return g_task_propagate_boolean (task, error) ? g_task_get_task_data (task) : NULL;
}

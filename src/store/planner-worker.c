/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/planner-worker.h"

struct _PlannerWorker
{
  GThreadPool *pool;
};

/* A job without a task only reports that it was reached. */
typedef struct
{
  GTask *task;
  GTaskThreadFunc func;
  GAsyncQueue *reached; /* borrowed */
} Job;

static gboolean
remove_source_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

/* Releases a task in the thread that created it, because its source object may only be finalized there. */
static void
unref_in_context (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, remove_source_cb, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static void
do_job (gpointer data, gpointer user_data)
{
  Job *job = data;

  if (!job->task)
    {
      g_async_queue_push (job->reached, job);
      return;
    }

  job->func (job->task, g_task_get_source_object (job->task), g_task_get_task_data (job->task),
             g_task_get_cancellable (job->task));
  unref_in_context (job->task);
  g_free (job);
}

PlannerWorker *
planner_worker_new (void)
{
  PlannerWorker *worker = g_atomic_rc_box_new0 (PlannerWorker);

  worker->pool = g_thread_pool_new (do_job, NULL, 1, FALSE, NULL);

  return worker;
}

PlannerWorker *
planner_worker_ref (PlannerWorker *worker)
{
  return g_atomic_rc_box_acquire (worker);
}

static void
worker_clear (PlannerWorker *worker)
{
  g_thread_pool_free (worker->pool, FALSE, FALSE);
}

void
planner_worker_unref (PlannerWorker *worker)
{
  g_atomic_rc_box_release_full (worker, (GDestroyNotify) worker_clear);
}

/**
 * planner_worker_run:
 * @task: the task that @func returns its result to. As with g_task_run_in_thread(), the callback runs in the task's context.
 * @func: runs in the worker's thread, after all earlier tasks
 */
void
planner_worker_run (PlannerWorker *worker, GTask *task, GTaskThreadFunc func)
{
  Job *job;

  g_return_if_fail (worker != NULL && G_IS_TASK (task));

  job = g_new0 (Job, 1);
  job->task = g_object_ref (task);
  job->func = func;
  g_thread_pool_push (worker->pool, job, NULL);
}

/**
 * planner_worker_finish:
 *
 * Waits until all tasks so far are done. Without it, the end of the program would drop them.
 */
void
planner_worker_finish (PlannerWorker *worker)
{
  g_autoptr (GAsyncQueue) reached = g_async_queue_new ();
  Job *job = g_new0 (Job, 1);

  job->reached = reached;
  g_thread_pool_push (worker->pool, job, NULL);
  g_free (g_async_queue_pop (reached));
}

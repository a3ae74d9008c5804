/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "share/planner-star-apply.h"

#include "library/planner-conference-stars.h"

/* The changes that are not yet written, and the first error. */
typedef struct
{
  guint n_waiting;
  GError *error; /* owned, nullable */
} Progress;

static void
progress_free (Progress *progress)
{
  g_clear_error (&progress->error);
  g_free (progress);
}

static void
end_change (GTask *task)
{
  Progress *progress = g_task_get_task_data (task);

  if (--progress->n_waiting > 0)
    return;
  if (progress->error)
    g_task_return_error (task, g_steal_pointer (&progress->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Progress *progress = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!planner_conference_set_starred_finish (PLANNER_CONFERENCE (source), result, &error) &&
      !progress->error)
    progress->error = g_steal_pointer (&error);
  end_change (task);
}

static void
set_starred (GTask *task, GPtrArray *entries, gboolean starred)
{
  for (guint i = 0; i < entries->len; i++)
    planner_conference_set_starred_async (g_task_get_source_object (task), g_ptr_array_index (entries, i),
                                          starred, NULL, changed_cb, g_object_ref (task));
}

/**
 * planner_stars_apply_async:
 * @added: (element-type PlannerEntry): entries of @conference to star
 * @removed: (element-type PlannerEntry): entries of @conference to unstar
 *
 * Adds and removes stars. With @added and @removed exchanged, it undoes that. If some changes fail, the others are made all
 * the same.
 */
void
planner_stars_apply_async (PlannerConference *conference,
                           GPtrArray *added,
                           GPtrArray *removed,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Progress *progress;

  g_return_if_fail (PLANNER_IS_CONFERENCE (conference) && added != NULL && removed != NULL);

  task = g_task_new (conference, NULL, callback, user_data);
  progress = g_new0 (Progress, 1);
  progress->n_waiting = 1 + added->len + removed->len;
  g_task_set_source_tag (task, planner_stars_apply_async);
  g_task_set_task_data (task, progress, (GDestroyNotify) progress_free);
  g_debug ("Adding %u stars and removing %u", added->len, removed->len);
  set_starred (task, added, TRUE);
  set_starred (task, removed, FALSE);
  end_change (task);
}

/**
 * planner_stars_apply_finish:
 *
 * Returns: whether all changes are durable
 */
gboolean
planner_stars_apply_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

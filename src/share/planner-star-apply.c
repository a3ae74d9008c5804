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

/* Takes @error. */
static void
take_result (GTask *task, GError *error)
{
  Progress *progress = g_task_get_task_data (task);

  if (!progress->error)
    progress->error = g_steal_pointer (&error);
  g_clear_error (&error);
  end_change (task);
}

static void
starred_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  planner_conference_set_starred_finish (PLANNER_CONFERENCE (source), result, &error);
  take_result (task, error);
}

static void
plan_b_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  planner_conference_set_plan_b_finish (PLANNER_CONFERENCE (source), result, &error);
  take_result (task, error);
}

static void
add (GTask *task, GPtrArray *entries, GHashTable *plan_b)
{
  PlannerConference *conference = g_task_get_source_object (task);

  for (guint i = 0; i < entries->len; i++)
    if (plan_b && g_hash_table_contains (plan_b, g_ptr_array_index (entries, i)))
      planner_conference_set_plan_b_async (conference, g_ptr_array_index (entries, i), TRUE, NULL, plan_b_cb,
                                           g_object_ref (task));
    else
      planner_conference_set_starred_async (conference, g_ptr_array_index (entries, i), TRUE, NULL,
                                            starred_cb, g_object_ref (task));
}

static void
remove_stars (GTask *task, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    planner_conference_set_starred_async (g_task_get_source_object (task), g_ptr_array_index (entries, i),
                                          FALSE, NULL, starred_cb, g_object_ref (task));
}

/**
 * planner_stars_apply_async:
 * @added: (element-type PlannerEntry): entries of @conference to star
 * @removed: (element-type PlannerEntry): entries of @conference to unstar
 * @plan_b: (nullable) (element-type PlannerEntry): a set of those of @added that become plan B; the attendee goes to the others
 *
 * Adds and removes stars. With @added and @removed exchanged, it undoes that. If some changes fail, the others are made all
 * the same.
 */
void
planner_stars_apply_async (PlannerConference *conference,
                           GPtrArray *added,
                           GPtrArray *removed,
                           GHashTable *plan_b,
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
  add (task, added, plan_b);
  remove_stars (task, removed);
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

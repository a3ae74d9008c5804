/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-library-reload.h"

#include "library/planner-conference-edition.h"
#include "library/planner-conference-refresh.h"
#include "library/planner-reload.h"

static void start_reload (PlannerLibrary *self, GTask *task);

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (planner_reload_read (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static PlannerConference *
find_of_edition (PlannerLibrary *self, const PlannerEdition *edition)
{
  return planner_library_find (self, edition->record->id);
}

static void
drop (PlannerLibrary *self, PlannerConference *conference)
{
  planner_conference_cancel_refresh (conference);
  planner_library_take_out (self, conference);
}

/* Returns: %FALSE if a conference must be read again */
static gboolean
apply_reload (PlannerLibrary *self, PlannerReload *reload)
{
  gboolean is_complete = TRUE;

  for (guint i = 0; i < reload->removed->len; i++)
    {
      PlannerConference *conference = find_of_edition (self, g_ptr_array_index (reload->removed, i));

      if (conference)
        drop (self, conference);
    }
  for (guint i = 0; i < reload->changed->len; i++)
    {
      const PlannerEdition *edition = g_ptr_array_index (reload->changed, i);
      PlannerConference *conference = find_of_edition (self, edition);

      if (conference)
        is_complete &= planner_conference_take_edition (conference, edition);
    }
  for (guint i = 0; i < reload->added->len; i++)
    {
      const PlannerStoredConference *stored = g_ptr_array_index (reload->added, i);

      if (!planner_library_find (self, stored->record->id))
        planner_library_append (self, stored);
    }

  return is_complete;
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerLibrary *self = PLANNER_LIBRARY (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (planner_library_is_disposed (self) || apply_reload (self, g_task_get_task_data (G_TASK (result))))
    g_task_return_boolean (task, TRUE);
  else
    start_reload (self, g_steal_pointer (&task));
}

static void
start_reload (PlannerLibrary *self, GTask *task)
{
  g_autoptr (GTask) read = g_task_new (self, NULL, reloaded_cb, task);
  PlannerReload *reload = planner_reload_new (planner_library_get_store (self));

  g_debug ("Reading what other processes have written");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (self), i);

      g_ptr_array_add (reload->known, planner_conference_make_edition (conference));
    }
  g_task_set_task_data (read, reload, (GDestroyNotify) planner_reload_free);
  planner_worker_run (planner_library_get_worker (self), read, read_in_thread);
}

/**
 * planner_library_reload_async:
 *
 * Takes over what other processes have written: new, removed and changed conferences, stars, lead times and changes. What has
 * not changed is not touched.
 */
void
planner_library_reload_async (PlannerLibrary *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;

  g_return_if_fail (PLANNER_IS_LIBRARY (self) && planner_library_get_store (self) != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, planner_library_reload_async);
  start_reload (self, task);
}

/**
 * planner_library_reload_finish:
 *
 * Returns: whether it succeeded; errors are of %PLANNER_STORE_ERROR
 */
gboolean
planner_library_reload_finish (PlannerLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_LIBRARY (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

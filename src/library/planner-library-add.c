/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-library-add.h"

#include "discovery/planner-address.h"

typedef struct
{
  PlannerStore *store;
  PlannerStoredConference *stored;
} Addition;

static void
addition_free (Addition *addition)
{
  g_clear_object (&addition->store);
  g_clear_pointer (&addition->stored, planner_stored_conference_free);
  g_free (addition);
}

static void
add_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Addition *addition = data;
  GError *error = NULL;

  if (planner_store_add_conference (addition->store, addition->stored->record, addition->stored->agenda,
                                    &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerLibrary *self = PLANNER_LIBRARY (source);
  g_autoptr (GTask) task = user_data;
  Addition *addition = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_pointer (task, g_object_ref (planner_library_append (self, addition->stored)),
                           g_object_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
has_address (PlannerLibrary *self, const char *address)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (g_str_equal (planner_conference_get_address (conference), address))
        return TRUE;
    }

  return FALSE;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (PlannerFound) found = planner_discovery_find_finish (result, &error);

  if (!found)
    g_task_return_error (task, error);
  else if (has_address (g_task_get_source_object (task), found->address))
    g_task_return_new_error_literal (task, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_EXISTS,
                                     "There is a conference with this address already.");
  else
    g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) planner_found_free);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  PlannerFound *found = planner_discovery_find_finish (result, &error);

  if (found)
    g_task_return_pointer (task, found, (GDestroyNotify) planner_found_free);
  else
    g_task_return_error (task, error);
}

static PlannerConferenceRecord *
make_record (const PlannerFound *found, gint64 now_utc)
{
  PlannerConferenceRecord *record = g_new0 (PlannerConferenceRecord, 1);

  record->address = g_strdup (found->address);
  record->default_zone = g_strdup (found->default_zone);
  record->title = g_strdup (found->agenda->title.shown);
  record->own_title = g_strdup (found->own_title);
  record->etag = g_strdup (found->etag);
  record->last_modified = g_strdup (found->last_modified);
  record->updated_utc = now_utc;

  return record;
}

static void
add_found (PlannerLibrary *self, GTask *task, const PlannerFound *found)
{
  g_autoptr (GTask) write = g_task_new (self, NULL, added_cb, g_object_ref (task));
  Addition *addition = g_new0 (Addition, 1);

  addition->store = g_object_ref (planner_library_get_store (self));
  addition->stored =
      planner_stored_conference_new (make_record (found, planner_time_source_get_now_utc (
                                                             planner_library_get_time_source (self))),
                                     planner_agenda_ref (found->agenda));
  g_task_set_task_data (task, addition, (GDestroyNotify) addition_free);
  g_task_set_task_data (write, addition, NULL);
  planner_worker_run (planner_library_get_worker (self), write, add_in_thread);
}

/**
 * planner_library_find_schedule_async:
 * @address: an address for planner_address_complete()
 * @default_zone: (nullable): the IANA time zone for schedules without one
 * @progress: (nullable): called before each address that is fetched
 *
 * Finds and reads the schedule of a conference, without adding it; see planner_discovery_find_async(). There may be a
 * directory of conferences in its place.
 */
void
planner_library_find_schedule_async (PlannerLibrary *self,
                                     const char *address,
                                     const char *default_zone,
                                     PlannerDiscoveryFunc progress,
                                     gpointer progress_data,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;
  g_autofree char *completed = NULL;
  PlannerDiscoveryRequest request = {
    .default_zone = default_zone,
    .may_be_directory = TRUE,
    .progress = progress,
    .progress_data = progress_data,
  };

  g_return_if_fail (PLANNER_IS_LIBRARY (self) && address != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  completed = planner_address_complete (address, NULL);
  request.address = completed;
  request.is_webcal = planner_address_is_webcal (address);
  g_task_set_source_tag (task, planner_library_find_schedule_async);
  planner_discovery_find_async (planner_library_get_fetcher (self), &request, cancellable, found_cb, task);
}

/**
 * planner_library_find_schedule_finish:
 *
 * Returns: (nullable) (transfer full): the schedule or the directory; errors are those of planner_discovery_find_finish(), and
 *   %PLANNER_STORE_ERROR_EXISTS if the library has a conference with its address
 */
PlannerFound *
planner_library_find_schedule_finish (PlannerLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_LIBRARY (self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * planner_library_check_async:
 *
 * Fetches and reads the schedule of a conference for its report. The conference and the store do not change.
 */
void
planner_library_check_async (PlannerLibrary *self,
                             PlannerConference *conference,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;
  PlannerDiscoveryRequest request = { .may_be_empty = TRUE };

  g_return_if_fail (PLANNER_IS_LIBRARY (self) && PLANNER_IS_CONFERENCE (conference));

  task = g_task_new (self, cancellable, callback, user_data);
  request.address = planner_conference_get_address (conference);
  g_task_set_source_tag (task, planner_library_check_async);
  planner_discovery_find_async (planner_library_get_fetcher (self), &request, cancellable, checked_cb, task);
}

/**
 * planner_library_check_finish:
 *
 * Returns: (nullable) (transfer full): the schedule and its report; errors are those of planner_discovery_find_finish()
 */
PlannerFound *
planner_library_check_finish (PlannerLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_LIBRARY (self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * planner_library_add_found_async:
 * @found: a schedule; it may be freed before @callback is called
 *
 * Adds the conference of a schedule. Fails if @found is a directory.
 */
void
planner_library_add_found_async (PlannerLibrary *self,
                                 const PlannerFound *found,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PLANNER_IS_LIBRARY (self) && found != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, planner_library_add_found_async);
  if (found->directory)
    g_task_return_new_error_literal (task, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_DIRECTORY,
                                     "This is a list of conferences, not a schedule.");
  else
    add_found (self, task, found);
}

/**
 * planner_library_add_found_finish:
 *
 * Returns: (nullable) (transfer full): the new conference; the error is %PLANNER_FEED_ERROR_DIRECTORY or of
 *   %PLANNER_STORE_ERROR
 */
PlannerConference *
planner_library_add_found_finish (PlannerLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_LIBRARY (self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-library.h"

#include "discovery/planner-address.h"
#include "library/planner-reload.h"
#include "library/planner-stored-conference.h"

struct _PlannerLibrary
{
  GObject parent_instance;

  char *store_path;               /* owned */
  PlannerStore *store;            /* owned, nullable until loaded */
  PlannerWorker *worker;          /* owned */
  PlannerFetcher *fetcher;        /* owned */
  PlannerTimeSource *time_source; /* owned */
  PlannerClashes *clashes;        /* owned */
  GListStore *conferences;        /* owned */
};

static void list_model_iface_init (GListModelInterface *iface);
static void start_reload (PlannerLibrary *self, GTask *task);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlannerLibrary,
                               planner_library,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

typedef struct
{
  char *store_path;
  gint64 now_utc;
  PlannerStore *store;
  GPtrArray *stored;
} Load;

typedef struct
{
  PlannerStore *store;
  PlannerStoredConference *stored;
} Addition;

static void
load_free (Load *load)
{
  g_free (load->store_path);
  g_clear_object (&load->store);
  g_clear_pointer (&load->stored, g_ptr_array_unref);
  g_free (load);
}

static void
addition_free (Addition *addition)
{
  g_clear_object (&addition->store);
  g_clear_pointer (&addition->stored, planner_stored_conference_free);
  g_free (addition);
}

static gboolean
load (Load *self, GError **error)
{
  self->store = planner_store_open (self->store_path, error);
  if (self->store)
    self->stored = planner_stored_conferences_load (self->store, self->now_utc, error);

  return self->stored != NULL;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (load (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const gint64 first = planner_conference_get_id ((PlannerConference *) a),
               second = planner_conference_get_id ((PlannerConference *) b);

  return (first > second) - (first < second);
}

static void
insert (PlannerLibrary *self, PlannerConference *conference)
{
  planner_conference_set_clashes (conference, self->clashes);
  g_list_store_insert_sorted (self->conferences, conference, compare_ids, NULL);
}

static void
take_out (PlannerLibrary *self, PlannerConference *conference)
{
  guint position;

  planner_conference_set_clashes (conference, NULL);
  if (g_list_store_find (self->conferences, conference, &position))
    g_list_store_remove (self->conferences, position);
}

static PlannerConference *
append (PlannerLibrary *self, const PlannerStoredConference *stored)
{
  g_autoptr (PlannerConference) conference =
      planner_conference_new (self->store, self->worker, self->fetcher, self->time_source, stored);

  insert (self, conference);

  return conference;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerLibrary *self = PLANNER_LIBRARY (source);
  g_autoptr (GTask) task = user_data;
  Load *data = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_debug ("Loaded %u conferences from “%s”", data->stored->len, data->store_path);
  g_set_object (&self->store, data->store);
  for (guint i = 0; i < data->stored->len; i++)
    append (self, g_ptr_array_index (data->stored, i));
  g_task_return_boolean (task, TRUE);
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
    g_task_return_pointer (task, g_object_ref (append (self, addition->stored)), g_object_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
has_address (PlannerLibrary *self, const char *address)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->conferences)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (self->conferences), i);

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

  addition->store = g_object_ref (self->store);
  addition->stored =
      planner_stored_conference_new (make_record (found, planner_time_source_get_now_utc (self->time_source)),
                                     planner_agenda_ref (found->agenda));
  g_task_set_task_data (task, addition, (GDestroyNotify) addition_free);
  g_task_set_task_data (write, addition, NULL);
  planner_worker_run (self->worker, write, add_in_thread);
}

static void
found_to_add_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerLibrary *self = PLANNER_LIBRARY (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (PlannerFound) found = planner_library_find_schedule_finish (self, result, &error);

  if (found && found->directory)
    g_task_return_new_error_literal (task, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_DIRECTORY,
                                     "This is a list of conferences, not a schedule.");
  else if (found)
    add_found (self, task, found);
  else
    g_task_return_error (task, error);
}

static void
remove_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlannerLibrary *self = source;
  const gint64 *id = data;
  GError *error = NULL;

  if (planner_store_remove_conference (self->store, *id, &error))
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

  take_out (self, g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlannerLibrary *self = source;
  const gint64 *id = data;
  GError *error = NULL;

  if (planner_store_restore_conference (self->store, *id, &error))
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
    insert (self, conference);
  g_task_return_boolean (task, TRUE);
}

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
  take_out (self, conference);
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
        append (self, stored);
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
  else if (!self->conferences || apply_reload (self, g_task_get_task_data (G_TASK (result))))
    g_task_return_boolean (task, TRUE);
  else
    start_reload (self, g_steal_pointer (&task));
}

static void
start_reload (PlannerLibrary *self, GTask *task)
{
  g_autoptr (GTask) read = g_task_new (self, NULL, reloaded_cb, task);
  PlannerReload *reload = planner_reload_new (self->store);

  g_debug ("Reading what other processes have written");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->conferences)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (self->conferences), i);

      g_ptr_array_add (reload->known, planner_conference_make_edition (conference));
    }
  g_task_set_task_data (read, reload, (GDestroyNotify) planner_reload_free);
  planner_worker_run (self->worker, read, read_in_thread);
}

static GType
planner_library_get_item_type (GListModel *model)
{
  return PLANNER_TYPE_CONFERENCE;
}

static guint
planner_library_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (PLANNER_LIBRARY (model)->conferences));
}

static gpointer
planner_library_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (PLANNER_LIBRARY (model)->conferences), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = planner_library_get_item_type;
  iface->get_n_items = planner_library_get_n_items;
  iface->get_item = planner_library_get_item;
}

static void
planner_library_dispose (GObject *object)
{
  PlannerLibrary *self = PLANNER_LIBRARY (object);

  for (guint i = 0; self->conferences && i < planner_library_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (PlannerConference) conference = planner_library_get_item (G_LIST_MODEL (self), i);

      planner_conference_cancel_refresh (conference);
    }
  g_clear_object (&self->conferences);
  planner_worker_finish (self->worker);

  G_OBJECT_CLASS (planner_library_parent_class)->dispose (object);
}

static void
planner_library_finalize (GObject *object)
{
  PlannerLibrary *self = PLANNER_LIBRARY (object);

  g_clear_pointer (&self->clashes, planner_clashes_unref);
  g_clear_pointer (&self->worker, planner_worker_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->fetcher);
  g_clear_object (&self->time_source);
  g_free (self->store_path);

  G_OBJECT_CLASS (planner_library_parent_class)->finalize (object);
}

static void
planner_library_class_init (PlannerLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = planner_library_dispose;
  object_class->finalize = planner_library_finalize;
}

static void
planner_library_init (PlannerLibrary *self)
{
  self->worker = planner_worker_new ();
  self->time_source = planner_time_source_new ();
  self->clashes = planner_clashes_new ();
  self->conferences = g_list_store_new (PLANNER_TYPE_CONFERENCE);
  g_signal_connect_object (self->conferences, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * planner_library_new:
 * @store_path: the path of the store; it is created if it does not exist
 * @fetcher: fetches schedules
 *
 * Returns: (transfer full): an empty library
 */
PlannerLibrary *
planner_library_new (const char *store_path, PlannerFetcher *fetcher)
{
  PlannerLibrary *self = g_object_new (PLANNER_TYPE_LIBRARY, NULL);

  self->store_path = g_strdup (store_path);
  self->fetcher = g_object_ref (fetcher);

  return self;
}

/**
 * planner_library_get_time_source:
 *
 * Returns: (transfer none): the current time for the library and its conferences
 */
PlannerTimeSource *
planner_library_get_time_source (PlannerLibrary *self)
{
  g_return_val_if_fail (PLANNER_IS_LIBRARY (self), NULL);

  return self->time_source;
}

/**
 * planner_library_load_async:
 *
 * Opens the store and loads its conferences. At the first start this adds the bundled conference. To be called once.
 */
void
planner_library_load_async (PlannerLibrary *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) read = NULL;
  Load *data;

  g_return_if_fail (PLANNER_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  read = g_task_new (self, NULL, loaded_cb, task);
  data = g_new0 (Load, 1);
  g_task_set_source_tag (task, planner_library_load_async);
  data->store_path = g_strdup (self->store_path);
  data->now_utc = planner_time_source_get_now_utc (self->time_source);
  g_task_set_task_data (read, data, (GDestroyNotify) load_free);
  planner_worker_run (self->worker, read, load_in_thread);
}

/**
 * planner_library_load_finish:
 *
 * Returns: whether it succeeded; errors are of %PLANNER_STORE_ERROR
 */
gboolean
planner_library_load_finish (PlannerLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_LIBRARY (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * planner_library_get_store:
 *
 * Returns: (nullable) (transfer none): the store; %NULL before the library is loaded
 */
PlannerStore *
planner_library_get_store (PlannerLibrary *self)
{
  g_return_val_if_fail (PLANNER_IS_LIBRARY (self), NULL);

  return self->store;
}

/**
 * planner_library_get_worker:
 *
 * Returns: (transfer none): the thread for all work with the store
 */
PlannerWorker *
planner_library_get_worker (PlannerLibrary *self)
{
  g_return_val_if_fail (PLANNER_IS_LIBRARY (self), NULL);

  return self->worker;
}

/**
 * planner_library_find:
 * @id: the store's number of a conference
 *
 * Returns: (nullable) (transfer none): the conference
 */
PlannerConference *
planner_library_find (PlannerLibrary *self, gint64 id)
{
  g_return_val_if_fail (PLANNER_IS_LIBRARY (self), NULL);

  for (guint i = 0; i < planner_library_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (PlannerConference) conference = planner_library_get_item (G_LIST_MODEL (self), i);

      if (planner_conference_get_id (conference) == id)
        return conference;
    }

  return NULL;
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
  planner_discovery_find_async (self->fetcher, &request, cancellable, found_cb, task);
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
  planner_discovery_find_async (self->fetcher, &request, cancellable, checked_cb, task);
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
 * @found: a schedule, not a directory; it may be freed before @callback is called
 *
 * Adds the conference of a schedule. Finish with planner_library_add_finish().
 */
void
planner_library_add_found_async (PlannerLibrary *self,
                                 const PlannerFound *found,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PLANNER_IS_LIBRARY (self) && found != NULL && found->agenda != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, planner_library_add_found_async);
  add_found (self, task, found);
}

/**
 * planner_library_add_async:
 * @address: an address for planner_address_complete()
 * @default_zone: (nullable): the IANA time zone for schedules without one
 *
 * Finds and reads a schedule, and adds its conference.
 */
void
planner_library_add_async (PlannerLibrary *self,
                           const char *address,
                           const char *default_zone,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (PLANNER_IS_LIBRARY (self) && address != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, planner_library_add_async);
  planner_library_find_schedule_async (self, address, default_zone, NULL, NULL, cancellable, found_to_add_cb,
                                       task);
}

/**
 * planner_library_add_finish:
 *
 * Returns: (nullable) (transfer full): the new conference; errors are of %PLANNER_FETCH_ERROR, %PLANNER_FEED_ERROR,
 *   %PLANNER_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 */
PlannerConference *
planner_library_add_finish (PlannerLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_LIBRARY (self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
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

  g_return_if_fail (PLANNER_IS_LIBRARY (self) && self->store != NULL);

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

/**
 * planner_library_find_copy:
 * @agenda: the agenda of a schedule that is not in the library
 *
 * Returns: (nullable) (transfer none): a conference with the same guids, which has another address; see
 *   planner_agenda_is_same_conference()
 */
PlannerConference *
planner_library_find_copy (PlannerLibrary *self, const PlannerAgenda *agenda)
{
  g_return_val_if_fail (PLANNER_IS_LIBRARY (self) && agenda != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->conferences)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (self->conferences), i);

      if (planner_agenda_is_same_conference (planner_conference_get_agenda (conference), agenda))
        return conference;
    }

  return NULL;
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
  planner_worker_run (self->worker, write, remove_in_thread);
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
  planner_worker_run (self->worker, write, restore_in_thread);
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

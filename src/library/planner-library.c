/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-library.h"

#include "library/planner-bundled-edition.h"
#include "library/planner-conference-clashes.h"
#include "library/planner-conference-refresh.h"
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
  GListStore *conferences;        /* owned, nullable after disposal */
};

static void list_model_iface_init (GListModelInterface *iface);

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

static void
load_free (Load *load)
{
  g_free (load->store_path);
  g_clear_object (&load->store);
  g_clear_pointer (&load->stored, g_ptr_array_unref);
  g_free (load);
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
    planner_library_append (self, g_ptr_array_index (data->stored, i));
  g_task_return_boolean (task, TRUE);
}

static GType
planner_library_get_item_type (GListModel *model)
{
  return PLANNER_TYPE_CONFERENCE;
}

static guint
planner_library_get_n_items (GListModel *model)
{
  PlannerLibrary *self = PLANNER_LIBRARY (model);

  return self->conferences ? g_list_model_get_n_items (G_LIST_MODEL (self->conferences)) : 0;
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

  for (guint i = 0; i < planner_library_get_n_items (G_LIST_MODEL (self)); i++)
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

  planner_bundled_edition_init ();
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
 * planner_library_get_fetcher:
 *
 * Returns: (transfer none): fetches schedules
 */
PlannerFetcher *
planner_library_get_fetcher (PlannerLibrary *self)
{
  return self->fetcher;
}

/**
 * planner_library_is_disposed:
 *
 * Returns: whether the library takes no more conferences
 */
gboolean
planner_library_is_disposed (PlannerLibrary *self)
{
  return self->conferences == NULL;
}

/**
 * planner_library_insert:
 * @conference: a conference that is in the store and not in the library
 */
void
planner_library_insert (PlannerLibrary *self, PlannerConference *conference)
{
  planner_conference_set_clashes (conference, self->clashes);
  g_list_store_insert_sorted (self->conferences, conference, compare_ids, NULL);
}

/**
 * planner_library_append:
 * @stored: a conference that is in the store and not in the library
 *
 * Returns: (transfer none): the new conference of the library
 */
PlannerConference *
planner_library_append (PlannerLibrary *self, const PlannerStoredConference *stored)
{
  g_autoptr (PlannerConference) conference =
      planner_conference_new (self->store, self->worker, self->fetcher, self->time_source, stored);

  planner_library_insert (self, conference);

  return conference;
}

/**
 * planner_library_take_out:
 * @conference: a conference that is removed from the store
 */
void
planner_library_take_out (PlannerLibrary *self, PlannerConference *conference)
{
  guint position;

  planner_conference_set_clashes (conference, NULL);
  if (g_list_store_find (self->conferences, conference, &position))
    g_list_store_remove (self->conferences, position);
}

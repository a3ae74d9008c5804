/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "shell/planner-shell-agendas.h"

#include "model/planner-memory.h"
#include "plan/planner-quick-search.h"
#include "store/planner-store-editions.h"
#include "store/planner-store-stars.h"

struct _PlannerShellAgendas
{
  GObject parent_instance;

  PlannerTimeSource *time; /* owned */
  PlannerLibrary *library; /* owned, nullable: only in the window program */
  PlannerStore *store;     /* owned, nullable */
  PlannerWorker *worker;   /* owned, nullable */
  gboolean opened;         /* whether a store or a library was set, or could not be opened */
  gboolean loading;
  gboolean stale;     /* whether the database changed while it was read */
  GPtrArray *loaded;  /* owned, nullable: of #PlannerSearched */
  GPtrArray *waiting; /* owned: the #GTask of each request */
  guint release;      /* the timeout that frees the agendas; 0 for none */
  gboolean in_use;
};

G_DEFINE_FINAL_TYPE (PlannerShellAgendas, planner_shell_agendas, G_TYPE_OBJECT)

typedef enum
{
  PROP_IN_USE = 1,
} PlannerShellAgendasProperty;

static GParamSpec *properties[PROP_IN_USE + 1];

/* An attendee who types, looks at the results and types again needs less. */
#define RELEASE_S 10

typedef struct
{
  PlannerStore *store;
  gint64 now_utc;
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->store);
  g_free (load);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) planner_searched_free);
}

static void
set_in_use (PlannerShellAgendas *self, gboolean in_use)
{
  if (self->in_use == in_use)
    return;

  self->in_use = in_use;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IN_USE]);
}

static void
release_cb (gpointer data)
{
  PlannerShellAgendas *self = data;

  self->release = 0;
  g_debug ("Freeing the agendas, because no search followed");
  g_clear_pointer (&self->loaded, g_ptr_array_unref);
  if (self->store)
    planner_store_release_memory (self->store);
  planner_memory_trim ();
  set_in_use (self, FALSE);
}

static void
answer (PlannerShellAgendas *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_clear_handle_id (&self->release, g_source_remove);
  self->release = g_timeout_add_seconds_once (RELEASE_S, release_cb, self);
  for (guint i = 0; i < waiting->len; i++)
    g_task_return_pointer (g_ptr_array_index (waiting, i), g_ptr_array_ref (self->loaded),
                           (GDestroyNotify) g_ptr_array_unref);
}

/* An agenda of a version of the planner that this one cannot read is not searched. */
static PlannerSearched *
load_conference (PlannerStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerAgenda) agenda =
      planner_store_load_agenda_for_search (store, id, g_get_language_names (), &error);
  g_autoptr (GPtrArray) stars = agenda ? planner_store_list_stars (store, id, &error) : NULL;
  PlannerSearched *searched;

  if (!stars)
    {
      g_info ("Cannot load conference %" G_GINT64_FORMAT " for a search: %s", id, error->message);
      return NULL;
    }

  searched = planner_searched_new (id, agenda);
  for (guint i = 0; i < stars->len; i++)
    {
      const PlannerStar *star = g_ptr_array_index (stars, i);

      g_hash_table_add (searched->starred, g_strdup (star->identity->key));
    }

  return searched;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Load *load = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) records = planner_store_list_conferences (load->store, &error);
  GPtrArray *loaded;

  if (!records)
    {
      g_task_return_error (task, error);
      return;
    }

  loaded = new_list ();
  for (guint i = 0; i < records->len; i++)
    {
      const PlannerConferenceRecord *record = g_ptr_array_index (records, i);
      PlannerSearched *searched = planner_quick_search_covers (record->last_utc, load->now_utc)
                                      ? load_conference (load->store, record->id)
                                      : NULL;

      if (searched)
        g_ptr_array_add (loaded, searched);
    }
  g_task_return_pointer (task, loaded, (GDestroyNotify) g_ptr_array_unref);
}

static void start_loading (PlannerShellAgendas *self);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PlannerShellAgendas *self = PLANNER_SHELL_AGENDAS (source);
  g_autoptr (GError) error = NULL;

  self->loading = FALSE;
  self->loaded = g_task_propagate_pointer (G_TASK (result), &error);
  if (!self->loaded)
    {
      g_warning ("Cannot read the conferences for a search: %s", error->message);
      self->loaded = new_list ();
    }
  if (self->stale)
    start_loading (self);
  else
    answer (self);
}

static void
start_loading (PlannerShellAgendas *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, loaded_cb, NULL);
  Load *load = g_new (Load, 1);

  g_debug ("Loading the agendas of the current conferences for a search");
  g_clear_pointer (&self->loaded, g_ptr_array_unref);
  self->loading = TRUE;
  self->stale = FALSE;
  *load = (Load) { g_object_ref (self->store), planner_time_source_get_now_utc (self->time) };
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  planner_worker_run (self->worker, task, load_in_thread);
}

static PlannerSearched *
make_searched (PlannerConference *conference)
{
  GListModel *starred = planner_conference_get_starred (conference);
  PlannerSearched *searched = planner_searched_new (planner_conference_get_id (conference),
                                                    planner_conference_get_agenda (conference));

  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (starred, i);

      g_hash_table_add (searched->starred, g_strdup (planner_entry_get_key (entry)));
    }

  return searched;
}

static GPtrArray *
list_library (PlannerShellAgendas *self)
{
  const gint64 now_utc = planner_time_source_get_now_utc (self->time);
  GPtrArray *list = new_list ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (self->library), i);
      gint64 first_utc, last_utc;

      planner_agenda_find_span (planner_conference_get_agenda (conference), &first_utc, &last_utc);
      if (planner_quick_search_covers (last_utc, now_utc))
        g_ptr_array_add (list, make_searched (conference));
    }

  return list;
}

/* Answers the requests as soon as there is something to answer from. */
static void
go_on (PlannerShellAgendas *self)
{
  if (self->waiting->len == 0 || self->loading || !self->opened)
    return;

  if (self->library || !self->store)
    {
      g_clear_pointer (&self->loaded, g_ptr_array_unref);
      self->loaded = self->library ? list_library (self) : new_list ();
    }
  if (self->loaded)
    answer (self);
  else
    start_loading (self);
}

static void
planner_shell_agendas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((PlannerShellAgendasProperty) id)
    {
    case PROP_IN_USE:
      g_value_set_boolean (value, PLANNER_SHELL_AGENDAS (object)->in_use);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_shell_agendas_finalize (GObject *object)
{
  PlannerShellAgendas *self = PLANNER_SHELL_AGENDAS (object);

  g_clear_handle_id (&self->release, g_source_remove);
  g_clear_pointer (&self->loaded, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_object (&self->library);
  g_clear_object (&self->store);
  g_clear_pointer (&self->worker, planner_worker_unref);
  g_clear_object (&self->time);

  G_OBJECT_CLASS (planner_shell_agendas_parent_class)->finalize (object);
}

static void
planner_shell_agendas_class_init (PlannerShellAgendasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = planner_shell_agendas_get_property;
  object_class->finalize = planner_shell_agendas_finalize;

  properties[PROP_IN_USE] =
      g_param_spec_boolean ("in-use", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_shell_agendas_init (PlannerShellAgendas *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * planner_shell_agendas_new:
 * @time_source: the current time
 *
 * Returns: (transfer full): agendas that wait for planner_shell_agendas_set_library() or planner_shell_agendas_set_store()
 */
PlannerShellAgendas *
planner_shell_agendas_new (PlannerTimeSource *time_source)
{
  PlannerShellAgendas *self;

  g_return_val_if_fail (PLANNER_IS_TIME_SOURCE (time_source), NULL);

  self = g_object_new (PLANNER_TYPE_SHELL_AGENDAS, NULL);
  self->time = g_object_ref (time_source);

  return self;
}

/**
 * planner_shell_agendas_set_library:
 * @library: a library that has loaded, or failed to
 *
 * Uses the agendas and stars of @library.
 */
void
planner_shell_agendas_set_library (PlannerShellAgendas *self, PlannerLibrary *library)
{
  g_return_if_fail (PLANNER_IS_SHELL_AGENDAS (self) && PLANNER_IS_LIBRARY (library));

  g_set_object (&self->library, library);
  self->opened = TRUE;
  go_on (self);
}

/**
 * planner_shell_agendas_set_store:
 * @store: (nullable): the open store; %NULL if it cannot be opened, so that nothing is found
 * @worker: the thread that reads @store
 *
 * Loads agendas and stars from @store when they are needed.
 */
void
planner_shell_agendas_set_store (PlannerShellAgendas *self, PlannerStore *store, PlannerWorker *worker)
{
  g_return_if_fail (PLANNER_IS_SHELL_AGENDAS (self) && worker != NULL);

  g_set_object (&self->store, store);
  g_clear_pointer (&self->worker, planner_worker_unref);
  self->worker = planner_worker_ref (worker);
  self->opened = TRUE;
  go_on (self);
}

/**
 * planner_shell_agendas_reload:
 *
 * Loads agendas again before the next answer. Call it after the database has changed.
 */
void
planner_shell_agendas_reload (PlannerShellAgendas *self)
{
  g_return_if_fail (PLANNER_IS_SHELL_AGENDAS (self));

  self->stale = self->loading;
  g_clear_pointer (&self->loaded, g_ptr_array_unref);
}

/**
 * planner_shell_agendas_is_in_use:
 *
 * Returns: whether a search waits for agendas, or agendas are in memory for the next search
 */
gboolean
planner_shell_agendas_is_in_use (PlannerShellAgendas *self)
{
  g_return_val_if_fail (PLANNER_IS_SHELL_AGENDAS (self), FALSE);

  return self->in_use;
}

/**
 * planner_shell_agendas_get_async:
 *
 * Gets the agendas of the current conferences; see planner_quick_search_covers().
 */
void
planner_shell_agendas_get_async (PlannerShellAgendas *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (PLANNER_IS_SHELL_AGENDAS (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, planner_shell_agendas_get_async);
  g_ptr_array_add (self->waiting, task);
  set_in_use (self, TRUE);
  go_on (self);
}

/**
 * planner_shell_agendas_get_finish:
 *
 * Returns: (transfer full) (element-type PlannerSearched): the conferences; none if they cannot be read
 */
GPtrArray *
planner_shell_agendas_get_finish (PlannerShellAgendas *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_SHELL_AGENDAS (self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-view-state.h"

#define SHOW_TIMETABLE_KEY "show-timetable"

struct _PlannerViewState
{
  GObject parent_instance;

  PlannerStore *store;   /* owned */
  PlannerWorker *worker; /* owned */
  gint64 conference_id;
  GVariantDict *values; /* owned */
};

G_DEFINE_FINAL_TYPE (PlannerViewState, planner_view_state, G_TYPE_OBJECT)

typedef enum
{
  PROP_SHOW_TIMETABLE = 1,
} PlannerViewStateProperty;

static GParamSpec *properties[PROP_SHOW_TIMETABLE + 1];

/* The data for the thread that writes to the store. */
typedef struct
{
  PlannerStore *store; /* owned */
  gint64 conference_id;
  char *key;       /* owned */
  GVariant *value; /* owned */
} Write;

static void
write_free (Write *write)
{
  g_object_unref (write->store);
  g_free (write->key);
  g_variant_unref (write->value);
  g_free (write);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Write *write = data;
  g_autoptr (GError) error = NULL;

  if (!planner_store_set_view_state (write->store, write->conference_id, write->key, write->value, &error))
    g_warning ("Storing “%s” of conference %" G_GINT64_FORMAT " failed: %s", write->key, write->conference_id,
               error->message);
  g_task_return_boolean (task, error == NULL);
}

static void
planner_view_state_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((PlannerViewStateProperty) id)
    {
    case PROP_SHOW_TIMETABLE:
      g_value_set_boolean (value, planner_view_state_get_show_timetable (PLANNER_VIEW_STATE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_view_state_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((PlannerViewStateProperty) id)
    {
    case PROP_SHOW_TIMETABLE:
      planner_view_state_set_show_timetable (PLANNER_VIEW_STATE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_view_state_finalize (GObject *object)
{
  PlannerViewState *self = PLANNER_VIEW_STATE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->worker, planner_worker_unref);
  g_clear_pointer (&self->values, g_variant_dict_unref);

  G_OBJECT_CLASS (planner_view_state_parent_class)->finalize (object);
}

static void
planner_view_state_class_init (PlannerViewStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = planner_view_state_get_property;
  object_class->set_property = planner_view_state_set_property;
  object_class->finalize = planner_view_state_finalize;

  properties[PROP_SHOW_TIMETABLE] =
      g_param_spec_boolean ("show-timetable", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_view_state_init (PlannerViewState *self)
{
}

/**
 * planner_view_state_new:
 * @worker: the thread that writes to @store
 * @record: the conference as it is stored
 *
 * For the conference only.
 *
 * Returns: (transfer full): the stored state
 */
PlannerViewState *
planner_view_state_new (PlannerStore *store, PlannerWorker *worker, const PlannerConferenceRecord *record)
{
  PlannerViewState *self = g_object_new (PLANNER_TYPE_VIEW_STATE, NULL);
  g_autoptr (GVariant) stored = planner_parse_view_state (record->view_state);

  self->store = g_object_ref (store);
  self->worker = planner_worker_ref (worker);
  self->conference_id = record->id;
  self->values = g_variant_dict_new (stored);

  return self;
}

/**
 * planner_view_state_lookup:
 * @key: the name of a part of the state
 * @type: the type that its value must have
 *
 * Returns: (nullable) (transfer full): the value; %NULL if none of that type is stored
 */
GVariant *
planner_view_state_lookup (PlannerViewState *self, const char *key, const GVariantType *type)
{
  g_return_val_if_fail (PLANNER_IS_VIEW_STATE (self) && key != NULL, NULL);

  return g_variant_dict_lookup_value (self->values, key, type);
}

/**
 * planner_view_state_set:
 * @key: the name of a part of the state
 * @value: (transfer floating): its value
 *
 * Stores a part of the state. The other parts in the store stay.
 */
void
planner_view_state_set (PlannerViewState *self, const char *key, GVariant *value)
{
  g_autoptr (GTask) task = NULL;
  Write *write;

  g_return_if_fail (PLANNER_IS_VIEW_STATE (self) && key != NULL && value != NULL);

  write = g_new0 (Write, 1);
  write->store = g_object_ref (self->store);
  write->conference_id = self->conference_id;
  write->key = g_strdup (key);
  write->value = g_variant_ref_sink (value);
  g_variant_dict_insert_value (self->values, key, write->value);
  g_debug ("Storing “%s” of conference %" G_GINT64_FORMAT, key, self->conference_id);
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_task_data (task, write, (GDestroyNotify) write_free);
  planner_worker_run (self->worker, task, write_in_thread);
}

gboolean
planner_view_state_get_show_timetable (PlannerViewState *self)
{
  gboolean show_timetable = FALSE;

  g_return_val_if_fail (PLANNER_IS_VIEW_STATE (self), FALSE);

  g_variant_dict_lookup (self->values, SHOW_TIMETABLE_KEY, "b", &show_timetable);

  return show_timetable;
}

void
planner_view_state_set_show_timetable (PlannerViewState *self, gboolean show_timetable)
{
  g_return_if_fail (PLANNER_IS_VIEW_STATE (self));

  if (planner_view_state_get_show_timetable (self) == show_timetable)
    return;

  planner_view_state_set (self, SHOW_TIMETABLE_KEY, g_variant_new_boolean (show_timetable));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_TIMETABLE]);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-hidden-rooms.h"

#include "model/planner-string-table.h"

/* The view state of a conference is the text of a dictionary. Other keys in it are kept. */
#define HIDDEN_ROOMS_KEY "hidden-rooms"

struct _PlannerHiddenRooms
{
  GObject parent_instance;

  PlannerStore *store;   /* owned */
  PlannerWorker *worker; /* owned */
  gint64 conference_id;
  GVariant *view_state; /* owned: as it is stored, a{sv} */
  GHashTable *names;    /* owned: the names of the hidden rooms */
};

G_DEFINE_FINAL_TYPE (PlannerHiddenRooms, planner_hidden_rooms, G_TYPE_OBJECT)

static guint changed_signal;

/* The data for the thread that writes to the store. */
typedef struct
{
  PlannerStore *store; /* owned */
  gint64 conference_id;
  char *view_state; /* owned */
} Write;

static void
write_free (Write *write)
{
  g_object_unref (write->store);
  g_free (write->view_state);
  g_free (write);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Write *write = data;
  g_autoptr (GError) error = NULL;

  if (!planner_store_set_view_state (write->store, write->conference_id, write->view_state, &error))
    g_warning ("Storing which rooms of conference %" G_GINT64_FORMAT " are hidden failed: %s",
               write->conference_id, error->message);
  g_task_return_boolean (task, error == NULL);
}

static void
start_write (PlannerHiddenRooms *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);
  Write *write = g_new0 (Write, 1);

  write->store = g_object_ref (self->store);
  write->conference_id = self->conference_id;
  write->view_state = g_variant_print (self->view_state, FALSE);
  g_task_set_task_data (task, write, (GDestroyNotify) write_free);
  planner_worker_run (self->worker, task, write_in_thread);
}

static void
save (PlannerHiddenRooms *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (self->view_state);
  g_autoptr (GPtrArray) names = g_hash_table_get_keys_as_ptr_array (self->names);

  g_variant_dict_insert_value (&dict, HIDDEN_ROOMS_KEY,
                               g_variant_new_strv ((const char *const *) names->pdata, names->len));
  g_variant_unref (self->view_state);
  self->view_state = g_variant_ref_sink (g_variant_dict_end (&dict));
  start_write (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
planner_hidden_rooms_finalize (GObject *object)
{
  PlannerHiddenRooms *self = PLANNER_HIDDEN_ROOMS (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->worker, planner_worker_unref);
  g_clear_pointer (&self->view_state, g_variant_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);

  G_OBJECT_CLASS (planner_hidden_rooms_parent_class)->finalize (object);
}

static void
planner_hidden_rooms_class_init (PlannerHiddenRoomsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_hidden_rooms_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
planner_hidden_rooms_init (PlannerHiddenRooms *self)
{
  self->names = planner_string_table_new (g_free, NULL);
}

/* Returns: (transfer full): the stored dictionary; an empty one if the text is not one */
static GVariant *
parse_view_state (const char *text)
{
  g_autoptr (GError) error = NULL;
  GVariant *state = text ? g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, &error) : NULL;

  if (error)
    g_info ("Reading the stored view of a conference failed: %s", error->message);

  return state ? state : g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
}

/**
 * planner_hidden_rooms_new:
 * @worker: the thread that writes to @store
 * @record: the conference as it is stored
 *
 * For the conference only.
 *
 * Returns: (transfer full): the rooms that are stored as hidden
 */
PlannerHiddenRooms *
planner_hidden_rooms_new (PlannerStore *store, PlannerWorker *worker, const PlannerConferenceRecord *record)
{
  PlannerHiddenRooms *self = g_object_new (PLANNER_TYPE_HIDDEN_ROOMS, NULL);
  g_auto (GStrv) names = NULL;

  self->store = g_object_ref (store);
  self->worker = planner_worker_ref (worker);
  self->conference_id = record->id;
  self->view_state = parse_view_state (record->view_state);
  g_variant_lookup (self->view_state, HIDDEN_ROOMS_KEY, "^as", &names);
  for (guint i = 0; names && names[i]; i++)
    g_hash_table_add (self->names, g_strdup (names[i]));

  return self;
}

/**
 * planner_hidden_rooms_contains:
 * @room: (nullable): a room; %NULL if it is to be announced, which is never hidden
 *
 * Returns: whether the room is hidden
 */
gboolean
planner_hidden_rooms_contains (PlannerHiddenRooms *self, const PlannerRoom *room)
{
  g_return_val_if_fail (PLANNER_IS_HIDDEN_ROOMS (self), FALSE);

  return room && g_hash_table_contains (self->names, room->name);
}

/**
 * planner_hidden_rooms_count:
 * @rooms: (element-type PlannerRoom): some rooms
 *
 * Returns: how many of them are hidden
 */
guint
planner_hidden_rooms_count (PlannerHiddenRooms *self, const GPtrArray *rooms)
{
  guint n = 0;

  g_return_val_if_fail (PLANNER_IS_HIDDEN_ROOMS (self) && rooms != NULL, 0);

  for (guint i = 0; i < rooms->len; i++)
    n += planner_hidden_rooms_contains (self, g_ptr_array_index (rooms, i));

  return n;
}

/**
 * planner_hidden_rooms_hide:
 * @rooms: (element-type PlannerRoom): some rooms
 * @hidden: whether to hide or to show them
 */
void
planner_hidden_rooms_hide (PlannerHiddenRooms *self, const GPtrArray *rooms, gboolean hidden)
{
  gboolean changed = FALSE;

  g_return_if_fail (PLANNER_IS_HIDDEN_ROOMS (self) && rooms != NULL);

  for (guint i = 0; i < rooms->len; i++)
    {
      const PlannerRoom *room = g_ptr_array_index (rooms, i);

      if (hidden ? g_hash_table_add (self->names, g_strdup (room->name))
                 : g_hash_table_remove (self->names, room->name))
        changed = TRUE;
    }
  if (changed)
    save (self);
}

/**
 * planner_hidden_rooms_show_all:
 *
 * Shows all rooms, including those that are not in the schedule at the moment.
 */
void
planner_hidden_rooms_show_all (PlannerHiddenRooms *self)
{
  g_return_if_fail (PLANNER_IS_HIDDEN_ROOMS (self));

  if (g_hash_table_size (self->names) == 0)
    return;

  g_hash_table_remove_all (self->names);
  save (self);
}

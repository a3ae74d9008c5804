/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-hidden-rooms.h"

#include "model/planner-string-table.h"

#define HIDDEN_ROOMS_KEY "hidden-rooms"

struct _PlannerHiddenRooms
{
  GObject parent_instance;

  PlannerViewState *view_state; /* owned */
  GHashTable *names;            /* owned: the names of the hidden rooms */
};

G_DEFINE_FINAL_TYPE (PlannerHiddenRooms, planner_hidden_rooms, G_TYPE_OBJECT)

static guint changed_signal;

static void
save (PlannerHiddenRooms *self)
{
  g_autoptr (GPtrArray) names = g_hash_table_get_keys_as_ptr_array (self->names);

  planner_view_state_set (self->view_state, HIDDEN_ROOMS_KEY,
                          g_variant_new_strv ((const char *const *) names->pdata, names->len));
  g_signal_emit (self, changed_signal, 0);
}

static void
planner_hidden_rooms_finalize (GObject *object)
{
  PlannerHiddenRooms *self = PLANNER_HIDDEN_ROOMS (object);

  g_clear_object (&self->view_state);
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

/**
 * planner_hidden_rooms_new:
 * @view_state: where the names of the rooms are stored
 *
 * For the conference only.
 *
 * Returns: (transfer full): the rooms that are stored as hidden
 */
PlannerHiddenRooms *
planner_hidden_rooms_new (PlannerViewState *view_state)
{
  PlannerHiddenRooms *self = g_object_new (PLANNER_TYPE_HIDDEN_ROOMS, NULL);
  g_autoptr (GVariant) names =
      planner_view_state_lookup (view_state, HIDDEN_ROOMS_KEY, G_VARIANT_TYPE_STRING_ARRAY);

  self->view_state = g_object_ref (view_state);
  for (gsize i = 0; names && i < g_variant_n_children (names); i++)
    {
      g_autoptr (GVariant) name = g_variant_get_child_value (names, i);

      g_hash_table_add (self->names, g_variant_dup_string (name, NULL));
    }

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

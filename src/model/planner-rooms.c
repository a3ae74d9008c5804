/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Schedules write "R0, R1, R2" for a session that takes place in several rooms. */

#include "model/planner-rooms.h"
#include "model/planner-fold.h"
#include "model/planner-string-table.h"

#define SEPARATORS ",;/+&"
#define MAX_PARTS 100

static GHashTable *
index_by_name (const GPtrArray *rooms)
{
  GHashTable *by_name = planner_string_table_new (NULL, NULL);

  for (guint i = 0; i < rooms->len; i++)
    {
      PlannerRoom *room = g_ptr_array_index (rooms, i);

      g_hash_table_insert (by_name, room->name, room);
    }

  return by_name;
}

/* Returns: (transfer full): the rooms that the name lists; empty unless each of them is a room of the schedule */
static GPtrArray *
list_parts (const PlannerRoom *room, GHashTable *by_name)
{
  g_auto (GStrv) names = g_strsplit_set (room->name, SEPARATORS, MAX_PARTS);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; names[i]; i++)
    {
      PlannerRoom *part = g_hash_table_lookup (by_name, g_strstrip (names[i]));

      if (!part || part == room)
        return g_ptr_array_new ();
      if (!g_ptr_array_find (parts, part, NULL))
        g_ptr_array_add (parts, part);
    }

  return g_steal_pointer (&parts);
}

/**
 * planner_rooms_find_parts:
 * @rooms: (element-type PlannerRoom): the rooms of an agenda
 *
 * Finds the rooms whose names list other rooms, such as "R0, R1, R2", and sets their parts.
 */
void
planner_rooms_find_parts (GPtrArray *rooms)
{
  g_autoptr (GHashTable) by_name = NULL;

  g_return_if_fail (rooms != NULL);

  by_name = index_by_name (rooms);
  for (guint i = 0; i < rooms->len; i++)
    {
      PlannerRoom *room = g_ptr_array_index (rooms, i);
      g_autoptr (GPtrArray) parts = room->n_parts == 0 ? list_parts (room, by_name) : NULL;

      if (!parts || parts->len < 2)
        continue;
      room->n_parts = parts->len;
      room->parts = (const PlannerRoom **) g_ptr_array_steal (parts, NULL);
    }
}

/**
 * planner_rooms_count_single:
 * @rooms: (element-type PlannerRoom): the rooms of an agenda
 *
 * Returns: the number of rooms whose names do not list other rooms
 */
guint
planner_rooms_count_single (const GPtrArray *rooms)
{
  guint n = 0;

  g_return_val_if_fail (rooms != NULL, 0);

  for (guint i = 0; i < rooms->len; i++)
    n += ((PlannerRoom *) g_ptr_array_index (rooms, i))->n_parts == 0;

  return n;
}

/**
 * planner_room_is_named:
 * @room: (nullable): a room
 *
 * Returns: whether the room, or one of its parts, has this name, whatever the case
 */
gboolean
planner_room_is_named (const PlannerRoom *room, const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  if (!room)
    return FALSE;
  for (guint i = 0; i < room->n_parts; i++)
    if (planner_room_is_named (room->parts[i], name))
      return TRUE;

  return planner_fold_equal (room->name, name) || planner_fold_equal (room->title.shown, name);
}

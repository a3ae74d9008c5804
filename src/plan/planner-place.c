/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-place.h"

/**
 * planner_agenda_find_room:
 * @name: the name that identifies a room
 *
 * Returns: (nullable) (transfer none): the room with this name
 */
const PlannerRoom *
planner_agenda_find_room (const PlannerAgenda *agenda, const char *name)
{
  g_return_val_if_fail (agenda != NULL && name != NULL, NULL);

  for (guint i = 0; i < agenda->rooms->len; i++)
    {
      const PlannerRoom *room = g_ptr_array_index (agenda->rooms, i);

      if (g_str_equal (room->name, name))
        return room;
    }

  return NULL;
}

/**
 * planner_session_is_in_room:
 * @name: the name that identifies a room
 *
 * Returns: whether the session takes place in this room, alone or among others
 */
gboolean
planner_session_is_in_room (const PlannerSession *session, const char *name)
{
  g_return_val_if_fail (session != NULL && name != NULL, FALSE);

  for (guint i = 0; session->room && i < session->room->n_parts; i++)
    if (g_str_equal (session->room->parts[i]->name, name))
      return TRUE;

  return session->room && g_str_equal (session->room->name, name);
}

static void
count_in_room (GHashTable *counts, const PlannerRoom *room)
{
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, room));

  g_hash_table_insert (counts, (gpointer) room, GUINT_TO_POINTER (n + 1));
}

/**
 * planner_agenda_count_room_sessions:
 *
 * Returns: (transfer full): for each room of the agenda the number of sessions that take place in it. A session in several
 *   rooms counts in each of them.
 */
guint *
planner_agenda_count_room_sessions (const PlannerAgenda *agenda)
{
  g_autoptr (GHashTable) counts = NULL;
  guint *numbers;

  g_return_val_if_fail (agenda != NULL, NULL);

  counts = g_hash_table_new (NULL, NULL);
  numbers = g_new0 (guint, agenda->rooms->len + 1);
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerRoom *room = planner_agenda_get_session (agenda, i)->room;

      for (guint j = 0; room && j < room->n_parts; j++)
        count_in_room (counts, room->parts[j]);
      if (room)
        count_in_room (counts, room);
    }
  for (guint i = 0; i < agenda->rooms->len; i++)
    numbers[i] = GPOINTER_TO_UINT (g_hash_table_lookup (counts, g_ptr_array_index (agenda->rooms, i)));

  return numbers;
}

/**
 * planner_agenda_find_forum:
 * @name: the name that identifies a forum
 *
 * Returns: (nullable) (transfer none): the forum with this name
 */
const PlannerForum *
planner_agenda_find_forum (const PlannerAgenda *agenda, const char *name)
{
  g_return_val_if_fail (agenda != NULL && name != NULL, NULL);

  for (guint i = 0; i < agenda->forums->len; i++)
    {
      const PlannerForum *forum = g_ptr_array_index (agenda->forums, i);

      if (g_str_equal (forum->name, name))
        return forum;
    }

  return NULL;
}

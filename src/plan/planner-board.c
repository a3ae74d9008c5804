/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-board.h"

/* A room with several sessions at once has several items. The first one has the cancelled session. */
static void
add_room (GArray *items, const PlannerAgenda *agenda, const PlannerRoom *room, gint64 now_utc)
{
  g_autoptr (GArray) sessions = planner_agenda_list_room_now (agenda, room, now_utc);
  const PlannerSession *cancelled = planner_agenda_find_cancelled_now (agenda, room, now_utc);
  const PlannerSession *next = sessions->len > 0 ? g_array_index (sessions, PlannerRoomNow, 0).next : NULL;

  if (cancelled && next && cancelled->start_utc > next->start_utc)
    cancelled = NULL;
  if (sessions->len == 0 && cancelled)
    g_array_set_size (sessions, 1);

  for (guint i = 0; i < sessions->len; i++)
    {
      PlannerBoardItem item = { g_array_index (sessions, PlannerRoomNow, i), i == 0 ? cancelled : NULL };

      item.now.room = room;
      g_array_append_val (items, item);
    }
}

/**
 * planner_agenda_list_board:
 * @room: (nullable): the name of the room to list; %NULL for all rooms
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: (transfer full) (element-type PlannerBoardItem): what runs, what comes next and what is cancelled on the current
 *   day, in the order of the agenda's rooms. Rooms without any of these are left out. With all rooms, the sessions without a
 *   room come last.
 */
GArray *
planner_agenda_list_board (const PlannerAgenda *agenda, const char *room, gint64 now_utc)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (PlannerBoardItem));

  g_return_val_if_fail (agenda != NULL, items);

  for (guint i = 0; i < agenda->rooms->len; i++)
    {
      const PlannerRoom *candidate = g_ptr_array_index (agenda->rooms, i);

      if (room ? g_str_equal (candidate->name, room) : candidate->n_parts == 0)
        add_room (items, agenda, candidate, now_utc);
    }
  if (!room)
    add_room (items, agenda, NULL, now_utc);

  return items;
}

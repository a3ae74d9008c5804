/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/board/planner-board-menu.h"

#include "words/planner-words.h"

#include <glib/gi18n.h>

/* An underscore in a label would underline the letter that follows. */
static char *
escape_label (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
add_item (GMenu *menu, const char *label, const char *room)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "board.room", "s", room);
  g_menu_append_item (menu, item);
}

static void
add_room (GMenu *menu, const PlannerRoom *room)
{
  g_autofree char *label = escape_label (planner_name_room (&room->title));

  add_item (menu, label, room->name);
}

/**
 * planner_board_menu_new:
 * @agenda: has the rooms
 *
 * Returns: (transfer full): a menu of all rooms and of each, for the action board.room (string: the room's name; empty for all
 *   rooms)
 */
GMenuModel *
planner_board_menu_new (const PlannerAgenda *agenda)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenu) rooms = g_menu_new ();

  g_return_val_if_fail (agenda != NULL, G_MENU_MODEL (menu));

  add_item (all, _ ("All Rooms"), "");
  for (guint i = 0; i < agenda->rooms->len; i++)
    {
      const PlannerRoom *room = g_ptr_array_index (agenda->rooms, i);

      if (room->n_parts == 0)
        add_room (rooms, room);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rooms));

  return G_MENU_MODEL (menu);
}

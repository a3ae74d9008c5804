/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/conference/planner-conference-menu.h"

#include "library/planner-conference.h"

#define MAX_LABEL_CHARS 48

/* Shortens the title, as menus do not ellipsize, and escapes underscores, which menus read as mnemonics. */
static char *
dup_label (const char *title)
{
  g_autoptr (GString) label = g_string_new (NULL);

  if (g_utf8_strlen (title, -1) <= MAX_LABEL_CHARS)
    g_string_append (label, title);
  else
    {
      g_string_append_len (label, title, g_utf8_offset_to_pointer (title, MAX_LABEL_CHARS - 1) - title);
      g_string_append (label, "…");
    }
  g_string_replace (label, "_", "__", 0);

  return g_string_free_and_steal (g_steal_pointer (&label));
}

/**
 * planner_conference_menu_fill:
 * @menu: the menu to fill; its previous items are removed
 * @conferences: a model of #PlannerConference
 *
 * Adds one radio item of win.select-conference for each conference.
 */
void
planner_conference_menu_fill (GMenu *menu, GListModel *conferences)
{
  g_menu_remove_all (menu);

  for (guint i = 0; i < g_list_model_get_n_items (conferences); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (conferences, i);
      g_autofree char *label = dup_label (planner_conference_get_title (conference));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.select-conference", "x",
                                         planner_conference_get_id (conference));
      g_menu_append_item (menu, item);
    }
}

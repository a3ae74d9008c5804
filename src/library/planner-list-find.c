/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-list-find.h"

/**
 * planner_list_find:
 *
 * Returns: the position of @item in @list; %G_MAXUINT, which GTK calls %GTK_INVALID_LIST_POSITION, if the list lacks it
 */
guint
planner_list_find (GListModel *list, gpointer item)
{
  const guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) candidate = g_list_model_get_item (list, i);

      if (candidate == item)
        return i;
    }

  return G_MAXUINT;
}

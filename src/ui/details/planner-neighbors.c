/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/details/planner-neighbors.h"

#include "library/planner-list-find.h"

#include <gtk/gtk.h>

/**
 * planner_neighbors_find:
 * @list: (nullable): a model of #PlannerEntry
 * @step: 1 for the next entry, -1 for the previous one, 0 for @entry itself
 *
 * Returns: (nullable) (transfer full): the neighbor of @entry in the list; %NULL if there is none, or @entry is not in the list
 */
PlannerEntry *
planner_neighbors_find (GListModel *list, PlannerEntry *entry, int step)
{
  const guint position = list ? planner_list_find (list, entry) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return NULL;

  /* The position before the first one wraps around to one that the list does not have. */
  return g_list_model_get_item (list, position + (guint) step);
}

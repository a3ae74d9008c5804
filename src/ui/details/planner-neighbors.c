/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/details/planner-neighbors.h"

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
  const guint n = list ? g_list_model_get_n_items (list) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannerEntry) candidate = g_list_model_get_item (list, i);

      /* The position before the first one wraps around to one that the list does not have. */
      if (candidate == entry)
        return g_list_model_get_item (list, i + (guint) step);
    }

  return NULL;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-list-sync.h"

/* Returns: for each item of @store its position in @items, counted from 1; 0 for items that leave */
static guint *
find_positions (GListStore *store, GPtrArray *items, GHashTable *changed, guint n_items)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  guint *positions = g_new0 (guint, n_items + 1);

  for (guint i = 0; i < items->len; i++)
    if (!changed || !g_hash_table_contains (changed, g_ptr_array_index (items, i)))
      g_hash_table_insert (known, g_ptr_array_index (items, i), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), i);

      positions[i] = GPOINTER_TO_UINT (g_hash_table_lookup (known, item));
    }

  return positions;
}

/* Returns: the number of @ends, which are sorted by position, that are before @position */
static guint
count_before (const guint *positions, const guint *ends, guint n_ends, guint position)
{
  guint low = 0, high = n_ends;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (positions[ends[middle]] < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Returns: the items that stay: a longest increasing subsequence of the positions, found by patience sorting */
static GHashTable *
find_lasting (GListStore *store, GPtrArray *items, GHashTable *changed)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (store));
  g_autofree guint *positions = find_positions (store, items, changed, n_items);
  g_autofree guint *ends = g_new0 (guint, n_items + 1);
  g_autofree guint *previous = g_new0 (guint, n_items + 1);
  GHashTable *lasting = g_hash_table_new (NULL, NULL);
  guint n_ends = 0;

  for (guint i = 0; i < n_items; i++)
    {
      const guint length = count_before (positions, ends, n_ends, positions[i]);

      if (positions[i] == 0)
        continue;
      previous[i] = length > 0 ? ends[length - 1] : n_items;
      ends[length] = i;
      n_ends = MAX (n_ends, length + 1);
    }
  for (guint i = n_ends > 0 ? ends[n_ends - 1] : n_items; i < n_items; i = previous[i])
    g_hash_table_add (lasting, g_ptr_array_index (items, positions[i] - 1));

  return lasting;
}

static guint
count_leaving (GListStore *store, guint start, GHashTable *lasting)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint n = 0;

  while (start + n < n_items)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), start + n);

      if (g_hash_table_contains (lasting, item))
        break;
      n++;
    }

  return n;
}

/**
 * planner_list_sync:
 * @store: the list to change
 * @items: the new content, each object once
 * @changed: (nullable): a set of objects to remove and insert again, because their place in a view may change even if their
 *   order does not
 *
 * Changes @store to @items with one splice for each run of differences. Views keep the other rows, and so the selection, the
 * focus and the scroll position.
 */
void
planner_list_sync (GListStore *store, GPtrArray *items, GHashTable *changed)
{
  g_autoptr (GHashTable) lasting = find_lasting (store, items, changed);
  guint position = 0;

  while (position < items->len || position < g_list_model_get_n_items (G_LIST_MODEL (store)))
    {
      const guint n_leaving = count_leaving (store, position, lasting);
      guint n_coming = 0;

      while (position + n_coming < items->len &&
             !g_hash_table_contains (lasting, g_ptr_array_index (items, position + n_coming)))
        n_coming++;
      if (n_leaving > 0 || n_coming > 0)
        g_list_store_splice (store, position, n_leaving, items->pdata + position, n_coming);
      position += n_coming + 1;
    }
}

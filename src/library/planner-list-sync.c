/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "planner-list-sync.h"

/* The items that may stay where they are: those of both lists, as long as their order is the same. */
static GHashTable *
find_lasting (GListStore *store, GPtrArray *items, GHashTable *changed)
{
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);
  GHashTable *lasting = g_hash_table_new (NULL, NULL);
  guint next = 0;

  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (positions, g_ptr_array_index (items, i), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), i);
      const guint position = GPOINTER_TO_UINT (g_hash_table_lookup (positions, item));

      if (position <= next || (changed && g_hash_table_contains (changed, item)))
        continue;
      next = position;
      g_hash_table_add (lasting, item);
    }

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
 * @store: a list
 * @items: what it is to hold, each object once
 * @changed: (nullable): a set of objects of both lists whose place in a view may be another one, although their order is
 *   the same: they are taken out and put in again
 *
 * Brings @store to @items with a splice for each run that differs, so that views keep the rest: selection, focus
 * and scroll position stay.
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

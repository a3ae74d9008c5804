/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-list-sync.h"

/* Each letter is an object. */
typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *changed;
  guint n_splices;
} Case;

static const Case cases[] = {
  { "same", "abc", "abc", "", 0 },
  { "fill", "", "abc", "", 1 },
  { "clear", "abc", "", "", 1 },
  { "insert-middle", "abc", "abxyc", "", 1 },
  { "remove-ends", "abcde", "bcd", "", 2 },
  { "replace-all", "abc", "xyz", "", 1 },
  { "append-and-prepend", "bc", "abcd", "", 2 },
  { "last-to-front", "abcd", "dabc", "", 2 },
  { "first-to-end", "abcd", "bcda", "", 2 },
  { "changed-stays-in-place", "abc", "abc", "b", 1 },
  { "reverse", "abc", "cba", "", 2 },
  { "mixed", "abcdef", "xbdyfaz", "", 4 },
};

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  guint *n_splices = user_data;

  g_assert_cmpuint (removed + added, >, 0);
  *n_splices += 1;
}

static void
test_list_sync (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);
  GObject *letters[26];
  guint n_splices = 0;

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    letters[i] = g_object_new (G_TYPE_OBJECT, NULL);
  for (const char *p = test->before; *p; p++)
    g_list_store_append (store, letters[*p - 'a']);
  for (const char *p = test->after; *p; p++)
    g_ptr_array_add (after, letters[*p - 'a']);
  for (const char *p = test->changed; *p; p++)
    g_hash_table_add (changed, letters[*p - 'a']);

  g_signal_connect (store, "items-changed", G_CALLBACK (items_changed_cb), &n_splices);
  planner_list_sync (store, after, changed);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, after->len);
  for (guint i = 0; i < after->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_assert_true (item == g_ptr_array_index (after, i));
    }
  g_assert_cmpuint (n_splices, ==, test->n_splices);

  g_list_store_remove_all (store);
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    g_assert_finalize_object (letters[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/library/list-sync/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_list_sync);
    }

  return g_test_run ();
}

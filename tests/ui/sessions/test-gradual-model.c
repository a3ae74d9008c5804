/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-gradual-model.h"

typedef struct
{
  GListStore *store;
  GtkFlattenListModel *source;
  PlannerGradualModel *model;
  GPtrArray *seen; /* owned: the items according to the signals */
} Fixture;

static void
items_changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, gpointer data)
{
  Fixture *fixture = data;

  g_assert_cmpuint (position + n_removed, <=, fixture->seen->len);
  if (n_removed > 0)
    g_ptr_array_remove_range (fixture->seen, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    {
      GObject *item = g_list_model_get_item (model, position + i);

      g_assert_nonnull (item);
      g_ptr_array_insert (fixture->seen, (int) (position + i), item);
    }
}

/* The source concatenates models; each of them is a section. */
static GListStore *
make_section (guint n_items)
{
  GListStore *section = g_list_store_new (G_TYPE_OBJECT);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = g_object_new (G_TYPE_OBJECT, NULL);

      g_list_store_append (section, item);
    }

  return section;
}

static void
insert_section (Fixture *fixture, guint position, guint n_items)
{
  g_autoptr (GListStore) section = make_section (n_items);

  g_list_store_insert (fixture->store, position, section);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = g_list_store_new (G_TYPE_LIST_STORE);
  fixture->source = gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (fixture->store)));
  fixture->model = planner_gradual_model_new (G_LIST_MODEL (fixture->source));
  fixture->seen = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->seen);
  g_assert_finalize_object (fixture->model);
  g_assert_finalize_object (fixture->source);
  g_assert_finalize_object (fixture->store);
}

static guint
count (gpointer model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static void
assert_prefix (Fixture *fixture)
{
  g_assert_cmpuint (count (fixture->model), ==, fixture->seen->len);
  g_assert_cmpuint (count (fixture->model), <=, count (fixture->source));
  for (guint i = 0; i < fixture->seen->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->source), i);

      g_assert_true (g_ptr_array_index (fixture->seen, i) == item);
    }
}

static void
test_grows (Fixture *fixture, gconstpointer data)
{
  guint n_before, n_frames = 0;

  insert_section (fixture, 0, 1000);
  assert_prefix (fixture);
  g_assert_cmpuint (count (fixture->model), >, 0);
  g_assert_cmpuint (count (fixture->model), <, 50);

  do
    {
      n_before = count (fixture->model);
      n_frames++;
    }
  while (planner_gradual_model_show_more (fixture->model) && count (fixture->model) > n_before);
  assert_prefix (fixture);
  g_assert_cmpuint (count (fixture->model), ==, 1000);
  g_assert_cmpuint (n_frames, >, 2);
}

static void
test_begins_with_one (Fixture *fixture, gconstpointer data)
{
  insert_section (fixture, 0, 1000);
  g_assert_cmpuint (count (fixture->model), ==, 1);
  planner_gradual_model_show_first (fixture->model);
  g_assert_cmpuint (count (fixture->model), >, 5);
  assert_prefix (fixture);

  planner_gradual_model_show_all (fixture->model);
  planner_gradual_model_show_first (fixture->model);
  g_assert_cmpuint (count (fixture->model), ==, 1000);
}

static void
test_few_come_at_once (Fixture *fixture, gconstpointer data)
{
  insert_section (fixture, 0, 3);
  g_assert_cmpuint (count (fixture->model), ==, 3);
  planner_gradual_model_show_all (fixture->model);
  insert_section (fixture, 1, 2);
  g_assert_cmpuint (count (fixture->model), ==, 5);
  g_list_store_remove (fixture->store, 0);
  g_assert_cmpuint (count (fixture->model), ==, 2);
  assert_prefix (fixture);
}

/* A refresh that adds sessions must not move the rows on screen. */
static void
test_rest_stays (Fixture *fixture, gconstpointer data)
{
  insert_section (fixture, 0, 5);
  insert_section (fixture, 1, 500);
  planner_gradual_model_show_all (fixture->model);
  insert_section (fixture, 1, 20);
  g_assert_cmpuint (count (fixture->model), ==, 525);
  assert_prefix (fixture);
}

/* Replaces all items of the first section. */
static void
replace (Fixture *fixture, guint n_items)
{
  g_autoptr (GListStore) section = g_list_model_get_item (G_LIST_MODEL (fixture->store), 0);
  g_autoptr (GListStore) other = make_section (n_items);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (other), i));
  g_list_store_splice (section, 0, count (section), items->pdata, items->len);
}

/* Rows are used again for other items, so that typing into a search makes no new rows. */
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  guint n_shown;

  insert_section (fixture, 0, 1000);
  planner_gradual_model_show_more (fixture->model);
  n_shown = count (fixture->model);
  g_assert_cmpuint (n_shown, >, 30);
  replace (fixture, 900);
  g_assert_cmpuint (count (fixture->model), ==, n_shown);
  assert_prefix (fixture);

  replace (fixture, n_shown + 1);
  g_assert_cmpuint (count (fixture->model), ==, n_shown + 1);
  replace (fixture, 2);
  g_assert_cmpuint (count (fixture->model), ==, 2);
  assert_prefix (fixture);
}

static void
test_sections (Fixture *fixture, gconstpointer data)
{
  guint start, end;

  insert_section (fixture, 0, 4);
  insert_section (fixture, 1, 100);
  gtk_section_model_get_section (GTK_SECTION_MODEL (fixture->model), 0, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 4);
  gtk_section_model_get_section (GTK_SECTION_MODEL (fixture->model), 5, &start, &end);
  g_assert_cmpuint (start, ==, 4);
  g_assert_cmpuint (end, ==, count (fixture->model));
  gtk_section_model_get_section (GTK_SECTION_MODEL (fixture->model), count (fixture->model), &start, &end);
  g_assert_cmpuint (start, ==, count (fixture->model));
  g_assert_cmpuint (end, ==, G_MAXUINT);
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 500; i++)
    {
      const guint n_sections = count (fixture->store);

      if (g_test_rand_bit () || n_sections == 0)
        insert_section (fixture, (guint) g_test_rand_int_range (0, (int) n_sections + 1),
                        (guint) g_test_rand_int_range (0, 40));
      else
        g_list_store_remove (fixture->store, (guint) g_test_rand_int_range (0, (int) n_sections));
      assert_prefix (fixture);
      if (g_test_rand_bit ())
        planner_gradual_model_show_more (fixture->model);
      assert_prefix (fixture);
    }

  planner_gradual_model_show_all (fixture->model);
  g_assert_cmpuint (count (fixture->model), ==, count (fixture->source));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/ui/gradual-model/U2/many-items-appear-gradually", test_grows);
  add ("/ui/gradual-model/U2/empty-list-begins-with-one-item", test_begins_with_one);
  add ("/ui/gradual-model/U2/few-items-appear-at-once", test_few_come_at_once);
  add ("/ui/gradual-model/U2/insertion-keeps-later-items", test_rest_stays);
  add ("/ui/gradual-model/U2/replaced-items-keep-rows", test_replaced);
  add ("/ui/gradual-model/sections-match-source", test_sections);
  add ("/ui/gradual-model/random-changes-keep-prefix", test_random);

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/timetable/planner-recycler.h"

struct _PlannerRecycler
{
  GtkWidget *parent; /* borrowed: it outlives the recycler */
  PlannerRecyclerCreate create;
  PlannerRecyclerBind bind;
  gpointer user_data;

  GHashTable *used; /* owned: from index to a child of the parent */
  GPtrArray *spare; /* owned: hidden children of the parent */
};

/**
 * planner_recycler_new:
 * @parent: the parent of the widgets, which calls planner_recycler_free() when it is disposed
 * @create: creates a widget
 * @bind: makes a widget show an item
 *
 * Returns: (transfer full): a recycler without widgets
 */
PlannerRecycler *
planner_recycler_new (GtkWidget *parent,
                      PlannerRecyclerCreate create,
                      PlannerRecyclerBind bind,
                      gpointer user_data)
{
  PlannerRecycler *self = g_new0 (PlannerRecycler, 1);

  self->parent = parent;
  self->create = create;
  self->bind = bind;
  self->user_data = user_data;
  self->used = g_hash_table_new (NULL, NULL);
  self->spare = g_ptr_array_new ();

  return self;
}

/**
 * planner_recycler_free:
 *
 * Frees the recycler, and removes its widgets from their parent.
 */
void
planner_recycler_free (PlannerRecycler *self)
{
  planner_recycler_reset (self);
  for (guint i = 0; i < self->spare->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->spare, i));
  g_ptr_array_unref (self->spare);
  g_hash_table_unref (self->used);
  g_free (self);
}

static void
put_away (PlannerRecycler *self, GtkWidget *widget)
{
  gtk_widget_set_child_visible (widget, FALSE);
  self->bind (widget, PLANNER_RECYCLER_NONE, self->user_data);
  g_ptr_array_add (self->spare, widget);
}

static GtkWidget *
take_spare (PlannerRecycler *self)
{
  GtkWidget *widget;

  if (self->spare->len > 0)
    {
      widget = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
      gtk_widget_set_child_visible (widget, TRUE);

      return widget;
    }

  widget = self->create ();
  gtk_widget_set_parent (widget, self->parent);

  return widget;
}

/**
 * planner_recycler_show:
 * @indices: (element-type guint): the indices of the visible items, without repetition
 *
 * Gives each of these items a widget. An item that has one keeps it.
 */
void
planner_recycler_show (PlannerRecycler *self, const GArray *indices)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->used);
  GHashTableIter iter;
  gpointer widget;

  self->used = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < indices->len; i++)
    {
      const gpointer key = GUINT_TO_POINTER (g_array_index (indices, guint, i));

      if (g_hash_table_steal_extended (before, key, NULL, &widget))
        g_hash_table_insert (self->used, key, widget);
    }

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    put_away (self, widget);

  for (guint i = 0; i < indices->len; i++)
    {
      const guint index = g_array_index (indices, guint, i);

      if (g_hash_table_contains (self->used, GUINT_TO_POINTER (index)))
        continue;
      widget = take_spare (self);
      self->bind (widget, index, self->user_data);
      g_hash_table_insert (self->used, GUINT_TO_POINTER (index), widget);
    }
}

/**
 * planner_recycler_reset:
 *
 * Hides all widgets. Call it when the indices change their meaning.
 */
void
planner_recycler_reset (PlannerRecycler *self)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));

  planner_recycler_show (self, none);
}

/**
 * planner_recycler_find:
 *
 * Returns: (nullable) (transfer none): the widget that shows the item at @index
 */
GtkWidget *
planner_recycler_find (PlannerRecycler *self, guint index)
{
  return g_hash_table_lookup (self->used, GUINT_TO_POINTER (index));
}

/**
 * planner_recycler_snapshot:
 *
 * Draws the visible widgets. Call it in the parent's snapshot function.
 */
void
planner_recycler_snapshot (PlannerRecycler *self, GtkSnapshot *snapshot)
{
  GHashTableIter iter;
  gpointer widget;

  g_hash_table_iter_init (&iter, self->used);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    gtk_widget_snapshot_child (self->parent, widget, snapshot);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/planner-list-top.h"

/* A list that is empty at first places its rows a few frames later. */
#define PATIENCE_MS 500

#define START_KEY "planner-list-top-start"
#define TOP_KEY "planner-list-top"

/* In pixels. No heading is higher, also with large text. */
#define MAX_HEADING_HEIGHT 200

/* The state of a list after its last layout. */
typedef struct
{
  double page_size; /* in pixels; 0 before the first layout */
  gboolean at_top;
  GtkWidget *child; /* weak, nullable: the uppermost row or heading, until the rows change */
  double y;         /* of @child in the list, in pixels */
} Top;

static void
top_free (gpointer data)
{
  Top *top = data;

  g_clear_weak_pointer (&top->child);
  g_free (top);
}

static guint
get_now_ms (void)
{
  return (guint) (g_get_monotonic_time () / 1000);
}

/* A list that is further from its top was scrolled by its user. The frame clock lays the list out once more in the same frame, so
 * that nothing moves on screen. */
static void
show_heading (GtkAdjustment *adjustment)
{
  if (gtk_adjustment_get_value (adjustment) < MAX_HEADING_HEIGHT)
    gtk_adjustment_set_value (adjustment, 0);
}

/* The list has placed its first row if it has moved it to the top. */
static void
layout_cb (GdkFrameClock *clock, gpointer view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  const guint start_ms = GPOINTER_TO_UINT (g_object_get_data (view, START_KEY));
  const gboolean late = get_now_ms () - start_ms > PATIENCE_MS;

  if (gtk_adjustment_get_value (adjustment) <= 0 && !late)
    return;

  if (!late)
    show_heading (adjustment);
  g_signal_handlers_disconnect_by_func (clock, layout_cb, view);
}

static void
wait_for_layout (GtkWidget *view)
{
  g_object_set_data (G_OBJECT (view), START_KEY, GUINT_TO_POINTER (get_now_ms ()));
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (view), layout_cb, view);
  g_signal_connect_object (gtk_widget_get_frame_clock (view), "layout", G_CALLBACK (layout_cb), view,
                           G_CONNECT_AFTER);
  gtk_widget_queue_allocate (view);
}

static void
map_cb (GtkWidget *view)
{
  g_signal_handlers_disconnect_by_func (view, map_cb, NULL);
  wait_for_layout (view);
}

/* Returns: (nullable): the last row or heading that begins at or before a position; @y is its place in the list */
static GtkWidget *
find_child (GtkWidget *view, double value, double *y)
{
  const double scrolled = gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (view); child;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (!gtk_widget_get_mapped (child) || !gtk_widget_compute_bounds (child, view, &bounds) ||
          scrolled + bounds.origin.y > value || (found && bounds.origin.y < *y))
        continue;
      found = child;
      *y = bounds.origin.y;
    }

  return found;
}

static void
keep_child (Top *top, GtkWidget *view, GtkAdjustment *adjustment)
{
  graphene_rect_t bounds;

  if (top->child && gtk_widget_get_mapped (top->child) &&
      gtk_widget_compute_bounds (top->child, view, &bounds))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y - top->y);
}

/* Runs after each layout. */
static void
keep_top_cb (GdkFrameClock *clock, gpointer view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  const double page_size = gtk_adjustment_get_page_size (adjustment);
  Top *top = g_object_get_data (view, TOP_KEY);

  if (!gtk_widget_get_mapped (view))
    return;

  if (top->page_size > 0 && top->page_size != page_size)
    {
      if (top->at_top)
        show_heading (adjustment);
      else
        keep_child (top, view, adjustment);
    }
  top->page_size = page_size;
  top->at_top = gtk_adjustment_get_value (adjustment) <= 0;
  g_set_weak_pointer (&top->child, find_child (view, gtk_adjustment_get_value (adjustment), &top->y));
}

/* The widget of a row may show another row from now on. */
static void
items_changed_cb (gpointer view)
{
  Top *top = g_object_get_data (view, TOP_KEY);

  g_clear_weak_pointer (&top->child);
}

static void
realize_cb (GtkWidget *view)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (view), "layout", G_CALLBACK (keep_top_cb), view,
                           G_CONNECT_AFTER);
}

static void
unrealize_cb (GtkWidget *view)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (view), keep_top_cb, view);
}

/**
 * planner_list_view_keep_top:
 * @view: a list with a model whose rows may have a heading, before it is realized
 *
 * Keeps the uppermost row or heading where it is when the height of the list changes. GtkListView keeps a row at the same part of
 * its height instead, so that a lower list hides some of the heading.
 */
void
planner_list_view_keep_top (GtkListView *view)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (view));
  g_return_if_fail (!gtk_widget_get_realized (GTK_WIDGET (view)));

  g_object_set_data_full (G_OBJECT (view), TOP_KEY, g_new0 (Top, 1), top_free);
  g_signal_connect_object (gtk_list_view_get_model (view), "items-changed", G_CALLBACK (items_changed_cb),
                           view, G_CONNECT_SWAPPED);
  g_signal_connect (view, "realize", G_CALLBACK (realize_cb), NULL);
  g_signal_connect (view, "unrealize", G_CALLBACK (unrealize_cb), NULL);
}

/**
 * planner_list_view_go_to_top:
 * @view: a list whose rows may have a heading
 *
 * Scrolls to the heading of the first row, in the next frame in which the list is visible. A list keeps its uppermost row where it
 * is when other rows are added above it, also while it is hidden, and hides the heading of a row to which it scrolls.
 */
void
planner_list_view_go_to_top (GtkListView *view)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  if (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view))) > 0)
    gtk_list_view_scroll_to (view, 0, GTK_LIST_SCROLL_NONE, NULL);
  g_signal_handlers_disconnect_by_func (view, map_cb, NULL);
  if (gtk_widget_get_mapped (GTK_WIDGET (view)))
    wait_for_layout (GTK_WIDGET (view));
  else
    g_signal_connect (view, "map", G_CALLBACK (map_cb), NULL);
}

/**
 * planner_list_view_find_start:
 * @view: a list
 * @value: a vertical position of @view, in pixels
 *
 * Returns: the greatest position up to @value at which a row or heading is whole at the top; @value if the list has not placed the
 * rows there
 */
double
planner_list_view_find_start (GtkListView *view, double value)
{
  double y = 0;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), value);

  return find_child (GTK_WIDGET (view), value, &y)
             ? y + gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)))
             : value;
}

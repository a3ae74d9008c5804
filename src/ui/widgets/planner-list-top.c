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
} Top;

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

/* Runs after each layout. */
static void
keep_top_cb (GdkFrameClock *clock, gpointer view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  const double page_size = gtk_adjustment_get_page_size (adjustment);
  Top *top = g_object_get_data (view, TOP_KEY);

  if (!gtk_widget_get_mapped (view))
    return;

  if (top->at_top && top->page_size > 0 && top->page_size != page_size)
    show_heading (adjustment);
  top->page_size = page_size;
  top->at_top = gtk_adjustment_get_value (adjustment) <= 0;
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
 * @view: a list whose rows may have a heading, before it is realized
 *
 * Keeps a list that is at its top there when its height changes. GtkListView keeps the first row at the same part of its height
 * instead, so that a lower list hides some of the heading.
 */
void
planner_list_view_keep_top (GtkListView *view)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (view));
  g_return_if_fail (!gtk_widget_get_realized (GTK_WIDGET (view)));

  g_object_set_data_full (G_OBJECT (view), TOP_KEY, g_new0 (Top, 1), g_free);
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

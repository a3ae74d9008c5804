/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/timetable/planner-timetable-viewport.h"

#include <math.h>

/* The distance in pixels between a session that is scrolled to and the edge. */
#define MARGIN 6

#define MIN_ZOOM 0.4
#define MAX_ZOOM 4.0

void
planner_timetable_viewport_init (PlannerTimetableViewport *self, GtkWidget *widget)
{
  *self = (PlannerTimetableViewport) { .widget = widget };
  planner_timetable_geometry_init (&self->geometry);
}

static void
set_adjustment (PlannerTimetableViewport *self, GtkAdjustment **field, GtkAdjustment *adjustment)
{
  if (*field)
    g_signal_handlers_disconnect_by_data (*field, self->widget);
  g_set_object (field, adjustment);
  if (adjustment)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate),
                              self->widget);
  gtk_widget_queue_allocate (self->widget);
}

/**
 * planner_timetable_viewport_set_hadjustment:
 * @adjustment: (nullable): the horizontal position; %NULL when the widget is disposed
 */
void
planner_timetable_viewport_set_hadjustment (PlannerTimetableViewport *self, GtkAdjustment *adjustment)
{
  set_adjustment (self, &self->hadjustment, adjustment);
}

/**
 * planner_timetable_viewport_set_vadjustment:
 * @adjustment: (nullable): the vertical position; %NULL when the widget is disposed
 */
void
planner_timetable_viewport_set_vadjustment (PlannerTimetableViewport *self, GtkAdjustment *adjustment)
{
  set_adjustment (self, &self->vadjustment, adjustment);
}

gboolean
planner_timetable_viewport_is_rtl (const PlannerTimetableViewport *self)
{
  return gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
}

int
planner_timetable_viewport_get_body_width (const PlannerTimetableViewport *self)
{
  return MAX (gtk_widget_get_width (self->widget) - self->geometry.hours_width, 0);
}

int
planner_timetable_viewport_get_body_height (const PlannerTimetableViewport *self)
{
  return MAX (gtk_widget_get_height (self->widget) - self->geometry.header_height, 0);
}

static double
get_scrolled (GtkAdjustment *adjustment)
{
  return adjustment ? round (gtk_adjustment_get_value (adjustment)) : 0;
}

/**
 * planner_timetable_viewport_get_left:
 *
 * Returns: where the content begins, in pixels from the start side of the widget
 */
double
planner_timetable_viewport_get_left (const PlannerTimetableViewport *self)
{
  return self->geometry.hours_width - get_scrolled (self->hadjustment);
}

/**
 * planner_timetable_viewport_get_top:
 *
 * Returns: where the content begins, in pixels from the top of the widget
 */
double
planner_timetable_viewport_get_top (const PlannerTimetableViewport *self)
{
  return self->geometry.header_height - get_scrolled (self->vadjustment);
}

/**
 * planner_timetable_viewport_get_visible_area:
 *
 * Returns: the visible part of the content, in its coordinates
 */
graphene_rect_t
planner_timetable_viewport_get_visible_area (const PlannerTimetableViewport *self)
{
  return GRAPHENE_RECT_INIT ((float) get_scrolled (self->hadjustment),
                             (float) get_scrolled (self->vadjustment),
                             (float) planner_timetable_viewport_get_body_width (self),
                             (float) planner_timetable_viewport_get_body_height (self));
}

/**
 * planner_timetable_viewport_shows_minute:
 * @minute: minutes after the origin of the timetable
 *
 * Returns: whether this time is in the visible part of the content
 */
gboolean
planner_timetable_viewport_shows_minute (const PlannerTimetableViewport *self, double minute)
{
  const double y =
      planner_timetable_geometry_get_y (&self->geometry, minute) - get_scrolled (self->vadjustment);

  return y >= 0 && y <= planner_timetable_viewport_get_body_height (self);
}

static void
configure (GtkAdjustment *adjustment, double content, double page)
{
  const double value = adjustment ? gtk_adjustment_get_value (adjustment) : 0;

  if (adjustment)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (content - page, 0)), 0, MAX (content, page),
                              page * 0.1, page * 0.9, page);
}

/**
 * planner_timetable_viewport_configure:
 *
 * Distributes the columns and updates the adjustments. Call it when the size of the widget or of the content has changed.
 */
void
planner_timetable_viewport_configure (PlannerTimetableViewport *self)
{
  const int width = planner_timetable_viewport_get_body_width (self);

  planner_timetable_geometry_measure_columns (&self->geometry, width);
  configure (self->hadjustment, planner_timetable_geometry_get_width (&self->geometry), width);
  configure (self->vadjustment, planner_timetable_geometry_get_height (&self->geometry),
             planner_timetable_viewport_get_body_height (self));
}

static void
reveal (GtkAdjustment *adjustment, double from, double to)
{
  if (adjustment)
    gtk_adjustment_clamp_page (adjustment, from, MIN (to, from + gtk_adjustment_get_page_size (adjustment)));
}

/**
 * planner_timetable_viewport_reveal_slot:
 *
 * Scrolls as little as possible until the slot is visible.
 */
void
planner_timetable_viewport_reveal_slot (PlannerTimetableViewport *self, guint slot)
{
  const graphene_rect_t area = planner_timetable_geometry_get_area (&self->geometry, slot);

  reveal (self->hadjustment, area.origin.x - MARGIN, area.origin.x + area.size.width + MARGIN);
  reveal (self->vadjustment, area.origin.y - MARGIN, area.origin.y + area.size.height + MARGIN);
}

/**
 * planner_timetable_viewport_reveal_column:
 *
 * Scrolls as little as possible until the column is visible.
 */
void
planner_timetable_viewport_reveal_column (PlannerTimetableViewport *self, guint column)
{
  reveal (self->hadjustment, planner_timetable_geometry_get_column_x (&self->geometry, column),
          planner_timetable_geometry_get_column_x (&self->geometry, column + 1));
}

/**
 * planner_timetable_viewport_open_at:
 * @minute: minutes after the origin of the timetable
 * @part_above: the part of the body that is above this time, from 0 to 1; 0 leaves a small margin
 */
void
planner_timetable_viewport_open_at (PlannerTimetableViewport *self, double minute, double part_above)
{
  const double above =
      part_above > 0 ? part_above * planner_timetable_viewport_get_body_height (self) : MARGIN;

  if (self->vadjustment)
    gtk_adjustment_set_value (self->vadjustment,
                              planner_timetable_geometry_get_y (&self->geometry, minute) - above);
}

/**
 * planner_timetable_viewport_zoom_at:
 * @zoom: 1 for the usual size; limited to a sensible range
 * @x: a position in the body, in pixels
 * @y: a position in the body, in pixels
 *
 * Keeps the time and the column at this position where they are.
 */
void
planner_timetable_viewport_zoom_at (PlannerTimetableViewport *self, double zoom, double x, double y)
{
  PlannerTimetableGeometry *geometry = &self->geometry;
  const double before = geometry->zoom, width = MAX (planner_timetable_geometry_get_width (geometry), 1);
  const double at_x = (get_scrolled (self->hadjustment) + x) / width;
  const double minute =
      planner_timetable_geometry_get_minute (geometry, get_scrolled (self->vadjustment) + y);

  geometry->zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  if (geometry->zoom == before || !self->hadjustment || !self->vadjustment)
    return;

  planner_timetable_viewport_configure (self);
  gtk_adjustment_set_value (self->hadjustment, at_x * planner_timetable_geometry_get_width (geometry) - x);
  gtk_adjustment_set_value (self->vadjustment, planner_timetable_geometry_get_y (geometry, minute) - y);
  gtk_widget_queue_allocate (self->widget);
  gtk_widget_queue_draw (self->widget);
}

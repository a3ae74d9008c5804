/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/timetable/planner-timetable-geometry.h"

#include "words/planner-clock.h"

#include <math.h>

/* Sizes in pixels at zoom 1, with text of the usual size. */
#define PIXELS_PER_MINUTE 2.6
#define COLUMN_WIDTH 176.0
#define LANE_WIDTH 104.0
#define USUAL_LINE_HEIGHT 18.0

/* Sizes that do not depend on the zoom. */
#define GAP 2
#define MARGIN 6
#define PADDING 18
#define GROUP_PADDING 8

void
planner_timetable_geometry_init (PlannerTimetableGeometry *self)
{
  const double left = 0;

  *self = (PlannerTimetableGeometry) { .zoom = 1, .columns_x = g_array_new (FALSE, FALSE, sizeof (double)) };
  g_array_append_val (self->columns_x, left);
}

void
planner_timetable_geometry_clear (PlannerTimetableGeometry *self)
{
  g_clear_pointer (&self->columns_x, g_array_unref);
}

/**
 * planner_timetable_geometry_measure_text:
 * @widget: the widget whose font is used
 *
 * Takes all sizes from the height of a line of text and the width of a time.
 */
void
planner_timetable_geometry_measure_text (PlannerTimetableGeometry *self, GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  const double line = (double) pango_font_metrics_get_height (metrics) / PANGO_SCALE;
  g_autoptr (GDateTime) sample = g_date_time_new_utc (2000, 1, 1, 22, 0, 0);
  g_autofree char *text = planner_format_clock (sample, planner_uses_twelve_hours ());
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_font_metrics_unref (metrics);
  pango_layout_get_pixel_size (layout, &width, NULL);
  self->text_scale = MAX (line / USUAL_LINE_HEIGHT, 0.8);
  self->line_height = (int) ceil (line);
  self->hours_width = width + PADDING;
}

static const char *
get_group (const PlannerTimetableGeometry *self, guint column)
{
  return planner_timetable_get_column (self->timetable, column)->group;
}

static void
measure_header (PlannerTimetableGeometry *self)
{
  gboolean has_groups = FALSE;

  for (guint i = 0; i < planner_timetable_geometry_get_n_columns (self); i++)
    has_groups = has_groups || get_group (self, i);
  self->group_height = has_groups ? self->line_height + GROUP_PADDING : 0;
  self->header_height = self->group_height + self->line_height + PADDING;
}

/**
 * planner_timetable_geometry_measure_columns:
 * @available_width: the visible width of the content, in pixels
 *
 * Columns with sessions at the same time are wider than others. Free space is distributed among all columns. If there are
 * groups of rooms, the header has a line for them.
 */
void
planner_timetable_geometry_measure_columns (PlannerTimetableGeometry *self, double available_width)
{
  const guint n = planner_timetable_geometry_get_n_columns (self);
  const double size = self->text_scale * CLAMP (self->zoom, 0.6, 1.5);
  double x = 0, rest;

  measure_header (self);
  g_array_set_size (self->columns_x, 0);
  g_array_append_val (self->columns_x, x);
  for (guint i = 0; i < n; i++)
    {
      x += MAX (COLUMN_WIDTH, planner_timetable_get_column (self->timetable, i)->n_lanes * LANE_WIDTH) * size;
      g_array_append_val (self->columns_x, x);
    }
  rest = MAX (available_width - x, 0);
  for (guint i = 1; i <= n; i++)
    g_array_index (self->columns_x, double, i) =
        round (planner_timetable_geometry_get_column_x (self, i) + rest * i / n);
}

double
planner_timetable_geometry_get_pixels_per_minute (const PlannerTimetableGeometry *self)
{
  return PIXELS_PER_MINUTE * self->zoom * self->text_scale;
}

guint
planner_timetable_geometry_get_n_columns (const PlannerTimetableGeometry *self)
{
  return self->timetable ? self->timetable->columns->len : 0;
}

double
planner_timetable_geometry_get_column_x (const PlannerTimetableGeometry *self, guint index)
{
  return g_array_index (self->columns_x, double, index);
}

double
planner_timetable_geometry_get_width (const PlannerTimetableGeometry *self)
{
  return g_array_index (self->columns_x, double, self->columns_x->len - 1);
}

double
planner_timetable_geometry_get_height (const PlannerTimetableGeometry *self)
{
  return self->timetable ? planner_timetable_geometry_get_y (self, self->timetable->n_minutes) + MARGIN : 0;
}

/**
 * planner_timetable_geometry_get_y:
 * @minute: minutes after the origin of the timetable
 *
 * Returns: the position of this time in the content, in pixels
 */
double
planner_timetable_geometry_get_y (const PlannerTimetableGeometry *self, double minute)
{
  return MARGIN + minute * planner_timetable_geometry_get_pixels_per_minute (self);
}

/**
 * planner_timetable_geometry_get_minute:
 * @y: a position in the content, in pixels
 *
 * Returns: the time there, in minutes after the origin of the timetable
 */
double
planner_timetable_geometry_get_minute (const PlannerTimetableGeometry *self, double y)
{
  return (y - MARGIN) / planner_timetable_geometry_get_pixels_per_minute (self);
}

graphene_rect_t
planner_timetable_geometry_get_area (const PlannerTimetableGeometry *self, guint index)
{
  const PlannerTimetableSlot *slot = planner_timetable_get_slot (self->timetable, index);
  const double x = planner_timetable_geometry_get_column_x (self, slot->column);
  const double lane = (planner_timetable_geometry_get_column_x (self, slot->column + 1) - x) / slot->n_lanes;
  const double top = planner_timetable_geometry_get_y (self, slot->start_min);
  const double bottom = planner_timetable_geometry_get_y (self, slot->end_min);

  return GRAPHENE_RECT_INIT ((float) (x + slot->lane * lane + GAP), (float) (top + GAP / 2.0),
                             (float) MAX (lane - 2 * GAP, 1), (float) (bottom - top - GAP));
}

static gboolean
is_column_visible (const PlannerTimetableGeometry *self, guint index, const graphene_rect_t *visible)
{
  return planner_timetable_geometry_get_column_x (self, index) < visible->origin.x + visible->size.width &&
         planner_timetable_geometry_get_column_x (self, index + 1) > visible->origin.x;
}

/* The slots of a column are in the order of their starts. */
static void
list_slots_of_column (const PlannerTimetableGeometry *self,
                      const PlannerTimetableColumn *column,
                      const graphene_rect_t *visible,
                      GArray *slots)
{
  const double last_min =
      planner_timetable_geometry_get_minute (self, visible->origin.y + visible->size.height);

  for (guint i = column->first; i < column->first + column->n_slots; i++)
    {
      const graphene_rect_t area = planner_timetable_geometry_get_area (self, i);

      if (planner_timetable_get_slot (self->timetable, i)->start_min > last_min)
        return;
      if (graphene_rect_intersection (&area, visible, NULL))
        g_array_append_val (slots, i);
    }
}

/**
 * planner_timetable_geometry_list_slots:
 * @visible: the visible part of the content
 *
 * Returns: (transfer full) (element-type guint): the slots there
 */
GArray *
planner_timetable_geometry_list_slots (const PlannerTimetableGeometry *self, const graphene_rect_t *visible)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < planner_timetable_geometry_get_n_columns (self); i++)
    if (is_column_visible (self, i, visible))
      list_slots_of_column (self, planner_timetable_get_column (self->timetable, i), visible, slots);

  return slots;
}

/**
 * planner_timetable_geometry_list_columns:
 * @visible: the visible part of the content
 *
 * Returns: (transfer full) (element-type guint): the columns there
 */
GArray *
planner_timetable_geometry_list_columns (const PlannerTimetableGeometry *self, const graphene_rect_t *visible)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < planner_timetable_geometry_get_n_columns (self); i++)
    if (is_column_visible (self, i, visible))
      g_array_append_val (columns, i);

  return columns;
}

/**
 * planner_timetable_geometry_list_groups:
 * @visible: the visible part of the content
 *
 * Returns: (transfer full) (element-type guint): the first column of each group there; it may be outside
 */
GArray *
planner_timetable_geometry_list_groups (const PlannerTimetableGeometry *self, const graphene_rect_t *visible)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0, end; i < planner_timetable_geometry_get_n_columns (self); i = end)
    {
      end = planner_timetable_geometry_get_group_end (self, i);
      if (get_group (self, i) &&
          planner_timetable_geometry_get_column_x (self, i) < visible->origin.x + visible->size.width &&
          planner_timetable_geometry_get_column_x (self, end) > visible->origin.x)
        g_array_append_val (groups, i);
    }

  return groups;
}

/**
 * planner_timetable_geometry_get_group_end:
 * @column: the first column of a group
 *
 * Returns: the index after the last column of its group
 */
guint
planner_timetable_geometry_get_group_end (const PlannerTimetableGeometry *self, guint column)
{
  guint end = column + 1;

  while (end < planner_timetable_geometry_get_n_columns (self) &&
         get_group (self, end) == get_group (self, column))
    end++;

  return end;
}

/**
 * planner_timetable_geometry_list_hours:
 * @visible: the visible part of the content
 *
 * Returns: (transfer full) (element-type guint): the full hours there and one on each side, in hours after the origin
 */
GArray *
planner_timetable_geometry_list_hours (const PlannerTimetableGeometry *self, const graphene_rect_t *visible)
{
  GArray *hours = g_array_new (FALSE, FALSE, sizeof (guint));
  const double first_min = planner_timetable_geometry_get_minute (self, visible->origin.y);
  const double last_min =
      planner_timetable_geometry_get_minute (self, visible->origin.y + visible->size.height);
  const guint n_hours = self->timetable ? (guint) self->timetable->n_minutes / 60 : 0;

  for (guint i = 0; n_hours > 0 && i <= n_hours; i++)
    if ((i + 1) * 60 > first_min && i * 60 < last_min + 60)
      g_array_append_val (hours, i);

  return hours;
}

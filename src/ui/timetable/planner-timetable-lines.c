/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/timetable/planner-timetable-lines.h"

#include <math.h>

/* Quarters of an hour have lines if a minute is higher than this, in pixels. */
#define MIN_PIXELS_FOR_QUARTERS 5

/* The distance in pixels between the line of a group and the edges of its columns. */
#define GROUP_MARGIN 6

static GdkRGBA
get_color (const PlannerTimetableViewport *viewport, float alpha)
{
  GdkRGBA color;

  gtk_widget_get_color (viewport->widget, &color);
  color.alpha *= alpha;

  return color;
}

static void
snapshot_line (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT ((float) round (x), (float) round (y), (float) width,
                                                  (float) height));
}

/* Lines between the hours are fainter. */
static void
snapshot_times (const PlannerTimetableViewport *viewport, GtkSnapshot *snapshot)
{
  const PlannerTimetableGeometry *geometry = &viewport->geometry;
  const gboolean quarters =
      planner_timetable_geometry_get_pixels_per_minute (geometry) > MIN_PIXELS_FOR_QUARTERS;
  const double top = planner_timetable_viewport_get_top (viewport);
  const double x = planner_timetable_viewport_is_rtl (viewport) ? 0 : geometry->hours_width;
  const GdkRGBA strong = get_color (viewport, 0.12f), weak = get_color (viewport, 0.05f);

  for (int minute = 0; minute <= geometry->timetable->n_minutes; minute += quarters ? 15 : 30)
    {
      const double y = top + planner_timetable_geometry_get_y (geometry, minute);

      if (y >= geometry->header_height && y < gtk_widget_get_height (viewport->widget))
        snapshot_line (snapshot, minute % 60 == 0 ? &strong : &weak, x, y,
                       planner_timetable_viewport_get_body_width (viewport), 1);
    }
}

static void
snapshot_columns (const PlannerTimetableViewport *viewport, GtkSnapshot *snapshot)
{
  const PlannerTimetableGeometry *geometry = &viewport->geometry;
  const int width = gtk_widget_get_width (viewport->widget);
  const double left = planner_timetable_viewport_get_left (viewport);
  const GdkRGBA weak = get_color (viewport, 0.05f);

  for (guint i = 0; i <= planner_timetable_geometry_get_n_columns (geometry); i++)
    {
      const double x = left + planner_timetable_geometry_get_column_x (geometry, i);

      if (x >= geometry->hours_width && x < width)
        snapshot_line (snapshot, &weak, planner_timetable_viewport_is_rtl (viewport) ? width - x : x,
                       geometry->group_height, 1, gtk_widget_get_height (viewport->widget));
    }
}

/* A line below the heading of each group is as long as the columns of its rooms. */
static void
snapshot_groups (const PlannerTimetableViewport *viewport, GtkSnapshot *snapshot)
{
  const PlannerTimetableGeometry *geometry = &viewport->geometry;
  const graphene_rect_t visible = planner_timetable_viewport_get_visible_area (viewport);
  g_autoptr (GArray) groups = planner_timetable_geometry_list_groups (geometry, &visible);
  const int width = gtk_widget_get_width (viewport->widget);
  const double left = planner_timetable_viewport_get_left (viewport);
  const GdkRGBA color = get_color (viewport, 0.3f);

  for (guint i = 0; i < groups->len; i++)
    {
      const guint first = g_array_index (groups, guint, i);
      const guint end = planner_timetable_geometry_get_group_end (geometry, first);
      const double from =
          MAX (left + planner_timetable_geometry_get_column_x (geometry, first) + GROUP_MARGIN,
               geometry->hours_width);
      const double to = left + planner_timetable_geometry_get_column_x (geometry, end) - GROUP_MARGIN;

      if (to > from)
        snapshot_line (snapshot, &color, planner_timetable_viewport_is_rtl (viewport) ? width - to : from,
                       geometry->group_height, to - from, 1);
    }
}

/**
 * planner_timetable_snapshot_grid:
 * @viewport: the visible part of a timetable
 *
 * Draws the lines between times and between columns, and below the headings of groups.
 */
void
planner_timetable_snapshot_grid (const PlannerTimetableViewport *viewport, GtkSnapshot *snapshot)
{
  snapshot_times (viewport, snapshot);
  snapshot_columns (viewport, snapshot);
  snapshot_groups (viewport, snapshot);
}

/**
 * planner_timetable_snapshot_header_line:
 * @viewport: the visible part of a timetable
 *
 * Draws the line below the names of the rooms.
 */
void
planner_timetable_snapshot_header_line (const PlannerTimetableViewport *viewport, GtkSnapshot *snapshot)
{
  const GdkRGBA color = get_color (viewport, 0.15f);

  snapshot_line (snapshot, &color, 0, viewport->geometry.header_height - 1,
                 gtk_widget_get_width (viewport->widget), 1);
}

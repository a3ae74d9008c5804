/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-timetable.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerTimetableGeometry:
 * @timetable: (nullable): borrowed
 * @zoom: 1 for the usual size
 * @text_scale: the size of text as a ratio to the usual size; 0 until planner_timetable_geometry_measure_text()
 * @columns_x: (element-type double): the left edges of the columns and the right edge of the last one
 * @line_height: the height of a line of text, in pixels
 * @group_height: the height of the names of groups of rooms, in pixels; 0 if there are none
 * @header_height: the height of the names of rooms and groups, in pixels
 * @hours_width: the width of the hours, in pixels
 *
 * Where everything in a timetable is, in pixels. The content begins below the header and beside the hours. Its x axis begins
 * at the start side, which is the right in right-to-left languages.
 */
typedef struct
{
  const PlannerTimetable *timetable;
  double zoom;
  double text_scale;
  GArray *columns_x;
  int line_height;
  int group_height;
  int header_height;
  int hours_width;
} PlannerTimetableGeometry;

void planner_timetable_geometry_init (PlannerTimetableGeometry *self);
void planner_timetable_geometry_clear (PlannerTimetableGeometry *self);

void planner_timetable_geometry_measure_text (PlannerTimetableGeometry *self, GtkWidget *widget);
void planner_timetable_geometry_measure_columns (PlannerTimetableGeometry *self, double available_width);

double planner_timetable_geometry_get_pixels_per_minute (const PlannerTimetableGeometry *self);
guint planner_timetable_geometry_get_n_columns (const PlannerTimetableGeometry *self);
double planner_timetable_geometry_get_column_x (const PlannerTimetableGeometry *self, guint index);
double planner_timetable_geometry_get_width (const PlannerTimetableGeometry *self);
double planner_timetable_geometry_get_height (const PlannerTimetableGeometry *self);
double planner_timetable_geometry_get_y (const PlannerTimetableGeometry *self, double minute);
double planner_timetable_geometry_get_minute (const PlannerTimetableGeometry *self, double y);
graphene_rect_t planner_timetable_geometry_get_area (const PlannerTimetableGeometry *self, guint slot);
GArray *planner_timetable_geometry_list_slots (const PlannerTimetableGeometry *self,
                                               const graphene_rect_t *visible);
GArray *planner_timetable_geometry_list_columns (const PlannerTimetableGeometry *self,
                                                 const graphene_rect_t *visible);
GArray *planner_timetable_geometry_list_groups (const PlannerTimetableGeometry *self,
                                                const graphene_rect_t *visible);
guint planner_timetable_geometry_get_group_end (const PlannerTimetableGeometry *self, guint column);
GArray *planner_timetable_geometry_list_hours (const PlannerTimetableGeometry *self,
                                               const graphene_rect_t *visible);

G_END_DECLS

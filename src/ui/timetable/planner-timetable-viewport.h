/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/timetable/planner-timetable-geometry.h"

G_BEGIN_DECLS

/**
 * PlannerTimetableViewport:
 * @widget: (unowned): the timetable
 * @hadjustment: (owned) (nullable): the horizontal position
 * @vadjustment: (owned) (nullable): the vertical position
 * @geometry: where everything in the content is
 * @zoom_at_pinch: the zoom when two fingers began to pinch
 *
 * The part of a timetable that is visible. The body is the widget without the headers.
 */
typedef struct
{
  GtkWidget *widget;
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  PlannerTimetableGeometry geometry;
  double zoom_at_pinch;
} PlannerTimetableViewport;

void planner_timetable_viewport_init (PlannerTimetableViewport *self, GtkWidget *widget);
void planner_timetable_viewport_set_hadjustment (PlannerTimetableViewport *self, GtkAdjustment *adjustment);
void planner_timetable_viewport_set_vadjustment (PlannerTimetableViewport *self, GtkAdjustment *adjustment);

gboolean planner_timetable_viewport_is_rtl (const PlannerTimetableViewport *self);
int planner_timetable_viewport_get_body_width (const PlannerTimetableViewport *self);
int planner_timetable_viewport_get_body_height (const PlannerTimetableViewport *self);
double planner_timetable_viewport_get_left (const PlannerTimetableViewport *self);
double planner_timetable_viewport_get_top (const PlannerTimetableViewport *self);
graphene_rect_t planner_timetable_viewport_get_visible_area (const PlannerTimetableViewport *self);
gboolean planner_timetable_viewport_shows_minute (const PlannerTimetableViewport *self, double minute);

void planner_timetable_viewport_configure (PlannerTimetableViewport *self);
void planner_timetable_viewport_reveal_slot (PlannerTimetableViewport *self, guint slot);
void planner_timetable_viewport_reveal_column (PlannerTimetableViewport *self, guint column);
void planner_timetable_viewport_open_at (PlannerTimetableViewport *self, double minute, double part_above);
void planner_timetable_viewport_zoom_at (PlannerTimetableViewport *self, double zoom, double x, double y);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/timetable/planner-recycler.h"
#include "ui/timetable/planner-timetable-day.h"
#include "ui/timetable/planner-timetable-viewport.h"

G_BEGIN_DECLS

/**
 * PlannerTimetableChildren:
 * @viewport: (unowned): the visible part of the timetable
 * @day: (unowned): its sessions
 * @cells: (owned): by slot
 * @rooms: (owned): by column
 * @groups: (owned): by the first column of a group
 * @hours: (owned): by hour after the origin
 * @now_line: (owned): the line at the present
 * @now_label: (owned): the time at this line
 *
 * The child widgets of a timetable. Only what is visible has a widget.
 */
typedef struct
{
  PlannerTimetableViewport *viewport;
  PlannerTimetableDay *day;
  PlannerRecycler *cells;
  PlannerRecycler *rooms;
  PlannerRecycler *groups;
  PlannerRecycler *hours;
  GtkWidget *now_line;
  GtkWidget *now_label;
} PlannerTimetableChildren;

void planner_timetable_children_init (PlannerTimetableChildren *self,
                                      PlannerTimetableViewport *viewport,
                                      PlannerTimetableDay *day);
void planner_timetable_children_clear (PlannerTimetableChildren *self);
void planner_timetable_children_reset (PlannerTimetableChildren *self);

guint planner_timetable_children_find_focused_column (const PlannerTimetableChildren *self);
GtkWidget *planner_timetable_children_ensure_cell (PlannerTimetableChildren *self, guint slot);
void planner_timetable_children_update (PlannerTimetableChildren *self, guint cursor);
void planner_timetable_children_update_now (PlannerTimetableChildren *self);
void planner_timetable_children_allocate (PlannerTimetableChildren *self);
void planner_timetable_children_snapshot (PlannerTimetableChildren *self, GtkSnapshot *snapshot);

G_END_DECLS

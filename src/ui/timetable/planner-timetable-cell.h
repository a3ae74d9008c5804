/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerTimetableCell:
 *
 * A session in a timetable: title, speakers and time as far as they fit, in the color of the forum. It draws its texts
 * itself. Labels would invalidate the layout of the whole window each time that a cell is used for another session.
 */
#define PLANNER_TYPE_TIMETABLE_CELL (planner_timetable_cell_get_type ())

G_DECLARE_FINAL_TYPE (PlannerTimetableCell, planner_timetable_cell, PLANNER, TIMETABLE_CELL, GtkWidget)

GtkWidget *planner_timetable_cell_new (void);

void planner_timetable_cell_set_entry (PlannerTimetableCell *self,
                                       PlannerConference *conference,
                                       PlannerEntry *entry,
                                       GTimeZone *local);
PlannerEntry *planner_timetable_cell_get_entry (PlannerTimetableCell *self);
void planner_timetable_cell_set_index (PlannerTimetableCell *self, guint index);
guint planner_timetable_cell_get_index (PlannerTimetableCell *self);
void planner_timetable_cell_set_past (PlannerTimetableCell *self, gboolean past);
void planner_timetable_cell_set_hidden_height (PlannerTimetableCell *self, int hidden_height);
gboolean planner_timetable_cell_is_star_at (PlannerTimetableCell *self, double x, double y);

G_END_DECLS

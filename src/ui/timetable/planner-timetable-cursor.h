/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/timetable/planner-timetable-cell.h"
#include "ui/timetable/planner-timetable-children.h"

G_BEGIN_DECLS

/**
 * PlannerTimetableCursor:
 * @children: (unowned): the child widgets, which get the focus
 * @viewport: (unowned): follows the focus
 * @day: (unowned): the sessions
 * @slot: the session that has or gets the focus; %PLANNER_TIMETABLE_NONE without sessions
 * @pressed: (unowned) (nullable): the cell under a pressed button
 *
 * Moves the focus among the sessions and the headers of a timetable, and acts on the focused session, by keys and by clicks.
 */
typedef struct
{
  PlannerTimetableChildren *children;
  PlannerTimetableViewport *viewport;
  PlannerTimetableDay *day;
  guint slot;
  PlannerTimetableCell *pressed;
} PlannerTimetableCursor;

void planner_timetable_cursor_init (PlannerTimetableCursor *self, PlannerTimetableChildren *children);

gboolean planner_timetable_cursor_has_focus (const PlannerTimetableCursor *self);
gboolean planner_timetable_cursor_grab_focus (PlannerTimetableCursor *self);
gboolean planner_timetable_cursor_move_focus (PlannerTimetableCursor *self, GtkDirectionType direction);
gboolean planner_timetable_cursor_go_to_end (PlannerTimetableCursor *self, gboolean down);
gboolean planner_timetable_cursor_go_to_page (PlannerTimetableCursor *self, gboolean down);

gboolean planner_timetable_cursor_open (PlannerTimetableCursor *self);
gboolean planner_timetable_cursor_activate (PlannerTimetableCursor *self, const char *action);

G_END_DECLS

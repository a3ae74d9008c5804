/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/timetable/planner-timetable-day.h"
#include "ui/timetable/planner-timetable-viewport.h"

G_BEGIN_DECLS

gboolean planner_timetable_now_is_visible (const PlannerTimetableViewport *viewport,
                                           const PlannerTimetableDay *day);
guint planner_timetable_now_find_visible_next (const PlannerTimetableViewport *viewport,
                                               const PlannerTimetableDay *day);
void planner_timetable_now_scroll_to (PlannerTimetableViewport *viewport,
                                      const PlannerTimetableDay *day,
                                      gboolean keep_columns);

G_END_DECLS

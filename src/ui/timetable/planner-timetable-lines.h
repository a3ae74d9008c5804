/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/timetable/planner-timetable-viewport.h"

G_BEGIN_DECLS

void planner_timetable_snapshot_grid (const PlannerTimetableViewport *viewport, GtkSnapshot *snapshot);
void planner_timetable_snapshot_header_line (const PlannerTimetableViewport *viewport, GtkSnapshot *snapshot);

G_END_DECLS

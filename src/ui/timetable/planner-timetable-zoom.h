/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/timetable/planner-timetable-viewport.h"

G_BEGIN_DECLS

void planner_timetable_add_zoom_controllers (PlannerTimetableViewport *viewport);

G_END_DECLS

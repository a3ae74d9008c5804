/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-timetable.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *planner_timetable_room_header_new (void);
void planner_timetable_room_header_show (GtkWidget *header, const PlannerTimetableColumn *column);
GtkWidget *planner_timetable_group_label_new (void);
GtkWidget *planner_timetable_hour_label_new (void);

G_END_DECLS

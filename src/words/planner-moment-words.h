/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-free-time.h"

G_BEGIN_DECLS

char *planner_format_minutes_left (int minutes);
char *planner_format_running (int minutes);
char *planner_format_next (const PlannerSession *session, gint64 now_utc, GTimeZone *local);
char *planner_format_countdown (const PlannerSession *first, gint64 now_utc);
char *planner_format_continuation (const PlannerSession *next,
                                   const PlannerDay *day,
                                   const PlannerDay *today,
                                   GTimeZone *local);
char *planner_format_free_span (const PlannerFreeTime *free_time, gint64 now_utc, GTimeZone *local);
char *planner_format_fitting (guint n);

G_END_DECLS

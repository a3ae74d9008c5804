/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerQueryTime:
 * @weekday: the day of the week, or %G_DATE_BAD_WEEKDAY for any
 * @year: or 0 for any
 * @month: or %G_DATE_BAD_MONTH for any
 * @day_of_month: or 0 for any
 * @minute: after midnight at the venue, or -1 for any time
 *
 * Words of a search that name a day or a time.
 */
typedef struct
{
  GDateWeekday weekday;
  int year;
  GDateMonth month;
  int day_of_month;
  int minute;
} PlannerQueryTime;

gboolean planner_query_time_parse (PlannerQueryTime *time, const char *folded);
gboolean planner_query_time_matches (const PlannerQueryTime *time,
                                     const PlannerAgenda *agenda,
                                     const PlannerSession *session);

G_END_DECLS

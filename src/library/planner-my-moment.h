/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

G_BEGIN_DECLS

gboolean planner_entry_takes_place (PlannerEntry *entry);
GPtrArray *
planner_conference_list_my_moment (PlannerConference *conference, const char *date, gint64 now_utc);
GPtrArray *
planner_conference_list_my_day (PlannerConference *conference, const char *date, gboolean with_plan_b);

G_END_DECLS

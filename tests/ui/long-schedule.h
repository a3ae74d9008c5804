/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Provides schedules with long texts: an invented one, and real ones. */

#pragma once

#include "library/planner-conference.h"

/* The start of the first session of the invented schedule: 2037-07-01 10:00 in Berlin. */
#define LONG_SCHEDULE_START_UTC G_GINT64_CONSTANT (2130048000)

/* Returns: a schedule with long titles, speakers, rooms and forums, words without spaces, Chinese and Hebrew. The second
 * version moves sessions and leaves out others. */
char *long_schedule_make (int version);

/* Returns: (nullable): the path of a real schedule; %NULL after skipping the test if it is missing */
char *long_schedule_find_real (const char *name);

/* Returns: (element-type PlannerEntry): the entries, those with the longest texts first */
GPtrArray *long_schedule_list_entries (PlannerConference *conference);

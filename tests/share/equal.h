/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

/* Calls a test with each schedule that a reader of the project has: fixtures, bundled schedules, and real ones where there are. */
void for_each_schedule (void (*test) (const char *path));

/* Returns the schedule at a path, or NULL for a file that is no schedule. */
PlannerAgenda *read_schedule (const char *path);

PlannerAgenda *read_text (const char *text);

/* Asserts that all fields are equal but the format and those that a format in JSON cannot hold. */
void assert_equal_agendas (const PlannerAgenda *a, const PlannerAgenda *b);

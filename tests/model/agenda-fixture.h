/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

/* Adds a day that has the sessions from the index @first on. @date is empty for sessions without a day. */
void add_day (PlannerAgenda *agenda, const char *date, guint first, guint n_sessions);

/* Returns an agenda with two sessions. The first has all fields. The second has only a title and the flag not to be recorded. */
PlannerAgenda *make_full_agenda (void);

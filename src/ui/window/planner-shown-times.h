/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"

G_BEGIN_DECLS

/**
 * PlannerShownTimes:
 *
 * Makes widgets show all times again after the time zone of the computer has changed, see localtime(5).
 */
#define PLANNER_TYPE_SHOWN_TIMES (planner_shown_times_get_type ())

G_DECLARE_FINAL_TYPE (PlannerShownTimes, planner_shown_times, PLANNER, SHOWN_TIMES, GObject)

PlannerShownTimes *planner_shown_times_new (PlannerLibrary *library, const char *zone_path);
void planner_shown_times_update (PlannerShownTimes *self);

G_END_DECLS

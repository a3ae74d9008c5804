/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerUntimedDays:
 *
 * Lists the first sessions of a schedule without times, with a heading for each day.
 */
#define PLANNER_TYPE_UNTIMED_DAYS (planner_untimed_days_get_type ())

G_DECLARE_FINAL_TYPE (PlannerUntimedDays, planner_untimed_days, PLANNER, UNTIMED_DAYS, GtkBox)

void planner_untimed_days_show (PlannerUntimedDays *self, PlannerConference *conference);

G_END_DECLS

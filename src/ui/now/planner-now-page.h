/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerNowPage:
 *
 * Shows what happens now: first the attendee's own sessions and the free time between them, then each room. Before the
 * conference it shows when it starts and the attendee's first session, and afterwards the attendee's sessions. If the schedule
 * has no times, it lists the sessions by day.
 *
 * Properties: conference (#PlannerConference, nullable), now-utc (int64: the current time in seconds since the epoch, or
 * %PLANNER_TIME_UNKNOWN), local-time (boolean), columns (uint: for how many columns there is room, from 1 to 3).
 */
#define PLANNER_TYPE_NOW_PAGE (planner_now_page_get_type ())

G_DECLARE_FINAL_TYPE (PlannerNowPage, planner_now_page, PLANNER, NOW_PAGE, AdwNavigationPage)

AdwNavigationPage *planner_now_page_new (void);

G_END_DECLS

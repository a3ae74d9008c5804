/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerChangesBanner:
 *
 * A banner on a page that reports changes of starred sessions. The widget is created when it is first needed.
 * Its button uses the window's action win.review-changes.
 */
#define PLANNER_TYPE_CHANGES_BANNER (planner_changes_banner_get_type ())

G_DECLARE_FINAL_TYPE (PlannerChangesBanner, planner_changes_banner, PLANNER, CHANGES_BANNER, GObject)

PlannerChangesBanner *planner_changes_banner_new (AdwNavigationPage *page);
void planner_changes_banner_show (PlannerChangesBanner *self, PlannerConference *conference);

G_END_DECLS

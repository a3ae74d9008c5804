/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerUpdateBar:
 *
 * Shows the age of the schedule, with a button that starts or stops a refresh.
 *
 * Properties: conference (#PlannerConference, nullable).
 */
#define PLANNER_TYPE_UPDATE_BAR (planner_update_bar_get_type ())

G_DECLARE_FINAL_TYPE (PlannerUpdateBar, planner_update_bar, PLANNER, UPDATE_BAR, AdwBin)

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerFilterChips:
 *
 * Shows the conditions of a filter as small buttons that remove them. It is hidden while the filter is empty.
 *
 * Signals: removed (uint): emitted with the #PlannerFilterPart that the attendee removes
 */
#define PLANNER_TYPE_FILTER_CHIPS (planner_filter_chips_get_type ())

G_DECLARE_FINAL_TYPE (PlannerFilterChips, planner_filter_chips, PLANNER, FILTER_CHIPS, AdwBin)

void planner_filter_chips_show (PlannerFilterChips *self,
                                const PlannerFilter *filter,
                                const PlannerAgenda *agenda);

G_END_DECLS

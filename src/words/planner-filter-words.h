/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-filter.h"

G_BEGIN_DECLS

char *
planner_format_filter_part (const PlannerFilter *filter, PlannerFilterPart part, const PlannerAgenda *agenda);
char *planner_format_filter_minute (int minute);
const char *planner_get_filter_title (PlannerFilterPart part);

G_END_DECLS

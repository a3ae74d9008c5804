/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-query.h"

G_BEGIN_DECLS

const char *planner_get_place_label (PlannerQueryPlace place);
char *planner_format_n_results (guint n);

G_END_DECLS

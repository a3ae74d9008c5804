/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/sessions/planner-session-filter.h"
#include "ui/sessions/planner-session-scope.h"

#include <adwaita.h>

G_BEGIN_DECLS

const char *planner_empty_sessions_ensure (GtkStack *stack,
                                           PlannerScope scope,
                                           PlannerSessionLists *lists,
                                           PlannerSessionFilter *filter);
void planner_empty_sessions_describe_search (GtkStack *stack, const char *text);

G_END_DECLS

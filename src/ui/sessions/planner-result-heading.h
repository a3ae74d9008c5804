/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/sessions/planner-session-lists.h"

G_BEGIN_DECLS

void planner_result_heading_set_up (GtkListHeader *header, PlannerSessionLists *lists);

G_END_DECLS

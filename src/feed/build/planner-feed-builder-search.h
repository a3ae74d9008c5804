/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/build/planner-feed-builder.h"

G_BEGIN_DECLS

void planner_builder_count_names (PlannerBuilder *self);
void planner_builder_make_search (PlannerBuilder *self);

G_END_DECLS

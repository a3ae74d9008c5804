/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-entry.h"

G_BEGIN_DECLS

PlannerEntry *planner_neighbors_find (GListModel *list, PlannerEntry *entry, int step);

G_END_DECLS

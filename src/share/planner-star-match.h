/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"
#include "share/planner-shared-stars.h"

G_BEGIN_DECLS

GPtrArray *planner_shared_stars_match (const PlannerSharedStars *stars, const PlannerAgenda *agenda);

G_END_DECLS

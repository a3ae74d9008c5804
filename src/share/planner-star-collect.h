/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"
#include "share/planner-shared-stars.h"

G_BEGIN_DECLS

PlannerSharedStars *planner_shared_stars_collect (PlannerConference *conference);

G_END_DECLS

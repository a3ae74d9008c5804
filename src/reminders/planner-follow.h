/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reminders/planner-keeper.h"
#include "library/planner-library.h"

G_BEGIN_DECLS

void planner_keeper_follow (PlannerKeeper *self, PlannerLibrary *library);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/planner-cli-exit.h"
#include "cli/planner-cli-options.h"
#include "library/planner-library.h"

G_BEGIN_DECLS

PlannerExit planner_cli_calendar (PlannerLibrary *library, const PlannerCliOptions *options);
void planner_cli_calendar_update (PlannerLibrary *library);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/planner-cli-exit.h"
#include "cli/planner-cli-options.h"
#include "library/planner-library.h"

G_BEGIN_DECLS

gboolean planner_cli_check_zone (const char *name);
gboolean planner_cli_is_conference (PlannerConference *conference, const char *wanted);
gboolean planner_cli_has_conferences (PlannerLibrary *library);
gboolean planner_cli_check_conference (PlannerLibrary *library, const char *wanted);
void planner_cli_print_conference (PlannerConference *conference, const char *result, const GError *error);
gboolean planner_cli_refresh_conference (PlannerConference *conference, gboolean json);
PlannerExit planner_cli_add (PlannerLibrary *library, const PlannerCliOptions *options);
PlannerExit planner_cli_refresh (PlannerLibrary *library, const PlannerCliOptions *options);
PlannerExit planner_cli_changes (PlannerLibrary *library, const PlannerCliOptions *options);

G_END_DECLS

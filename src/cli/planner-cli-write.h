/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/planner-cli-exit.h"
#include "cli/planner-cli-options.h"

G_BEGIN_DECLS

int planner_cli_choose_format (const PlannerCliOptions *options,
                               const char *path,
                               const char *first,
                               const char *second);
PlannerExit planner_cli_write_bytes (const char *path, GBytes *bytes, const PlannerCliOptions *options);
PlannerExit planner_cli_write_out (const char *path, const char *text, const PlannerCliOptions *options);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/planner-cli-exit.h"

#include <glib.h>

G_BEGIN_DECLS

PlannerExit planner_cli_write_bytes (const char *path, GBytes *bytes, gboolean replace);
PlannerExit planner_cli_write_out (const char *path, const char *text, gboolean replace);

G_END_DECLS

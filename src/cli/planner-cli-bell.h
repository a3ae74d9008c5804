/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"

G_BEGIN_DECLS

/**
 * PlannerCliBell:
 *
 * Reports what a command writes to the running planner, once for each commit. A command needs no code of its own for that.
 */
#define PLANNER_TYPE_CLI_BELL (planner_cli_bell_get_type ())

G_DECLARE_FINAL_TYPE (PlannerCliBell, planner_cli_bell, PLANNER, CLI_BELL, GObject)

PlannerCliBell *planner_cli_bell_new (PlannerLibrary *library);
gboolean planner_cli_bell_has_rung (PlannerCliBell *self);

G_END_DECLS

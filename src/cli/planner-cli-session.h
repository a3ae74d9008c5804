/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/planner-cli-hits.h"

G_BEGIN_DECLS

/**
 * PlannerCliMoment:
 * @running: whether the session runs; otherwise it is to come
 * @minutes: how many minutes it still runs, or until it starts
 */
typedef struct
{
  gboolean running;
  int minutes;
} PlannerCliMoment;

void planner_cli_print_session (const PlannerCliHit *hit, const PlannerCliMoment *moment, gboolean json);

G_END_DECLS

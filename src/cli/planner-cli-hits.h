/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/planner-cli-options.h"
#include "library/planner-library.h"

G_BEGIN_DECLS

/**
 * PlannerCliHit:
 * @conference: borrowed
 * @entry: borrowed from @conference
 * @rank: how well a search found the session; the highest is the best
 */
typedef struct
{
  PlannerConference *conference;
  PlannerEntry *entry;
  guint rank;
} PlannerCliHit;

GArray *planner_cli_find_hits (PlannerLibrary *library, const PlannerCliOptions *options);
gboolean planner_cli_find_by_key (PlannerLibrary *library, const char *key, PlannerCliHit *hit);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "net/planner-fetcher.h"

G_BEGIN_DECLS

/**
 * PlannerFetchStage:
 * @PLANNER_FETCH_STAGE_ASKING: from the look-up of the name to the answer's headers
 * @PLANNER_FETCH_STAGE_BODY: while the body comes
 * @PLANNER_FETCH_STAGE_FILE: a file of this machine
 */
typedef enum
{
  PLANNER_FETCH_STAGE_ASKING,
  PLANNER_FETCH_STAGE_BODY,
  PLANNER_FETCH_STAGE_FILE,
} PlannerFetchStage;

GError *planner_fetch_error_new (PlannerFetchError code, const char *subject);
GError *planner_fetch_error_new_for_status (guint status, const char *subject);
PlannerFetchError
planner_fetch_error_classify (const GError *cause, PlannerFetchStage stage, gboolean online);

G_END_DECLS

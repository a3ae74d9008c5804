/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "net/planner-fetcher.h"

G_BEGIN_DECLS

/**
 * PlannerFetchStage:
 * @PLANNER_FETCH_STAGE_REQUEST: from resolving the host name to receiving the headers of the response
 * @PLANNER_FETCH_STAGE_BODY: receiving the body of the response
 * @PLANNER_FETCH_STAGE_FILE: opening or reading a local file
 */
typedef enum
{
  PLANNER_FETCH_STAGE_REQUEST,
  PLANNER_FETCH_STAGE_BODY,
  PLANNER_FETCH_STAGE_FILE,
} PlannerFetchStage;

GError *planner_fetch_error_new (PlannerFetchError code, const char *subject);
GError *planner_fetch_error_new_for_status (guint status, const char *subject);
PlannerFetchError
planner_fetch_error_classify (const GError *cause, PlannerFetchStage stage, gboolean online);
PlannerFetchError planner_fetch_error_classify_mode (guint32 mode);

G_END_DECLS

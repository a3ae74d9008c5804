/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerPhase:
 * @PLANNER_PHASE_FUTURE: before the start, or the time is to be announced
 * @PLANNER_PHASE_PRESENT: from the start until the end
 * @PLANNER_PHASE_PAST: from the end on
 *
 * Where a session is in relation to an instant.
 */
typedef enum
{
  PLANNER_PHASE_FUTURE,
  PLANNER_PHASE_PRESENT,
  PLANNER_PHASE_PAST,
} PlannerPhase;

gint64 planner_phase_get_over_utc (gint64 start_utc, gint64 end_utc);
PlannerPhase planner_phase_at (gint64 start_utc, gint64 end_utc, gint64 now_utc);
PlannerPhase planner_session_get_phase (const PlannerSession *session, gint64 now_utc);

G_END_DECLS

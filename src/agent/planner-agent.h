/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "agent/planner-handover.h"

G_BEGIN_DECLS

/**
 * PlannerAgent:
 *
 * The background program: sends reminders, refreshes schedules, answers searches of the desktop, and becomes the window
 * program when a window is requested. It ends when nothing is left to do.
 */
#define PLANNER_TYPE_AGENT (planner_agent_get_type ())

G_DECLARE_FINAL_TYPE (PlannerAgent, planner_agent, PLANNER, AGENT, GApplication)

PlannerAgent *planner_agent_new (void);
PlannerHandover *planner_agent_get_handover (PlannerAgent *self);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

G_BEGIN_DECLS

/**
 * PlannerScope:
 * @PLANNER_SCOPE_ALL: all sessions of a conference
 * @PLANNER_SCOPE_MY_SCHEDULE: the starred sessions, and those of other conferences on the same days
 * @PLANNER_SCOPE_FORUM: the sessions of one forum
 */
typedef enum
{
  PLANNER_SCOPE_ALL,
  PLANNER_SCOPE_MY_SCHEDULE,
  PLANNER_SCOPE_FORUM,
} PlannerScope;

GListModel *planner_scope_list_entries (PlannerScope scope, PlannerConference *conference);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-session-scope.h"

#include "ui/sessions/planner-whole-day.h"

/**
 * planner_scope_list_entries:
 * @scope: a scope
 * @conference: a conference
 *
 * Returns: (transfer full): a model of the #PlannerEntry that the scope has; for a forum, those of all forums
 */
GListModel *
planner_scope_list_entries (PlannerScope scope, PlannerConference *conference)
{
  return scope == PLANNER_SCOPE_MY_SCHEDULE ? planner_whole_day_new (conference)
                                            : g_object_ref (planner_conference_get_entries (conference));
}

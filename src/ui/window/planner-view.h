/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/sessions/planner-sessions-page.h"

G_BEGIN_DECLS

/* What the sidebar can show, as it is named in win.show-view and kept in the settings; a forum's is "forum:" and its name. */
#define PLANNER_VIEW_ALL "all"
#define PLANNER_VIEW_MY_SCHEDULE "my-schedule"
#define PLANNER_VIEW_CHANGES "changes"
#define PLANNER_VIEW_EXHIBITION "exhibition"

char *planner_view_for_forum (const char *name);
const char *planner_view_get_forum (const char *view);
PlannerScope planner_view_get_scope (const char *view);
gboolean planner_view_is_in (const char *view, PlannerAgenda *agenda);

G_END_DECLS

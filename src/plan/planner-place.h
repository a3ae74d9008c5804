/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

const PlannerRoom *planner_agenda_find_room (const PlannerAgenda *agenda, const char *name);
gboolean planner_session_is_in_room (const PlannerSession *session, const char *name);
guint *planner_agenda_count_room_sessions (const PlannerAgenda *agenda);

const PlannerForum *planner_agenda_find_forum (const PlannerAgenda *agenda, const char *name);

G_END_DECLS

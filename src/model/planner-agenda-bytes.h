/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

GBytes *planner_agenda_to_bytes (const PlannerAgenda *agenda);
GBytes *planner_agenda_session_to_bytes (const PlannerAgenda *agenda, const PlannerSession *session);
PlannerAgenda *planner_agenda_new_from_bytes (GBytes *bytes, const char *const *languages);
PlannerAgenda *planner_agenda_new_for_search (GBytes *bytes, const char *const *languages);

G_END_DECLS

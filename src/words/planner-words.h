/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

char *planner_session_dup_speaker_names (const PlannerSession *session);
char *planner_agenda_dup_size (const PlannerAgenda *agenda);
char *planner_agenda_dup_days (const PlannerAgenda *agenda);
char *planner_isolate (const char *text);
void planner_append_name (GString *names, const char *name);
const char *planner_name_room (const PlannerText *room);
char *planner_name_type (const char *type);
char *planner_name_languages (const char *languages);

G_END_DECLS

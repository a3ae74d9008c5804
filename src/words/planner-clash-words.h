/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

G_BEGIN_DECLS

char *planner_dup_session_of_conference (const char *title, const char *conference_title);
char *planner_format_clash (const char *const *titles);
char *planner_describe_clashes (PlannerConference *conference, PlannerEntry *entry);

G_END_DECLS

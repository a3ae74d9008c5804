/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"

G_BEGIN_DECLS

PlannerConference *planner_choose_conference (PlannerLibrary *library, gint64 last_id);
PlannerConference *
planner_choose_match (PlannerLibrary *library, PlannerConference *selected, const char *text);
const char *planner_choose_view (PlannerConference *conference, const char *view);

G_END_DECLS

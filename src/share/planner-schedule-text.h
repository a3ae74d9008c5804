/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

G_BEGIN_DECLS

char *planner_schedule_to_text (PlannerConference *conference, const char *link);

G_END_DECLS

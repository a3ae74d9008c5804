/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

G_BEGIN_DECLS

char *planner_entries_to_ical (PlannerConference *conference, const GPtrArray *entries, int default_lead_s);

G_END_DECLS

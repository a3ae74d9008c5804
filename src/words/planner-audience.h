/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-report.h"
#include "model/planner-agenda.h"

G_BEGIN_DECLS

char *planner_describe_audience (const PlannerAgenda *agenda, const PlannerReport *report);

G_END_DECLS

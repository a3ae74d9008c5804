/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-report.h"

G_BEGIN_DECLS

GStrv planner_report_dup_effects (const PlannerReport *report);

G_END_DECLS

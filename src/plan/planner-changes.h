/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-change.h"
#include "plan/planner-matching.h"

G_BEGIN_DECLS

GPtrArray *planner_changes_find (const PlannerAgendaMatch *match, GHashTable *starred_keys, gint64 now_utc);

G_END_DECLS

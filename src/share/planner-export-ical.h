/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

char *planner_sessions_to_ical (const PlannerAgenda *agenda,
                                const PlannerSession *const *sessions,
                                guint n_sessions,
                                gint64 written_utc);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

gboolean planner_session_is_equal (const PlannerAgenda *a_agenda,
                                   const PlannerSession *a,
                                   const PlannerAgenda *b_agenda,
                                   const PlannerSession *b);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

char *planner_format_session_text (const PlannerSession *session, const char *day_date);

G_END_DECLS

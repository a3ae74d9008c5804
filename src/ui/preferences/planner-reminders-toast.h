/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

#include <adwaita.h>

G_BEGIN_DECLS

void planner_reminders_toast_ask_once (AdwToastOverlay *overlay,
                                       GSettings *settings,
                                       const PlannerSession *session,
                                       gint64 now_utc);

G_END_DECLS

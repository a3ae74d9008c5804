/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

void planner_star_import_start (PlannerConference *conference,
                                GPtrArray *added,
                                GPtrArray *removed,
                                AdwToastOverlay *toast_overlay);

G_END_DECLS

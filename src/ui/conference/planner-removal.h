/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

void planner_removal_start (PlannerLibrary *library,
                            PlannerConference *conference,
                            AdwToastOverlay *toast_overlay);

G_END_DECLS

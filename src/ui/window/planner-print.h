/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

void planner_print_open (AdwToastOverlay *toast_overlay, PlannerConference *conference, const char *view);

G_END_DECLS

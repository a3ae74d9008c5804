/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "share/planner-shared-stars.h"

G_BEGIN_DECLS

/* Larger files are refused. A calendar with a whole conference is much smaller. */
#define PLANNER_SHARED_MAX_BYTES (8 * 1024 * 1024)

PlannerSharedStars *planner_shared_stars_read (GBytes *bytes, GError **error);
PlannerSharedStars *planner_shared_stars_read_text (const char *text, GError **error);

G_END_DECLS

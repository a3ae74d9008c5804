/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "share/planner-shared-stars.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *planner_star_file_write (const PlannerSharedStars *stars);
gboolean planner_is_star_file (JsonObject *object);
PlannerSharedStars *planner_star_file_read (JsonObject *object, GError **error);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "share/planner-shared-stars.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *planner_star_json_dup_string (JsonObject *object, const char *member);
char *planner_star_json_dup_node (JsonNode *node);
gint64 planner_star_json_get_time (JsonObject *object, const char *member);
void planner_star_json_foreach (JsonObject *object,
                                const char *member,
                                PlannerSharedStars *stars,
                                void (*read_star) (PlannerSharedStars *stars, JsonObject *star));

G_END_DECLS

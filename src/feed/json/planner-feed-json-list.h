/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/json/planner-feed-json-value.h"

G_BEGIN_DECLS

JsonObject *planner_json_get_item (JsonArray *array, guint i);
GHashTable *planner_json_index_by_id (PlannerBuilder *builder, JsonArray *array, const char *where);
void planner_json_note_no_session (PlannerBuilder *builder, JsonNode *node, const char *where);

G_END_DECLS

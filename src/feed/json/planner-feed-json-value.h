/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/build/planner-feed-builder.h"
#include "feed/build/planner-feed-note.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define PLANNER_FEED_MAX_LANGUAGES 50

JsonNode *planner_json_get (JsonObject *object, const char *member);
JsonObject *planner_json_get_object (JsonObject *object, const char *member);
JsonArray *planner_json_get_array (JsonObject *object, const char *member);
gboolean planner_json_get_bool (JsonObject *object, const char *member);
char *planner_json_dup_line (const PlannerPlace *place, JsonObject *object, const char *member);
char *planner_json_dup_first_line (const PlannerPlace *place, JsonObject *object, const char *const *members);
char *
planner_json_dup_node (const PlannerPlace *place, JsonNode *node, const char *member, PlannerTextKind kind);
void planner_json_add_text (const PlannerPlace *place,
                            PlannerText *text,
                            const char *language,
                            JsonNode *node,
                            const char *member,
                            PlannerTextKind kind);
void planner_json_add_fields (const PlannerPlace *place,
                              gpointer target,
                              const PlannerTextField *fields,
                              const char *language,
                              JsonObject *object);
char *planner_json_make_path (const char *path, const char *name);

G_END_DECLS

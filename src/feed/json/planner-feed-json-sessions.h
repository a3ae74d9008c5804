/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/json/planner-feed-json-reader.h"

G_BEGIN_DECLS

JsonNode *planner_json_get_events (JsonObject *object);
gboolean planner_json_read_sessions (PlannerJsonReader *reader, GError **error);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/json/planner-feed-json-value.h"

G_BEGIN_DECLS

gboolean planner_feed_conclar_is (JsonNode *root);
gboolean planner_feed_conclar_read (PlannerBuilder *builder, JsonNode *root, GError **error);

G_END_DECLS

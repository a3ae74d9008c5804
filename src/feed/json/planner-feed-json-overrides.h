/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/json/planner-feed-json-reader.h"

G_BEGIN_DECLS

void planner_json_override (PlannerJsonReader *reader, JsonObject *object, JsonObject *overrides);
void planner_json_override_kept (PlannerJsonReader *reader,
                                 JsonObject *object,
                                 const char *collection,
                                 const char *name);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/json/planner-feed-json-reader.h"

G_BEGIN_DECLS

gboolean planner_json_read_event (PlannerJsonReader *reader,
                                  JsonObject *event,
                                  const char *path,
                                  int day,
                                  const char *room,
                                  GError **error);

G_END_DECLS

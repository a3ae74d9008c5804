/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/json/planner-feed-json-reader.h"

G_BEGIN_DECLS

void planner_json_read_things (PlannerJsonReader *reader);

G_END_DECLS

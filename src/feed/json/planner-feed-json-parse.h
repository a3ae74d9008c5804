/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-report.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *planner_json_parse (const char *text, PlannerReport *report, GError **error);

G_END_DECLS

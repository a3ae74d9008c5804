/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

const char *planner_export_find_language (const PlannerAgenda *agenda);
void planner_export_set_string (JsonObject *object, const char *member, const char *value);
void planner_export_set_variants (JsonObject *object, const char *member, const PlannerText *text);
void planner_export_set_text (JsonObject *object,
                              JsonObject *overrides,
                              const char *member,
                              const PlannerText *text,
                              const char *language);
void planner_export_take_overrides (JsonObject *parent, const char *member, JsonObject *overrides);

G_END_DECLS

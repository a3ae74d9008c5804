/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "share/planner-shared-stars.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

PlannerSharedStars *planner_star_calendar_read (GBytes *bytes, GError **error);
gboolean planner_is_fahrplan_json (JsonObject *object);
PlannerSharedStars *planner_star_fahrplan_json_read (JsonObject *object, GError **error);
PlannerSharedStars *planner_star_fahrplan_text_read (const char *text, GError **error);
gboolean planner_is_giggity_link (const char *text);
PlannerSharedStars *planner_star_giggity_read (const char *link, GError **error);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-star.h"
#include "plan/planner-matching.h"
#include "store/planner-store.h"

G_BEGIN_DECLS

GPtrArray *planner_store_list_stars (PlannerStore *self, gint64 id, GError **error);
gboolean planner_store_add_star (PlannerStore *self, gint64 id, const PlannerStar *star, GError **error);
gboolean planner_store_remove_star (PlannerStore *self, gint64 id, const char *key, GError **error);
PlannerStar *planner_store_find_star (PlannerStore *self, gint64 id, const char *key, GError **error);
gboolean planner_store_set_lead (PlannerStore *self, gint64 id, const char *key, int lead_s, GError **error);
gboolean
planner_store_set_plan_b (PlannerStore *self, gint64 id, const char *key, gboolean plan_b, GError **error);
gboolean planner_store_set_note (PlannerStore *self,
                                 gint64 id,
                                 const char *key,
                                 const char *base,
                                 const char *note,
                                 GError **error);

/* For the files of this room only. */
GPtrArray *planner_store_read_stars (sqlite3 *db, gint64 id, GError **error);
gboolean planner_store_match_stars (sqlite3 *db,
                                    gint64 id,
                                    const PlannerAgendaMatch *agendas,
                                    gint64 now_utc,
                                    GError **error);

G_END_DECLS

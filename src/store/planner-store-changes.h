/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-change.h"
#include "plan/planner-matching.h"
#include "store/planner-store.h"

G_BEGIN_DECLS

GPtrArray *planner_store_list_changes (PlannerStore *self, gint64 id, GError **error);
GPtrArray *planner_store_list_unannounced (PlannerStore *self, gint64 id, GError **error);
gboolean planner_store_set_announced (PlannerStore *self, gint64 id, GPtrArray *changes, GError **error);
gboolean
planner_store_set_changes_seen (PlannerStore *self, gint64 id, const char *const *keys, GError **error);
gboolean planner_store_dismiss_changes (PlannerStore *self, gint64 id, GError **error);

/* For the files of this room only. */
gboolean planner_store_merge_changes (sqlite3 *db,
                                      gint64 id,
                                      gint64 now_utc,
                                      const PlannerAgendaMatch *match,
                                      GPtrArray *found,
                                      GError **error);

G_END_DECLS

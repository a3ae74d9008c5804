/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-change-item.h"
#include "library/planner-entries.h"
#include "store/planner-store-changes.h"
#include "store/planner-worker.h"

G_BEGIN_DECLS

/**
 * PlannerChangeList:
 *
 * The stored changes of a conference: a #GListModel of #PlannerChangeItem, the newest first. It sets the marks of entries
 * with unseen changes. Main thread only.
 *
 * Properties, all read-only:
 * - n-items (unsigned)
 * - n-unseen (unsigned): the number of unseen changes
 * - n-urgent (unsigned): the number of unseen changes of starred sessions that are %PLANNER_CHANGE_URGENT
 */
#define PLANNER_TYPE_CHANGE_LIST (planner_change_list_get_type ())

G_DECLARE_FINAL_TYPE (PlannerChangeList, planner_change_list, PLANNER, CHANGE_LIST, GObject)

PlannerChangeList *planner_change_list_new (PlannerStore *store, PlannerWorker *worker, gint64 conference_id);
gboolean planner_change_list_has (PlannerChangeList *self, GPtrArray *changes);
void planner_change_list_set (PlannerChangeList *self, GPtrArray *changes, PlannerEntries *entries);

guint planner_change_list_get_n_unseen (PlannerChangeList *self);
guint planner_change_list_get_n_urgent (PlannerChangeList *self);

const PlannerChange *planner_change_list_find (PlannerChangeList *self, PlannerEntry *entry);

void planner_change_list_update (PlannerChangeList *self);
void planner_change_list_set_seen (PlannerChangeList *self, const char *const *keys);
void planner_change_list_dismiss (PlannerChangeList *self);

G_END_DECLS

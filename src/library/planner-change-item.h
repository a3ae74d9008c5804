/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-entry.h"
#include "model/planner-change.h"

G_BEGIN_DECLS

/**
 * PlannerChangeItem:
 *
 * A change of a session as an item of a list. Main thread only.
 *
 * Properties: change (pointer), entry (#PlannerEntry, nullable), seen (boolean).
 */
#define PLANNER_TYPE_CHANGE_ITEM (planner_change_item_get_type ())

G_DECLARE_FINAL_TYPE (PlannerChangeItem, planner_change_item, PLANNER, CHANGE_ITEM, GObject)

PlannerChangeItem *planner_change_item_new (PlannerChange *change, PlannerEntry *entry);

const PlannerChange *planner_change_item_get_change (PlannerChangeItem *self);
PlannerEntry *planner_change_item_get_entry (PlannerChangeItem *self);
gboolean planner_change_item_get_starred (PlannerChangeItem *self);
gboolean planner_change_item_get_seen (PlannerChangeItem *self);
void planner_change_item_set_seen (PlannerChangeItem *self, gboolean seen);

G_END_DECLS

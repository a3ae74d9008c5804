/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-entry.h"
#include "store/planner-store.h"

G_BEGIN_DECLS

typedef enum
{
  PLANNER_CHANGE_STAR,
  PLANNER_CHANGE_UNSTAR,
  PLANNER_CHANGE_LEAD,
} PlannerChangeKind;

/**
 * PlannerChange:
 * @kind: what is changed
 * @store: (owned):
 * @conference_id: of @entry
 * @entry: (owned): what is changed
 * @lead_s: the lead time that is to be; once a star is written, the one that its session has
 * @star: (owned) (nullable): what @entry is when it is written
 *
 * Something that the attendee changes of an entry, on its way into the store.
 */
typedef struct
{
  PlannerChangeKind kind;
  PlannerStore *store;
  gint64 conference_id;
  PlannerEntry *entry;
  int lead_s;
  PlannerStar *star;
} PlannerChange;

PlannerChange *
planner_change_new (PlannerChangeKind kind, PlannerStore *store, gint64 conference_id, PlannerEntry *entry);
void planner_change_free (PlannerChange *change);
void planner_change_prepare (PlannerChange *change);
gboolean planner_change_write (PlannerChange *change, GError **error);

G_END_DECLS

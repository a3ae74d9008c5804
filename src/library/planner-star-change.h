/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-entry.h"
#include "store/planner-store.h"

G_BEGIN_DECLS

typedef enum
{
  PLANNER_STAR_CHANGE_ADD,
  PLANNER_STAR_CHANGE_REMOVE,
  PLANNER_STAR_CHANGE_LEAD,
} PlannerStarChangeKind;

/**
 * PlannerStarChange:
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
  PlannerStarChangeKind kind;
  PlannerStore *store;
  gint64 conference_id;
  PlannerEntry *entry;
  int lead_s;
  PlannerStar *star;
} PlannerStarChange;

PlannerStarChange *planner_star_change_new (PlannerStarChangeKind kind,
                                            PlannerStore *store,
                                            gint64 conference_id,
                                            PlannerEntry *entry);
void planner_star_change_free (PlannerStarChange *change);
void planner_star_change_prepare (PlannerStarChange *change);
gboolean planner_star_change_write (PlannerStarChange *change, GError **error);

G_END_DECLS

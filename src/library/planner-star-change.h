/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-entry.h"
#include "store/planner-store-stars.h"

G_BEGIN_DECLS

typedef enum
{
  PLANNER_STAR_CHANGE_ADD,
  PLANNER_STAR_CHANGE_REMOVE,
  PLANNER_STAR_CHANGE_LEAD,
} PlannerStarChangeKind;

/**
 * PlannerStarChange:
 * @kind: the kind of the change
 * @store: (owned): the store to write to
 * @conference_id: the conference of @entry
 * @entry: (owned): the entry to change
 * @lead_s: the new lead time in seconds; after a star was written, the lead time of its session
 * @star: (owned) (nullable): the star of @entry, from planner_star_change_prepare() on
 *
 * A change of an entry by the attendee, to be written to the store.
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

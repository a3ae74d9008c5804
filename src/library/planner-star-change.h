/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-entry.h"
#include "store/planner-store-stars.h"

G_BEGIN_DECLS

/**
 * PlannerStarChangeKind:
 * @PLANNER_STAR_CHANGE_ADD: stars the session; the attendee is going
 * @PLANNER_STAR_CHANGE_REMOVE: removes the star
 * @PLANNER_STAR_CHANGE_PLAN_B: makes the session plan B or going, and stars it if it is not starred
 * @PLANNER_STAR_CHANGE_LEAD: changes the lead time of a starred session
 * @PLANNER_STAR_CHANGE_NOTE: changes the note; a session that gets one is starred if it is not starred
 */
typedef enum
{
  PLANNER_STAR_CHANGE_ADD,
  PLANNER_STAR_CHANGE_REMOVE,
  PLANNER_STAR_CHANGE_PLAN_B,
  PLANNER_STAR_CHANGE_LEAD,
  PLANNER_STAR_CHANGE_NOTE,
} PlannerStarChangeKind;

/**
 * PlannerStarChange:
 * @kind: the kind of the change
 * @store: (owned): the store to write to
 * @conference_id: the conference of @entry
 * @entry: (owned): the entry to change
 * @plan_b: whether the session becomes plan B
 * @lead_s: the new lead time in seconds
 * @base: (owned) (nullable): the note that the attendee changed
 * @note: (owned) (nullable): the new note; %NULL to remove it
 * @star: (owned) (nullable): from planner_star_change_prepare() on, a star for @entry; after planner_star_change_write(), the
 *   star as it is stored, or %NULL if the session is not starred
 *
 * A change of an entry by the attendee, to be written to the store.
 */
typedef struct
{
  PlannerStarChangeKind kind;
  PlannerStore *store;
  gint64 conference_id;
  PlannerEntry *entry;
  gboolean plan_b;
  int lead_s;
  char *base;
  char *note;
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

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"
#include "share/planner-shared-stars.h"

G_BEGIN_DECLS

/**
 * PlannerStarPlan:
 * @conference: (owned): the conference of the stars
 * @found: (owned) (element-type PlannerEntry): the sessions that were found, in the order of the schedule
 * @missing: (owned) (element-type PlannerSharedStar): the stars whose sessions were not found, borrowed from the list
 * @added: (owned) (element-type PlannerEntry): those of @found that have no star yet
 * @removed: (owned) (element-type PlannerEntry): the stars that replacing removes
 * @clashing: (owned): the set of those of @found that share time with another star
 *
 * The effect that an import of stars would have.
 */
typedef struct
{
  PlannerConference *conference;
  GPtrArray *found;
  GPtrArray *missing;
  GPtrArray *added;
  GPtrArray *removed;
  GHashTable *clashing;
} PlannerStarPlan;

PlannerConference *planner_star_plan_find_conference (PlannerLibrary *library,
                                                      const PlannerSharedStars *stars);
PlannerStarPlan *planner_star_plan_new (PlannerLibrary *library,
                                        PlannerConference *conference,
                                        const PlannerSharedStars *stars,
                                        gboolean replace);
void planner_star_plan_free (PlannerStarPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerStarPlan, planner_star_plan_free)

G_END_DECLS

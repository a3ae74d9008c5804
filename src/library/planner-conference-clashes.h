/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

G_BEGIN_DECLS

GPtrArray *planner_conference_get_clashes (PlannerConference *self, PlannerEntry *entry);
GPtrArray *planner_conference_list_elsewhere (PlannerConference *self);
GListModel *planner_conference_list_starred (PlannerConference *self);
PlannerElsewhere *planner_conference_find_elsewhere (PlannerConference *self, PlannerEntry *entry);
gboolean planner_conference_allows_going (PlannerConference *self, PlannerEntry *entry);

/* For the library only. */
void planner_conference_update_clashes (PlannerConference *self);
void planner_conference_set_clashes (PlannerConference *self, PlannerClashes *clashes);

G_END_DECLS

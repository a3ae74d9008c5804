/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"
#include "share/planner-shared-stars.h"

G_BEGIN_DECLS

/**
 * PlannerFriends:
 *
 * The stars of friends, shown beside the attendee's own until they are removed. They are stored with the view of their
 * conference, and the attendee's stars do not change. Sets #PlannerEntry:friends, also after the schedule has changed.
 *
 * Signals: changed: emitted when friends or their sessions may have changed
 */
#define PLANNER_TYPE_FRIENDS (planner_friends_get_type ())

G_DECLARE_FINAL_TYPE (PlannerFriends, planner_friends, PLANNER, FRIENDS, GObject)

PlannerFriends *planner_friends_new (GListModel *conferences);
void planner_friends_add (PlannerFriends *self,
                          PlannerConference *conference,
                          const char *name,
                          PlannerSharedStars *stars);
gboolean planner_friends_has_other_part (PlannerFriends *self,
                                         PlannerConference *conference,
                                         const char *name,
                                         const PlannerSharedStars *stars);
char *planner_friends_dup_free_name (PlannerFriends *self, PlannerConference *conference, const char *name);
GPtrArray *planner_friends_remove (PlannerFriends *self, PlannerConference *conference, const char *name);
void planner_friends_restore (PlannerFriends *self, PlannerConference *conference, const GPtrArray *before);
gboolean planner_friends_has_any (PlannerFriends *self, PlannerConference *conference);
gboolean planner_friends_has_new (PlannerFriends *self, PlannerConference *conference);
GStrv planner_friends_list (PlannerFriends *self, PlannerConference *conference);

G_END_DECLS

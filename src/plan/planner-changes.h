/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-identity.h"
#include "model/planner-sketch.h"

G_BEGIN_DECLS

/**
 * PlannerChange:
 * @number: the store's; 0 before it is stored
 * @key: the session's in the newest agenda; that of its last one, or of its star, when it is withdrawn
 * @identity: what the session was known by in the last edition that has it
 * @was: (nullable): as the attendee knew it; %NULL when it is new
 * @is: (nullable): as it is now; %NULL when it is withdrawn
 * @clash_key: (nullable): with %PLANNER_CHANGE_CLASHES, the key of the other session
 * @clash_title: (nullable): and its title
 * @found_utc: when the edition that brought it was read, in seconds since the epoch
 * @starred: whether the session is starred
 * @seen: the attendee has looked at it
 * @dismissed: the attendee has put it away
 * @announced: a notification has told of it
 *
 * What became of one session. It does not change after it is made. Atomically counted: threads may share it.
 */
typedef struct
{
  gint64 number;
  PlannerChangeFlags flags;
  char *key;
  PlannerIdentity *identity;
  PlannerSketch *was;
  PlannerSketch *is;
  char *clash_key;
  char *clash_title;
  gint64 found_utc;
  gboolean starred;
  gboolean seen;
  gboolean dismissed;
  gboolean announced;
} PlannerChange;

/**
 * PlannerSuccession:
 * @old_agenda: (borrowed): an edition
 * @agenda: (borrowed): the one that follows
 * @successors: (borrowed) (element-type PlannerSession): for each session of @old_agenda its session in @agenda, or
 *   %NULL, by planner_identities_match()
 */
typedef struct
{
  const PlannerAgenda *old_agenda;
  const PlannerAgenda *agenda;
  GPtrArray *successors;
} PlannerSuccession;

PlannerChange *planner_change_new (const PlannerIdentity *identity, PlannerSketch *was, PlannerSketch *is);
PlannerChange *planner_change_copy (const PlannerChange *change);
PlannerChange *planner_change_ref (PlannerChange *change);
void planner_change_unref (PlannerChange *change);
const PlannerSketch *planner_change_get_sketch (const PlannerChange *change);

GPtrArray *planner_succession_list_fresh (const PlannerSuccession *succession);
GPtrArray *
planner_changes_find (const PlannerSuccession *succession, GHashTable *starred_keys, gint64 now_utc);
GPtrArray *planner_changes_merge (const PlannerSuccession *succession,
                                  GPtrArray *kept,
                                  GPtrArray *found,
                                  gint64 now_utc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerChange, planner_change_unref)

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-identity.h"
#include "model/planner-sketch.h"

G_BEGIN_DECLS

/**
 * PlannerChange:
 * @number: the store's number of the change; 0 before it is stored
 * @key: the session's key in the newest agenda; for a withdrawn session, its last key or the key of its star
 * @identity: the session's identity in the last edition that has it
 * @was: (nullable): the session as the attendee knew it; %NULL for a new session
 * @is: (nullable): the session as it is now; %NULL for a withdrawn session
 * @clash_key: (nullable): with %PLANNER_CHANGE_CLASHES, the key of the other session
 * @clash_title: (nullable): with %PLANNER_CHANGE_CLASHES, the title of the other session
 * @clash_conference: (nullable): the title of the conference of the other session, if it is another one; @clash_key is then
 *   %NULL
 * @found_utc: when the edition with the change was read, in seconds since the epoch
 * @starred: whether the session is starred
 * @seen: whether the attendee has looked at the change
 * @dismissed: whether the attendee has dismissed the change
 * @announced: whether a notification has shown the change
 *
 * A change of one session. It is immutable once made. Atomically counted: threads may share it.
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
  char *clash_conference;
  gint64 found_utc;
  gboolean starred;
  gboolean seen;
  gboolean dismissed;
  gboolean announced;
} PlannerChange;

PlannerChange *planner_change_new (const PlannerIdentity *identity, PlannerSketch *was, PlannerSketch *is);
PlannerChange *planner_change_copy (const PlannerChange *change);
PlannerChange *planner_change_ref (PlannerChange *change);
void planner_change_unref (PlannerChange *change);

const PlannerSketch *planner_change_get_sketch (const PlannerChange *change);
void planner_change_set_clash (PlannerChange *change, const PlannerSession *other, const char *conference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerChange, planner_change_unref)

G_END_DECLS

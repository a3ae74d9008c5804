/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-change.h"

static void
change_clear (PlannerChange *change)
{
  g_clear_pointer (&change->identity, planner_identity_free);
  g_clear_pointer (&change->was, planner_sketch_unref);
  g_clear_pointer (&change->is, planner_sketch_unref);
  g_free (change->key);
  g_free (change->clash_key);
  g_free (change->clash_title);
  g_free (change->clash_conference);
}

/**
 * planner_change_new:
 * @was: (nullable): %NULL for a new session
 * @is: (nullable): %NULL for a withdrawn session
 *
 * Returns: (transfer full): a change with the key of @identity and the flags of the two sketches. The caller fills in the
 *   rest before sharing it.
 */
PlannerChange *
planner_change_new (const PlannerIdentity *identity, PlannerSketch *was, PlannerSketch *is)
{
  PlannerChange *change;

  g_return_val_if_fail (identity != NULL, NULL);
  g_return_val_if_fail (was != NULL || is != NULL, NULL);

  change = g_atomic_rc_box_new0 (PlannerChange);
  change->was = was ? planner_sketch_ref (was) : NULL;
  change->is = is ? planner_sketch_ref (is) : NULL;
  change->identity = planner_identity_copy (identity);
  change->key = g_strdup (identity->key);
  if (!was)
    change->flags = PLANNER_CHANGE_NEW;
  else
    change->flags = is ? planner_sketch_compare (was, is) : PLANNER_CHANGE_WITHDRAWN;

  return change;
}

/**
 * planner_change_copy:
 *
 * Returns: (transfer full): a copy, which the caller may modify before sharing it
 */
PlannerChange *
planner_change_copy (const PlannerChange *change)
{
  PlannerChange *copy;

  g_return_val_if_fail (change != NULL, NULL);

  copy = planner_change_new (change->identity, change->was, change->is);
  copy->number = change->number;
  copy->flags = change->flags;
  g_set_str (&copy->key, change->key);
  copy->clash_key = g_strdup (change->clash_key);
  copy->clash_title = g_strdup (change->clash_title);
  copy->clash_conference = g_strdup (change->clash_conference);
  copy->found_utc = change->found_utc;
  copy->starred = change->starred;
  copy->seen = change->seen;
  copy->dismissed = change->dismissed;
  copy->announced = change->announced;

  return copy;
}

PlannerChange *
planner_change_ref (PlannerChange *change)
{
  return g_atomic_rc_box_acquire (change);
}

void
planner_change_unref (PlannerChange *change)
{
  g_atomic_rc_box_release_full (change, (GDestroyNotify) change_clear);
}

/**
 * planner_change_get_sketch:
 *
 * Returns: (transfer none): the session as it is, or for a withdrawn session as it was
 */
const PlannerSketch *
planner_change_get_sketch (const PlannerChange *change)
{
  g_return_val_if_fail (change != NULL, NULL);

  return change->is ? change->is : change->was;
}

/**
 * planner_change_set_clash:
 * @other: (nullable): the session that the changed session clashes with; %NULL for none
 * @conference: (nullable): the title of the conference of @other; %NULL if both sessions are of the same one
 *
 * To be called before the change is shared.
 */
void
planner_change_set_clash (PlannerChange *change, const PlannerSession *other, const char *conference)
{
  g_return_if_fail (change != NULL);

  change->flags &= ~PLANNER_CHANGE_CLASHES;
  if (other)
    change->flags |= PLANNER_CHANGE_CLASHES;
  g_set_str (&change->clash_key, other && !conference ? other->key : NULL);
  g_set_str (&change->clash_title, other ? other->title.shown : NULL);
  g_set_str (&change->clash_conference, conference);
}

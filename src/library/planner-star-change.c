/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-star-change.h"

PlannerStarChange *
planner_star_change_new (PlannerStarChangeKind kind,
                         PlannerStore *store,
                         gint64 conference_id,
                         PlannerEntry *entry)
{
  PlannerStarChange *change = g_new0 (PlannerStarChange, 1);

  change->kind = kind;
  change->store = g_object_ref (store);
  change->conference_id = conference_id;
  change->entry = g_object_ref (entry);

  return change;
}

void
planner_star_change_free (PlannerStarChange *change)
{
  g_object_unref (change->store);
  g_object_unref (change->entry);
  g_clear_pointer (&change->star, planner_star_free);
  g_free (change);
}

/**
 * planner_star_change_prepare:
 *
 * Copies the facts that the worker's thread needs from the entry. To be called on the main thread, just before
 * planner_star_change_write(): a refresh may have changed the entry's key since planner_star_change_new().
 */
void
planner_star_change_prepare (PlannerStarChange *change)
{
  PlannerEntry *entry = change->entry;

  change->star = planner_star_new (planner_entry_get_agenda (entry), planner_entry_get_session (entry));
  change->star->withdrawn = planner_entry_is_absent (entry);
  change->star->past = planner_entry_get_past (entry);
  g_set_str (&change->star->identity->key, planner_entry_get_key (entry));
}

/* A session that was starred before may have a lead time of its own. */
static gboolean
write_star (PlannerStarChange *change, GError **error)
{
  return planner_store_add_star (change->store, change->conference_id, change->star, error) &&
         planner_store_get_lead (change->store, change->conference_id, change->star->identity->key,
                                 &change->lead_s, error);
}

/**
 * planner_star_change_write:
 *
 * Writes the change to the store. Blocks; may be called from any thread.
 *
 * Returns: whether it is durable; errors are of %PLANNER_STORE_ERROR
 */
gboolean
planner_star_change_write (PlannerStarChange *change, GError **error)
{
  const char *key = change->star->identity->key;

  switch (change->kind)
    {
    case PLANNER_STAR_CHANGE_ADD:
      return write_star (change, error);
    case PLANNER_STAR_CHANGE_REMOVE:
      return planner_store_remove_star (change->store, change->conference_id, key, error);
    case PLANNER_STAR_CHANGE_LEAD:
      return planner_store_set_lead (change->store, change->conference_id, key, change->lead_s, error);
    default:
      g_assert_not_reached ();
    }
}

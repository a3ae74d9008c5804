/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-star-change.h"

#include "store/planner-store-reminders.h"

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
 * Takes from the entry, on the main thread, what the other thread needs. The entry may have another key by then than
 * when the change was asked for.
 */
void
planner_star_change_prepare (PlannerStarChange *change)
{
  PlannerEntry *entry = change->entry;

  change->star = planner_star_new (planner_entry_get_agenda (entry), planner_entry_get_session (entry));
  change->star->withdrawn = planner_entry_get_withdrawn (entry);
  g_set_str (&change->star->identity->key, planner_entry_get_key (entry));
}

/* A session that had a star before may have kept its lead time. */
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
 * Blocks; in any thread.
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

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
  g_free (change->base);
  g_free (change->note);
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
  change->star->plan_b = change->plan_b;
  g_set_str (&change->star->identity->key, planner_entry_get_key (entry));
}

static gboolean
change_star (PlannerStarChange *change, GError **error)
{
  PlannerStore *store = change->store;
  const gint64 id = change->conference_id;
  const char *key = change->star->identity->key;

  switch (change->kind)
    {
    case PLANNER_STAR_CHANGE_ADD:
      return planner_store_add_star (store, id, change->star, error);
    case PLANNER_STAR_CHANGE_REMOVE:
      return planner_store_remove_star (store, id, key, error);
    case PLANNER_STAR_CHANGE_PLAN_B:
      return planner_store_set_plan_b (store, id, key, change->plan_b, error);
    case PLANNER_STAR_CHANGE_LEAD:
      return planner_store_set_lead (store, id, key, change->lead_s, error);
    case PLANNER_STAR_CHANGE_NOTE:
      return planner_store_set_note (store, id, key, change->base, change->note, error);
    default:
      g_assert_not_reached ();
    }
}

/* Adds the star. A note that it had before was not on screen, so a new note replaces it. */
static gboolean
add_star (PlannerStarChange *change, GError **error)
{
  const char *key = change->star->identity->key;
  g_autoptr (PlannerStar) star = NULL;

  if (!planner_store_add_star (change->store, change->conference_id, change->star, error))
    return FALSE;
  star = planner_store_find_star (change->store, change->conference_id, key, error);
  if (star && !change->base)
    change->base = g_strdup (star->note);

  return star != NULL;
}

/* Changes a session that was not starred. */
static gboolean
add_and_change_star (PlannerStarChange *change, GError **error)
{
  const gboolean removes_note = change->kind == PLANNER_STAR_CHANGE_NOTE && !change->note;

  return removes_note || (add_star (change, error) && change_star (change, error));
}

/* Another process may have removed the star meanwhile, so that only the store knows whether the session is starred. */
static gboolean
change_or_add_star (PlannerStarChange *change, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (change_star (change, &local_error))
    return TRUE;
  if (change->kind != PLANNER_STAR_CHANGE_LEAD &&
      g_error_matches (local_error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_NOT_FOUND))
    return add_and_change_star (change, error);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* A session that was starred before has its former lead time and note again. */
static gboolean
read_back (PlannerStarChange *change, GError **error)
{
  g_autoptr (PlannerStar) star = g_steal_pointer (&change->star);
  g_autoptr (GError) local_error = NULL;

  change->star =
      planner_store_find_star (change->store, change->conference_id, star->identity->key, &local_error);
  if (change->star || g_error_matches (local_error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
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
  return change_or_add_star (change, error) && read_back (change, error);
}

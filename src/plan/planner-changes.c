/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-changes.h"

#include "plan/planner-clash.h"

/* The starred sessions of both editions. */
typedef struct
{
  GHashTable *old_of;  /* owned: of the new edition → of the old one */
  GHashTable *clashes; /* owned: of the new edition, planner_clashes_find() */
} Clashes;

static void
clashes_clear (Clashes *clashes)
{
  g_clear_pointer (&clashes->old_of, g_hash_table_unref);
  g_clear_pointer (&clashes->clashes, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Clashes, clashes_clear)

static void
change_clear (PlannerChange *change)
{
  g_clear_pointer (&change->identity, planner_identity_free);
  g_clear_pointer (&change->was, planner_sketch_unref);
  g_clear_pointer (&change->is, planner_sketch_unref);
  g_free (change->key);
  g_free (change->clash_key);
  g_free (change->clash_title);
}

static gboolean
is_starred (GHashTable *starred_keys, const PlannerSession *session)
{
  return starred_keys && g_hash_table_contains (starred_keys, session->key);
}

static void
find_clashes (const PlannerSuccession *succession, GHashTable *starred_keys, Clashes *clashes)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  clashes->old_of = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < succession->successors->len; i++)
    {
      const PlannerSession *old = planner_agenda_get_session (succession->old_agenda, i);
      gpointer successor = g_ptr_array_index (succession->successors, i);

      if (!successor || !is_starred (starred_keys, old))
        continue;
      g_ptr_array_add (sessions, successor);
      g_hash_table_insert (clashes->old_of, successor, (gpointer) old);
    }
  clashes->clashes = planner_clashes_find (sessions);
}

/* Returns: (nullable): what the session clashes with now, and did not before */
static const PlannerSession *
find_new_clash (const Clashes *clashes, const PlannerSession *session)
{
  const PlannerSession *old = g_hash_table_lookup (clashes->old_of, session);
  GPtrArray *others = g_hash_table_lookup (clashes->clashes, session);

  for (guint i = 0; others && i < others->len; i++)
    {
      const PlannerSession *other = g_ptr_array_index (others, i);

      if (!planner_sessions_clash (old, g_hash_table_lookup (clashes->old_of, other)))
        return other;
    }

  return NULL;
}

/* Of two that clash at least one has changed, and that one tells it. */
static void
add_clash (PlannerChange *change, const PlannerSession *other)
{
  if (!other || !(change->flags & (PLANNER_CHANGE_MOVED | PLANNER_CHANGE_RESTORED)))
    return;

  change->flags |= PLANNER_CHANGE_CLASHES;
  change->clash_key = g_strdup (other->key);
  change->clash_title = g_strdup (other->title.shown);
}

static PlannerChange *
compare_sessions (const PlannerSuccession *succession,
                  const PlannerSession *old,
                  const PlannerSession *session)
{
  g_autoptr (PlannerSketch) was = planner_sketch_new (succession->old_agenda, old);
  g_autoptr (PlannerSketch) is = session ? planner_sketch_new (succession->agenda, session) : NULL;
  g_autoptr (PlannerIdentity) identity = planner_identity_new (session ? session : old);

  return is && planner_sketch_compare (was, is) == 0 ? NULL : planner_change_new (identity, was, is);
}

static void
find_in_old (const PlannerSuccession *succession, GHashTable *starred_keys, GPtrArray *changes)
{
  g_auto (Clashes) clashes = { 0 };

  find_clashes (succession, starred_keys, &clashes);
  for (guint i = 0; i < succession->successors->len; i++)
    {
      const PlannerSession *old = planner_agenda_get_session (succession->old_agenda, i);
      const PlannerSession *session = g_ptr_array_index (succession->successors, i);
      PlannerChange *change = compare_sessions (succession, old, session);

      if (!change)
        continue;
      change->starred = is_starred (starred_keys, old);
      if (session && change->starred)
        add_clash (change, find_new_clash (&clashes, session));
      g_ptr_array_add (changes, change);
    }
}

static void
find_new (const PlannerSuccession *succession, GPtrArray *changes)
{
  g_autoptr (GPtrArray) fresh = planner_succession_list_fresh (succession);

  for (guint i = 0; i < fresh->len; i++)
    {
      g_autoptr (PlannerSketch) is = planner_sketch_new (succession->agenda, g_ptr_array_index (fresh, i));
      g_autoptr (PlannerIdentity) identity = planner_identity_new (g_ptr_array_index (fresh, i));

      g_ptr_array_add (changes, planner_change_new (identity, NULL, is));
    }
}

/**
 * planner_change_new:
 * @was: (nullable) (transfer none): %NULL for what is new
 * @is: (nullable) (transfer none): %NULL for what is withdrawn
 *
 * Returns: (transfer full): with key and flags as the sketches tell, to be filled before anybody else has it
 */
PlannerChange *
planner_change_new (const PlannerIdentity *identity, PlannerSketch *was, PlannerSketch *is)
{
  PlannerChange *change = g_atomic_rc_box_new0 (PlannerChange);

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

/* Returns: (transfer full): another one with the same fields, and to be filled likewise */
PlannerChange *
planner_change_copy (const PlannerChange *change)
{
  PlannerChange *copy = planner_change_new (change->identity, change->was, change->is);

  copy->number = change->number;
  copy->flags = change->flags;
  g_set_str (&copy->key, change->key);
  copy->clash_key = g_strdup (change->clash_key);
  copy->clash_title = g_strdup (change->clash_title);
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
 * Returns: (transfer none): the session as it is, or as it was when it is withdrawn
 */
const PlannerSketch *
planner_change_get_sketch (const PlannerChange *change)
{
  return change->is ? change->is : change->was;
}

/**
 * planner_succession_list_fresh:
 *
 * Returns: (transfer container) (element-type PlannerSession): the sessions of the new edition that follow none of the old one
 */
GPtrArray *
planner_succession_list_fresh (const PlannerSuccession *succession)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  GPtrArray *fresh = g_ptr_array_new ();

  for (guint i = 0; i < succession->successors->len; i++)
    g_hash_table_add (taken, g_ptr_array_index (succession->successors, i));
  for (guint i = 0; i < succession->agenda->sessions->len; i++)
    if (!g_hash_table_contains (taken, planner_agenda_get_session (succession->agenda, i)))
      g_ptr_array_add (fresh, (gpointer) planner_agenda_get_session (succession->agenda, i));

  return fresh;
}

/**
 * planner_changes_find:
 * @starred_keys: (nullable): the set of the keys that starred sessions have in the old edition
 * @now_utc: when the new edition was read, in seconds since the epoch
 *
 * After an edition without sessions there is nothing to tell: all would be new.
 *
 * Returns: (transfer full) (element-type PlannerChange): how the editions differ: what changed or went in the order of the old
 *   one, then what is new
 */
GPtrArray *
planner_changes_find (const PlannerSuccession *succession, GHashTable *starred_keys, gint64 now_utc)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_change_unref);

  if (succession->old_agenda->sessions->len == 0)
    return changes;

  find_in_old (succession, starred_keys, changes);
  find_new (succession, changes);
  for (guint i = 0; i < changes->len; i++)
    ((PlannerChange *) g_ptr_array_index (changes, i))->found_utc = now_utc;

  return changes;
}

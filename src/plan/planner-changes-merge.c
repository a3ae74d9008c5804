/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a new edition makes of the changes that earlier ones brought. A session has one change. Until the attendee has seen
 * it, it is told from what was known before it, over however many editions; after that, from what was seen.
 */

#include "plan/planner-changes.h"

#include "plan/planner-clash.h"

/* A conference that changes more than this has another programme. */
#define MAX_CHANGES 2000
#define SEEN_LASTS_S (G_GINT64_CONSTANT (30) * 24 * 60 * 60)

typedef struct
{
  const PlannerSuccession *succession;
  GPtrArray *found;      /* borrowed */
  GHashTable *present;   /* owned: key in the new edition → what was found, borrowed */
  GHashTable *withdrawn; /* owned: key in the old edition → likewise */
  GHashTable *taken;     /* owned: what was found, and has met what was kept */
} Merge;

static void
merge_clear (Merge *merge)
{
  g_clear_pointer (&merge->present, g_hash_table_unref);
  g_clear_pointer (&merge->withdrawn, g_hash_table_unref);
  g_clear_pointer (&merge->taken, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

static void
merge_init (Merge *merge, const PlannerSuccession *succession, GPtrArray *found)
{
  merge->succession = succession;
  merge->found = found;
  merge->present = g_hash_table_new (g_str_hash, g_str_equal);
  merge->withdrawn = g_hash_table_new (g_str_hash, g_str_equal);
  merge->taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < found->len; i++)
    {
      PlannerChange *change = g_ptr_array_index (found, i);

      g_hash_table_insert (change->is ? merge->present : merge->withdrawn, change->key, change);
    }
}

static const PlannerSession *
find_successor (const PlannerSuccession *succession, const char *key)
{
  const PlannerSession *old = planner_agenda_find_session (succession->old_agenda, key);

  return old ? g_ptr_array_index (succession->successors, old->position) : NULL;
}

static gboolean
is_in_old (const PlannerSuccession *succession, const PlannerChange *change)
{
  return change->is && planner_agenda_find_session (succession->old_agenda, change->key);
}

/* What the old edition does not have may be among the sessions that are new in the new one. */
static GHashTable *
find_lost (const PlannerSuccession *succession, GPtrArray *kept)
{
  g_autoptr (GPtrArray) identities = g_ptr_array_new ();
  g_autoptr (GPtrArray) lost = g_ptr_array_new ();
  g_autoptr (GPtrArray) fresh = planner_succession_list_fresh (succession);
  g_autoptr (GPtrArray) sessions = NULL;
  GHashTable *found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < kept->len; i++)
    {
      PlannerChange *change = g_ptr_array_index (kept, i);

      if (is_in_old (succession, change))
        continue;
      g_ptr_array_add (lost, change);
      g_ptr_array_add (identities, change->identity);
    }
  sessions = planner_identities_match_sessions (identities, fresh);
  for (guint i = 0; i < lost->len; i++)
    g_hash_table_insert (found, g_ptr_array_index (lost, i), g_ptr_array_index (sessions, i));

  return found;
}

static gboolean
is_same_session (const PlannerIdentity *a, const PlannerIdentity *b)
{
  return a->start_utc == b->start_utc && g_strcmp0 (a->guid, b->guid) == 0 &&
         g_strcmp0 (a->title, b->title) == 0;
}

/* Returns: (nullable): what the new edition brings of what @kept is about */
static const PlannerChange *
take_found (Merge *merge, const PlannerChange *kept, const PlannerSession *session)
{
  const PlannerChange *found = session ? g_hash_table_lookup (merge->present, session->key)
                                       : g_hash_table_lookup (merge->withdrawn, kept->identity->key);

  if (found && !session && !is_same_session (kept->identity, found->identity))
    return NULL;
  if (found)
    g_hash_table_add (merge->taken, (gpointer) found);

  return found;
}

static gboolean
is_pending (const PlannerChange *change)
{
  return !change->seen && !change->dismissed;
}

static gboolean
is_same_sketch (const PlannerSketch *a, const PlannerSketch *b)
{
  return a && b ? planner_sketch_compare (a, b) == 0 : a == b;
}

static void
set_session (PlannerChange *change, const PlannerSession *session)
{
  g_clear_pointer (&change->identity, planner_identity_free);
  change->identity = planner_identity_new (session);
  g_set_str (&change->key, session->key);
}

/* Nothing is new. A change of which the session is not found at all tells nothing any more. */
static PlannerChange *
keep (const PlannerChange *kept, const PlannerSession *session)
{
  PlannerChange *change = kept->is && !session ? NULL : planner_change_copy (kept);

  if (session)
    set_session (change, session);

  return change;
}

/* What was found, told from what was known earlier. */
static PlannerChange *
tell_from (PlannerSketch *was, const PlannerChange *found)
{
  PlannerChange *change = planner_change_new (found->identity, was, found->is);

  g_set_str (&change->key, found->key);
  change->flags |= found->flags & PLANNER_CHANGE_CLASHES;
  change->clash_key = g_strdup (found->clash_key);
  change->clash_title = g_strdup (found->clash_title);
  change->found_utc = found->found_utc;
  change->starred = found->starred;

  return change;
}

/* That it came back from nowhere is still true while it is there. */
static PlannerChangeFlags
get_lasting_flags (const PlannerChange *kept, const PlannerChange *found)
{
  const gboolean came_back = kept->was && !kept->was->cancelled && found->is && !found->is->cancelled;

  return came_back ? kept->flags & PLANNER_CHANGE_RESTORED : 0;
}

/* Back as it was, there is nothing to tell, unless the way there was told. */
static PlannerChange *
join (const PlannerChange *kept, const PlannerChange *found)
{
  g_autoptr (PlannerChange) change = NULL;

  if (!kept->was && !found->is)
    return NULL;

  change = tell_from (kept->was, found);
  change->flags |= get_lasting_flags (kept, found);
  if (change->flags == 0)
    return kept->announced ? tell_from (kept->is, found) : NULL;
  /* What is new only in its words needs no second notification. */
  change->announced = kept->announced && !(found->flags & PLANNER_CHANGE_URGENT);

  return g_steal_pointer (&change);
}

/* Back before anybody knew that it was gone, it is only told how it differs. */
static PlannerChange *
come_back (const PlannerChange *kept, const PlannerChange *found)
{
  g_autoptr (PlannerChange) change = tell_from (kept->was, found);

  if (!is_pending (kept) || kept->announced)
    change->flags |= PLANNER_CHANGE_RESTORED;

  return change->flags ? g_steal_pointer (&change) : NULL;
}

static PlannerChange *
merge_one (Merge *merge, const PlannerChange *kept, const PlannerSession *session)
{
  const PlannerChange *found = take_found (merge, kept, session);

  if (!found || is_same_sketch (kept->is, found->is))
    return keep (kept, session);
  if (!kept->is)
    return come_back (kept, found);
  if (is_pending (kept))
    return join (kept, found);

  return planner_change_copy (found);
}

static void
clear_clash (PlannerChange *change)
{
  change->flags &= ~PLANNER_CHANGE_CLASHES;
  g_clear_pointer (&change->clash_key, g_free);
  g_clear_pointer (&change->clash_title, g_free);
}

/* A clash that was told of lasts as long as it is one. What was found has its own already. */
static void
carry_clash (const PlannerSuccession *succession, PlannerChange *change, const PlannerChange *kept)
{
  const PlannerSession *session = planner_agenda_find_session (succession->agenda, change->key);
  const PlannerSession *other = find_successor (succession, kept->clash_key);

  clear_clash (change);
  if (!session || !other || !planner_sessions_clash (session, other))
    return;

  change->flags |= PLANNER_CHANGE_CLASHES;
  change->clash_key = g_strdup (other->key);
  change->clash_title = g_strdup (other->title.shown);
}

static void
merge_kept (Merge *merge, GPtrArray *kept, GPtrArray *merged)
{
  g_autoptr (GHashTable) lost = find_lost (merge->succession, kept);

  for (guint i = 0; i < kept->len; i++)
    {
      const PlannerChange *old = g_ptr_array_index (kept, i);
      const PlannerSession *session = is_in_old (merge->succession, old)
                                          ? find_successor (merge->succession, old->key)
                                          : g_hash_table_lookup (lost, old);
      const PlannerChange *found = session ? g_hash_table_lookup (merge->present, session->key) : NULL;
      PlannerChange *change = merge_one (merge, old, session);

      if (!change)
        continue;
      if (old->clash_key && !(found && found->clash_key))
        carry_clash (merge->succession, change, old);
      g_ptr_array_add (merged, change);
    }
}

static gboolean
is_outdated (const PlannerChange *change, gint64 now_utc)
{
  return !is_pending (change) && change->found_utc < now_utc - SEEN_LASTS_S;
}

static void
drop_outdated (GPtrArray *changes, gint64 now_utc)
{
  for (guint i = changes->len; i > 0; i--)
    if (is_outdated (g_ptr_array_index (changes, i - 1), now_utc))
      g_ptr_array_remove_index (changes, i - 1);
}

/* What matters most comes first. */
static int
compare_worth (gconstpointer a, gconstpointer b)
{
  const PlannerChange *first = *(const PlannerChange *const *) a, *second = *(const PlannerChange *const *) b;

  if (first->starred != second->starred)
    return second->starred - first->starred;
  if (is_pending (first) != is_pending (second))
    return is_pending (second) - is_pending (first);

  return (first->found_utc < second->found_utc) - (first->found_utc > second->found_utc);
}

static void
drop_excess (GPtrArray *changes)
{
  if (changes->len <= MAX_CHANGES)
    return;

  g_ptr_array_sort (changes, compare_worth);
  g_ptr_array_set_size (changes, MAX_CHANGES);
}

/**
 * planner_changes_merge:
 * @kept: (element-type PlannerChange): what earlier editions brought
 * @found: (element-type PlannerChange): what @succession brings, by planner_changes_find()
 * @now_utc: in seconds since the epoch
 *
 * A session that was moved and moved again is shown as moved once; one that is as it was, or was new and went again,
 * is not shown at all. What was seen is kept for thirty days, and two thousand changes altogether.
 *
 * Returns: (transfer full) (element-type PlannerChange): what is to be kept instead of @kept; what is as it was keeps
 *   its number
 */
GPtrArray *
planner_changes_merge (const PlannerSuccession *succession, GPtrArray *kept, GPtrArray *found, gint64 now_utc)
{
  g_auto (Merge) merge = { 0 };
  GPtrArray *merged = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_change_unref);

  merge_init (&merge, succession, found);
  merge_kept (&merge, kept, merged);
  for (guint i = 0; i < found->len; i++)
    if (!g_hash_table_contains (merge.taken, g_ptr_array_index (found, i)))
      g_ptr_array_add (merged, planner_change_ref (g_ptr_array_index (found, i)));
  drop_outdated (merged, now_utc);
  drop_excess (merged);

  return merged;
}

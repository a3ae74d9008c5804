/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Merges the changes of a new edition into the stored changes of earlier ones. A session has one change. Until the attendee
 * has seen it, the change is relative to the edition before the first change, over any number of editions. After that it is
 * relative to what the attendee has seen.
 */

#include "plan/planner-changes-merge.h"

#include "model/planner-string-table.h"
#include "plan/planner-clash.h"

/* The limit on stored changes of a conference. An edition with more changes is another programme. */
#define MAX_CHANGES 2000

/* How long a seen change is kept. */
#define SEEN_LASTS_S (G_GINT64_CONSTANT (30) * 24 * 60 * 60)

typedef struct
{
  const PlannerAgendaMatch *match; /* borrowed */
  GHashTable *present;             /* owned: key in the new edition → found change, borrowed */
  GHashTable *withdrawn;           /* owned: key in the old edition → found change, borrowed */
  GHashTable *taken;               /* owned: the found changes that were merged with stored ones */
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
merge_init (Merge *merge, const PlannerAgendaMatch *match, GPtrArray *found)
{
  merge->match = match;
  merge->present = planner_string_table_new (NULL, NULL);
  merge->withdrawn = planner_string_table_new (NULL, NULL);
  merge->taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < found->len; i++)
    {
      PlannerChange *change = g_ptr_array_index (found, i);

      g_hash_table_insert (change->is ? merge->present : merge->withdrawn, change->key, change);
    }
}

static const PlannerSession *
find_successor (const PlannerAgendaMatch *match, const char *key)
{
  const PlannerSession *old = planner_agenda_find_session (match->old_agenda, key);

  return old ? g_ptr_array_index (match->successors, old->position) : NULL;
}

static gboolean
is_in_old (const PlannerAgendaMatch *match, const PlannerChange *change)
{
  return change->is && planner_agenda_find_session (match->old_agenda, change->key);
}

/* A session that the old edition lacks may be back in the new one. Returns: stored change → its session, or %NULL */
static GHashTable *
find_returned (const PlannerAgendaMatch *match, GPtrArray *stored)
{
  g_autoptr (GPtrArray) identities = g_ptr_array_new ();
  g_autoptr (GPtrArray) lost = g_ptr_array_new ();
  g_autoptr (GPtrArray) fresh = planner_agenda_match_list_new (match);
  g_autoptr (GPtrArray) sessions = NULL;
  GHashTable *found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < stored->len; i++)
    {
      PlannerChange *change = g_ptr_array_index (stored, i);

      if (is_in_old (match, change))
        continue;
      g_ptr_array_add (lost, change);
      g_ptr_array_add (identities, change->identity);
    }
  sessions = planner_match_identities (identities, fresh);
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

/* Returns: (nullable): the found change of the session that @stored is about */
static const PlannerChange *
take_found (Merge *merge, const PlannerChange *stored, const PlannerSession *session)
{
  const PlannerChange *found = session ? g_hash_table_lookup (merge->present, session->key)
                                       : g_hash_table_lookup (merge->withdrawn, stored->identity->key);

  if (found && !session && !is_same_session (stored->identity, found->identity))
    return NULL;
  if (found)
    g_hash_table_add (merge->taken, (gpointer) found);

  return found;
}

static gboolean
is_unseen (const PlannerChange *change)
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

/* Keeps a change that the new edition does not affect. Returns: (nullable): %NULL if its session cannot be found at all */
static PlannerChange *
keep (const PlannerChange *stored, const PlannerSession *session)
{
  PlannerChange *change = stored->is && !session ? NULL : planner_change_copy (stored);

  if (session)
    set_session (change, session);

  return change;
}

/* Returns: the found change, relative to an earlier sketch */
static PlannerChange *
rebase (PlannerSketch *was, const PlannerChange *found)
{
  PlannerChange *change = planner_change_new (found->identity, was, found->is);

  g_set_str (&change->key, found->key);
  change->flags |= found->flags & PLANNER_CHANGE_CLASHES;
  change->clash_key = g_strdup (found->clash_key);
  change->clash_title = g_strdup (found->clash_title);
  change->clash_conference = g_strdup (found->clash_conference);
  change->found_utc = found->found_utc;
  change->starred = found->starred;

  return change;
}

/* The flag of a session that came back lasts while the session is there. */
static PlannerChangeFlags
get_lasting_flags (const PlannerChange *stored, const PlannerChange *found)
{
  const gboolean came_back = stored->was && !stored->was->cancelled && found->is && !found->is->cancelled;

  return came_back ? stored->flags & PLANNER_CHANGE_RESTORED : 0;
}

/* Joins two changes. Returns: (nullable): %NULL if they cancel each other out and no notification has shown the first */
static PlannerChange *
join (const PlannerChange *stored, const PlannerChange *found)
{
  g_autoptr (PlannerChange) change = NULL;

  if (!stored->was && !found->is)
    return NULL;

  change = rebase (stored->was, found);
  change->flags |= get_lasting_flags (stored, found);
  if (change->flags == 0)
    return stored->announced ? rebase (stored->is, found) : NULL;
  /* A change of texts only needs no second notification. */
  change->announced = stored->announced && !(found->flags & PLANNER_CHANGE_URGENT);

  return g_steal_pointer (&change);
}

/* If nobody knew that the session was withdrawn, the change shows only how it differs now. */
static PlannerChange *
come_back (const PlannerChange *stored, const PlannerChange *found)
{
  g_autoptr (PlannerChange) change = rebase (stored->was, found);

  if (!is_unseen (stored) || stored->announced)
    change->flags |= PLANNER_CHANGE_RESTORED;

  return change->flags ? g_steal_pointer (&change) : NULL;
}

static PlannerChange *
merge_one (Merge *merge, const PlannerChange *stored, const PlannerSession *session)
{
  const PlannerChange *found = take_found (merge, stored, session);

  if (!found || is_same_sketch (stored->is, found->is))
    return keep (stored, session);
  if (!stored->is)
    return come_back (stored, found);
  if (is_unseen (stored))
    return join (stored, found);

  return planner_change_copy (found);
}

/* A clash with another conference lasts until the session moves. */
static void
carry_other_clash (PlannerChange *change, const PlannerChange *stored, const PlannerChange *found)
{
  if (!change->is || change->is->cancelled ||
      (found && planner_sketch_compare (stored->is, found->is) & PLANNER_CHANGE_MOVED))
    return;

  change->flags |= PLANNER_CHANGE_CLASHES;
  g_set_str (&change->clash_title, stored->clash_title);
  g_set_str (&change->clash_conference, stored->clash_conference);
}

/* A stored clash lasts as long as both sessions overlap. A clash of the found change takes precedence. */
static void
carry_clash (const PlannerAgendaMatch *match, PlannerChange *change, const PlannerChange *stored)
{
  const PlannerSession *session = planner_agenda_find_session (match->agenda, change->key);
  const PlannerSession *other = find_successor (match, stored->clash_key);
  const gboolean clash = session && other && planner_sessions_clash (session, other);

  planner_change_set_clash (change, clash ? other : NULL, NULL);
}

static void
merge_all (Merge *merge, GPtrArray *stored, GPtrArray *merged)
{
  g_autoptr (GHashTable) returned = find_returned (merge->match, stored);

  for (guint i = 0; i < stored->len; i++)
    {
      const PlannerChange *old = g_ptr_array_index (stored, i);
      const PlannerSession *session = is_in_old (merge->match, old) ? find_successor (merge->match, old->key)
                                                                    : g_hash_table_lookup (returned, old);
      const PlannerChange *found = session ? g_hash_table_lookup (merge->present, session->key) : NULL;
      PlannerChange *change = merge_one (merge, old, session);

      if (!change)
        continue;
      if (old->clash_key && !(found && found->clash_title))
        carry_clash (merge->match, change, old);
      if (old->clash_conference && !(found && found->clash_title))
        carry_other_clash (change, old, found);
      g_ptr_array_add (merged, change);
    }
}

static gboolean
is_outdated (const PlannerChange *change, gint64 now_utc)
{
  return !is_unseen (change) && change->found_utc < now_utc - SEEN_LASTS_S;
}

static void
drop_outdated (GPtrArray *changes, gint64 now_utc)
{
  for (guint i = changes->len; i > 0; i--)
    if (is_outdated (g_ptr_array_index (changes, i - 1), now_utc))
      g_ptr_array_remove_index (changes, i - 1);
}

/* Sorts starred before others, unseen before seen, newer before older. */
static int
compare_importance (gconstpointer a, gconstpointer b)
{
  const PlannerChange *first = *(const PlannerChange *const *) a, *second = *(const PlannerChange *const *) b;

  if (first->starred != second->starred)
    return second->starred - first->starred;
  if (is_unseen (first) != is_unseen (second))
    return is_unseen (second) - is_unseen (first);

  return (first->found_utc < second->found_utc) - (first->found_utc > second->found_utc);
}

static void
drop_excess (GPtrArray *changes)
{
  if (changes->len <= MAX_CHANGES)
    return;

  g_ptr_array_sort (changes, compare_importance);
  g_ptr_array_set_size (changes, MAX_CHANGES);
}

/**
 * planner_changes_merge:
 * @stored: (element-type PlannerChange): the changes of earlier editions
 * @found: (element-type PlannerChange): the changes of this edition, by planner_changes_find()
 * @now_utc: in seconds since the epoch
 *
 * A session that was moved twice has one change, from its first time to its last. A session that is back as it was, or that
 * was new and is withdrawn again, has none. Seen changes are kept for thirty days. No more than 2,000 changes are kept. The
 * changes of a conference that was replaced are not kept.
 *
 * Returns: (transfer full) (element-type PlannerChange): the changes to store instead of @stored; a change that the edition
 *   does not affect keeps its number
 */
GPtrArray *
planner_changes_merge (const PlannerAgendaMatch *match, GPtrArray *stored, GPtrArray *found, gint64 now_utc)
{
  g_auto (Merge) merge = { 0 };
  GPtrArray *merged;

  g_return_val_if_fail (match != NULL && stored != NULL && found != NULL, NULL);

  merged = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_change_unref);
  merge_init (&merge, match, found);
  if (!planner_agenda_is_replaced (match->old_agenda, match->agenda))
    merge_all (&merge, stored, merged);
  for (guint i = 0; i < found->len; i++)
    if (!g_hash_table_contains (merge.taken, g_ptr_array_index (found, i)))
      g_ptr_array_add (merged, planner_change_ref (g_ptr_array_index (found, i)));
  drop_outdated (merged, now_utc);
  drop_excess (merged);

  return merged;
}

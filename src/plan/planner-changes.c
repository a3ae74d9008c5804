/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-changes.h"

#include "plan/planner-clash.h"
#include "plan/planner-phase.h"

/* The starred sessions that are in both editions and not plan B. */
typedef struct
{
  GHashTable *old_of;  /* owned: session of the new edition → the same session of the old one */
  GHashTable *clashes; /* owned: of the new edition, by planner_clashes_find() */
} Clashes;

static void
clashes_clear (Clashes *clashes)
{
  g_clear_pointer (&clashes->old_of, g_hash_table_unref);
  g_clear_pointer (&clashes->clashes, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Clashes, clashes_clear)

static gboolean
has_key (GHashTable *keys, const PlannerSession *session)
{
  return keys && g_hash_table_contains (keys, session->key);
}

static gboolean
is_going (GHashTable *starred_keys, GHashTable *plan_b_keys, const PlannerSession *session)
{
  return has_key (starred_keys, session) && !has_key (plan_b_keys, session);
}

static void
find_clashes (const PlannerAgendaMatch *match,
              GHashTable *starred_keys,
              GHashTable *plan_b_keys,
              Clashes *clashes)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  clashes->old_of = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < match->successors->len; i++)
    {
      const PlannerSession *old = planner_agenda_get_session (match->old_agenda, i);
      gpointer successor = g_ptr_array_index (match->successors, i);

      if (!successor || !is_going (starred_keys, plan_b_keys, old))
        continue;
      g_ptr_array_add (sessions, successor);
      g_hash_table_insert (clashes->old_of, successor, (gpointer) old);
    }
  clashes->clashes = planner_clashes_find (sessions);
}

/* Returns: (nullable): a session that @session clashes with in the new edition, but not in the old one */
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

/* Returns: (nullable): a star that @session clashes with, but @old does not */
static const PlannerOtherStar *
find_new_other (GPtrArray *other_stars,
                const PlannerSession *old,
                const PlannerSession *session,
                gint64 now_utc)
{
  for (guint i = 0; other_stars && i < other_stars->len; i++)
    {
      const PlannerOtherStar *star = g_ptr_array_index (other_stars, i);

      if (planner_session_get_phase (star->session, now_utc) != PLANNER_PHASE_PAST &&
          planner_sessions_clash (session, star->session) && !planner_sessions_clash (old, star->session) &&
          !planner_sessions_are_copies (session, star->session))
        return star;
    }

  return NULL;
}

/* At least one of two clashing sessions has moved or is back. The change of that session reports the clash. */
static void
add_clash (PlannerChange *change, const PlannerSession *other, const PlannerOtherStar *star)
{
  if (!(change->flags & (PLANNER_CHANGE_MOVED | PLANNER_CHANGE_RESTORED)))
    return;

  if (other || !star)
    planner_change_set_clash (change, other, NULL);
  else
    planner_change_set_clash (change, star->session, star->conference_title);
}

static PlannerChange *
compare_sessions (const PlannerAgendaMatch *match, const PlannerSession *old, const PlannerSession *session)
{
  g_autoptr (PlannerSketch) was = NULL;
  g_autoptr (PlannerSketch) is = NULL;
  g_autoptr (PlannerIdentity) identity = NULL;

  if (session && !planner_sketch_is_needed (match->old_agenda, old, match->agenda, session))
    return NULL;

  was = planner_sketch_new (match->old_agenda, old);
  is = session ? planner_sketch_new (match->agenda, session) : NULL;
  identity = planner_identity_new (session ? session : old);

  return is && planner_sketch_compare (was, is) == 0 ? NULL : planner_change_new (identity, was, is);
}

/* Some schedules list only what is still to come. A session that they drop after its end is not withdrawn. */
static gboolean
is_dropped_when_over (const PlannerSession *old, const PlannerSession *session, gint64 now_utc)
{
  return !session && planner_session_get_phase (old, now_utc) == PLANNER_PHASE_PAST;
}

static void
find_in_old (const PlannerAgendaMatch *match,
             GHashTable *starred_keys,
             GHashTable *plan_b_keys,
             GPtrArray *other_stars,
             gint64 now_utc,
             GPtrArray *changes)
{
  g_auto (Clashes) clashes = { 0 };

  find_clashes (match, starred_keys, plan_b_keys, &clashes);
  for (guint i = 0; i < match->successors->len; i++)
    {
      const PlannerSession *old = planner_agenda_get_session (match->old_agenda, i);
      const PlannerSession *session = g_ptr_array_index (match->successors, i);
      PlannerChange *change =
          is_dropped_when_over (old, session, now_utc) ? NULL : compare_sessions (match, old, session);

      if (!change)
        continue;
      change->starred = has_key (starred_keys, old);
      if (session && is_going (starred_keys, plan_b_keys, old))
        add_clash (change, find_new_clash (&clashes, session),
                   find_new_other (other_stars, old, session, now_utc));
      g_ptr_array_add (changes, change);
    }
}

static void
find_new (const PlannerAgendaMatch *match, GPtrArray *changes)
{
  g_autoptr (GPtrArray) fresh = planner_agenda_match_list_new (match);

  for (guint i = 0; i < fresh->len; i++)
    {
      g_autoptr (PlannerSketch) is = planner_sketch_new (match->agenda, g_ptr_array_index (fresh, i));
      g_autoptr (PlannerIdentity) identity = planner_identity_new (g_ptr_array_index (fresh, i));

      g_ptr_array_add (changes, planner_change_new (identity, NULL, is));
    }
}

/**
 * planner_other_star_new:
 * @agenda: the agenda of @session
 *
 * Returns: (transfer full): a starred session of another conference
 */
PlannerOtherStar *
planner_other_star_new (PlannerAgenda *agenda, const PlannerSession *session, const char *conference_title)
{
  PlannerOtherStar *star = g_new0 (PlannerOtherStar, 1);

  star->agenda = planner_agenda_ref (agenda);
  star->session = session;
  star->conference_title = g_strdup (conference_title);

  return star;
}

void
planner_other_star_free (PlannerOtherStar *star)
{
  planner_agenda_unref (star->agenda);
  g_free (star->conference_title);
  g_free (star);
}

/**
 * planner_changes_find:
 * @starred_keys: (nullable): a set of the keys that starred sessions have in the old edition
 * @plan_b_keys: (nullable): those of @starred_keys whose sessions are plan B, which do not clash
 * @other_stars: (nullable) (element-type PlannerOtherStar): the sessions of other conferences where the attendee is going
 * @now_utc: when the new edition was read, in seconds since the epoch
 *
 * If the old edition has no sessions or is of another conference, there are no changes; otherwise every session would be new.
 * A session that the new edition lacks after its end is not withdrawn.
 *
 * Returns: (transfer full) (element-type PlannerChange): the differences between the editions: changed and withdrawn
 *   sessions in the order of the old edition, then new sessions
 */
GPtrArray *
planner_changes_find (const PlannerAgendaMatch *match,
                      GHashTable *starred_keys,
                      GHashTable *plan_b_keys,
                      GPtrArray *other_stars,
                      gint64 now_utc)
{
  GPtrArray *changes = NULL;

  g_return_val_if_fail (match != NULL, NULL);

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_change_unref);
  if (match->old_agenda->sessions->len == 0 || planner_agenda_is_replaced (match->old_agenda, match->agenda))
    return changes;

  find_in_old (match, starred_keys, plan_b_keys, other_stars, now_utc, changes);
  find_new (match, changes);
  for (guint i = 0; i < changes->len; i++)
    ((PlannerChange *) g_ptr_array_index (changes, i))->found_utc = now_utc;
  g_debug ("Matched %u old sessions with %u new ones: %u changes", match->old_agenda->sessions->len,
           match->agenda->sessions->len, changes->len);

  return changes;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-clash.h"

#include "plan/planner-phase.h"

/**
 * planner_session_takes_time:
 *
 * Returns: whether the session keeps an attendee busy: it has a time and is not cancelled
 */
gboolean
planner_session_takes_time (const PlannerSession *session)
{
  g_return_val_if_fail (session != NULL, FALSE);

  return planner_session_has_time (session) && !session->cancelled;
}

/* A session without a duration takes the instant of its start. */
static gint64
get_busy_end (const PlannerSession *session)
{
  return MAX (planner_session_get_end_utc (session), session->start_utc + 1);
}

/**
 * planner_sessions_clash:
 *
 * A session takes the time from its start up to, but not including, its end. Therefore a session does not clash with one
 * that starts when it ends. A session without a duration clashes with those that start or run at its start. Cancelled
 * sessions and sessions without a time do not clash, and no session clashes with itself.
 *
 * Returns: whether the sessions overlap, so that nobody can attend both
 */
gboolean
planner_sessions_clash (const PlannerSession *a, const PlannerSession *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a != b && planner_session_takes_time (a) && planner_session_takes_time (b) &&
         a->start_utc < get_busy_end (b) && b->start_utc < get_busy_end (a);
}

/**
 * planner_sessions_are_copies:
 * @a: a session of one conference
 * @b: a session of another conference
 *
 * Returns: whether both are the same session, because one schedule was added by two addresses
 */
gboolean
planner_sessions_are_copies (const PlannerSession *a, const PlannerSession *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->guid && g_strcmp0 (a->guid, b->guid) == 0 && a->start_utc == b->start_utc;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const PlannerSession *first = *(const PlannerSession *const *) a,
                       *second = *(const PlannerSession *const *) b;

  return (first->start_utc > second->start_utc) - (first->start_utc < second->start_utc);
}

static void
add_clash (GHashTable *clashes, const PlannerSession *session, const PlannerSession *other)
{
  GPtrArray *others = g_hash_table_lookup (clashes, session);

  if (!others)
    {
      others = g_ptr_array_new ();
      g_hash_table_insert (clashes, (gpointer) session, others);
    }
  g_ptr_array_add (others, (gpointer) other);
}

static GPtrArray *
sort_by_start (GPtrArray *sessions)
{
  GPtrArray *sorted = g_ptr_array_sized_new (sessions->len);

  for (guint i = 0; i < sessions->len; i++)
    if (planner_session_takes_time (g_ptr_array_index (sessions, i)))
      g_ptr_array_add (sorted, g_ptr_array_index (sessions, i));
  g_ptr_array_sort (sorted, compare_starts);

  return sorted;
}

/**
 * planner_clashes_find:
 * @sessions: (element-type PlannerSession): in any order
 *
 * Takes O(n log n) time for n sessions, and constant time for each clash.
 *
 * Returns: (transfer full) (element-type PlannerSession GPtrArray): for each session that clashes, a #GPtrArray of the
 *   sessions that it clashes with, by start
 */
GHashTable *
planner_clashes_find (GPtrArray *sessions)
{
  g_autoptr (GPtrArray) sorted = NULL;
  GHashTable *clashes = NULL;

  g_return_val_if_fail (sessions != NULL, NULL);

  sorted = sort_by_start (sessions);
  clashes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < sorted->len; i++)
    {
      const PlannerSession *session = g_ptr_array_index (sorted, i);
      const gint64 end = get_busy_end (session);

      for (guint j = i + 1; j < sorted->len; j++)
        {
          const PlannerSession *later = g_ptr_array_index (sorted, j);

          if (later->start_utc >= end)
            break;
          if (later == session)
            continue;
          add_clash (clashes, session, later);
          add_clash (clashes, later, session);
        }
    }

  return clashes;
}

/**
 * planner_plan_b_fits:
 * @session: a session that is plan B
 * @going: (element-type PlannerSession): the sessions where the attendee is going
 * @now_utc: in seconds since the epoch
 *
 * Returns: whether the attendee can go to @session, too: it takes place, is not over and overlaps none of @going
 */
gboolean
planner_plan_b_fits (const PlannerSession *session, GPtrArray *going, gint64 now_utc)
{
  g_return_val_if_fail (session != NULL && going != NULL, FALSE);

  if (!planner_session_takes_time (session) ||
      planner_session_get_phase (session, now_utc) == PLANNER_PHASE_PAST)
    return FALSE;
  for (guint i = 0; i < going->len; i++)
    if (planner_sessions_clash (session, g_ptr_array_index (going, i)))
      return FALSE;

  return TRUE;
}

/**
 * planner_agenda_list_parallel:
 * @session: a session, which may be of an earlier edition
 *
 * Finds the other sessions that run at some time during a session.
 *
 * Returns: (transfer full) (element-type PlannerSession): sessions of the agenda by start
 */
GPtrArray *
planner_agenda_list_parallel (const PlannerAgenda *agenda, const PlannerSession *session)
{
  GPtrArray *parallel;

  g_return_val_if_fail (agenda != NULL && session != NULL, NULL);

  parallel = g_ptr_array_new ();
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      PlannerSession *other = g_ptr_array_index (agenda->sessions, i);

      if (g_strcmp0 (other->key, session->key) != 0 && planner_sessions_clash (session, other))
        g_ptr_array_add (parallel, other);
    }
  g_ptr_array_sort (parallel, compare_starts);

  return parallel;
}

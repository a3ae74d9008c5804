/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-clash.h"

static gboolean
takes_time (const PlannerSession *session)
{
  return planner_session_has_time (session) && !session->cancelled;
}

/* A session without a length still has a beginning to be at. */
static gint64
get_busy_end (const PlannerSession *session)
{
  return MAX (planner_session_get_end_utc (session), session->start_utc + 1);
}

/**
 * planner_sessions_clash:
 * @a: a session
 * @b: a session
 *
 * Whether nobody can be at both. Each takes the time from its start up to, but not including, its end, so that
 * touching ends do not clash. A session of no length takes the instant of its start: it clashes with what begins or
 * is running then. Cancelled sessions and those without a time never clash, and none clashes with itself.
 */
gboolean
planner_sessions_clash (const PlannerSession *a, const PlannerSession *b)
{
  return a != b && takes_time (a) && takes_time (b) && a->start_utc < get_busy_end (b) &&
         b->start_utc < get_busy_end (a);
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
    if (takes_time (g_ptr_array_index (sessions, i)))
      g_ptr_array_add (sorted, g_ptr_array_index (sessions, i));
  g_ptr_array_sort (sorted, compare_starts);

  return sorted;
}

/**
 * planner_clashes_find:
 * @sessions: (element-type PlannerSession): sessions, in any order
 *
 * Takes n log n steps and one for each clash.
 *
 * Returns: (transfer full) (element-type PlannerSession GPtrArray): each session that clashes, with a #GPtrArray of
 *   those it clashes with, by start
 */
GHashTable *
planner_clashes_find (GPtrArray *sessions)
{
  g_autoptr (GPtrArray) sorted = sort_by_start (sessions);
  GHashTable *clashes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

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

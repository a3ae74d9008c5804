/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search that a desktop offers outside the window: a few sessions of the current conferences, the most useful first.
 */

#include "plan/planner-quick-search.h"

#include "model/planner-session-id.h"
#include "model/planner-string-table.h"
#include "plan/planner-phase.h"
#include "plan/planner-query.h"

#include <string.h>

/* Attendees look for recordings and slides in the weeks after a conference. */
#define RECENT_S (30 * 24 * 60 * 60)

/* A desktop shows about five results, and how many more there are. */
#define MAX_RESULTS 100

/* A longer key, which only a hostile schedule has, would make the answer large. */
#define MAX_KEY_BYTES 1024

typedef struct
{
  const PlannerSearched *searched;
  const PlannerSession *session;
  gboolean starred;
  gboolean over;
  guint rank;
} Hit;

/**
 * planner_searched_new:
 * @agenda: (transfer none): the agenda of the conference
 *
 * Returns: (transfer full): a conference without stars
 */
PlannerSearched *
planner_searched_new (gint64 conference_id, PlannerAgenda *agenda)
{
  PlannerSearched *searched;

  g_return_val_if_fail (agenda != NULL, NULL);

  searched = g_new0 (PlannerSearched, 1);
  searched->conference_id = conference_id;
  searched->agenda = planner_agenda_ref (agenda);
  searched->starred = planner_string_table_new (g_free, NULL);

  return searched;
}

void
planner_searched_free (PlannerSearched *searched)
{
  planner_agenda_unref (searched->agenda);
  g_hash_table_unref (searched->starred);
  g_free (searched);
}

/**
 * planner_quick_search_covers:
 * @last_utc: when the last session of a conference ends, or %PLANNER_TIME_UNKNOWN
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: whether the conference is current: it is to come, runs, ended less than thirty days ago, or has no times yet
 */
gboolean
planner_quick_search_covers (gint64 last_utc, gint64 now_utc)
{
  return last_utc == PLANNER_TIME_UNKNOWN || planner_time_add (last_utc, RECENT_S) >= now_utc;
}

/* A session that matches only by its abstract or its time is left out: there would be too many. */
static gboolean
is_result (const PlannerSession *session, guint rank)
{
  return rank > 0 && planner_query_get_place (rank) <= PLANNER_QUERY_PLACE_NAMES &&
         strlen (session->key) <= MAX_KEY_BYTES;
}

static void
add_hits (GArray *hits, const PlannerSearched *searched, const PlannerQuery *query, gint64 now_utc)
{
  for (guint i = 0; i < searched->agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (searched->agenda, i);
      const Hit hit = { .searched = searched,
                        .session = session,
                        .starred = g_hash_table_contains (searched->starred, session->key),
                        .over = planner_session_get_phase (session, now_utc) == PLANNER_PHASE_PAST,
                        .rank = planner_query_rank (query, searched->agenda, session, NULL) };

      if (is_result (session, hit.rank))
        g_array_append_val (hits, hit);
    }
}

/* Starred sessions come first, then those that are not over, then the better matches, then the earlier sessions. */
static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *first = a, *second = b;

  if (first->starred != second->starred)
    return first->starred ? -1 : 1;
  if (first->over != second->over)
    return first->over ? 1 : -1;
  if (first->rank != second->rank)
    return first->rank > second->rank ? -1 : 1;

  return planner_time_compare (first->session->start_utc, second->session->start_utc);
}

/**
 * planner_quick_search_run:
 * @conferences: (element-type PlannerSearched): the conferences to search
 * @text: what the attendee typed
 * @now_utc: the current time in seconds since the epoch
 *
 * Finds the sessions whose title, speakers, forum or room match @text. The abstract may have other words of the text.
 *
 * Returns: (transfer full): the session ids of at most a hundred sessions: starred ones first, then those that are not over,
 *   then the better matches
 */
GStrv
planner_quick_search_run (GPtrArray *conferences, const char *text, gint64 now_utc)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_autoptr (PlannerQuery) query = NULL;

  g_return_val_if_fail (conferences != NULL && text != NULL, NULL);

  query = planner_query_new (text);
  for (guint i = 0; i < conferences->len && !planner_query_is_empty (query); i++)
    add_hits (hits, g_ptr_array_index (conferences, i), query, now_utc);
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < MIN (hits->len, MAX_RESULTS); i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);

      g_strv_builder_take (ids, planner_session_id_new (hit->searched->conference_id, hit->session->key));
    }

  return g_strv_builder_end (ids);
}

/**
 * planner_quick_search_find:
 * @conferences: (element-type PlannerSearched): the conferences to search
 * @id: any text
 * @searched: (out) (transfer none): the conference of the session
 *
 * Returns: (nullable) (transfer none): the session with this session id
 */
const PlannerSession *
planner_quick_search_find (GPtrArray *conferences, const char *id, const PlannerSearched **searched)
{
  gint64 conference_id;
  const char *key;

  g_return_val_if_fail (conferences != NULL && id != NULL && searched != NULL, NULL);

  if (!planner_session_id_parse (id, &conference_id, &key))
    return NULL;

  for (guint i = 0; i < conferences->len; i++)
    {
      *searched = g_ptr_array_index (conferences, i);
      if ((*searched)->conference_id == conference_id)
        return planner_agenda_find_session ((*searched)->agenda, key);
    }

  return NULL;
}

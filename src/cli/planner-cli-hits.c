/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds the sessions that the options or the arguments of a command name. */

#include "config.h"

#include "cli/planner-cli-hits.h"

#include "cli/planner-cli-conferences.h"
#include "cli/planner-cli-print.h"
#include "model/planner-fold.h"
#include "model/planner-rooms.h"
#include "model/planner-session-id.h"

#include <glib/gi18n.h>

static gboolean
is_forum (const PlannerForum *forum, const char *wanted)
{
  return !wanted || (forum && (planner_fold_equal (forum->name, wanted) ||
                               planner_fold_equal (forum->title.shown, wanted)));
}

static gboolean
is_room (const PlannerRoom *room, const char *wanted)
{
  return !wanted || planner_room_is_named (room, wanted);
}

static gboolean
is_wanted (PlannerEntry *entry, const PlannerCliOptions *options)
{
  const PlannerSession *session = planner_entry_get_session (entry);

  return (!options->starred || planner_entry_get_starred (entry)) &&
         (!options->day || g_str_equal (planner_entry_get_day (entry)->date, options->day)) &&
         is_forum (session->forum, options->forum) && is_room (session->room, options->room);
}

static void
add_hits (GArray *hits,
          PlannerConference *conference,
          const PlannerCliOptions *options,
          const PlannerQuery *query)
{
  GListModel *entries = options->starred ? planner_conference_get_starred (conference)
                                         : planner_conference_get_entries (conference);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (entries, i);
      PlannerCliHit hit = { .conference = conference, .entry = entry, .rank = 1 };

      if (!planner_query_is_empty (query))
        hit.rank = planner_entry_rank (entry, query);
      if (hit.rank > 0 && is_wanted (entry, options))
        g_array_append_val (hits, hit);
    }
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return (((const PlannerCliHit *) a)->rank < ((const PlannerCliHit *) b)->rank) -
         (((const PlannerCliHit *) a)->rank > ((const PlannerCliHit *) b)->rank);
}

/**
 * planner_cli_find_hits:
 *
 * Returns: (transfer full) (element-type PlannerCliHit): the sessions that have all that the options ask for, in the order of
 *   their agendas; the best hits of a search first
 */
GArray *
planner_cli_find_hits (PlannerLibrary *library, const PlannerCliOptions *options)
{
  g_autoptr (PlannerQuery) query = planner_query_new (options->search ? options->search : "");
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (PlannerCliHit));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (planner_cli_is_conference (conference, options->conference))
        add_hits (hits, conference, options, query);
    }
  /* This sort is stable: hits of the same rank stay in the order of the agenda. */
  g_array_sort (hits, compare_ranks);

  return hits;
}

/**
 * planner_cli_find_by_key:
 * @key: a session id, from the command line
 * @hit: (out): the session with this id
 *
 * Prints a failure if there is no such session.
 *
 * Returns: whether there is one
 */
gboolean
planner_cli_find_by_key (PlannerLibrary *library, const char *key, PlannerCliHit *hit)
{
  const char *session_key;
  gint64 id;

  hit->conference =
      planner_session_id_parse (key, &id, &session_key) ? planner_library_find (library, id) : NULL;
  hit->entry = hit->conference ? planner_conference_find_entry (hit->conference, session_key) : NULL;
  if (!hit->entry)
    planner_cli_print_failure (_ ("there is no session with the key “%s”"), key);

  return hit->entry != NULL;
}

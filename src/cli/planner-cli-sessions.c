/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The commands that list sessions and star them. */

#include "config.h"

#include "cli/planner-cli-sessions.h"

#include "cli/planner-cli-conferences.h"
#include "cli/planner-cli-print.h"
#include "cli/planner-cli-reminders.h"
#include "cli/planner-cli-wait.h"
#include "cli/planner-json.h"
#include "model/planner-fold.h"
#include "model/planner-rooms.h"
#include "model/planner-session-id.h"
#include "plan/planner-query.h"
#include "words/planner-clock.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

typedef struct
{
  PlannerConference *conference;
  PlannerEntry *entry;
  guint rank;
} Hit;

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
      Hit hit = { .conference = conference, .entry = entry, .rank = 1 };

      if (!planner_query_is_empty (query))
        hit.rank =
            planner_query_rank (query, planner_entry_get_agenda (entry), planner_entry_get_session (entry));
      if (hit.rank > 0 && is_wanted (entry, options))
        g_array_append_val (hits, hit);
    }
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return (((const Hit *) a)->rank < ((const Hit *) b)->rank) -
         (((const Hit *) a)->rank > ((const Hit *) b)->rank);
}

static GArray *
find_hits (PlannerLibrary *library, const PlannerCliOptions *options)
{
  g_autoptr (PlannerQuery) query = planner_query_new (options->search ? options->search : "");
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

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

static char *
make_key (PlannerConference *conference, PlannerEntry *entry)
{
  return planner_session_id_new (planner_conference_get_id (conference), planner_entry_get_key (entry));
}

static void
print_json (const Hit *hit)
{
  g_autofree char *key = make_key (hit->conference, hit->entry);
  const PlannerSessionOutput output = {
    .agenda = planner_entry_get_agenda (hit->entry),
    .session = planner_entry_get_session (hit->entry),
    .key = key,
    .conference = planner_conference_get_title (hit->conference),
    .starred = planner_entry_get_starred (hit->entry),
    .withdrawn = planner_entry_get_withdrawn (hit->entry),
    .clashing = planner_entry_get_clashing (hit->entry),
  };
  g_autofree char *line = planner_session_to_json (&output);

  planner_cli_print_json (line);
}

static char *
format_times (const PlannerSession *session)
{
  const gboolean twelve_hours = planner_uses_twelve_hours ();
  g_autoptr (GDateTime) start = planner_session_dup_start (session);
  g_autoptr (GDateTime) end = planner_session_dup_end (session);
  g_autofree char *from = start ? planner_format_clock (start, twelve_hours) : NULL;
  g_autofree char *to = end ? planner_format_clock (end, twelve_hours) : NULL;

  return from && to ? g_strdup_printf ("%s–%s", from, to) : g_strdup (_ ("time to be announced"));
}

static void
print_text (const Hit *hit)
{
  const PlannerSession *session = planner_entry_get_session (hit->entry);
  const char *date = planner_entry_get_day (hit->entry)->date;
  g_autofree char *key = make_key (hit->conference, hit->entry);
  g_autofree char *times = format_times (session);
  g_autofree char *speakers = planner_session_dup_speaker_names (session);

  planner_cli_print ("%s %s %s %s", planner_entry_get_starred (hit->entry) ? "★" : "☆",
                     *date ? date : _ ("day to be announced"), times, session->title.shown);
  if (*speakers)
    planner_cli_print (" · %s", speakers);
  if (session->room)
    planner_cli_print (" · %s", session->room->title.shown);
  if (planner_entry_get_withdrawn (hit->entry))
    planner_cli_print (" · %s", _ ("withdrawn"));
  if (planner_entry_get_clashing (hit->entry))
    planner_cli_print (" · %s", _ ("clashes"));
  planner_cli_print ("\n    %s\n", key);
}

/**
 * planner_cli_list:
 *
 * Prints the sessions that have all that the options ask for, the best hits of a search first.
 */
PlannerExit
planner_cli_list (PlannerLibrary *library, const PlannerCliOptions *options)
{
  g_autoptr (GArray) hits = find_hits (library, options);

  for (guint i = 0; i < hits->len; i++)
    {
      if (options->json)
        print_json (&g_array_index (hits, Hit, i));
      else
        print_text (&g_array_index (hits, Hit, i));
    }

  return PLANNER_EXIT_OK;
}

static gboolean
find_by_key (PlannerLibrary *library, const char *key, Hit *hit)
{
  const char *session_key;
  gint64 id;

  hit->conference =
      planner_session_id_parse (key, &id, &session_key) ? planner_library_find (library, id) : NULL;
  hit->entry = hit->conference ? planner_conference_find_entry (hit->conference, session_key) : NULL;

  return hit->entry != NULL;
}

static PlannerExit
change_star (PlannerLibrary *library, const char *key, gboolean starred)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;
  Hit hit = { 0 };

  if (!find_by_key (library, key, &hit))
    {
      planner_cli_print_failure (_ ("there is no session with the key “%s”"), key);
      return PLANNER_EXIT_FAILED;
    }

  planner_conference_set_starred_async (hit.conference, hit.entry, starred, NULL, planner_cli_done_cb,
                                        &answer);
  result = planner_cli_wait (&answer);
  if (!planner_conference_set_starred_finish (hit.conference, result, &error))
    {
      planner_cli_print_error ("gotc-planner", error);
      return PLANNER_EXIT_FAILED;
    }
  planner_cli_print ("%s %s\n", starred ? "★" : "☆", planner_entry_get_session (hit.entry)->title.shown);
  if (starred)
    planner_cli_reminders_starred (hit.conference, hit.entry);

  return PLANNER_EXIT_OK;
}

/**
 * planner_cli_star:
 *
 * Stars the session whose key is given.
 */
PlannerExit
planner_cli_star (PlannerLibrary *library, const PlannerCliOptions *options)
{
  return change_star (library, options->words[0], TRUE);
}

/**
 * planner_cli_unstar:
 *
 * Removes the star of the session whose key is given.
 */
PlannerExit
planner_cli_unstar (PlannerLibrary *library, const PlannerCliOptions *options)
{
  return change_star (library, options->words[0], FALSE);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The commands that need the attendee's conferences. */

#include "config.h"

#include "cli/planner-cli-commands.h"

#include "feed/planner-feed.h"
#include "library/planner-library.h"
#include "model/planner-fold.h"
#include "model/planner-session-id.h"
#include "plan/planner-query.h"
#include "words/planner-change-words.h"
#include "cli/planner-json.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

/* Which sessions are asked for; texts are compared folded. */
typedef struct
{
  gboolean json;
  gboolean starred;
  char *conference;
  char *day;
  char *forum;
  char *room;
  char *search;
} Filter;

typedef struct
{
  PlannerConference *conference;
  PlannerEntry *entry;
  guint rank;
} Hit;

static void
filter_clear (Filter *filter)
{
  g_free (filter->conference);
  g_free (filter->day);
  g_free (filter->forum);
  g_free (filter->room);
  g_free (filter->search);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filter, filter_clear)

static PlannerLibrary *
open_library (void)
{
  g_autofree char *path = planner_store_dup_default_path ();
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  g_autoptr (PlannerLibrary) library = planner_library_new (path, fetcher);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  planner_library_load_async (library, NULL, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);
  if (planner_library_load_finish (library, result, &error))
    return g_steal_pointer (&library);

  planner_cli_print_error ("gotc-planner", error);

  return NULL;
}

static gboolean
is_same_text (const char *text, const char *wanted)
{
  g_autofree char *folded_text = planner_fold (text ? text : "");
  g_autofree char *folded_wanted = planner_fold (wanted);

  return g_str_equal (folded_text, folded_wanted);
}

/* By number, acronym or title. */
static gboolean
is_conference (PlannerConference *conference, const char *wanted)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, planner_conference_get_id (conference));

  return !wanted || g_str_equal (number, wanted) ||
         is_same_text (planner_conference_get_agenda (conference)->acronym, wanted) ||
         is_same_text (planner_conference_get_title (conference), wanted);
}

static gboolean
is_forum (const PlannerForum *forum, const char *wanted)
{
  return !wanted ||
         (forum && (is_same_text (forum->name, wanted) || is_same_text (forum->title.shown, wanted)));
}

static gboolean
is_room (const PlannerRoom *room, const char *wanted)
{
  return !wanted || (room && (is_same_text (room->name, wanted) || is_same_text (room->title.shown, wanted)));
}

static gboolean
is_wanted (PlannerEntry *entry, const Filter *filter)
{
  const PlannerSession *session = planner_entry_get_session (entry);

  return (!filter->starred || planner_entry_get_starred (entry)) &&
         (!filter->day || g_str_equal (planner_entry_get_day (entry)->date, filter->day)) &&
         is_forum (session->forum, filter->forum) && is_room (session->room, filter->room);
}

static void
add_hits (GArray *hits, PlannerConference *conference, const Filter *filter, const PlannerQuery *query)
{
  GListModel *entries = filter->starred ? planner_conference_get_starred (conference)
                                        : planner_conference_get_entries (conference);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (entries, i);
      Hit hit = { .conference = conference, .entry = entry, .rank = 1 };

      if (!planner_query_is_empty (query))
        hit.rank = planner_query_rank (query, planner_entry_get_session (entry));
      if (hit.rank > 0 && is_wanted (entry, filter))
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
find_hits (PlannerLibrary *library, const Filter *filter)
{
  g_autoptr (PlannerQuery) query = planner_query_new (filter->search ? filter->search : "");
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (is_conference (conference, filter->conference))
        add_hits (hits, conference, filter, query);
    }
  /* Merge sort: hits of one rank stay in the agenda's order. */
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

  g_print ("%s\n", line);
}

static char *
format_times (const PlannerSession *session)
{
  g_autoptr (GDateTime) start = planner_session_dup_start (session);
  g_autoptr (GDateTime) end = planner_session_dup_end (session);
  g_autofree char *from = start ? g_date_time_format (start, "%H:%M") : NULL;
  g_autofree char *to = end ? g_date_time_format (end, "%H:%M") : NULL;

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

  g_print ("%s %s %s %s", planner_entry_get_starred (hit->entry) ? "★" : "☆",
           *date ? date : _ ("day to be announced"), times, session->title.shown);
  if (*speakers)
    g_print (" · %s", speakers);
  if (session->room)
    g_print (" · %s", session->room->title.shown);
  if (planner_entry_get_withdrawn (hit->entry))
    g_print (" · %s", _ ("withdrawn"));
  if (planner_entry_get_clashing (hit->entry))
    g_print (" · %s", _ ("clashes"));
  g_print ("\n    %s\n", key);
}

PlannerExit
planner_cli_list (char **words)
{
  g_auto (GStrv) rest = g_strdupv (words);
  g_auto (Filter) filter = { 0 };
  g_autoptr (PlannerLibrary) library = NULL;
  g_autoptr (GArray) hits = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &filter.json, NULL, NULL },
    { "starred", 0, 0, G_OPTION_ARG_NONE, &filter.starred, NULL, NULL },
    { "conference", 0, 0, G_OPTION_ARG_STRING, &filter.conference, NULL, NULL },
    { "day", 0, 0, G_OPTION_ARG_STRING, &filter.day, NULL, NULL },
    { "forum", 0, 0, G_OPTION_ARG_STRING, &filter.forum, NULL, NULL },
    { "room", 0, 0, G_OPTION_ARG_STRING, &filter.room, NULL, NULL },
    { "search", 0, 0, G_OPTION_ARG_STRING, &filter.search, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!planner_cli_parse (&rest, entries, 0, 0))
    return PLANNER_EXIT_FAILED;
  library = open_library ();
  if (!library)
    return PLANNER_EXIT_FAILED;

  hits = find_hits (library, &filter);
  for (guint i = 0; i < hits->len; i++)
    {
      if (filter.json)
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
change_star (char **words, gboolean starred)
{
  g_auto (GStrv) rest = g_strdupv (words);
  const GOptionEntry no_entries[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (PlannerLibrary) library = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;
  Hit hit = { 0 };

  if (!planner_cli_parse (&rest, no_entries, 1, 1))
    return PLANNER_EXIT_FAILED;
  library = open_library ();
  if (!library)
    return PLANNER_EXIT_FAILED;
  if (!find_by_key (library, rest[1], &hit))
    {
      g_printerr (_ ("gotc-planner: there is no session with the key “%s”\n"), rest[1]);
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
  g_print ("%s %s\n", starred ? "★" : "☆", planner_entry_get_session (hit.entry)->title.shown);

  return PLANNER_EXIT_OK;
}

PlannerExit
planner_cli_star (char **words)
{
  return change_star (words, TRUE);
}

PlannerExit
planner_cli_unstar (char **words)
{
  return change_star (words, FALSE);
}

static PlannerFound *
find_schedule (PlannerLibrary *library, const char *word, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;

  planner_library_find_schedule_async (library, word, NULL, NULL, NULL, NULL, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);

  return planner_library_find_schedule_finish (library, result, error);
}

/* Before it is added, so that it is known also of what cannot be added. */
static void
print_found (const PlannerFound *found)
{
  g_autofree char *size = planner_agenda_dup_size (found->agenda);

  /* Translators: the title of a conference, how many sessions and days, and the format, as in "frab". */
  g_print (_ ("Found %s: %s, format %s\n"), found->agenda->title.shown, size, found->agenda->format);
  g_print ("  %s\n", found->address);
}

static PlannerConference *
add_schedule (PlannerLibrary *library, const char *word, GError **error)
{
  g_autoptr (PlannerFound) found = find_schedule (library, word, error);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;

  if (!found)
    return NULL;

  print_found (found);
  planner_library_add_found_async (library, found, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);

  return planner_library_add_finish (library, result, error);
}

PlannerExit
planner_cli_add (char **words)
{
  g_auto (GStrv) rest = g_strdupv (words);
  const GOptionEntry no_entries[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (PlannerLibrary) library = NULL;
  g_autoptr (PlannerConference) conference = NULL;
  g_autoptr (GError) error = NULL;

  if (!planner_cli_parse (&rest, no_entries, 1, 1))
    return PLANNER_EXIT_FAILED;
  library = open_library ();
  if (!library)
    return PLANNER_EXIT_FAILED;

  conference = add_schedule (library, rest[1], &error);
  if (!conference)
    {
      planner_cli_print_error ("gotc-planner", error);
      return error->domain == PLANNER_STORE_ERROR ? PLANNER_EXIT_FAILED : PLANNER_EXIT_UNREADABLE;
    }
  /* Translators: %s is the title of a conference. */
  g_print (_ ("Added %s.\n"), planner_conference_get_title (conference));

  return PLANNER_EXIT_OK;
}

static gboolean
refresh (PlannerConference *conference)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PlannerAgenda) before = planner_agenda_ref (planner_conference_get_agenda (conference));
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  planner_conference_refresh_async (conference, NULL, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);
  if (planner_conference_refresh_finish (conference, result, &error))
    g_print ("%s: %s\n", planner_conference_get_title (conference),
             planner_conference_get_agenda (conference) == before ? _ ("nothing new") : _ ("updated"));
  else if (planner_conference_is_bundled (conference))
    g_print ("%s: %s\n", planner_conference_get_title (conference), _ ("bundled edition"));
  else
    planner_cli_print_error (planner_conference_get_title (conference), error);

  return !error || planner_conference_is_bundled (conference);
}

PlannerExit
planner_cli_refresh (char **words)
{
  g_auto (GStrv) rest = g_strdupv (words);
  g_autofree char *wanted = NULL;
  g_autoptr (PlannerLibrary) library = NULL;
  gboolean all_well = TRUE;
  const GOptionEntry entries[] = { { "conference", 0, 0, G_OPTION_ARG_STRING, &wanted, NULL, NULL },
                                   G_OPTION_ENTRY_NULL };

  if (!planner_cli_parse (&rest, entries, 0, 0))
    return PLANNER_EXIT_FAILED;
  library = open_library ();
  if (!library)
    return PLANNER_EXIT_FAILED;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (is_conference (conference, wanted))
        all_well &= refresh (conference);
    }

  return all_well ? PLANNER_EXIT_OK : PLANNER_EXIT_FAILED;
}

static void
print_change_json (PlannerConference *conference, PlannerChangeItem *item, const char *key)
{
  const PlannerChangeOutput output = {
    .agenda = planner_conference_get_agenda (conference),
    .change = planner_change_item_get_change (item),
    .key = key,
    .conference = planner_conference_get_title (conference),
    .starred = planner_change_item_get_starred (item),
  };
  g_autofree char *line = planner_change_to_json (&output);

  g_print ("%s\n", line);
}

static void
print_change_text (PlannerConference *conference, PlannerChangeItem *item, const char *key)
{
  const PlannerChange *change = planner_change_item_get_change (item);
  const PlannerClock clock = { .zone = planner_conference_get_agenda (conference)->zone };
  g_auto (GStrv) lines = planner_change_dup_lines (change, &clock);

  g_print ("%s %s", planner_change_item_get_starred (item) ? "★" : "☆",
           planner_change_get_sketch (change)->title.shown);
  if (change->flags & PLANNER_CHANGE_NEW)
    g_print (" · %s", _ ("new"));
  g_print ("\n");
  for (guint i = 0; lines[i]; i++)
    g_print ("    %s\n", lines[i]);
  g_print ("    %s\n", key);
}

static void
print_changes (PlannerConference *conference, const Filter *filter)
{
  GListModel *changes = G_LIST_MODEL (planner_conference_get_changes (conference));

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (PlannerChangeItem) item = g_list_model_get_item (changes, i);
      g_autofree char *key = planner_session_id_new (planner_conference_get_id (conference),
                                                     planner_change_item_get_change (item)->key);

      if (filter->starred && !planner_change_item_get_starred (item))
        continue;
      if (filter->json)
        print_change_json (conference, item, key);
      else
        print_change_text (conference, item, key);
    }
}

PlannerExit
planner_cli_changes (char **words)
{
  g_auto (GStrv) rest = g_strdupv (words);
  g_auto (Filter) filter = { 0 };
  g_autoptr (PlannerLibrary) library = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &filter.json, NULL, NULL },
    { "starred", 0, 0, G_OPTION_ARG_NONE, &filter.starred, NULL, NULL },
    { "conference", 0, 0, G_OPTION_ARG_STRING, &filter.conference, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!planner_cli_parse (&rest, entries, 0, 0))
    return PLANNER_EXIT_FAILED;
  library = open_library ();
  if (!library)
    return PLANNER_EXIT_FAILED;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (is_conference (conference, filter.conference))
        print_changes (conference, &filter);
    }

  return PLANNER_EXIT_OK;
}

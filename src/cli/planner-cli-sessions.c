/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The commands that list sessions and star them. */

#include "config.h"

#include "cli/planner-cli-sessions.h"

#include "cli/planner-cli-hits.h"
#include "cli/planner-cli-print.h"
#include "cli/planner-cli-reminders.h"
#include "cli/planner-cli-wait.h"
#include "cli/planner-json.h"
#include "library/planner-conference-stars.h"
#include "model/planner-session-id.h"
#include "words/planner-clock.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

static char *
make_key (PlannerConference *conference, PlannerEntry *entry)
{
  return planner_session_id_new (planner_conference_get_id (conference), planner_entry_get_key (entry));
}

static void
print_json (const PlannerCliHit *hit)
{
  g_autofree char *key = make_key (hit->conference, hit->entry);
  const PlannerSessionOutput output = {
    .agenda = planner_entry_get_agenda (hit->entry),
    .session = planner_entry_get_session (hit->entry),
    .key = key,
    .conference = planner_conference_get_title (hit->conference),
    .note = planner_entry_get_note (hit->entry),
    .starred = planner_entry_get_starred (hit->entry),
    .plan_b = planner_entry_get_plan_b (hit->entry),
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
print_text (const PlannerCliHit *hit)
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
  if (planner_entry_get_plan_b (hit->entry))
    planner_cli_print (" · %s", _ ("plan B"));
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
  g_autoptr (GArray) hits = planner_cli_find_hits (library, options);

  for (guint i = 0; i < hits->len; i++)
    {
      if (options->json)
        print_json (&g_array_index (hits, PlannerCliHit, i));
      else
        print_text (&g_array_index (hits, PlannerCliHit, i));
    }

  return PLANNER_EXIT_OK;
}

/* Starts the change of the star of the entry. */
typedef void (*ChangeFunc) (const PlannerCliHit *hit, GAsyncReadyCallback callback, gpointer user_data);

static void
star (const PlannerCliHit *hit, GAsyncReadyCallback callback, gpointer user_data)
{
  planner_conference_set_starred_async (hit->conference, hit->entry, TRUE, NULL, callback, user_data);
}

static void
star_as_plan_b (const PlannerCliHit *hit, GAsyncReadyCallback callback, gpointer user_data)
{
  planner_conference_set_plan_b_async (hit->conference, hit->entry, TRUE, NULL, callback, user_data);
}

static void
unstar (const PlannerCliHit *hit, GAsyncReadyCallback callback, gpointer user_data)
{
  planner_conference_set_starred_async (hit->conference, hit->entry, FALSE, NULL, callback, user_data);
}

/**
 * planner_cli_print_star:
 *
 * Prints whether a session is starred, and its title.
 */
void
planner_cli_print_star (PlannerEntry *entry)
{
  planner_cli_print ("%s %s", planner_entry_get_starred (entry) ? "★" : "☆",
                     planner_entry_get_session (entry)->title.shown);
  if (planner_entry_get_plan_b (entry))
    planner_cli_print (" · %s", _ ("plan B"));
  planner_cli_print ("\n");
}

static PlannerExit
change_star (PlannerLibrary *library, const char *key, ChangeFunc change)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;
  PlannerCliHit hit = { 0 };

  if (!planner_cli_find_by_key (library, key, &hit))
    return PLANNER_EXIT_FAILED;

  change (&hit, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);
  if (!planner_conference_set_starred_finish (hit.conference, result, &error))
    {
      planner_cli_print_error ("gotc-planner", error);
      return PLANNER_EXIT_FAILED;
    }
  planner_cli_print_star (hit.entry);
  if (planner_entry_is_going (hit.entry))
    planner_cli_reminders_starred (hit.conference, hit.entry);

  return PLANNER_EXIT_OK;
}

/**
 * planner_cli_star:
 *
 * Stars the session whose key is given, as plan B if the options say so.
 */
PlannerExit
planner_cli_star (PlannerLibrary *library, const PlannerCliOptions *options)
{
  return change_star (library, options->words[0], options->plan_b ? star_as_plan_b : star);
}

/**
 * planner_cli_unstar:
 *
 * Removes the star of the session whose key is given.
 */
PlannerExit
planner_cli_unstar (PlannerLibrary *library, const PlannerCliOptions *options)
{
  return change_star (library, options->words[0], unstar);
}

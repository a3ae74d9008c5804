/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The commands that print which sessions run and which come next, as the page Now of the window does. */

#include "config.h"

#include "cli/planner-cli-now.h"

#include "cli/planner-cli-conferences.h"
#include "cli/planner-cli-print.h"
#include "cli/planner-cli-session.h"
#include "library/planner-my-moment.h"
#include "plan/planner-moment.h"
#include "words/planner-moment-words.h"

#include <glib/gi18n.h>

/**
 * Listing:
 * @wanted: which sessions are printed: those that run, or those that are to come
 * @printed: the entries that were printed, since a starred session is also in a room
 *
 * The list of a conference that is printed.
 */
typedef struct
{
  PlannerConference *conference;
  PlannerMoment wanted;
  gint64 now_utc;
  gboolean json;
  GHashTable *printed;
} Listing;

/* @entry: (nullable): %NULL prints nothing */
static void
print_entry (Listing *self, PlannerEntry *entry)
{
  const PlannerSession *session = entry ? planner_entry_get_session (entry) : NULL;
  const PlannerCliHit hit = { .conference = self->conference, .entry = entry };
  PlannerCliMoment moment = { .running = self->wanted == PLANNER_MOMENT_RUNNING };

  if (!session || planner_session_get_moment (session, self->now_utc) != self->wanted ||
      !g_hash_table_add (self->printed, entry))
    return;

  moment.minutes = moment.running ? planner_session_get_minutes_left (session, self->now_utc)
                                  : planner_session_get_minutes_until (session, self->now_utc);
  planner_cli_print_session (&hit, &moment, self->json);
}

static void
print_room (Listing *self, const PlannerRoomNow *room)
{
  const PlannerSession *session = self->wanted == PLANNER_MOMENT_RUNNING ? room->running : room->next;

  print_entry (self, session ? planner_conference_find_entry (self->conference, session->key) : NULL);
}

/* The attendee's own sessions come first. */
static void
print_sessions (Listing *self)
{
  g_autoptr (GPtrArray) mine = planner_conference_list_my_moment (self->conference, NULL, self->now_utc);
  g_autoptr (GArray) rooms =
      planner_agenda_list_rooms_now (planner_conference_get_agenda (self->conference), self->now_utc);

  for (guint i = 0; i < mine->len; i++)
    print_entry (self, g_ptr_array_index (mine, i));
  for (guint i = 0; i < rooms->len; i++)
    print_room (self, &g_array_index (rooms, PlannerRoomNow, i));
}

static char *
format_state (const Listing *self, PlannerMoment moment)
{
  const PlannerAgenda *agenda = planner_conference_get_agenda (self->conference);

  if (moment == PLANNER_MOMENT_BEFORE)
    return planner_format_countdown (planner_agenda_find_next (agenda, self->now_utc), self->now_utc);
  if (moment != PLANNER_MOMENT_RUNNING)
    return g_strdup (_ ("The Conference Is Over"));

  return NULL;
}

static void
print_conference (Listing *self, PlannerMoment moment)
{
  g_autofree char *state = format_state (self, moment);
  const char *title = planner_conference_get_title (self->conference);

  if (!self->json && state)
    planner_cli_print ("%s: %s\n", title, state);
  else if (!self->json)
    planner_cli_print ("%s\n", title);
  print_sessions (self);
  if (!self->json && moment == PLANNER_MOMENT_RUNNING && g_hash_table_size (self->printed) == 0)
    planner_cli_print ("    %s\n", self->wanted == PLANNER_MOMENT_RUNNING
                                       ? _ ("No session is running now.")
                                       : _ ("There are no more sessions."));
}

/* Conferences that are over, or have no times, are only printed when they are asked for. */
static gboolean
is_wanted (PlannerMoment moment, const PlannerCliOptions *options)
{
  return moment == PLANNER_MOMENT_RUNNING || moment == PLANNER_MOMENT_BEFORE ||
         (options->conference && moment == PLANNER_MOMENT_OVER);
}

static PlannerExit
list (PlannerLibrary *library, const PlannerCliOptions *options, PlannerMoment wanted)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i);
      g_autoptr (GHashTable) printed = g_hash_table_new (NULL, NULL);
      Listing listing = { conference, wanted, planner_conference_get_now_utc (conference), options->json,
                          printed };
      const PlannerMoment moment =
          planner_agenda_get_moment (planner_conference_get_agenda (conference), listing.now_utc);

      if (!planner_cli_is_conference (conference, options->conference) || !is_wanted (moment, options))
        continue;
      print_conference (&listing, moment);
      n++;
    }
  if (n == 0)
    planner_cli_print ("%s\n", _ ("No conference is running or coming up."));

  return PLANNER_EXIT_OK;
}

/**
 * planner_cli_now:
 *
 * Prints the sessions that run, the starred ones first.
 */
PlannerExit
planner_cli_now (PlannerLibrary *library, const PlannerCliOptions *options)
{
  return list (library, options, PLANNER_MOMENT_RUNNING);
}

/**
 * planner_cli_next:
 *
 * Prints the starred sessions that start next, and what comes next in each room on the current day.
 */
PlannerExit
planner_cli_next (PlannerLibrary *library, const PlannerCliOptions *options)
{
  return list (library, options, PLANNER_MOMENT_BEFORE);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Prints a session, for people or for programs. */

#include "config.h"

#include "cli/planner-cli-session.h"

#include "cli/planner-cli-print.h"
#include "cli/planner-json.h"
#include "model/planner-session-id.h"
#include "words/planner-clock.h"
#include "words/planner-duration.h"
#include "words/planner-labels.h"
#include "words/planner-moment-words.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

static char *
make_key (PlannerConference *conference, PlannerEntry *entry)
{
  return planner_session_id_new (planner_conference_get_id (conference), planner_entry_get_key (entry));
}

/* Returns: (nullable) (transfer full): the lead time as an argument of the command remind; %NULL without a reminder */
static char *
make_reminder (PlannerEntry *entry)
{
  const int lead_s = planner_entry_get_lead_s (entry);

  if (!planner_entry_is_going (entry))
    return NULL;
  if (lead_s == PLANNER_LEAD_DEFAULT)
    return g_strdup ("default");

  return lead_s < 0 ? g_strdup ("off") : g_strdup_printf ("%d", planner_lead_to_minutes (lead_s));
}

static const char *
get_moment_name (const PlannerCliMoment *moment)
{
  return moment->running ? "running" : "next";
}

static void
print_json (const PlannerCliHit *hit, const PlannerCliMoment *moment)
{
  g_autofree char *key = make_key (hit->conference, hit->entry);
  g_autofree char *reminder = make_reminder (hit->entry);
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
    .reminder = reminder,
    .moment = moment ? get_moment_name (moment) : NULL,
    .minutes = moment ? moment->minutes : 0,
  };
  g_autofree char *line = planner_session_to_json (&output);

  planner_cli_print_json (line);
}

static char *
format_moment (const PlannerCliMoment *moment)
{
  g_autofree char *duration = NULL;

  if (moment->running)
    return planner_format_minutes_left (moment->minutes);

  duration = planner_format_duration (moment->minutes * G_GINT64_CONSTANT (60));

  /* Translators: how long until a session starts, as in "in 10 min". */
  return g_strdup_printf (_ ("in %s"), duration);
}

static void
print_text (const PlannerCliHit *hit, const PlannerCliMoment *moment)
{
  const PlannerSession *session = planner_entry_get_session (hit->entry);
  const char *date = planner_entry_get_day (hit->entry)->date;
  g_autofree char *key = make_key (hit->conference, hit->entry);
  g_autofree char *times = planner_clock_to_plain (planner_format_time_range (session, NULL));
  g_autofree char *speakers = planner_session_dup_speaker_names (session);
  g_autofree char *left = moment ? format_moment (moment) : NULL;

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
  if (left)
    planner_cli_print (" · %s", left);
  planner_cli_print ("\n    %s\n", key);
}

/**
 * planner_cli_print_session:
 * @moment: (nullable): when it is, to print that too
 * @json: whether to print JSON
 */
void
planner_cli_print_session (const PlannerCliHit *hit, const PlannerCliMoment *moment, gboolean json)
{
  if (json)
    print_json (hit, moment);
  else
    print_text (hit, moment);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The commands that list sessions and star them. */

#include "config.h"

#include "cli/planner-cli-sessions.h"

#include "cli/planner-cli-conferences.h"
#include "cli/planner-cli-hits.h"
#include "cli/planner-cli-print.h"
#include "cli/planner-cli-reminders.h"
#include "cli/planner-cli-session.h"
#include "cli/planner-cli-wait.h"
#include "library/planner-conference-stars.h"
#include "model/planner-lead.h"
#include "words/planner-duration.h"

#include <glib/gi18n.h>

static const char *
explain_no_hits (const PlannerCliOptions *options)
{
  const gboolean all_stars =
      options->starred && !options->day && !options->forum && !options->room && !options->search;

  return all_stars ? _ ("no session is starred") : _ ("no session matches");
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
    planner_cli_print_session (&g_array_index (hits, PlannerCliHit, i), NULL, options->json);
  if (hits->len == 0 && planner_cli_has_conferences (library))
    planner_cli_print_failure ("%s", explain_no_hits (options));

  return PLANNER_EXIT_OK;
}

static gboolean
set_starred (const PlannerCliHit *hit, gboolean starred, gboolean plan_b, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;

  if (plan_b)
    planner_conference_set_plan_b_async (hit->conference, hit->entry, TRUE, NULL, planner_cli_done_cb,
                                         &answer);
  else
    planner_conference_set_starred_async (hit->conference, hit->entry, starred, NULL, planner_cli_done_cb,
                                          &answer);
  result = planner_cli_wait (&answer);

  return planner_conference_set_starred_finish (hit->conference, result, error);
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
change_star (PlannerLibrary *library, const PlannerCliOptions *options, gboolean starred)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerEntry) entry = NULL;
  PlannerCliHit hit = { 0 };

  if (!planner_cli_find_by_key (library, options->words[0], &hit))
    return PLANNER_EXIT_FAILED;

  /* Without its star, a withdrawn session leaves the conference. */
  entry = g_object_ref (hit.entry);
  if (!set_starred (&hit, starred, options->plan_b, &error))
    {
      planner_cli_print_error ("gotc-planner", error);
      return PLANNER_EXIT_FAILED;
    }
  if (options->json)
    planner_cli_print_session (&hit, NULL, TRUE);
  else
    planner_cli_print_star (entry);
  if (planner_entry_is_going (entry))
    planner_cli_reminders_starred (hit.conference, entry);

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
  return change_star (library, options, TRUE);
}

/**
 * planner_cli_unstar:
 *
 * Removes the star of the session whose key is given.
 */
PlannerExit
planner_cli_unstar (PlannerLibrary *library, const PlannerCliOptions *options)
{
  return change_star (library, options, FALSE);
}

/* The window offers the same lead times.
 *
 * Returns: whether @word is a number of minutes, "off" or "default" */
static gboolean
parse_lead (const char *word, int *lead_s)
{
  guint64 minutes;

  if (g_str_equal (word, "default"))
    *lead_s = PLANNER_LEAD_DEFAULT;
  else if (g_str_equal (word, "off"))
    *lead_s = PLANNER_LEAD_NONE;
  else if (g_ascii_string_to_unsigned (word, 10, 0, G_MAXINT16, &minutes, NULL))
    *lead_s = planner_lead_to_seconds ((int) minutes);
  else
    return FALSE;

  for (guint i = 0; i < PLANNER_LEAD_N_CHOICES; i++)
    if (*lead_s == planner_lead_to_seconds (planner_lead_choices[i]))
      return TRUE;

  return *lead_s == PLANNER_LEAD_DEFAULT;
}

static gboolean
set_lead (const PlannerCliHit *hit, int lead_s, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;

  planner_conference_set_lead_async (hit->conference, hit->entry, lead_s, NULL, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);

  return planner_conference_set_lead_finish (hit->conference, result, error);
}

static void
print_lead (const PlannerCliHit *hit, int lead_s)
{
  g_autofree char *lead =
      lead_s == PLANNER_LEAD_DEFAULT ? NULL : planner_format_lead (planner_lead_to_minutes (lead_s));

  planner_cli_print ("★ %s · %s\n", planner_entry_get_session (hit->entry)->title.shown,
                     lead ? lead : _ ("Default Reminder"));
}

/**
 * planner_cli_remind:
 *
 * Chooses the lead time of the reminder of a starred session.
 */
PlannerExit
planner_cli_remind (PlannerLibrary *library, const PlannerCliOptions *options)
{
  const char *key = options->words[0];
  PlannerCliHit hit = { 0 };
  g_autoptr (GError) error = NULL;
  int lead_s;

  if (!planner_cli_find_by_key (library, key, &hit))
    return PLANNER_EXIT_FAILED;
  if (!parse_lead (options->words[1], &lead_s))
    planner_cli_print_failure ("%s", _ ("choose 0, 5, 10, 15, 30 or 60 minutes, “off” or “default”"));
  else if (!planner_entry_is_going (hit.entry))
    planner_cli_print_failure (_ ("only a starred session has a reminder; run “gotc-planner star %s” first"),
                               key);
  else if (!set_lead (&hit, lead_s, &error))
    planner_cli_print_error ("gotc-planner", error);
  else
    {
      if (options->json)
        planner_cli_print_session (&hit, NULL, TRUE);
      else
        print_lead (&hit, lead_s);
      planner_cli_reminders_starred (hit.conference, hit.entry);
      return PLANNER_EXIT_OK;
    }

  return PLANNER_EXIT_FAILED;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The commands that share the stars of a conference, and import those of others. */

#include "config.h"

#include "cli/planner-cli-share.h"

#include "cli/planner-cli-conferences.h"
#include "cli/planner-cli-print.h"
#include "cli/planner-cli-reminders.h"
#include "cli/planner-cli-wait.h"
#include "cli/planner-json.h"
#include "model/planner-session-id.h"
#include "share/planner-schedule-text.h"
#include "share/planner-shared-words.h"
#include "share/planner-star-apply.h"
#include "share/planner-star-collect.h"
#include "share/planner-star-file.h"
#include "share/planner-star-foreign.h"
#include "share/planner-star-link.h"
#include "share/planner-star-open.h"
#include "share/planner-star-plan.h"
#include "share/planner-star-reader.h"

#include <glib/gi18n.h>

/* Returns: (nullable) (transfer full): the only conference with stars; %NULL with a sentence printed if there is none or several */
static PlannerConference *
find_starred (PlannerLibrary *library, const char *wanted)
{
  g_autoptr (PlannerConference) found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (planner_conference_get_n_starred (conference) == 0 ||
          !planner_cli_is_conference (conference, wanted))
        continue;
      if (found)
        {
          planner_cli_print_failure (
              "%s", _ ("the sessions are of several conferences; choose one with “--conference”"));
          return NULL;
        }
      found = g_steal_pointer (&conference);
    }
  if (!found)
    planner_cli_print_failure ("%s", _ ("no session is starred, so there is nothing to share"));

  return g_steal_pointer (&found);
}

/**
 * planner_cli_share:
 *
 * Prints a link with the starred sessions of a conference, or a list of them, or the content of a file.
 */
PlannerExit
planner_cli_share (PlannerLibrary *library, const PlannerCliOptions *options)
{
  g_autoptr (PlannerConference) conference = NULL;
  g_autoptr (PlannerSharedStars) stars = NULL;
  g_autofree char *link = NULL;
  g_autofree char *output = NULL;

  if (options->text && options->json)
    {
      planner_cli_print_failure ("%s", _ ("use either “--text” or “--json”"));
      return PLANNER_EXIT_FAILED;
    }
  conference = find_starred (library, options->conference);
  if (!conference)
    return PLANNER_EXIT_FAILED;

  stars = planner_shared_stars_collect (conference);
  link = planner_star_link_new (stars);
  output = options->json   ? planner_star_file_write (stars)
           : options->text ? planner_schedule_to_text (conference, link)
                           : g_strdup (link);
  if (options->json)
    planner_cli_print_json (output);
  else
    planner_cli_print ("%s%s", output, options->text ? "" : "\n");

  return PLANNER_EXIT_OK;
}

static PlannerSharedStars *
read_stars (const char *word, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;

  if (planner_is_star_link (word) || planner_is_giggity_link (word))
    return planner_shared_stars_read_text (word, error);

  file = g_file_new_for_commandline_arg (word);
  planner_shared_stars_open_async (file, NULL, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);

  return planner_shared_stars_open_finish (file, result, error);
}

/* @wanted: (nullable): a conference that the planner has
 *
 * Returns: (nullable) (transfer full): the conference of the stars; %NULL with a sentence printed if the planner does not have it */
static PlannerConference *
find_conference (PlannerLibrary *library, const PlannerSharedStars *stars, const char *wanted)
{
  g_autoptr (PlannerConference) found = NULL;

  if (!wanted)
    found = planner_star_plan_find_conference (library, stars);
  for (guint i = 0; wanted && !found && i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (planner_cli_is_conference (conference, wanted))
        found = g_steal_pointer (&conference);
    }
  if (found)
    return g_steal_pointer (&found);

  if (stars->address)
    planner_cli_print_failure (
        /* Translators: %s is an address. Keep the command. */
        _ ("the conference of these stars is not in the planner; to add it, use “gotc-planner add %s”"),
        stars->address);
  else
    planner_cli_print_failure ("%s", _ ("no conference in the planner has these sessions"));

  return NULL;
}

static void
print_entry (const PlannerStarPlan *plan, PlannerEntry *entry, const char *state, gboolean json)
{
  const gboolean clashing = g_hash_table_contains (plan->clashing, entry);
  const char *title = planner_entry_get_session (entry)->title.shown;

  if (json)
    {
      g_autofree char *key = planner_session_id_new (planner_conference_get_id (plan->conference),
                                                     planner_entry_get_key (entry));
      const PlannerImportOutput output = { .key = key,
                                           .title = title,
                                           .state = state,
                                           .plan_b = planner_entry_get_plan_b (entry),
                                           .clashing = clashing };
      g_autofree char *line = planner_import_to_json (&output);

      planner_cli_print_json (line);
      return;
    }
  planner_cli_print ("%s %s", g_str_equal (state, "removed") ? "☆" : "★", title);
  if (planner_entry_get_plan_b (entry))
    planner_cli_print (" · %s", _ ("plan B"));
  if (clashing)
    planner_cli_print (" · %s", _ ("clashes"));
  planner_cli_print ("\n");
}

/* Links name sessions only by hashes, so a session that is not found may have no title. */
static void
print_missing (const PlannerSharedStar *star, gboolean json)
{
  const char *title = star->identity->title;

  if (json)
    {
      const PlannerImportOutput output = { .title = title, .state = "missing" };
      g_autofree char *line = planner_import_to_json (&output);

      planner_cli_print_json (line);
    }
  else
    {
      planner_cli_print ("? %s · %s\n", title ? title : _ ("A session"), _ ("not found"));
    }
}

static void
print_plan (const PlannerStarPlan *plan, gboolean json)
{
  for (guint i = 0; i < plan->found->len; i++)
    {
      PlannerEntry *entry = g_ptr_array_index (plan->found, i);

      print_entry (plan, entry, planner_entry_get_starred (entry) ? "starred" : "added", json);
    }
  for (guint i = 0; i < plan->removed->len; i++)
    print_entry (plan, g_ptr_array_index (plan->removed, i), "removed", json);
  for (guint i = 0; i < plan->missing->len; i++)
    print_missing (g_ptr_array_index (plan->missing, i), json);
}

static gboolean
apply (const PlannerStarPlan *plan)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  planner_stars_apply_async (plan->conference, plan->added, plan->removed, NULL, planner_cli_done_cb,
                             &answer);
  result = planner_cli_wait (&answer);
  if (planner_stars_apply_finish (result, &error))
    return TRUE;
  planner_cli_print_error ("gotc-planner", error);

  return FALSE;
}

static PlannerExit
run_plan (const PlannerStarPlan *plan, const PlannerCliOptions *options)
{
  print_plan (plan, options->json);
  if (options->dry_run)
    return PLANNER_EXIT_OK;
  if (!apply (plan))
    return PLANNER_EXIT_FAILED;
  if (plan->added->len > 0 && !options->json)
    planner_cli_reminders_starred (plan->conference, g_ptr_array_index (plan->added, plan->added->len - 1));

  return PLANNER_EXIT_OK;
}

/**
 * planner_cli_import:
 *
 * Stars the sessions of a link or a file.
 */
PlannerExit
planner_cli_import (PlannerLibrary *library, const PlannerCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerSharedStars) stars = read_stars (options->words[0], &error);
  g_autoptr (PlannerConference) conference = NULL;
  g_autoptr (PlannerStarPlan) plan = NULL;

  if (!stars)
    {
      planner_cli_print_failure ("%s", planner_shared_error_describe (error));
      return PLANNER_EXIT_UNREADABLE;
    }
  if (options->replace && stars->n_parts > 1)
    {
      planner_cli_print_failure ("%s",
                                 _ ("this link has only a part of the stars, so it cannot replace yours"));
      return PLANNER_EXIT_FAILED;
    }
  conference = find_conference (library, stars, options->conference);
  if (!conference)
    return PLANNER_EXIT_FAILED;
  plan = planner_star_plan_new (library, conference, stars, options->replace);
  if (plan->found->len > 0)
    return run_plan (plan, options);

  planner_cli_print_failure (_ ("%s has none of these sessions"), planner_conference_get_title (conference));

  return PLANNER_EXIT_FAILED;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/planner-cli-board.h"

#include "agent/planner-handover.h"
#include "cli/planner-cli-conferences.h"
#include "cli/planner-cli-print.h"
#include "plan/planner-moment.h"
#include "plan/planner-place.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

/* Running conferences come first, then future ones, then the others. */
static guint
get_rank (PlannerConference *conference)
{
  switch (planner_agenda_get_moment (planner_conference_get_agenda (conference),
                                     planner_conference_get_now_utc (conference)))
    {
    case PLANNER_MOMENT_RUNNING:
      return 3;
    case PLANNER_MOMENT_BEFORE:
      return 2;
    case PLANNER_MOMENT_OVER:
    case PLANNER_MOMENT_UNKNOWN:
    default:
      return 1;
    }
}

/* Returns: (transfer none) (nullable): the wanted conference, or without one the conference that is most current */
static PlannerConference *
find_conference (PlannerLibrary *library, const char *wanted)
{
  PlannerConference *best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (planner_cli_is_conference (conference, wanted) &&
          (!best || get_rank (conference) > get_rank (best)))
        best = conference;
    }

  return best;
}

/* Only the window program can show the board. If it already runs, the new process passes the request on. */
static PlannerExit
become_window (PlannerConference *conference, const char *room)
{
  g_autofree char *program = planner_handover_dup_program ("gotc-planner");
  g_autofree char *option = g_strdup_printf ("--board=%" G_GINT64_FORMAT ":%s",
                                             planner_conference_get_id (conference), room ? room : "");

  execl (program, program, option, NULL);
  planner_cli_print_failure ("%s: %s", program, g_strerror (errno));

  return PLANNER_EXIT_FAILED;
}

/**
 * planner_cli_board:
 *
 * Opens the board of a room, or of all rooms. Does not return if that succeeds.
 */
PlannerExit
planner_cli_board (PlannerLibrary *library, const PlannerCliOptions *options)
{
  PlannerConference *conference = find_conference (library, options->conference);

  if (!planner_cli_has_conferences (library))
    return PLANNER_EXIT_FAILED;
  if (options->room && !planner_agenda_find_room (planner_conference_get_agenda (conference), options->room))
    {
      planner_cli_print_failure (_ ("there is no room “%s”"), options->room);
      return PLANNER_EXIT_FAILED;
    }

  return become_window (conference, options->room);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/planner-cli-check.h"

#include "cli/planner-cli-find.h"
#include "cli/planner-cli-print.h"
#include "cli/planner-json.h"
#include "model/planner-rooms.h"
#include "net/planner-shown-address.h"
#include "words/planner-audience.h"
#include "words/planner-format-words.h"
#include "words/planner-problems.h"

#include <glib/gi18n.h>

/* The number of problems of one kind that are printed. With --json, all are. */
#define MAX_ALIKE 3

static void
print_problems (const PlannerReport *report)
{
  g_autofree char *text = planner_report_to_text (report, MAX_ALIKE);

  planner_cli_print ("%s", text);
}

static void
print_check (const char *word, const char *address, const PlannerFound *found)
{
  const PlannerAgenda *agenda = found->agenda;
  const PlannerAgendaFacts facts = planner_agenda_get_facts (agenda);
  g_autofree char *first = planner_format_utc (facts.first_start_utc);
  g_autofree char *last = planner_format_utc (facts.last_end_utc);

  planner_cli_print ("%s: %s\n", word, agenda->title.shown);
  if (!g_str_equal (word, address))
    planner_cli_print ("  %s\n", address);
  planner_cli_print (_ ("  format %s, zone %s\n"), planner_describe_format (agenda->format),
                     agenda->zone_name ? agenda->zone_name : "–");
  planner_cli_print (_ ("  %u sessions, %u days, %u rooms, %u forums, %u speakers\n"), agenda->sessions->len,
                     planner_agenda_count_days (agenda), planner_rooms_count_single (agenda->rooms),
                     facts.n_forums, facts.n_speakers);
  if (first)
    planner_cli_print ("  %s – %s\n", first, last);
  print_problems (found->report);
}

static void
print_audience (const PlannerAgenda *agenda, const PlannerReport *report)
{
  g_autofree char *line = planner_describe_audience (agenda, report);

  planner_cli_print ("  %s\n", line);
}

static gboolean
check (PlannerFetcher *fetcher, const char *word, gboolean json)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerFound) found = planner_cli_find_schedule (fetcher, word, NULL, report, &error);
  g_autofree char *shown = planner_address_dup_shown (word);
  g_autofree char *address = found ? planner_address_dup_shown (found->address) : NULL;

  if (json)
    {
      g_autofree char *line = planner_check_to_json (shown, address, found ? found->agenda : NULL,
                                                     found ? found->report : report, error);

      planner_cli_print_json (line);
    }
  else if (found)
    print_check (shown, address, found);

  if (!found)
    planner_cli_print_error (shown, error);
  if (!json)
    print_audience (found ? found->agenda : NULL, found ? found->report : report);

  return found != NULL;
}

/**
 * planner_cli_check:
 * @library: (nullable): not used
 *
 * Reads schedules without storing them, and prints what they contain and which problems they have.
 */
PlannerExit
planner_cli_check (PlannerLibrary *library, const PlannerCliOptions *options)
{
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  gboolean all_read = TRUE;

  for (guint i = 0; options->words[i]; i++)
    all_read &= check (fetcher, options->words[i], options->json);

  return all_read ? PLANNER_EXIT_OK : PLANNER_EXIT_UNREADABLE;
}

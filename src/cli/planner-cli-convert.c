/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The command that writes a schedule in another format, for the organizers of a conference. */

#include "config.h"

#include "cli/planner-cli-convert.h"

#include "cli/planner-cli-conferences.h"
#include "cli/planner-cli-find.h"
#include "cli/planner-cli-print.h"
#include "cli/planner-cli-write.h"
#include "net/planner-shown-address.h"
#include "plan/planner-moment.h"
#include "share/planner-export-ical.h"
#include "share/planner-export-json.h"

#include <glib/gi18n.h>

static char *
to_ical (const PlannerAgenda *agenda)
{
  return planner_agenda_to_ical (agenda, g_get_real_time () / G_USEC_PER_SEC);
}

static guint
count_without_day (const PlannerAgenda *agenda)
{
  guint n = 0;

  for (guint i = 0; i < agenda->days->len; i++)
    {
      const PlannerDay *day = g_ptr_array_index (agenda->days, i);

      n += *day->date ? 0 : day->n_sessions;
    }

  return n;
}

/* Prints what the schedule lacks, because many people may read the file. Standard output may contain the file itself. */
static void
print_losses (const PlannerAgenda *agenda, gboolean calendar)
{
  const guint n = count_without_day (agenda);
  const char *zone = g_time_zone_get_identifier (agenda->zone);

  if (!agenda->zone_name && g_str_equal (zone, "UTC") && planner_agenda_has_times (agenda))
    planner_cli_print_failure (
        "%s",
        _ ("The schedule names no time zone. Times without an offset are written in UTC. Name the time zone of the "
           "venue with “--zone”."));
  if (calendar)
    planner_cli_print_left_out (n);
}

/**
 * planner_cli_convert:
 * @library: (nullable): not used
 *
 * Reads a schedule without storing it, and writes it in another format to a file or to standard output.
 */
PlannerExit
planner_cli_convert (PlannerLibrary *library, const PlannerCliOptions *options)
{
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerFound) found = NULL;
  g_autofree char *shown = planner_address_dup_shown (options->words[0]);
  g_autofree char *text = NULL;
  const int calendar = planner_cli_choose_format (options, options->words[1], "json", "ics");

  if (calendar < 0 || !planner_cli_check_zone (options->zone))
    return PLANNER_EXIT_FAILED;
  found = planner_cli_find_schedule (fetcher, options->words[0], options->zone, report, &error);
  if (!found)
    {
      planner_cli_print_error (shown, error);
      return PLANNER_EXIT_UNREADABLE;
    }
  print_losses (found->agenda, calendar > 0);
  text = calendar > 0 ? to_ical (found->agenda) : planner_agenda_to_schedule_json (found->agenda);

  return planner_cli_write_out (options->words[1], text, options);
}

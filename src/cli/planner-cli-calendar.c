/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The command for the calendar file that follows My Schedule. */

#include "config.h"

#include "cli/planner-cli-calendar.h"

#include "agent/planner-calendar-file.h"
#include "cli/planner-cli-print.h"
#include "cli/planner-json.h"
#include "model/planner-lead.h"
#include "words/planner-backup-words.h"

#include <glib/gi18n.h>

static void
print_calendar (const char *path, guint n_events, gboolean json)
{
  g_autofree char *text =
      json ? planner_calendar_to_json (path, n_events) : planner_format_calendar (n_events, NULL);

  if (json)
    planner_cli_print_json (text);
  else
    planner_cli_print ("%s: %s\n", path, text);
}

static PlannerExit
write_calendar (PlannerLibrary *library, GSettings *settings, const char *path, gboolean json)
{
  const int lead_s = planner_lead_to_seconds (g_settings_get_int (settings, "lead-minutes"));
  const gint64 now_utc = planner_time_source_get_now_utc (planner_library_get_time_source (library));
  g_autoptr (GError) error = NULL;
  guint n_events;

  if (!planner_calendar_file_write (planner_library_get_store (library), path, lead_s, now_utc, &n_events,
                                    &error))
    {
      planner_cli_print_error (path, error);
      return PLANNER_EXIT_FAILED;
    }
  print_calendar (path, n_events, json);

  return PLANNER_EXIT_OK;
}

/* A file that is not the calendar file yet is replaced only if the attendee says so. */
static gboolean
may_write (GSettings *settings, const char *path, gboolean force)
{
  g_autofree char *current = planner_calendar_file_dup_path (settings);

  if (force || g_strcmp0 (path, current) == 0 || !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  planner_cli_print_failure (_ ("there is a file “%s” already; “--force” replaces it"), path);

  return FALSE;
}

/* The choice is stored only if the file can be written. */
static PlannerExit
choose (PlannerLibrary *library, GSettings *settings, const PlannerCliOptions *options)
{
  g_autofree char *path = g_canonicalize_filename (options->words[0], NULL);

  if (!may_write (settings, path, options->force) ||
      write_calendar (library, settings, path, options->json) != PLANNER_EXIT_OK)
    return PLANNER_EXIT_FAILED;
  planner_calendar_file_set_path (settings, path);
  g_settings_sync ();

  return PLANNER_EXIT_OK;
}

/**
 * planner_cli_calendar:
 *
 * Chooses the calendar file and writes it, writes the one that is chosen, or stops doing so.
 */
PlannerExit
planner_cli_calendar (PlannerLibrary *library, const PlannerCliOptions *options)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *path = NULL;

  if (options->off)
    {
      planner_calendar_file_set_path (settings, NULL);
      g_settings_sync ();
      if (options->json)
        print_calendar (NULL, 0, TRUE);
      return PLANNER_EXIT_OK;
    }
  if (options->words[0])
    return choose (library, settings, options);
  path = planner_calendar_file_dup_path (settings);
  if (path)
    return write_calendar (library, settings, path, options->json);
  planner_cli_print_failure ("%s", _ ("choose a file first: “gotc-planner calendar FILE”"));

  return PLANNER_EXIT_FAILED;
}

/**
 * planner_cli_calendar_update:
 *
 * Writes the calendar file after a command that has changed something, if the attendee has chosen one. If that fails, prints
 * why.
 */
void
planner_cli_calendar_update (PlannerLibrary *library)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *sentence = NULL;

  if (planner_calendar_file_write_if_chosen (planner_library_get_store (library), settings, &error))
    return;
  path = planner_calendar_file_dup_path (settings);
  sentence = planner_format_calendar_failure (path, error);
  planner_cli_print_failure ("%s", sentence);
}

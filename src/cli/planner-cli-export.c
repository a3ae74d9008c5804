/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The command that writes sessions of the attendee's conferences as a calendar or as a PDF document. */

#include "config.h"

#include "cli/planner-cli-export.h"

#include "cli/planner-cli-hits.h"
#include "cli/planner-cli-print.h"
#include "cli/planner-cli-write.h"
#include "model/planner-lead.h"
#include "model/planner-session-id.h"
#include "share/planner-export-entries.h"
#include "share/planner-paper-pdf.h"

#include <glib/gi18n.h>

#include <string.h>

static gboolean
is_session_id (const char *word)
{
  const char *key;
  gint64 id;

  return planner_session_id_parse (word, &id, &key);
}

/* Returns: how many of the arguments name sessions; the only other argument is the last one, which names the file */
static guint
count_keys (const PlannerCliOptions *options)
{
  const guint n = g_strv_length (options->words);

  return n > 0 && !is_session_id (options->words[n - 1]) ? n - 1 : n;
}

/* Returns: (nullable) (transfer full): the sessions; %NULL with a sentence printed if there is no such session */
static GArray *
find_by_keys (PlannerLibrary *library, const PlannerCliOptions *options, guint n_keys)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, TRUE, sizeof (PlannerCliHit));

  for (guint i = 0; i < n_keys; i++)
    {
      PlannerCliHit hit = { 0 };

      if (!planner_cli_find_by_key (library, options->words[i], &hit))
        return NULL;
      g_array_append_val (hits, hit);
    }

  return g_steal_pointer (&hits);
}

/* Without a day and a forum, finds the starred sessions. */
static GArray *
find_by_options (PlannerLibrary *library, const PlannerCliOptions *options)
{
  PlannerCliOptions wanted = *options;

  wanted.starred = options->starred || (!options->day && !options->forum);

  return planner_cli_find_hits (library, &wanted);
}

static gboolean
are_of_one_conference (const GArray *hits)
{
  for (guint i = 1; i < hits->len; i++)
    if (g_array_index (hits, PlannerCliHit, i).conference !=
        g_array_index (hits, PlannerCliHit, 0).conference)
      return FALSE;

  return TRUE;
}

/* Returns: whether a calendar can have the sessions; otherwise a sentence is printed */
static gboolean
check_hits (const GArray *hits, const PlannerCliOptions *options)
{
  if (hits->len == 0)
    planner_cli_print_failure ("%s", options->day || options->forum
                                         ? _ ("no session matches, so there is nothing to export")
                                         : _ ("no session is starred, so there is nothing to export"));
  else if (!are_of_one_conference (hits))
    planner_cli_print_failure ("%s",
                               _ ("the sessions are of several conferences; choose one with “--conference”"));
  else
    return TRUE;

  return FALSE;
}

/* Returns: the heading of the paper */
static const char *
get_title (const PlannerCliOptions *options, PlannerEntry *first)
{
  const PlannerForum *forum = planner_entry_get_session (first)->forum;

  if (options->forum && forum)
    return forum->title.shown;

  return options->day || is_session_id (options->words[0] ? options->words[0] : "") ? _ ("Programme")
                                                                                    : _ ("My Schedule");
}

static GBytes *
write_pdf (PlannerConference *conference,
           const GPtrArray *entries,
           const PlannerCliOptions *options,
           GError **error)
{
  const char *title = get_title (options, g_ptr_array_index (entries, 0));
  g_autoptr (PlannerPaper) paper = planner_paper_new (conference, title, entries);

  return planner_paper_to_pdf (paper, &PLANNER_PAPER_A4, error);
}

static GBytes *
write_calendar (PlannerConference *conference, const GPtrArray *entries)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  const int lead_s = planner_lead_to_seconds (g_settings_get_int (settings, "lead-minutes"));
  guint n_without_day = 0;
  char *text;

  for (guint i = 0; i < entries->len; i++)
    n_without_day += *planner_entry_get_day (g_ptr_array_index (entries, i))->date ? 0 : 1;
  planner_cli_print_left_out (n_without_day);
  text = planner_entries_to_ical (conference, entries, lead_s);

  return g_bytes_new_take (text, strlen (text));
}

static PlannerExit
write_hits (const GArray *hits, const PlannerCliOptions *options, const char *path, gboolean pdf)
{
  PlannerConference *conference = g_array_index (hits, PlannerCliHit, 0).conference;
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (entries, g_array_index (hits, PlannerCliHit, i).entry);
  bytes = pdf ? write_pdf (conference, entries, options, &error) : write_calendar (conference, entries);
  if (bytes)
    return planner_cli_write_bytes (path, bytes, options);
  planner_cli_print_failure ("%s", error->message);

  return PLANNER_EXIT_FAILED;
}

/**
 * planner_cli_export:
 *
 * Writes My Schedule, or the sessions that the options or the arguments choose, as a calendar or for paper.
 */
PlannerExit
planner_cli_export (PlannerLibrary *library, const PlannerCliOptions *options)
{
  const guint n_keys = count_keys (options);
  const char *path = options->words[n_keys];
  const int pdf = planner_cli_choose_format (options, path, "ics", "pdf");
  g_autoptr (GArray) hits = NULL;

  if (pdf < 0)
    return PLANNER_EXIT_FAILED;
  if (n_keys > 0 && (options->conference || options->day || options->forum || options->starred))
    {
      planner_cli_print_failure ("%s", _ ("choose sessions either by their keys or by options"));
      return PLANNER_EXIT_FAILED;
    }
  hits = n_keys > 0 ? find_by_keys (library, options, n_keys) : find_by_options (library, options);
  if (!hits || !check_hits (hits, options))
    return PLANNER_EXIT_FAILED;

  return write_hits (hits, options, path, pdf > 0);
}

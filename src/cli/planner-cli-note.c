/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The command that shows and writes the note of a session. */

#include "config.h"

#include "cli/planner-cli-note.h"

#include "cli/planner-cli-hits.h"
#include "cli/planner-cli-print.h"
#include "cli/planner-cli-reminders.h"
#include "cli/planner-cli-sessions.h"
#include "cli/planner-cli-wait.h"
#include "cli/planner-json.h"
#include "library/planner-conference-stars.h"
#include "model/planner-note.h"

#include <glib/gi18n.h>
#include <string.h>

static void
print_note (const char *key, const char *note, gboolean json)
{
  if (json)
    {
      g_autofree char *line = planner_note_to_json (key, note);

      planner_cli_print_json (line);
    }
  else if (note)
    planner_cli_print (g_str_has_suffix (note, "\n") ? "%s" : "%s\n", note);
  else
    planner_cli_print_failure ("%s", _ ("this session has no note"));
}

static gboolean
write_note (const PlannerCliHit *hit, const char *text, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;

  planner_conference_set_note_async (hit->conference, hit->entry, planner_entry_get_note (hit->entry), text,
                                     NULL, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);

  return planner_conference_set_note_finish (hit->conference, result, error);
}

static PlannerExit
change_note (const PlannerCliHit *hit, const char *text)
{
  const gboolean was_starred = planner_entry_get_starred (hit->entry);
  g_autoptr (GError) error = NULL;

  if (strlen (text) > PLANNER_NOTE_MAX_BYTES)
    {
      planner_cli_print_failure ("%s", _ ("the note is longer than 64 KiB"));
      return PLANNER_EXIT_FAILED;
    }
  if (!write_note (hit, text, &error))
    {
      planner_cli_print_error ("gotc-planner", error);
      return PLANNER_EXIT_FAILED;
    }
  if (!was_starred && planner_entry_is_going (hit->entry))
    {
      planner_cli_print_star (hit->entry);
      planner_cli_reminders_starred (hit->conference, hit->entry);
    }

  return PLANNER_EXIT_OK;
}

/**
 * planner_cli_note:
 *
 * Prints the note of the session whose key is given. With a second argument, writes it as the note, and stars the session if
 * it is not starred; an empty one removes the note.
 */
PlannerExit
planner_cli_note (PlannerLibrary *library, const PlannerCliOptions *options)
{
  const char *key = options->words[0], *text = options->words[1];
  PlannerExit exit = PLANNER_EXIT_OK;
  PlannerCliHit hit = { 0 };

  if (!planner_cli_find_by_key (library, key, &hit))
    return PLANNER_EXIT_FAILED;
  if (text)
    exit = change_note (&hit, text);
  if (exit == PLANNER_EXIT_OK && (!text || options->json))
    print_note (key, planner_entry_get_note (hit.entry), options->json);

  return exit;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-backup-words.h"

#include "words/planner-messages.h"

#include <glib/gi18n.h>

/**
 * planner_format_calendar:
 * @n_sessions: how many sessions the calendar file has
 * @error: (nullable): why it was not written
 *
 * Returns: (transfer full): the state of the calendar file
 */
char *
planner_format_calendar (guint n_sessions, const GError *error)
{
  if (error)
    return g_strdup (planner_message_for_error (error));

  return g_strdup_printf (ngettext ("Up to date, with %u session", "Up to date, with %u sessions",
                                    n_sessions),
                          n_sessions);
}

/**
 * planner_format_calendar_failure:
 * @path: the path of the calendar file
 * @error: why it was not written
 *
 * Returns: (transfer full): a sentence that says which file it is
 */
char *
planner_format_calendar_failure (const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);

  /* Translators: the name of a file, and a sentence that says why. */
  return g_strdup_printf (_ ("The calendar file “%s” is not up to date. %s"), name,
                          planner_message_for_error (error));
}

static void
add_part (GPtrArray *parts, guint n, char *part)
{
  if (n > 0)
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

/**
 * planner_format_backup_summary:
 *
 * Returns: (transfer full): what has changed, such as "1 conference added, 3 stars added"
 */
char *
planner_format_backup_summary (const PlannerBackupSummary *summary)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  const guint added = summary->conferences_added, removed = summary->conferences_removed;
  const guint stars_added = summary->stars_added, stars_removed = summary->stars_removed;

  add_part (parts, added,
            g_strdup_printf (ngettext ("%u conference added", "%u conferences added", added), added));
  add_part (parts, removed,
            g_strdup_printf (ngettext ("%u conference removed", "%u conferences removed", removed), removed));
  add_part (parts, stars_added,
            g_strdup_printf (ngettext ("%u star added", "%u stars added", stars_added), stars_added));
  add_part (parts, stars_removed,
            g_strdup_printf (ngettext ("%u star removed", "%u stars removed", stars_removed), stars_removed));
  if (parts->len == 0)
    return g_strdup (summary->changed ? _ ("Notes and settings were restored")
                                      : _ ("Everything was there already"));

  /* Translators: This separates the parts of a list, such as “1 conference added, 3 stars added”. */
  return g_strjoinv (_ (", "), (GStrv) parts->pdata);
}

/**
 * planner_format_sync:
 * @n_others: how many other computers use the folder
 * @skipped: (nullable): the name of a file that was skipped
 * @error: (nullable): why it was skipped, or, if @skipped is %NULL, why nothing was synchronized
 *
 * Returns: (transfer full): the state of the synchronization
 */
char *
planner_format_sync (guint n_others, const char *skipped, const GError *error)
{
  if (error && !skipped)
    return g_strdup (planner_message_for_error (error));
  if (error)
    return g_strdup_printf (_ ("The file “%s” was skipped: %s"), skipped, planner_message_for_error (error));
  if (n_others == 0)
    return g_strdup (_ ("No other computer uses this folder yet"));

  return g_strdup_printf (ngettext ("In step with %u other computer", "In step with %u other computers",
                                    n_others),
                          n_others);
}

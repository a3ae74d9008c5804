/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The commands that list, edit and remove conferences. */

#include "config.h"

#include "cli/planner-cli-manage.h"

#include "cli/planner-cli-conferences.h"
#include "cli/planner-cli-print.h"
#include "cli/planner-cli-wait.h"
#include "discovery/planner-address.h"
#include "library/planner-conference-edit.h"
#include "library/planner-library-reload.h"
#include "library/planner-library-remove.h"
#include "model/planner-fold.h"
#include "net/planner-shown-address.h"
#include "store/planner-store-conferences.h"
#include "words/planner-ago.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

static void
print_text (PlannerConference *conference)
{
  const PlannerAgenda *agenda = planner_conference_get_agenda (conference);
  const gint64 updated_utc = planner_conference_get_updated_utc (conference);
  g_autofree char *days = planner_agenda_dup_days (agenda);
  g_autofree char *size = planner_agenda_dup_size (agenda);
  g_autofree char *updated =
      updated_utc > 0 ? planner_format_updated (updated_utc, planner_conference_get_now_utc (conference))
                      : NULL;
  g_autofree char *address = planner_address_dup_shown (planner_conference_get_address (conference));

  planner_cli_print ("%" G_GINT64_FORMAT " %s\n    ", planner_conference_get_id (conference),
                     planner_conference_get_title (conference));
  if (*days)
    planner_cli_print ("%s · ", days);
  planner_cli_print ("%s", size);
  if (updated)
    planner_cli_print (" · %s", updated);
  planner_cli_print ("\n    %s\n", address);
}

/**
 * planner_cli_list_conferences:
 *
 * Prints the attendee's conferences.
 */
PlannerExit
planner_cli_list_conferences (PlannerLibrary *library, const PlannerCliOptions *options)
{
  planner_cli_has_conferences (library);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (options->json)
        planner_cli_print_conference (conference, NULL, NULL);
      else
        print_text (conference);
    }

  return PLANNER_EXIT_OK;
}

/* Returns: (nullable) (transfer full): the conference that the command line names; %NULL with a sentence printed */
static PlannerConference *
find_conference (PlannerLibrary *library, const char *wanted)
{
  g_autoptr (PlannerConference) found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (!planner_cli_is_conference (conference, wanted))
        continue;
      if (found)
        {
          planner_cli_print_failure (
              _ ("there are several conferences “%s”; use the number that “gotc-planner conferences” prints"),
              wanted);
          return NULL;
        }
      found = g_object_ref (conference);
    }
  if (!found)
    planner_cli_print_failure (_ ("there is no conference “%s”; see “gotc-planner conferences”"), wanted);

  return g_steal_pointer (&found);
}

/* Returns: whether @word is "on" or "off"; otherwise a sentence is printed */
static gboolean
parse_remind (const char *word, gboolean *remind)
{
  *remind = g_str_equal (word, "on");
  if (*remind || g_str_equal (word, "off"))
    return TRUE;

  planner_cli_print_failure ("%s", _ ("“--remind” is either “on” or “off”"));

  return FALSE;
}

static gboolean
save_edit (PlannerConference *conference, const PlannerConferenceEdit *edit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  planner_conference_edit_async (conference, edit, NULL, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);
  if (planner_conference_edit_finish (conference, result, &error))
    return TRUE;

  planner_cli_print_error (planner_conference_get_title (conference), error);

  return FALSE;
}

static PlannerConferenceEdit
make_edit (PlannerConference *conference, const PlannerCliOptions *options, char **address, char **title)
{
  const PlannerConferenceRecord *record = planner_conference_get_record (conference);

  *address =
      options->address ? planner_address_complete (options->address, NULL) : g_strdup (record->address);
  *title = options->title
               ? planner_conference_make_own_title (options->title,
                                                    planner_conference_get_agenda (conference)->title.shown)
               : g_strdup (record->own_title);

  return (PlannerConferenceEdit) { .address = *address,
                                   .own_title = *title,
                                   .own_zone = options->zone ? options->zone : record->default_zone,
                                   .remind = record->remind };
}

/* An edit of the address or the zone removes the validators. */
static gboolean
must_refresh (PlannerConference *conference, const PlannerCliOptions *options)
{
  const PlannerConferenceRecord *record = planner_conference_get_record (conference);

  return (options->address || options->zone) && !record->etag && !record->last_modified;
}

static PlannerExit
edit (PlannerConference *conference, const PlannerCliOptions *options)
{
  g_autofree char *address = NULL;
  g_autofree char *title = NULL;
  PlannerConferenceEdit wanted = make_edit (conference, options, &address, &title);
  gboolean succeeded = TRUE;

  if ((options->remind && !parse_remind (options->remind, &wanted.remind)) ||
      !save_edit (conference, &wanted))
    return PLANNER_EXIT_FAILED;

  if (must_refresh (conference, options))
    succeeded = planner_cli_refresh_conference (conference, FALSE);
  if (options->json)
    planner_cli_print_conference (conference, "edited", planner_conference_get_error (conference));
  else
    print_text (conference);

  return succeeded ? PLANNER_EXIT_OK : PLANNER_EXIT_FAILED;
}

/**
 * planner_cli_edit:
 *
 * Changes the name, address, zone or reminders of a conference. With another address or zone, fetches the schedule again.
 */
PlannerExit
planner_cli_edit (PlannerLibrary *library, const PlannerCliOptions *options)
{
  g_autoptr (PlannerConference) conference = NULL;

  if (!options->title && !options->address && !options->zone && !options->remind)
    {
      planner_cli_print_failure ("%s",
                                 _ ("choose what to change: “--title”, “--address”, “--zone” or “--remind”"));
      return PLANNER_EXIT_FAILED;
    }
  conference = planner_cli_check_zone (options->zone) ? find_conference (library, options->words[0]) : NULL;

  return conference ? edit (conference, options) : PLANNER_EXIT_FAILED;
}

static PlannerExit
remove_conference (PlannerLibrary *library, const PlannerCliOptions *options)
{
  g_autoptr (PlannerConference) conference = find_conference (library, options->words[0]);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  if (!conference)
    return PLANNER_EXIT_FAILED;

  planner_library_remove_async (library, conference, NULL, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);
  if (!planner_library_remove_finish (library, result, &error))
    {
      planner_cli_print_error (planner_conference_get_title (conference), error);
      return PLANNER_EXIT_FAILED;
    }
  /* Translators: %s is the title of a conference. */
  planner_cli_print (_ ("Removed %s. “gotc-planner remove --undo” brings it back.\n"),
                     planner_conference_get_title (conference));
  if (options->json)
    planner_cli_print_conference (conference, "removed", NULL);

  return PLANNER_EXIT_OK;
}

/* Returns: whether @record is the removed conference that the command line names, or the last one if it names none */
static gboolean
is_removed (const PlannerConferenceRecord *record, const char *wanted)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, record->id);

  return !wanted || g_str_equal (number, wanted) ||
         planner_fold_equal (record->own_title ? record->own_title : record->title, wanted);
}

/* Returns: the number of the conference in the store; 0 with a sentence printed */
static gint64
find_removed (PlannerStore *store, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) removed = planner_store_list_removed_conferences (store, &error);

  for (guint i = 0; removed && i < removed->len; i++)
    if (is_removed (g_ptr_array_index (removed, i), wanted))
      return ((PlannerConferenceRecord *) g_ptr_array_index (removed, i))->id;

  if (!removed)
    planner_cli_print_error ("gotc-planner", error);
  else
    planner_cli_print_failure ("%s", _ ("there is no such conference to bring back; it may have been removed "
                                        "more than an hour ago"));

  return 0;
}

static gboolean
reload (PlannerLibrary *library, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;

  planner_library_reload_async (library, NULL, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);

  return planner_library_reload_finish (library, result, error);
}

static PlannerExit
undo_removal (PlannerLibrary *library, const PlannerCliOptions *options)
{
  PlannerStore *store = planner_library_get_store (library);
  const gint64 id = find_removed (store, options->words[0]);
  g_autoptr (GError) error = NULL;
  PlannerConference *conference;

  if (id == 0)
    return PLANNER_EXIT_FAILED;
  if (!planner_store_restore_conference (store, id, &error) || !reload (library, &error))
    {
      planner_cli_print_error ("gotc-planner", error);
      return PLANNER_EXIT_FAILED;
    }
  conference = planner_library_find (library, id);
  if (!conference)
    return PLANNER_EXIT_FAILED;
  /* Translators: %s is the title of a conference. */
  planner_cli_print (_ ("Brought %s back.\n"), planner_conference_get_title (conference));
  if (options->json)
    planner_cli_print_conference (conference, "restored", NULL);

  return PLANNER_EXIT_OK;
}

/**
 * planner_cli_remove:
 *
 * Removes a conference, or brings one back.
 */
PlannerExit
planner_cli_remove (PlannerLibrary *library, const PlannerCliOptions *options)
{
  if (options->undo)
    return undo_removal (library, options);
  if (options->words[0])
    return remove_conference (library, options);

  planner_cli_print_failure ("%s", _ ("name the conference to remove; see “gotc-planner conferences”"));

  return PLANNER_EXIT_FAILED;
}

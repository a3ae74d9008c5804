/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The commands that add conferences, refresh them, and show what has changed in them. */

#include "config.h"

#include "cli/planner-cli-conferences.h"

#include "cli/planner-cli-print.h"
#include "cli/planner-cli-wait.h"
#include "cli/planner-json.h"
#include "feed/planner-feed.h"
#include "library/planner-conference-refresh.h"
#include "library/planner-library-add.h"
#include "model/planner-fold.h"
#include "model/planner-session-id.h"
#include "model/planner-time.h"
#include "net/planner-shown-address.h"
#include "words/planner-change-words.h"
#include "words/planner-clock.h"
#include "words/planner-messages.h"
#include "words/planner-format-words.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

/**
 * planner_cli_is_conference:
 * @wanted: (nullable): a number, an acronym or a title; %NULL for any conference
 *
 * Returns: whether @conference is the one that the command line names. Upper and lower case make no difference.
 */
gboolean
planner_cli_is_conference (PlannerConference *conference, const char *wanted)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, planner_conference_get_id (conference));

  return !wanted || g_str_equal (number, wanted) ||
         planner_fold_equal (planner_conference_get_agenda (conference)->acronym, wanted) ||
         planner_fold_equal (planner_conference_get_title (conference), wanted);
}

/**
 * planner_cli_check_conference:
 * @wanted: (nullable): the argument of the option --conference
 *
 * Returns: whether the planner has such a conference, or %FALSE with a sentence printed
 */
gboolean
planner_cli_check_conference (PlannerLibrary *library, const char *wanted)
{
  for (guint i = 0; wanted && i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (planner_cli_is_conference (conference, wanted))
        return TRUE;
    }
  if (wanted)
    planner_cli_print_failure (_ ("there is no conference “%s”; see “gotc-planner conferences”"), wanted);

  return !wanted;
}

/**
 * planner_cli_has_conferences:
 *
 * Returns: whether the planner has a conference, or %FALSE with a sentence printed
 */
gboolean
planner_cli_has_conferences (PlannerLibrary *library)
{
  const gboolean has_any = g_list_model_get_n_items (G_LIST_MODEL (library)) > 0;

  if (!has_any)
    planner_cli_print_failure ("%s", _ ("there is no conference; add one with “gotc-planner add”"));

  return has_any;
}

/**
 * planner_cli_check_zone:
 * @name: (nullable): the argument of the option --zone
 *
 * Returns: whether the system has the time zone, or %FALSE with a sentence printed
 */
gboolean
planner_cli_check_zone (const char *name)
{
  g_autoptr (GTimeZone) zone = planner_time_zone_new (name);

  if (!name || zone)
    return TRUE;
  planner_cli_print_failure (_ ("there is no time zone “%s”; see “timedatectl list-timezones”"), name);

  return FALSE;
}

/**
 * planner_cli_print_conference:
 * @result: (nullable): the outcome of the command as one word
 * @error: (nullable): why it failed
 *
 * Prints a conference as JSON.
 */
void
planner_cli_print_conference (PlannerConference *conference, const char *result, const GError *error)
{
  g_autofree char *address = planner_address_dup_shown (planner_conference_get_address (conference));
  const PlannerConferenceOutput output = {
    .agenda = planner_conference_get_agenda (conference),
    .number = planner_conference_get_id (conference),
    .title = planner_conference_get_title (conference),
    .address = address,
    .updated_utc = planner_conference_get_updated_utc (conference),
    .n_starred = planner_conference_get_n_starred (conference),
    .remind = planner_conference_get_record (conference)->remind,
    .result = result,
    .error = error,
  };
  g_autofree char *line = planner_conference_to_json (&output);

  planner_cli_print_json (line);
}

static PlannerFound *
find_schedule (PlannerLibrary *library, const PlannerCliOptions *options, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;

  planner_library_find_schedule_async (library, options->words[0], options->zone, NULL, NULL, NULL,
                                       planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);

  return planner_library_find_schedule_finish (library, result, error);
}

/* Prints this before the conference is added, so that the attendee also sees it when adding fails. */
static void
print_found (const PlannerFound *found)
{
  g_autofree char *size = planner_agenda_dup_size (found->agenda);
  g_autofree char *address = planner_address_dup_shown (found->address);

  /* Translators: the title of a conference, how many sessions and days, and the format, such as "frab". */
  planner_cli_print (_ ("Found %s: %s, format %s\n"), found->agenda->title.shown, size,
                     planner_describe_format (found->agenda->format));
  planner_cli_print ("  %s\n", address);
}

static PlannerFound *
read_in_local_zone (const PlannerFound *found, GError **error)
{
  g_autofree char *zone = planner_time_dup_local_zone ();
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;

  /* Translators: %s is the name of a time zone, as in "Asia/Shanghai". */
  planner_cli_print (_ ("  The schedule names no time zone; %s is used. To choose another, use --zone.\n"),
                     zone);
  planner_found_read_again_async (found, zone, NULL, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);

  return planner_found_read_again_finish (result, error);
}

/* Prints past conferences after all others. */
static void
print_directory (PlannerDirectory *directory, gint64 now_utc)
{
  g_autoptr (GPtrArray) listings = planner_directory_sort (directory, now_utc);

  for (guint i = 0; i < listings->len; i++)
    {
      const PlannerListing *listing = g_ptr_array_index (listings, i);
      const gboolean is_over = planner_listing_is_over (listing, now_utc);

      if (i == 0 || is_over != planner_listing_is_over (g_ptr_array_index (listings, i - 1), now_utc))
        planner_cli_print ("%s\n", is_over ? _ ("Past Conferences") : _ ("Upcoming Conferences"));
      planner_cli_print ("  %s – %s  %s\n    %s\n", listing->start, listing->end, listing->name,
                         listing->address);
    }
}

static void
print_copy (PlannerLibrary *library, const PlannerFound *found)
{
  PlannerConference *copy = planner_library_find_copy (library, found->agenda);
  g_autofree char *address = NULL;

  if (!copy || g_str_equal (planner_conference_get_address (copy), found->address))
    return;

  address = planner_address_dup_shown (planner_conference_get_address (copy));
  /* Translators: %s is an address. */
  planner_cli_print (_ ("  The same conference is in the planner with another address: %s\n"), address);
}

static PlannerConference *
add_found (PlannerLibrary *library, const PlannerFound *found, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;

  planner_library_add_found_async (library, found, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);

  return planner_library_add_found_finish (library, result, error);
}

static PlannerConference *
add_schedule (PlannerLibrary *library, const PlannerCliOptions *options, GError **error)
{
  g_autoptr (PlannerFound) found = find_schedule (library, options, error);

  if (!found)
    return NULL;

  if (found->directory)
    {
      print_directory (found->directory,
                       planner_time_source_get_now_utc (planner_library_get_time_source (library)));
      return add_found (library, found, error);
    }
  print_found (found);
  if (!options->zone && planner_found_asks_for_zone (found))
    {
      g_autoptr (PlannerFound) without_zone = g_steal_pointer (&found);

      found = read_in_local_zone (without_zone, error);
      if (!found)
        return NULL;
    }
  print_copy (library, found);

  return add_found (library, found, error);
}

/**
 * planner_cli_add:
 *
 * Adds the conference whose schedule is at an address or in a file.
 */
PlannerExit
planner_cli_add (PlannerLibrary *library, const PlannerCliOptions *options)
{
  g_autoptr (PlannerConference) conference = NULL;
  g_autoptr (GError) error = NULL;

  if (!planner_cli_check_zone (options->zone))
    return PLANNER_EXIT_FAILED;
  conference = add_schedule (library, options, &error);
  if (!conference)
    {
      planner_cli_print_error ("gotc-planner", error);
      return error->domain == PLANNER_STORE_ERROR ? PLANNER_EXIT_FAILED : PLANNER_EXIT_UNREADABLE;
    }
  /* Translators: %s is the title of a conference. */
  planner_cli_print (_ ("Added %s.\n"), planner_conference_get_title (conference));
  if (options->json)
    planner_cli_print_conference (conference, "added", NULL);

  return PLANNER_EXIT_OK;
}

/* Another conference can have replaced the one at the address. */
static void
print_updated (PlannerConference *conference, gint64 replaced_before_utc)
{
  const PlannerConferenceRecord *record = planner_conference_get_record (conference);
  g_autofree char *sentence = NULL;

  planner_cli_print ("%s: %s\n", planner_conference_get_title (conference), _ ("updated"));
  if (record->replaced_utc == replaced_before_utc || !record->replaced_title)
    return;

  sentence = planner_message_for_replaced (planner_conference_get_title (conference), record->replaced_title);
  planner_cli_print ("  %s\n", sentence);
}

/**
 * planner_cli_refresh_conference:
 * @json: whether to print the outcome as JSON, too
 *
 * Fetches the schedule of a conference again, and prints the outcome.
 *
 * Returns: whether it succeeded, or the conference has only its bundled edition
 */
gboolean
planner_cli_refresh_conference (PlannerConference *conference, gboolean json)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PlannerAgenda) before = planner_agenda_ref (planner_conference_get_agenda (conference));
  const gint64 replaced_before_utc = planner_conference_get_record (conference)->replaced_utc;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;
  const char *word = "failed";

  planner_conference_refresh_async (conference, NULL, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);
  if (planner_conference_refresh_finish (conference, result, &error))
    {
      const gboolean is_new = planner_conference_get_agenda (conference) != before;

      word = is_new ? "updated" : "unchanged";
      if (is_new)
        print_updated (conference, replaced_before_utc);
      else
        planner_cli_print ("%s: %s\n", planner_conference_get_title (conference), _ ("nothing new"));
    }
  else if (planner_conference_is_bundled (conference))
    {
      word = "bundled";
      planner_cli_print ("%s: %s\n", planner_conference_get_title (conference), _ ("bundled edition"));
      g_clear_error (&error);
    }
  else
    {
      planner_cli_print_error (planner_conference_get_title (conference), error);
    }
  if (json)
    planner_cli_print_conference (conference, word, error);

  return !error;
}

/**
 * planner_cli_refresh:
 *
 * Fetches the schedules again, one after the other.
 */
PlannerExit
planner_cli_refresh (PlannerLibrary *library, const PlannerCliOptions *options)
{
  gboolean all_succeeded = TRUE;

  planner_cli_has_conferences (library);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (planner_cli_is_conference (conference, options->conference))
        all_succeeded &= planner_cli_refresh_conference (conference, options->json);
    }

  return all_succeeded ? PLANNER_EXIT_OK : PLANNER_EXIT_FAILED;
}

static void
print_change_json (PlannerConference *conference, PlannerChangeItem *item, const char *key)
{
  const PlannerChangeOutput output = {
    .agenda = planner_conference_get_agenda (conference),
    .change = planner_change_item_get_change (item),
    .key = key,
    .conference = planner_conference_get_title (conference),
    .starred = planner_change_item_get_starred (item),
  };
  g_autofree char *line = planner_change_to_json (&output);

  planner_cli_print_json (line);
}

static void
print_change_text (PlannerConference *conference, PlannerChangeItem *item, const char *key)
{
  const PlannerChange *change = planner_change_item_get_change (item);
  const PlannerClock clock = { .zone = planner_conference_get_agenda (conference)->zone,
                               .twelve_hours = planner_uses_twelve_hours () };
  g_auto (GStrv) lines = planner_change_dup_lines (change, &clock);

  planner_cli_print ("%s %s", planner_change_item_get_starred (item) ? "★" : "☆",
                     planner_change_get_sketch (change)->title.shown);
  if (change->flags & PLANNER_CHANGE_NEW)
    planner_cli_print (" · %s", _ ("new"));
  planner_cli_print ("\n");
  for (guint i = 0; lines[i]; i++)
    planner_cli_print ("    %s\n", lines[i]);
  planner_cli_print ("    %s\n", key);
}

/* Returns: the number of changes that were printed */
static guint
print_changes (PlannerConference *conference, const PlannerCliOptions *options)
{
  GListModel *changes = G_LIST_MODEL (planner_conference_get_changes (conference));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (PlannerChangeItem) item = g_list_model_get_item (changes, i);
      g_autofree char *key = planner_session_id_new (planner_conference_get_id (conference),
                                                     planner_change_item_get_change (item)->key);

      if (options->starred && !planner_change_item_get_starred (item))
        continue;
      if (options->json)
        print_change_json (conference, item, key);
      else
        print_change_text (conference, item, key);
      n++;
    }

  return n;
}

/**
 * planner_cli_changes:
 *
 * Prints what has changed in the schedules.
 */
PlannerExit
planner_cli_changes (PlannerLibrary *library, const PlannerCliOptions *options)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (planner_cli_is_conference (conference, options->conference))
        n += print_changes (conference, options);
    }
  if (n == 0 && planner_cli_has_conferences (library))
    planner_cli_print_failure ("%s", options->starred ? _ ("no starred session has changed")
                                                      : _ ("nothing has changed"));

  return PLANNER_EXIT_OK;
}

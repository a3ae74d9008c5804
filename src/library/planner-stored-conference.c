/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-stored-conference.h"

#include "library/planner-bundled-edition.h"
#include "net/planner-shown-address.h"
#include "store/planner-store-changes.h"
#include "store/planner-store-editions.h"
#include "store/planner-store-stars.h"

/**
 * planner_stored_conference_new:
 * @record: (transfer full):
 * @agenda: (transfer full):
 *
 * Returns: (transfer full): a conference without stars and changes
 */
PlannerStoredConference *
planner_stored_conference_new (PlannerConferenceRecord *record, PlannerAgenda *agenda)
{
  PlannerStoredConference *stored = g_new0 (PlannerStoredConference, 1);

  stored->record = record;
  stored->agenda = agenda;
  stored->stars = g_ptr_array_new ();
  stored->changes = g_ptr_array_new ();

  return stored;
}

void
planner_stored_conference_free (PlannerStoredConference *stored)
{
  g_clear_pointer (&stored->record, planner_conference_record_free);
  g_clear_pointer (&stored->agenda, planner_agenda_unref);
  g_clear_pointer (&stored->stars, g_ptr_array_unref);
  g_clear_pointer (&stored->changes, g_ptr_array_unref);
  g_free (stored);
}

/* How often a conference is read again that another process changes meanwhile. */
#define MAX_READS 5

/* A removed conference stays for an hour at least, so that a command does not purge what a window can still restore. */
#define RESTORABLE_S (60 * 60)

/* Until the next refresh, this is shown in place of an agenda that another version of the planner stored. */
static PlannerAgenda *
make_empty_agenda (void)
{
  PlannerAgenda *agenda = planner_agenda_new ();

  agenda->zone = g_time_zone_new_utc ();
  planner_agenda_seal (agenda, g_get_language_names ());

  return agenda;
}

/* The next refresh downloads the schedule even if it is not modified. */
static void
clear_validators (PlannerConferenceRecord *record)
{
  g_clear_pointer (&record->etag, g_free);
  g_clear_pointer (&record->last_modified, g_free);
}

static PlannerAgenda *
load_agenda (PlannerStore *store, PlannerConferenceRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  PlannerAgenda *agenda = NULL;

  if (planner_bundled_edition_is_due (record))
    agenda = planner_bundled_edition_load (store, record);
  if (!agenda)
    agenda = planner_store_load_agenda (store, record->id, g_get_language_names (), &error);
  if (agenda && agenda->is_outdated)
    clear_validators (record);
  if (agenda)
    return agenda;

  shown = planner_address_dup_shown (record->address);
  g_info ("Loading the stored schedule of “%s” failed: %s", shown, error->message);
  clear_validators (record);

  return make_empty_agenda ();
}

static PlannerStoredConference *
read_conference (PlannerStore *store, gint64 id, GError **error)
{
  g_autoptr (PlannerStoredConference) stored = g_new0 (PlannerStoredConference, 1);

  stored->record = planner_store_find_conference (store, id, error);
  if (!stored->record)
    return NULL;

  stored->agenda = load_agenda (store, stored->record);
  stored->stars = planner_store_list_stars (store, id, error);
  if (stored->stars)
    stored->changes = planner_store_list_changes (store, id, error);

  return stored->changes ? g_steal_pointer (&stored) : NULL;
}

static gboolean
is_current (PlannerStore *store, const PlannerConferenceRecord *record)
{
  g_autoptr (PlannerConferenceRecord) now = planner_store_find_conference (store, record->id, NULL);

  return now && now->changed == record->changed;
}

/**
 * planner_stored_conference_load:
 * @id: the store's number of a conference
 *
 * Loads a conference as it is between two transactions of other processes. Blocks; may be called from any thread.
 *
 * Returns: (nullable) (transfer full): the conference; %PLANNER_STORE_ERROR_NOT_FOUND if it was removed
 */
PlannerStoredConference *
planner_stored_conference_load (PlannerStore *store, gint64 id, GError **error)
{
  PlannerStoredConference *stored = read_conference (store, id, error);

  for (guint i = 1; stored && i < MAX_READS && !is_current (store, stored->record); i++)
    {
      planner_stored_conference_free (stored);
      stored = read_conference (store, id, error);
    }

  return stored;
}

static gboolean
load_all (PlannerStore *store, GPtrArray *records, GPtrArray *all, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      const PlannerConferenceRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GError) local_error = NULL;
      PlannerStoredConference *stored = planner_stored_conference_load (store, record->id, &local_error);

      if (stored)
        {
          g_ptr_array_add (all, stored);
        }
      else if (!g_error_matches (local_error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * planner_stored_conferences_load:
 * @now_utc: in seconds since the epoch
 *
 * Loads all conferences of the store, after adding the bundled one to a store that never had it, and purges those that were
 * removed. Blocks; may be called from any thread.
 *
 * Returns: (nullable) (transfer full) (element-type PlannerStoredConference): all conferences in the order in which they were
 *   added; %NULL with a %PLANNER_STORE_ERROR
 */
GPtrArray *
planner_stored_conferences_load (PlannerStore *store, gint64 now_utc, GError **error)
{
  g_autoptr (GPtrArray) all =
      g_ptr_array_new_with_free_func ((GDestroyNotify) planner_stored_conference_free);
  g_autoptr (GPtrArray) records = NULL;

  if (!planner_bundled_edition_add_once (store, error) ||
      !planner_store_purge_conferences (store, now_utc - RESTORABLE_S, error))
    return NULL;

  records = planner_store_list_conferences (store, error);

  return records && load_all (store, records, all, error) ? g_steal_pointer (&all) : NULL;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-stored-conference.h"

#include "library/planner-bundled-edition.h"
#include "net/planner-shown-address.h"
#include "store/planner-store-changes.h"
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

/* Until the next refresh, this is shown in place of an agenda that another version of the planner stored. */
static PlannerAgenda *
make_empty_agenda (void)
{
  PlannerAgenda *agenda = planner_agenda_new ();

  agenda->zone = g_time_zone_new_utc ();
  planner_agenda_seal (agenda, g_get_language_names ());

  return agenda;
}

static PlannerAgenda *
load_agenda (PlannerStore *store, PlannerConferenceRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  PlannerAgenda *agenda = NULL;

  if (record->bundled_version)
    agenda = planner_bundled_edition_load (store, record);
  if (!agenda)
    agenda = planner_store_load_agenda (store, record->id, g_get_language_names (), &error);
  if (agenda)
    return agenda;

  shown = planner_address_dup_shown (record->address);
  g_info ("Loading the stored schedule of “%s” failed: %s", shown, error->message);
  g_clear_pointer (&record->etag, g_free);
  g_clear_pointer (&record->last_modified, g_free);

  return make_empty_agenda ();
}

static PlannerStoredConference *
load_conference (PlannerStore *store, const PlannerConferenceRecord *record, GError **error)
{
  g_autoptr (PlannerStoredConference) stored = g_new0 (PlannerStoredConference, 1);

  stored->record = planner_conference_record_copy (record);
  stored->agenda = load_agenda (store, stored->record);
  stored->stars = planner_store_list_stars (store, record->id, error);
  if (stored->stars)
    stored->changes = planner_store_list_changes (store, record->id, error);

  return stored->changes ? g_steal_pointer (&stored) : NULL;
}

/**
 * planner_stored_conferences_load:
 *
 * Loads all conferences of the store, after adding the bundled one to a store that never had it. Blocks; may be called from
 * any thread.
 *
 * Returns: (nullable) (transfer full) (element-type PlannerStoredConference): all conferences in the order in which they were
 *   added; %NULL with a %PLANNER_STORE_ERROR
 */
GPtrArray *
planner_stored_conferences_load (PlannerStore *store, GError **error)
{
  g_autoptr (GPtrArray) all =
      g_ptr_array_new_with_free_func ((GDestroyNotify) planner_stored_conference_free);
  g_autoptr (GPtrArray) records = NULL;

  if (!planner_bundled_edition_add_once (store, error))
    return NULL;

  records = planner_store_list_conferences (store, error);
  for (guint i = 0; records && i < records->len; i++)
    {
      PlannerStoredConference *stored = load_conference (store, g_ptr_array_index (records, i), error);

      if (!stored)
        return NULL;
      g_ptr_array_add (all, stored);
    }

  return records ? g_steal_pointer (&all) : NULL;
}

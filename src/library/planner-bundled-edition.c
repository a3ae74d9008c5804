/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/planner-bundled-edition.h"

#include "library/planner-import.h"
#include "planner-bundled.h"
#include "store/planner-store-editions.h"

#define BUNDLED_AGENDA "/org/gotc/Planner/agenda/gotc-2023.json"

/* Stored when the bundled conference is added, so that it is not added again after the attendee has removed it. */
#define BUNDLED_ADDED "bundled-given"

/**
 * planner_bundled_edition_init:
 *
 * Lets GLib register the resources of the program. While one thread registers them, another one that asks for a resource gets
 * %NULL. So call this before the thread that loads the bundled edition is started.
 */
void
planner_bundled_edition_init (void)
{
  planner_bundled_get_resource ();
}

static GBytes *
get_bytes (char **version)
{
  GBytes *bytes = g_resource_lookup_data (planner_bundled_get_resource (), BUNDLED_AGENDA,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  *version = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return bytes;
}

static gboolean
add (PlannerStore *store, GError **error)
{
  g_autoptr (PlannerConferenceRecord) record = g_new0 (PlannerConferenceRecord, 1);
  g_autoptr (GBytes) bytes = get_bytes (&record->bundled_version);
  g_autoptr (PlannerAgenda) agenda = planner_import_read (bytes, AGENDA_URL, NULL, NULL, NULL, error);

  if (!agenda)
    return FALSE;

  record->address = g_strdup (AGENDA_URL);
  record->title = g_strdup (agenda->title.shown);

  return planner_store_add_conference_once (store, BUNDLED_ADDED, record, agenda, error);
}

/* A newer planner may have a newer edition. Its changes are not listed, because the attendee never saw a schedule of the
 * organizer. */
static PlannerAgenda *
update (PlannerStore *store,
        PlannerConferenceRecord *record,
        const char *version,
        GBytes *bytes,
        GError **error)
{
  g_autoptr (PlannerAgenda) agenda = planner_import_read (bytes, record->address, NULL, NULL, NULL, error);
  g_autoptr (PlannerAgenda) old_agenda =
      planner_store_load_agenda (store, record->id, g_get_language_names (), NULL);
  g_autoptr (PlannerAgenda) nothing = planner_agenda_new ();
  g_autoptr (GPtrArray) successors = NULL;
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  PlannerAgendaMatch match = { .old_agenda = old_agenda ? old_agenda : nothing, .agenda = agenda };

  if (!agenda)
    return NULL;

  successors = planner_match_agendas (match.old_agenda, agenda);
  match.successors = successors;
  g_set_str (&record->bundled_version, version);
  g_set_str (&record->title, agenda->title.shown);

  return planner_store_save_edition (store, record, &match, changes, error) ? g_steal_pointer (&agenda)
                                                                            : NULL;
}

/**
 * planner_bundled_edition_add_once:
 *
 * Adds the bundled conference to a store that never had it. Blocks; may be called from any thread.
 *
 * Returns: whether the store has or had it; errors are of %PLANNER_STORE_ERROR
 */
gboolean
planner_bundled_edition_add_once (PlannerStore *store, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *added = planner_store_dup_value (store, BUNDLED_ADDED, &local_error);

  if (local_error)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return added || add (store, error);
}

/**
 * planner_bundled_edition_is_due:
 *
 * A bundled conference that was deleted and comes back with a backup has no edition until its schedule is fetched.
 *
 * Returns: whether a conference has the bundled edition, or should have it
 */
gboolean
planner_bundled_edition_is_due (const PlannerConferenceRecord *record)
{
  return record->bundled_version || (record->updated_utc == 0 && g_str_equal (record->address, AGENDA_URL));
}

/**
 * planner_bundled_edition_load:
 * @record: (inout): the bundled conference, never refreshed; it is updated if this planner has another edition
 *
 * Blocks; may be called from any thread.
 *
 * Returns: (nullable) (transfer full): the stored agenda if it is the edition of this planner, otherwise that edition;
 *   %NULL if it cannot be stored
 */
PlannerAgenda *
planner_bundled_edition_load (PlannerStore *store, PlannerConferenceRecord *record)
{
  g_autofree char *version = NULL;
  g_autoptr (GBytes) bytes = get_bytes (&version);
  PlannerAgenda *agenda = NULL;

  if (g_strcmp0 (version, record->bundled_version) == 0)
    agenda = planner_store_load_agenda (store, record->id, g_get_language_names (), NULL);
  if (agenda && agenda->is_outdated)
    g_clear_pointer (&agenda, planner_agenda_unref);

  return agenda ? agenda : update (store, record, version, bytes, NULL);
}

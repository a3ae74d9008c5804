/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/planner-bundled-edition.h"

#include "library/planner-import.h"
#include "planner-bundled.h"

#define BUNDLED_AGENDA "/org/gotc/Planner/agenda/gotc-2023.json"

/* The value of the store that tells that the bundled conference was given once: removed, it does not come back. */
#define BUNDLED_GIVEN "bundled-given"

static GBytes *
get_bytes (char **version)
{
  GBytes *bytes = g_resource_lookup_data (planner_bundled_get_resource (), BUNDLED_AGENDA,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  *version = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return bytes;
}

static gboolean
give (PlannerStore *store, GError **error)
{
  g_autoptr (PlannerConferenceRecord) record = g_new0 (PlannerConferenceRecord, 1);
  g_autoptr (GBytes) bytes = get_bytes (&record->bundled_version);
  g_autoptr (PlannerAgenda) agenda = planner_import_read (bytes, AGENDA_URL, NULL, NULL, error);

  if (!agenda)
    return FALSE;

  record->address = g_strdup (AGENDA_URL);
  record->title = g_strdup (agenda->title.shown);

  return planner_store_add_conference (store, record, agenda, error) &&
         planner_store_set_value (store, BUNDLED_GIVEN, "yes", error);
}

/* A newer planner may bring a newer edition. */
static PlannerAgenda *
renew (PlannerStore *store,
       PlannerConferenceRecord *record,
       const char *version,
       GBytes *bytes,
       GError **error)
{
  g_autoptr (PlannerAgenda) agenda = planner_import_read (bytes, record->address, NULL, NULL, error);

  if (!agenda)
    return NULL;

  g_set_str (&record->bundled_version, version);
  g_set_str (&record->title, agenda->title.shown);

  return planner_store_save_agenda (store, record, agenda, error) ? g_steal_pointer (&agenda) : NULL;
}

/**
 * planner_bundled_edition_give_once:
 *
 * Adds the bundled conference to a store that never had it. Blocks; in any thread.
 *
 * Returns: whether the store has or had it; errors are of %PLANNER_STORE_ERROR
 */
gboolean
planner_bundled_edition_give_once (PlannerStore *store, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *given = planner_store_dup_value (store, BUNDLED_GIVEN, &local_error);

  if (local_error)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return given || give (store, error);
}

/**
 * planner_bundled_edition_load:
 * @record: of a conference that was never refreshed; renewed where this planner brings another edition
 *
 * Blocks; in any thread.
 *
 * Returns: (nullable): the stored agenda if it is of this planner, else the one that this planner brings
 */
PlannerAgenda *
planner_bundled_edition_load (PlannerStore *store, PlannerConferenceRecord *record)
{
  g_autofree char *version = NULL;
  g_autoptr (GBytes) bytes = get_bytes (&version);
  PlannerAgenda *agenda = NULL;

  if (g_str_equal (version, record->bundled_version))
    agenda = planner_store_load_agenda (store, record->id, g_get_language_names (), NULL);

  return agenda ? agenda : renew (store, record, version, bytes, NULL);
}

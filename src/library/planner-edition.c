/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "planner-edition.h"

#include "model/planner-agenda-bytes.h"

PlannerEdition *
planner_edition_new (PlannerStore *store, const PlannerConferenceRecord *record)
{
  PlannerEdition *edition = g_new0 (PlannerEdition, 1);

  edition->store = g_object_ref (store);
  edition->record = planner_conference_record_copy (record);

  return edition;
}

void
planner_edition_free (PlannerEdition *edition)
{
  g_object_unref (edition->store);
  planner_conference_record_free (edition->record);
  g_clear_pointer (&edition->old_agenda, planner_agenda_unref);
  g_clear_pointer (&edition->agenda, planner_agenda_unref);
  g_clear_pointer (&edition->successors, g_ptr_array_unref);
  g_clear_pointer (&edition->stars, g_ptr_array_unref);
  g_free (edition);
}

static GPtrArray *
find_successors (PlannerAgenda *old_agenda, PlannerAgenda *agenda)
{
  g_autoptr (GPtrArray) identities = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_identity_free);

  for (guint i = 0; i < old_agenda->sessions->len; i++)
    g_ptr_array_add (identities, planner_identity_new (planner_agenda_get_session (old_agenda, i)));

  return planner_identities_match (identities, agenda);
}

/* Many servers tell nothing by which a feed could be known as not modified. */
static gboolean
is_same_edition (const PlannerAgenda *a, const PlannerAgenda *b)
{
  g_autoptr (GBytes) bytes_a = planner_agenda_to_bytes (a);
  g_autoptr (GBytes) bytes_b = planner_agenda_to_bytes (b);

  return g_bytes_equal (bytes_a, bytes_b);
}

/**
 * planner_edition_save:
 *
 * Keeps the edition in the store, or, where nothing is new, that the feed was looked at. Blocks.
 *
 * Returns: whether it is durable; errors are of %PLANNER_STORE_ERROR
 */
gboolean
planner_edition_save (PlannerEdition *edition, GError **error)
{
  if (edition->agenda && !edition->replaces_bundled && is_same_edition (edition->old_agenda, edition->agenda))
    g_clear_pointer (&edition->agenda, planner_agenda_unref);
  if (!edition->agenda)
    return planner_store_save_validators (edition->store, edition->record, error);

  edition->successors = find_successors (edition->old_agenda, edition->agenda);
  if (planner_store_save_agenda (edition->store, edition->record, edition->agenda, error))
    edition->stars = planner_store_list_stars (edition->store, edition->record->id, error);

  return edition->stars != NULL;
}

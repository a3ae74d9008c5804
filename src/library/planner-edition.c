/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-edition.h"

#include "model/planner-agenda-bytes.h"
#include "plan/planner-changes.h"
#include "store/planner-store-changes.h"
#include "store/planner-store-stars.h"

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
  g_clear_pointer (&edition->changes, g_ptr_array_unref);
  g_free (edition);
}

/* Many servers send no validators, so that an unmodified schedule is downloaded again. */
static gboolean
is_same_edition (const PlannerAgenda *a, const PlannerAgenda *b)
{
  g_autoptr (GBytes) bytes_a = planner_agenda_to_bytes (a);
  g_autoptr (GBytes) bytes_b = planner_agenda_to_bytes (b);

  return g_bytes_equal (bytes_a, bytes_b);
}

static GHashTable *
collect_keys (GPtrArray *stars)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < stars->len; i++)
    {
      const PlannerStar *star = g_ptr_array_index (stars, i);

      if (!star->withdrawn)
        g_hash_table_add (keys, star->identity->key);
    }

  return keys;
}

static void
drop_unstarred (GPtrArray *changes)
{
  for (guint i = changes->len; i > 0; i--)
    if (!((PlannerChange *) g_ptr_array_index (changes, i - 1))->starred)
      g_ptr_array_remove_index (changes, i - 1);
}

/* The bundled edition may be years old, so that only changes of starred sessions matter after it. */
static GPtrArray *
find_changes (PlannerEdition *edition, const PlannerAgendaMatch *match, GError **error)
{
  g_autoptr (GPtrArray) stars = planner_store_list_stars (edition->store, edition->record->id, error);
  g_autoptr (GHashTable) keys = stars ? collect_keys (stars) : NULL;
  GPtrArray *changes = stars ? planner_changes_find (match, keys, edition->record->updated_utc) : NULL;

  if (changes && edition->replaces_bundled)
    drop_unstarred (changes);

  return changes;
}

static gboolean
save_edition (PlannerEdition *edition, GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  PlannerAgendaMatch match = { .old_agenda = edition->old_agenda, .agenda = edition->agenda };

  edition->successors = planner_match_agendas (edition->old_agenda, edition->agenda);
  match.successors = edition->successors;
  changes = find_changes (edition, &match, error);

  return changes && planner_store_save_edition (edition->store, edition->record, &match, changes, error);
}

/**
 * planner_edition_save:
 *
 * Stores the edition with its changes, or, if it has nothing new, the time of the refresh. Blocks.
 *
 * Returns: whether it is durable; errors are of %PLANNER_STORE_ERROR
 */
gboolean
planner_edition_save (PlannerEdition *edition, GError **error)
{
  g_return_val_if_fail (edition != NULL, FALSE);

  if (edition->agenda && !edition->replaces_bundled && is_same_edition (edition->old_agenda, edition->agenda))
    {
      g_debug ("The schedule of conference %" G_GINT64_FORMAT " has the same content as before",
               edition->record->id);
      g_clear_pointer (&edition->agenda, planner_agenda_unref);
    }
  if (!edition->agenda)
    return planner_store_save_validators (edition->store, edition->record, error);

  if (!save_edition (edition, error))
    return FALSE;
  edition->stars = planner_store_list_stars (edition->store, edition->record->id, error);
  if (edition->stars)
    edition->changes = planner_store_list_changes (edition->store, edition->record->id, error);

  return edition->changes != NULL;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-edition.h"

#include "model/planner-agenda-bytes.h"
#include "model/planner-sketch.h"
#include "model/planner-string-table.h"
#include "plan/planner-changes.h"
#include "library/planner-stored-conference.h"
#include "store/planner-store-changes.h"
#include "store/planner-store-editions.h"
#include "store/planner-store-stars.h"

/* How often an edition is matched again because another process has stored one meanwhile. */
#define MAX_TRIES 5

/**
 * planner_edition_new:
 * @record: the record in memory
 * @shown_agenda: the agenda in memory
 *
 * Returns: (transfer full): a refresh without a result
 */
PlannerEdition *
planner_edition_new (PlannerStore *store, const PlannerConferenceRecord *record, PlannerAgenda *shown_agenda)
{
  PlannerEdition *edition = g_new0 (PlannerEdition, 1);

  edition->store = g_object_ref (store);
  edition->record = planner_conference_record_copy (record);
  edition->address = g_strdup (record->address);
  edition->shown_agenda = planner_agenda_ref (shown_agenda);
  edition->old_agenda = planner_agenda_ref (shown_agenda);
  edition->replaces_bundled = record->bundled_version != NULL;

  return edition;
}

void
planner_edition_free (PlannerEdition *edition)
{
  g_object_unref (edition->store);
  planner_conference_record_free (edition->record);
  g_free (edition->address);
  planner_agenda_unref (edition->shown_agenda);
  planner_agenda_unref (edition->old_agenda);
  g_clear_pointer (&edition->agenda, planner_agenda_unref);
  g_clear_pointer (&edition->successors, g_ptr_array_unref);
  g_clear_pointer (&edition->stars, g_ptr_array_unref);
  g_clear_pointer (&edition->changes, g_ptr_array_unref);
  g_free (edition);
}

static gboolean
has_changed_session (const PlannerAgenda *a, const PlannerAgenda *b)
{
  if (a->sessions->len != b->sessions->len)
    return TRUE;
  for (guint i = 0; i < a->sessions->len; i++)
    if (planner_sketch_is_needed (a, planner_agenda_get_session (a, i), b, planner_agenda_get_session (b, i)))
      return TRUE;

  return FALSE;
}

static gboolean
has_same_bytes (const PlannerAgenda *a, const PlannerAgenda *b)
{
  g_autoptr (GBytes) bytes_a = planner_agenda_to_bytes (a);
  g_autoptr (GBytes) bytes_b = planner_agenda_to_bytes (b);

  return g_bytes_equal (bytes_a, bytes_b);
}

/* Many servers send no validators, so that an unmodified schedule is downloaded again. */
static gboolean
is_same_edition (const PlannerAgenda *a, const PlannerAgenda *b)
{
  return !has_changed_session (a, b) && has_same_bytes (a, b);
}

static GHashTable *
collect_keys (GPtrArray *stars, gboolean only_plan_b)
{
  GHashTable *keys = planner_string_table_new (NULL, NULL);

  for (guint i = 0; i < stars->len; i++)
    {
      const PlannerStar *star = g_ptr_array_index (stars, i);

      if (!star->withdrawn && (star->plan_b || !only_plan_b))
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

static void
add_other_stars (PlannerEdition *edition, const PlannerConferenceRecord *record, GPtrArray *others)
{
  g_autoptr (GPtrArray) stars = planner_store_list_stars (edition->store, record->id, NULL);

  for (guint i = 0; stars && i < stars->len; i++)
    {
      const PlannerStar *star = g_ptr_array_index (stars, i);
      g_autoptr (PlannerAgenda) agenda =
          star->withdrawn || star->plan_b
              ? NULL
              : planner_agenda_new_from_bytes (star->snapshot, g_get_language_names ());

      if (agenda && agenda->sessions->len > 0)
        g_ptr_array_add (others,
                         planner_other_star_new (agenda, planner_agenda_get_session (agenda, 0),
                                                 record->own_title ? record->own_title : record->title));
    }
}

/* If the other conferences cannot be read, clashes with them are not reported. */
static GPtrArray *
list_other_stars (PlannerEdition *edition)
{
  g_autoptr (GPtrArray) records = planner_store_list_conferences (edition->store, NULL);
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_other_star_free);

  for (guint i = 0; records && i < records->len; i++)
    {
      const PlannerConferenceRecord *record = g_ptr_array_index (records, i);

      if (record->id != edition->record->id)
        add_other_stars (edition, record, others);
    }

  return others;
}

/* The bundled edition may be years old, so that only changes of starred sessions matter after it. */
static GPtrArray *
find_changes (PlannerEdition *edition, const PlannerAgendaMatch *match, GError **error)
{
  g_autoptr (GPtrArray) stars = planner_store_list_stars (edition->store, edition->record->id, error);
  g_autoptr (GHashTable) keys = stars ? collect_keys (stars, FALSE) : NULL;
  g_autoptr (GHashTable) plan_b_keys = stars ? collect_keys (stars, TRUE) : NULL;
  g_autoptr (GPtrArray) others = stars && stars->len > 0 ? list_other_stars (edition) : NULL;
  GPtrArray *changes =
      stars ? planner_changes_find (match, keys, plan_b_keys, others, edition->record->updated_utc) : NULL;

  if (changes && edition->replaces_bundled)
    drop_unstarred (changes);

  return changes;
}

static gboolean
save_edition (PlannerEdition *edition, GError **error)
{
  g_autoptr (GPtrArray) successors = planner_match_agendas (edition->old_agenda, edition->agenda);
  const PlannerAgendaMatch match = { .old_agenda = edition->old_agenda,
                                     .agenda = edition->agenda,
                                     .successors = successors };
  g_autoptr (GPtrArray) changes = find_changes (edition, &match, error);

  if (!changes || !planner_store_save_edition (edition->store, edition->record, &match, changes, error))
    return FALSE;

  /* Usually no other process has stored an edition, so that the one in memory is not matched again. */
  if (edition->old_agenda == edition->shown_agenda)
    edition->successors = g_steal_pointer (&successors);

  return TRUE;
}

static gboolean
is_new (PlannerEdition *edition)
{
  if (!edition->agenda)
    return FALSE;
  if (edition->replaces_bundled || !is_same_edition (edition->old_agenda, edition->agenda))
    return TRUE;

  g_debug ("The schedule of conference %" G_GINT64_FORMAT " has the same content as before",
           edition->record->id);

  return FALSE;
}

static gboolean
save_once (PlannerEdition *edition, GError **error)
{
  return is_new (edition) ? save_edition (edition, error)
                          : planner_store_save_validators (edition->store, edition->record, error);
}

/* Compares with what another process has stored, instead of the edition in memory. */
static gboolean
take_stored (PlannerEdition *edition, GError **error)
{
  g_autoptr (PlannerStoredConference) stored =
      planner_stored_conference_load (edition->store, edition->record->id, error);

  if (!stored)
    return FALSE;
  if (!g_str_equal (stored->record->address, edition->address))
    return planner_store_set_error (error, PLANNER_STORE_ERROR_STALE, NULL, NULL);

  edition->record->edition = stored->record->edition;
  edition->replaces_bundled = stored->record->bundled_version != NULL;
  planner_agenda_unref (edition->old_agenda);
  edition->old_agenda = g_steal_pointer (&stored->agenda);

  return TRUE;
}

/* Without an agenda, an edition of another process is not compared: the answer of the server was about an older one. */
static gboolean
save (PlannerEdition *edition, GError **error)
{
  for (guint i = 1; TRUE; i++)
    {
      g_autoptr (GError) local_error = NULL;

      if (save_once (edition, &local_error))
        return TRUE;
      if (!edition->agenda || i == MAX_TRIES ||
          !g_error_matches (local_error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_STALE))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (!take_stored (edition, error))
        return FALSE;
    }
}

/* The next planner_edition_load() reads changes that another process stores meanwhile. */
static void
update_record (PlannerEdition *edition)
{
  PlannerConferenceRecord *stored = planner_store_find_conference (edition->store, edition->record->id, NULL);

  g_clear_pointer (&edition->record->moved_address, g_free);
  if (!stored || stored->edition != edition->record->edition)
    {
      planner_conference_record_free (stored);
      return;
    }

  planner_conference_record_free (edition->record);
  edition->record = stored;
}

static gboolean
list_stars_and_changes (PlannerEdition *edition, GError **error)
{
  edition->stars = planner_store_list_stars (edition->store, edition->record->id, error);
  if (edition->stars)
    edition->changes = planner_store_list_changes (edition->store, edition->record->id, error);

  return edition->changes != NULL;
}

/* Returns: whether the edition in memory is replaced */
static gboolean
shows_new (PlannerEdition *edition)
{
  if (!edition->agenda)
    return FALSE;

  return edition->successors || edition->replaces_bundled ||
         (edition->old_agenda != edition->shown_agenda &&
          !is_same_edition (edition->shown_agenda, edition->agenda));
}

/**
 * planner_edition_save:
 *
 * Stores the edition with its changes, or, if it has nothing new, the time of the refresh. If another process has stored an
 * edition since the one in memory was read, the new edition is compared with that one. Blocks.
 *
 * Returns: whether it is durable; errors are of %PLANNER_STORE_ERROR: %PLANNER_STORE_ERROR_STALE if the server’s answer does
 *   not apply to the stored edition
 */
gboolean
planner_edition_save (PlannerEdition *edition, GError **error)
{
  g_return_val_if_fail (edition != NULL, FALSE);

  if (!save (edition, error))
    return FALSE;

  update_record (edition);
  if (!shows_new (edition))
    {
      g_clear_pointer (&edition->agenda, planner_agenda_unref);
      return TRUE;
    }
  if (!edition->successors)
    edition->successors = planner_match_agendas (edition->shown_agenda, edition->agenda);

  return list_stars_and_changes (edition, error);
}

/**
 * planner_edition_load:
 *
 * Reads what is stored instead of what is in memory. Blocks.
 *
 * Returns: whether it succeeded; %PLANNER_STORE_ERROR_NOT_FOUND if the conference was removed
 */
gboolean
planner_edition_load (PlannerEdition *edition, GError **error)
{
  g_autoptr (PlannerStoredConference) stored = NULL;

  g_return_val_if_fail (edition != NULL, FALSE);

  stored = planner_stored_conference_load (edition->store, edition->record->id, error);
  if (!stored)
    return FALSE;

  if (stored->record->edition != edition->record->edition)
    {
      edition->agenda = planner_agenda_ref (stored->agenda);
      edition->successors = planner_match_agendas (edition->shown_agenda, stored->agenda);
    }
  planner_conference_record_free (edition->record);
  edition->record = g_steal_pointer (&stored->record);
  edition->stars = g_steal_pointer (&stored->stars);
  edition->changes = g_steal_pointer (&stored->changes);

  return TRUE;
}

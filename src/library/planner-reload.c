/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-reload.h"

#include "library/planner-stored-conference.h"

PlannerReload *
planner_reload_new (PlannerStore *store)
{
  PlannerReload *reload = g_new0 (PlannerReload, 1);

  reload->store = g_object_ref (store);
  reload->known = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_edition_free);
  reload->removed = g_ptr_array_new ();
  reload->changed = g_ptr_array_new ();
  reload->added = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_stored_conference_free);

  return reload;
}

void
planner_reload_free (PlannerReload *reload)
{
  g_object_unref (reload->store);
  g_ptr_array_unref (reload->removed);
  g_ptr_array_unref (reload->changed);
  g_ptr_array_unref (reload->known);
  g_ptr_array_unref (reload->added);
  g_free (reload);
}

static PlannerConferenceRecord *
find_record (GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (((PlannerConferenceRecord *) g_ptr_array_index (records, i))->id == id)
      return g_ptr_array_index (records, i);

  return NULL;
}

static gboolean
is_known (PlannerReload *reload, gint64 id)
{
  for (guint i = 0; i < reload->known->len; i++)
    if (((PlannerEdition *) g_ptr_array_index (reload->known, i))->record->id == id)
      return TRUE;

  return FALSE;
}

static gboolean
is_removed (const GError *error)
{
  return g_error_matches (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_NOT_FOUND);
}

static gboolean
compare_known (PlannerReload *reload, PlannerEdition *edition, GPtrArray *records, GError **error)
{
  const PlannerConferenceRecord *record = find_record (records, edition->record->id);
  g_autoptr (GError) local_error = NULL;

  if (record && record->changed == edition->record->changed)
    return TRUE;

  if (record && planner_edition_load (edition, &local_error))
    {
      g_ptr_array_add (reload->changed, edition);
      return TRUE;
    }
  if (!record || is_removed (local_error))
    {
      g_ptr_array_add (reload->removed, edition);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
read_added (PlannerReload *reload, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  PlannerStoredConference *stored = planner_stored_conference_load (reload->store, id, &local_error);

  if (stored)
    g_ptr_array_add (reload->added, stored);
  if (stored || is_removed (local_error))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * planner_reload_read:
 *
 * Reads what differs from the conferences in memory. A conference whose counter is the same is not read. Blocks.
 *
 * Returns: whether it succeeded; errors are of %PLANNER_STORE_ERROR
 */
gboolean
planner_reload_read (PlannerReload *reload, GError **error)
{
  g_autoptr (GPtrArray) records = planner_store_list_conferences (reload->store, error);

  if (!records)
    return FALSE;

  for (guint i = 0; i < reload->known->len; i++)
    if (!compare_known (reload, g_ptr_array_index (reload->known, i), records, error))
      return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const PlannerConferenceRecord *record = g_ptr_array_index (records, i);

      if (!is_known (reload, record->id) && !read_added (reload, record->id, error))
        return FALSE;
    }
  g_debug ("Another process has added %u conferences, changed %u and removed %u", reload->added->len,
           reload->changed->len, reload->removed->len);

  return TRUE;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-conference-clashes.h"

#include "library/planner-conference-private.h"

/**
 * planner_conference_get_clashes:
 * @entry: a starred entry
 *
 * Returns: (transfer full) (element-type PlannerEntryClash): the sessions of all conferences that @entry clashes with
 */
GPtrArray *
planner_conference_get_clashes (PlannerConference *self, PlannerEntry *entry)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry), NULL);

  if (!self->clashes)
    return g_ptr_array_new ();

  return planner_clashes_list (self->clashes, self->entries, entry, planner_conference_get_now_utc (self));
}

/**
 * planner_conference_list_elsewhere:
 *
 * Returns: (transfer full) (element-type PlannerElsewhere): the other conferences of the library
 */
GPtrArray *
planner_conference_list_elsewhere (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), NULL);

  return self->clashes ? planner_clashes_list_elsewhere (self->clashes, self->entries) : g_ptr_array_new ();
}

/**
 * planner_conference_list_starred:
 *
 * Returns: (transfer full): the starred sessions of each conference of the library, a model of #GListModel of #PlannerEntry. It
 *   follows the library.
 */
GListModel *
planner_conference_list_starred (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), NULL);

  return self->clashes ? g_object_ref (planner_clashes_get_starred (self->clashes))
                       : G_LIST_MODEL (g_list_store_new (G_TYPE_LIST_MODEL));
}

/**
 * planner_conference_find_elsewhere:
 *
 * Returns: (nullable) (transfer full): the conference of @entry; %NULL if it is this one
 */
PlannerElsewhere *
planner_conference_find_elsewhere (PlannerConference *self, PlannerEntry *entry)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry), NULL);

  return self->clashes && !planner_conference_has_entry (self, entry)
             ? planner_clashes_find_elsewhere (self->clashes, entry)
             : NULL;
}

/**
 * planner_conference_allows_going:
 * @entry: an entry of this conference
 *
 * Returns: whether @entry is plan B, is to come and overlaps no session of any conference where the attendee is going
 */
gboolean
planner_conference_allows_going (PlannerConference *self, PlannerEntry *entry)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry), FALSE);

  return planner_entry_get_plan_b (entry) && self->clashes &&
         planner_clashes_allow_going (self->clashes, entry, planner_conference_get_now_utc (self));
}

/**
 * planner_conference_update_clashes:
 *
 * Finds the clashes again after stars, times or the title have changed.
 */
void
planner_conference_update_clashes (PlannerConference *self)
{
  if (!self->clashes)
    return;

  planner_clashes_put (self->clashes, self->entries, self->record->id, planner_conference_get_title (self));
  planner_clashes_update (self->clashes, planner_conference_get_now_utc (self));
}

/**
 * planner_conference_set_clashes:
 * @clashes: (nullable): the clashes of the library; %NULL when the conference is removed from it
 */
void
planner_conference_set_clashes (PlannerConference *self, PlannerClashes *clashes)
{
  g_autoptr (PlannerClashes) old = g_steal_pointer (&self->clashes);

  if (old)
    {
      planner_clashes_remove (old, self->entries);
      planner_clashes_update (old, planner_conference_get_now_utc (self));
    }
  if (clashes)
    self->clashes = planner_clashes_ref (clashes);
  planner_conference_update_clashes (self);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-conference-edition.h"

#include "library/planner-conference-clashes.h"
#include "library/planner-conference-private.h"

static void
take_record (PlannerConference *self, const PlannerConferenceRecord *record)
{
  g_clear_pointer (&self->record, planner_conference_record_free);
  self->record = planner_conference_record_copy (record);
}

static void
apply_edition (PlannerConference *self, const PlannerEdition *edition)
{
  take_record (self, edition->record);
  if (edition->agenda)
    planner_entries_set_agenda (self->entries, edition->agenda, edition->successors, edition->stars);
  else if (edition->stars)
    planner_entries_set_stars (self->entries, edition->stars);
  planner_conference_update_clashes (self);
  if (edition->changes && (edition->agenda || !planner_change_list_has (self->changes, edition->changes)))
    planner_change_list_set (self->changes, edition->changes, self->entries);
  else
    planner_change_list_update (self->changes);

  g_object_notify (G_OBJECT (self), "title");
  g_object_notify (G_OBJECT (self), "address");
  if (edition->agenda)
    g_object_notify (G_OBJECT (self), "agenda");
  g_object_notify (G_OBJECT (self), "n-starred");
  g_object_notify (G_OBJECT (self), "n-going");
  g_object_notify (G_OBJECT (self), "updated-utc");
  g_object_notify (G_OBJECT (self), "replaced-utc");
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (planner_edition_save (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (planner_edition_load (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_with_edition (PlannerConference *self,
                  PlannerEdition *edition,
                  GTaskThreadFunc func,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_task_data (task, edition, (GDestroyNotify) planner_edition_free);
  planner_star_writer_hold (self->writer);
  planner_worker_run (self->worker, task, func);
}

/**
 * planner_conference_make_edition:
 *
 * Returns: (transfer full): what is in memory, for planner_edition_load() or planner_conference_save_edition_async()
 */
PlannerEdition *
planner_conference_make_edition (PlannerConference *self)
{
  return planner_edition_new (self->store, self->record, self->entries->agenda);
}

/**
 * planner_conference_take_edition:
 * @edition: a loaded edition, from planner_conference_make_edition()
 *
 * Shows what another process has stored.
 *
 * Returns: %FALSE if a refresh has changed the conference since, so that it must be loaded again
 */
gboolean
planner_conference_take_edition (PlannerConference *self, const PlannerEdition *edition)
{
  if (planner_star_writer_is_held (self->writer) || edition->shown_agenda != self->entries->agenda)
    return FALSE;

  apply_edition (self, edition);

  return TRUE;
}

/**
 * planner_conference_save_edition_async:
 * @edition: (transfer full): what was fetched, from planner_conference_make_edition()
 *
 * Saves an edition. Stars that the attendee changes meanwhile are written afterwards. Finish with
 * planner_conference_edition_finish().
 */
void
planner_conference_save_edition_async (PlannerConference *self,
                                       PlannerEdition *edition,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  run_with_edition (self, edition, save_in_thread, callback, user_data);
}

/**
 * planner_conference_load_edition_async:
 *
 * Loads the stored edition. Finish with planner_conference_edition_finish().
 */
void
planner_conference_load_edition_async (PlannerConference *self,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  run_with_edition (self, planner_conference_make_edition (self), load_in_thread, callback, user_data);
}

/**
 * planner_conference_edition_finish:
 *
 * Shows the edition that was saved or loaded.
 *
 * Returns: whether it succeeded; errors are of %PLANNER_STORE_ERROR
 */
gboolean
planner_conference_edition_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  const gboolean succeeded = g_task_propagate_boolean (G_TASK (result), error);

  if (succeeded)
    apply_edition (self, g_task_get_task_data (G_TASK (result)));
  planner_star_writer_release (self->writer);

  return succeeded;
}

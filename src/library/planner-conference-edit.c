/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-conference-edit.h"

#include "library/planner-conference-edition.h"
#include "library/planner-conference-private.h"
#include "library/planner-conference-refresh.h"
#include "net/planner-fetcher.h"

static void
edit_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlannerConference *self = source;
  PlannerConferenceRecord *record = data;
  /* planner_conference_edit_async() has stored the own zone in this field. */
  const PlannerConferenceEdit edit = {
    .address = record->address,
    .own_title = record->own_title,
    .own_zone = record->default_zone,
    .remind = record->remind,
  };
  GError *error = NULL;

  if (planner_store_edit_conference (self->store, record->id, &edit, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
edited_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerConference *self = PLANNER_CONFERENCE (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (planner_conference_edition_finish (self, result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerConference *self = PLANNER_CONFERENCE (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    planner_conference_load_edition_async (self, edited_loaded_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
clear_replaced_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlannerConference *self = source;
  g_autoptr (GError) error = NULL;

  if (!planner_store_clear_replaced (self->store, self->record->id, &error))
    g_warning ("Storing that the attendee knows the new conference failed: %s", error->message);
  g_task_return_boolean (task, error == NULL);
}

/* The stored address may be one that an earlier version accepted. */
static gboolean
check_address (PlannerConference *self, const char *address, GError **error)
{
  return g_str_equal (address, self->record->address) || planner_fetcher_check_address (address, error);
}

/**
 * planner_conference_edit_async:
 * @edit: what to store; it is copied
 *
 * Changes the name, the address, the zone or the reminder choice. The agenda and all stars stay as they are; with another
 * address or zone, refresh the conference afterwards. A running refresh is cancelled.
 */
void
planner_conference_edit_async (PlannerConference *self,
                               const PlannerConferenceEdit *edit,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) write = NULL;
  GError *error = NULL;
  PlannerConferenceRecord *record;

  g_return_if_fail (PLANNER_IS_CONFERENCE (self) && edit != NULL && edit->address != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  if (!check_address (self, edit->address, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  write = g_task_new (self, NULL, edited_cb, task);
  record = planner_conference_record_copy (self->record);
  g_task_set_source_tag (task, planner_conference_edit_async);
  g_set_str (&record->address, edit->address);
  g_set_str (&record->own_title, edit->own_title);
  g_set_str (&record->default_zone, edit->own_zone);
  record->remind = edit->remind;
  g_task_set_task_data (write, record, (GDestroyNotify) planner_conference_record_free);
  planner_conference_cancel_refresh (self);
  planner_worker_run (self->worker, write, edit_in_thread);
}

/**
 * planner_conference_edit_finish:
 *
 * Returns: whether it is durable; %PLANNER_STORE_ERROR_EXISTS if another conference has the address,
 *   %PLANNER_FETCH_ERROR_BAD_ADDRESS if the planner cannot fetch from it
 */
gboolean
planner_conference_edit_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * planner_conference_clear_replaced:
 *
 * Forgets that another conference has replaced the one at the address, because the attendee knows it now.
 */
void
planner_conference_clear_replaced (PlannerConference *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PLANNER_IS_CONFERENCE (self));

  if (self->record->replaced_utc == 0)
    return;

  self->record->replaced_utc = 0;
  g_object_notify (G_OBJECT (self), "replaced-utc");
  task = g_task_new (self, NULL, NULL, NULL);
  planner_worker_run (self->worker, task, clear_replaced_in_thread);
}

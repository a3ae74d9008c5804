/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-conference-refresh.h"

#include "discovery/planner-schedule-place.h"
#include "library/planner-conference-edition.h"
#include "library/planner-conference-private.h"
#include "library/planner-import.h"
#include "net/planner-shown-address.h"
#include "plan/planner-refresh-policy.h"

static void fetch (PlannerConference *self);

static void
set_state (PlannerConference *self, PlannerConferenceState state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify (G_OBJECT (self), "state");
}

static void
set_progress (PlannerConference *self, double progress)
{
  self->progress = progress;
  g_object_notify (G_OBJECT (self), "progress");
}

/* Takes @error, and completes all tasks that wait for the refresh. */
static void
end_refresh (PlannerConference *self, GError *error)
{
  g_autoptr (GPtrArray) tasks = g_steal_pointer (&self->refresh_tasks);

  self->refresh_tasks = g_ptr_array_new_with_free_func (g_object_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  if (error)
    g_debug ("Refreshing conference %" G_GINT64_FORMAT " failed: %s", self->record->id, error->message);
  if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->error = g_error_copy (error);
  g_object_notify (G_OBJECT (self), "error");
  set_state (self, PLANNER_CONFERENCE_IDLE);

  for (guint i = 0; i < tasks->len; i++)
    {
      if (error)
        g_task_return_error (g_ptr_array_index (tasks, i), g_error_copy (error));
      else
        g_task_return_boolean (g_ptr_array_index (tasks, i), TRUE);
    }
  g_clear_error (&error);
}

/* Another process has stored a newer edition. The answer of the server was about an older one, so ask it once more. */
static void
newer_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerConference *self = PLANNER_CONFERENCE (source);
  GError *error = NULL;

  planner_conference_edition_finish (self, result, &error);
  if (error || self->asked_again)
    {
      end_refresh (self, error);
      return;
    }

  self->asked_again = TRUE;
  fetch (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerConference *self = PLANNER_CONFERENCE (source);
  g_autoptr (GError) error = NULL;

  planner_conference_edition_finish (self, result, &error);
  if (g_error_matches (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_STALE))
    planner_conference_load_edition_async (self, newer_loaded_cb, NULL);
  else
    end_refresh (self, g_steal_pointer (&error));
}

/* The rule for links also holds for the address that is stored. The fetcher keeps credentials within one origin only. */
static gboolean
may_move (const char *from, const char *to)
{
  g_autofree char *shown = planner_address_dup_shown (to);
  g_autoptr (GUri) old_uri = g_uri_parse (from, PLANNER_SCHEDULE_PLACE_FLAGS, NULL);
  g_autoptr (GUri) new_uri = g_uri_parse (shown, PLANNER_SCHEDULE_PLACE_FLAGS, NULL);

  return old_uri && new_uri && planner_schedule_place_may_lead_to (old_uri, new_uri);
}

static void
take_imported (PlannerEdition *edition, const PlannerImported *imported)
{
  edition->agenda = planner_agenda_ref (imported->agenda);
  g_set_str (&edition->record->title, imported->agenda->title.shown);
  g_set_str (&edition->record->etag, imported->etag);
  g_set_str (&edition->record->last_modified, imported->last_modified);
  g_set_str (&edition->record->bundled_version, NULL);
  if (imported->permanent_address && may_move (edition->address, imported->permanent_address))
    g_set_str (&edition->record->moved_address, imported->permanent_address);
}

/* Saves a fetched schedule: agenda → store → entries. */
static void
save (PlannerConference *self, const PlannerImported *imported)
{
  PlannerEdition *edition = planner_conference_make_edition (self);

  edition->record->updated_utc = planner_conference_get_now_utc (self);
  g_set_str (&edition->address, self->fetched_address);
  if (imported->agenda)
    take_imported (edition, imported);
  else
    edition->record->edition = self->fetched_edition;
  planner_conference_save_edition_async (self, edition, saved_cb, NULL);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannerConference) self = user_data;
  GError *error = NULL;
  g_autoptr (PlannerImported) imported = planner_import_finish (result, &error);

  if (imported)
    save (self, imported);
  else
    end_refresh (self, error);
}

static void
import_progress_cb (guint64 n_bytes, double fraction, gpointer user_data)
{
  PlannerConference *self = user_data;

  set_progress (self, fraction);
  if (fraction >= 1.0)
    set_state (self, PLANNER_CONFERENCE_READING);
}

static void
fetch (PlannerConference *self)
{
  const PlannerImportRequest request = {
    .address = self->record->address,
    .default_zone = self->record->default_zone,
    .known = self->entries->agenda,
    .etag = self->record->etag,
    .last_modified = self->record->last_modified,
    .progress = import_progress_cb,
    .progress_data = self,
  };

  g_debug ("Refreshing conference %" G_GINT64_FORMAT ", “%s”", self->record->id, self->record->title);
  g_set_str (&self->fetched_address, self->record->address);
  self->fetched_edition = self->record->edition;
  set_progress (self, -1.0);
  set_state (self, PLANNER_CONFERENCE_FETCHING);
  planner_import_async (self->fetcher, &request, self->cancellable, imported_cb, g_object_ref (self));
}

static void
start_refresh (PlannerConference *self)
{
  self->cancellable = g_cancellable_new ();
  self->asked_again = FALSE;
  fetch (self);
}

/**
 * planner_conference_refresh_async:
 * @cancellable: (nullable): cancels the task of the caller; planner_conference_cancel_refresh() cancels the refresh itself
 *
 * Fetches the schedule, and replaces the agenda if it has changed. If a refresh is running, the task waits for that one. If
 * the refresh fails, the agenda and the stars stay as they are.
 */
void
planner_conference_refresh_async (PlannerConference *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (PLANNER_IS_CONFERENCE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, planner_conference_refresh_async);
  g_ptr_array_add (self->refresh_tasks, task);
  if (self->refresh_tasks->len == 1)
    start_refresh (self);
}

gboolean
planner_conference_refresh_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
planner_conference_cancel_refresh (PlannerConference *self)
{
  g_return_if_fail (PLANNER_IS_CONFERENCE (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * planner_conference_is_refresh_due:
 *
 * @now_utc: in seconds since the epoch
 *
 * Returns: whether a refresh is due when the conference is shown; failed refreshes do not count
 */
gboolean
planner_conference_is_refresh_due (PlannerConference *self, gint64 now_utc)
{
  PlannerRefreshState state = { 0 };

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), FALSE);

  state.updated_utc = self->record->updated_utc;
  planner_agenda_find_span (self->entries->agenda, &state.first_utc, &state.last_utc);

  return planner_refresh_next (&state, now_utc) <= now_utc;
}

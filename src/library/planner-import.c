/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fetches and reads a schedule: address → bytes → agenda.
 */

#include "library/planner-import.h"

#include "model/planner-time.h"
#include "net/planner-shown-address.h"

typedef struct
{
  char *shown_address;  /* owned: for logs */
  char *default_zone;   /* owned, nullable */
  PlannerAgenda *known; /* owned, nullable */
  PlannerFetchProgressFunc progress;
  gpointer progress_data;
  PlannerFetched *fetched; /* owned, nullable */
} Import;

static const char *
describe_validator (const char *validator)
{
  return validator ? validator : "none";
}

static void
import_free (Import *import)
{
  g_free (import->shown_address);
  g_free (import->default_zone);
  g_clear_pointer (&import->known, planner_agenda_unref);
  g_clear_pointer (&import->fetched, planner_fetched_free);
  g_free (import);
}

void
planner_imported_free (PlannerImported *imported)
{
  g_clear_pointer (&imported->agenda, planner_agenda_unref);
  g_free (imported->etag);
  g_free (imported->last_modified);
  g_free (imported->permanent_address);
  g_free (imported);
}

static PlannerImported *
imported_new (PlannerAgenda *agenda, const PlannerFetched *fetched)
{
  PlannerImported *imported = g_new0 (PlannerImported, 1);

  imported->agenda = agenda;
  imported->etag = g_strdup (fetched->etag);
  imported->last_modified = g_strdup (fetched->last_modified);
  imported->permanent_address = g_strdup (fetched->permanent_address);

  return imported;
}

/**
 * planner_import_read:
 * @body: the bytes of a schedule
 * @address: (nullable): the address of the schedule
 * @default_zone: (nullable): the IANA time zone for schedules without one
 * @known: (nullable): the stored edition of the schedule, which makes reading faster
 *
 * Reads a schedule. Blocks; may be called from any thread.
 *
 * Returns: (nullable) (transfer full): the agenda; %NULL with a %PLANNER_FEED_ERROR, also if it has no sessions
 */
PlannerAgenda *
planner_import_read (GBytes *body,
                     const char *address,
                     const char *default_zone,
                     const PlannerAgenda *known,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GTimeZone) zone = planner_time_zone_new (default_zone);
  g_autoptr (PlannerReport) report = planner_report_new ();
  const PlannerFeedOptions options = { .default_zone = zone, .address = address, .known = known };
  g_autoptr (PlannerAgenda) agenda = NULL;

  g_return_val_if_fail (body != NULL, NULL);

  agenda = planner_feed_read (body, &options, report, cancellable, error);
  if (agenda && agenda->sessions->len == 0)
    {
      g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NO_SESSIONS,
                           "The schedule has no sessions yet.");
      return NULL;
    }

  return g_steal_pointer (&agenda);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  GError *error = NULL;
  PlannerAgenda *agenda = planner_import_read (import->fetched->body, import->fetched->address,
                                               import->default_zone, import->known, cancellable, &error);

  if (agenda)
    g_task_return_pointer (task, imported_new (agenda, import->fetched),
                           (GDestroyNotify) planner_imported_free);
  else
    g_task_return_error (task, error);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Import *import = g_task_get_task_data (task);
  GError *error = NULL;

  import->fetched = planner_fetcher_fetch_finish (PLANNER_FETCHER (source), result, &error);
  if (!import->fetched)
    {
      g_task_return_error (task, error);
      return;
    }
  if (import->fetched->not_modified)
    {
      g_debug ("“%s” is not modified", import->shown_address);
      g_task_return_pointer (task, imported_new (NULL, import->fetched),
                             (GDestroyNotify) planner_imported_free);
      return;
    }

  g_debug ("Fetched “%s”: %" G_GSIZE_FORMAT " bytes, ETag %s, Last-Modified %s", import->fetched->address,
           g_bytes_get_size (import->fetched->body), describe_validator (import->fetched->etag),
           describe_validator (import->fetched->last_modified));
  if (import->progress)
    import->progress (g_bytes_get_size (import->fetched->body), 1.0, import->progress_data);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * planner_import_async:
 * @request: the schedule to fetch; only its progress_data must live until @callback is called
 *
 * Fetches a schedule, and reads it in another thread.
 */
void
planner_import_async (PlannerFetcher *fetcher,
                      const PlannerImportRequest *request,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  /* The task has no source object, because the reading thread may drop its last reference. */
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Import *import = NULL;
  PlannerFetchRequest fetch = { 0 };

  g_return_if_fail (PLANNER_IS_FETCHER (fetcher) && request != NULL && request->address != NULL);

  import = g_new0 (Import, 1);
  g_task_set_source_tag (task, planner_import_async);
  import->shown_address = planner_address_dup_shown (request->address);
  import->default_zone = g_strdup (request->default_zone);
  import->known = request->known ? planner_agenda_ref (request->known) : NULL;
  import->progress = request->progress;
  import->progress_data = request->progress_data;
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  g_debug ("Fetching “%s”, ETag %s, Last-Modified %s", import->shown_address, request->etag,
           request->last_modified);
  fetch.address = request->address;
  fetch.etag = request->etag;
  fetch.last_modified = request->last_modified;
  fetch.progress = request->progress;
  fetch.progress_data = request->progress_data;
  planner_fetcher_fetch_async (fetcher, &fetch, cancellable, fetched_cb, g_steal_pointer (&task));
}

/**
 * planner_import_finish:
 *
 * Returns: (nullable) (transfer full): the fetched schedule; errors are of %PLANNER_FETCH_ERROR, %PLANNER_FEED_ERROR, or
 *   %G_IO_ERROR_CANCELLED
 */
PlannerImported *
planner_import_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

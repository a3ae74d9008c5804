/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "agent/planner-refresh.h"

#include "agent/planner-bell.h"
#include "agent/planner-calendar-file.h"
#include "agent/planner-sync.h"
#include "library/planner-conference-refresh.h"
#include "library/planner-library.h"

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static gboolean
load (PlannerLibrary *library, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  planner_library_load_async (library, NULL, done_cb, &result);

  return planner_library_load_finish (library, wait_for (&result), error);
}

/* Synchronizes before the refresh, so that other computers are followed even without a network. */
static void
sync_library (PlannerLibrary *library, GSettings *settings, GDBusConnection *bus)
{
  if (planner_sync_run_if_chosen (planner_library_get_store (library), settings))
    planner_bell_ring (bus, 0);
}

/* Only logs an error, because the window shows it. */
static void
write_calendar (PlannerLibrary *library, GSettings *settings)
{
  g_autoptr (GError) error = NULL;

  if (!planner_calendar_file_write_if_chosen (planner_library_get_store (library), settings, &error))
    g_info ("Cannot write the calendar file: %s", error->message);
}

static gboolean
refresh (PlannerConference *conference, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  planner_conference_refresh_async (conference, NULL, done_cb, &result);

  return planner_conference_refresh_finish (conference, wait_for (&result), error);
}

/**
 * planner_refresh_run:
 * @conference_id: the number of a conference in the store
 *
 * Synchronizes with other computers, refreshes one conference and writes the calendar file, in a process that does nothing
 * else, and reports that to the running planner. Blocks.
 *
 * Returns: whether the schedule was read, or was not modified; sets an error of %PLANNER_STORE_ERROR, or one of the
 *   refresh, if not
 */
gboolean
planner_refresh_run (const char *conference_id, GError **error)
{
  g_autofree char *store_path = planner_store_dup_default_path ();
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  g_autoptr (PlannerLibrary) library = planner_library_new (store_path, fetcher);
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GDBusConnection) bus = planner_bell_get_session_bus ();
  PlannerConference *conference;
  gboolean refreshed;

  g_return_val_if_fail (conference_id, FALSE);

  if (!load (library, error))
    return FALSE;

  conference = planner_library_find (library, g_ascii_strtoll (conference_id, NULL, 10));
  if (!conference)
    {
      g_set_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_NOT_FOUND, "There is no conference %s",
                   conference_id);
      return FALSE;
    }

  sync_library (library, settings, bus);
  refreshed = refresh (conference, error);
  if (refreshed)
    planner_bell_ring (bus, planner_conference_get_id (conference));
  write_calendar (library, settings);

  return refreshed;
}

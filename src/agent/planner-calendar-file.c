/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The calendar file that the attendee has chosen. It contains My Schedule of all conferences. Every process that changes the
 * database or finds it changed writes the file again, so that a calendar program that subscribes to it follows. */

#include "agent/planner-calendar-file.h"

#include "model/planner-lead.h"
#include "share/planner-chosen-file.h"
#include "share/planner-export-stamps.h"
#include "share/planner-export-stars.h"
#include "store/planner-store-stars.h"

/* A larger file is replaced without looking for events in it. */
#define MAX_OLD_BYTES (32 * 1024 * 1024)

/* How often the file is written again because another process changes the database meanwhile. */
#define MAX_TRIES 5

/**
 * planner_calendar_file_dup_path:
 *
 * Returns: (nullable) (transfer full): the path of the calendar file; %NULL if the attendee has chosen none
 */
char *
planner_calendar_file_dup_path (GSettings *settings)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  g_settings_get (settings, "calendar-file", "^ay", &path);

  return *path ? g_steal_pointer (&path) : NULL;
}

/**
 * planner_calendar_file_set_path:
 * @path: (nullable): an absolute path; %NULL for no calendar file
 */
void
planner_calendar_file_set_path (GSettings *settings, const char *path)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_settings_set (settings, "calendar-file", "^ay", path ? path : "");
}

/* Returns: (transfer full): a text that is different after each change of conferences or stars */
static char *
describe_version (const GPtrArray *records)
{
  GString *version = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const PlannerConferenceRecord *record = g_ptr_array_index (records, i);

      g_string_append_printf (version, "%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT "\n", record->id,
                              record->changed);
    }

  return g_string_free_and_steal (version);
}

/* Agendas are large, so only those with stars are read. A conference that was just removed is left out. */
static gboolean
load_conference (PlannerStore *store, gint64 id, GPtrArray *conferences, GError **error)
{
  g_autoptr (GPtrArray) stars = planner_store_list_stars (store, id, error);
  g_autoptr (GError) reason = NULL;
  PlannerStoredConference *stored;

  if (!stars || stars->len == 0)
    return stars != NULL;
  stored = planner_stored_conference_load (store, id, &reason);
  if (stored)
    g_ptr_array_add (conferences, stored);
  if (stored || g_error_matches (reason, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}

/* Returns: (nullable) (transfer full): the conferences with stars */
static GPtrArray *
load_conferences (PlannerStore *store, const GPtrArray *records, GError **error)
{
  g_autoptr (GPtrArray) conferences =
      g_ptr_array_new_with_free_func ((GDestroyNotify) planner_stored_conference_free);

  for (guint i = 0; i < records->len; i++)
    if (!load_conference (store, ((PlannerConferenceRecord *) g_ptr_array_index (records, i))->id,
                          conferences, error))
      return NULL;

  return g_steal_pointer (&conferences);
}

/* Follows symbolic links, so that the file is written and the link is kept. */
static char *
resolve (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *copy = g_strdup (resolved ? resolved : path);

  free (resolved);

  return copy;
}

/*
 * Returns: (nullable) (transfer full): the text of the file, "" if there is none or it cannot be used; %NULL with an error if
 *   a file must not be written there
 */
static char *
read_old (const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = planner_chosen_file_read (path, MAX_OLD_BYTES, TRUE, &reason);
  gsize size_bytes;

  if (!bytes && (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE) ||
                 g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY)))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  if (!bytes)
    return g_strdup ("");

  return g_strndup (g_bytes_get_data (bytes, &size_bytes), g_bytes_get_size (bytes));
}

static gboolean
write_text (const char *path, const char *text, GError **error)
{
  g_autofree char *target = resolve (path);
  g_autofree char *old_text = read_old (target, error);
  g_autofree char *new_text = old_text ? planner_export_keep_stamps (text, old_text) : NULL;

  if (!new_text)
    return FALSE;
  if (g_str_equal (new_text, old_text))
    return TRUE;
  g_debug ("Writing the calendar file “%s”", target);

  return planner_chosen_file_write (target, new_text, 0666, error);
}

/**
 * planner_calendar_file_write:
 * @path: the file
 * @default_lead_s: the lead time of stars without one of their own: in seconds, or %PLANNER_LEAD_NONE
 * @now_utc: in seconds since the epoch
 * @n_events: (out): how many sessions the file has
 *
 * Writes the starred sessions of all conferences to a file, in one step, unless it has them already. If another process
 * changes the database meanwhile, the file is written again, so that the last of several processes writes the final state.
 * Blocks; may be called from any thread.
 *
 * Returns: whether the file has the sessions; errors are of %G_IO_ERROR or %PLANNER_STORE_ERROR
 */
gboolean
planner_calendar_file_write (PlannerStore *store,
                             const char *path,
                             int default_lead_s,
                             gint64 now_utc,
                             guint *n_events,
                             GError **error)
{
  g_autofree char *written_version = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (store) && path != NULL && n_events != NULL, FALSE);

  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autoptr (GPtrArray) records = planner_store_list_conferences (store, error);
      g_autofree char *version = records ? describe_version (records) : NULL;
      g_autoptr (GPtrArray) conferences = NULL;
      g_autofree char *text = NULL;

      if (!version || g_strcmp0 (version, written_version) == 0)
        return version != NULL;
      conferences = load_conferences (store, records, error);
      if (!conferences)
        return FALSE;
      text = planner_stars_to_ical (conferences, default_lead_s, now_utc, n_events);
      if (!write_text (path, text, error))
        return FALSE;
      g_set_str (&written_version, version);
    }

  return TRUE;
}

/**
 * planner_calendar_file_write_if_chosen:
 * @settings: the settings, which name the file and the default lead time
 *
 * Writes the calendar file, if the attendee has chosen one. Blocks.
 *
 * Returns: whether there is nothing left to write; errors as of planner_calendar_file_write()
 */
gboolean
planner_calendar_file_write_if_chosen (PlannerStore *store, GSettings *settings, GError **error)
{
  g_autofree char *path = planner_calendar_file_dup_path (settings);
  const int lead_s = planner_lead_to_seconds (g_settings_get_int (settings, "lead-minutes"));
  guint n_events;

  return !path || planner_calendar_file_write (store, path, lead_s, g_get_real_time () / G_USEC_PER_SEC,
                                               &n_events, error);
}

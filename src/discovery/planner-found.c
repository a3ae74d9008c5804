/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "discovery/planner-found.h"

void
planner_found_free (PlannerFound *found)
{
  g_free (found->address);
  g_free (found->default_zone);
  g_free (found->own_title);
  g_clear_pointer (&found->directory, planner_directory_unref);
  g_clear_pointer (&found->agenda, planner_agenda_unref);
  g_clear_pointer (&found->report, planner_report_unref);
  g_clear_pointer (&found->body, g_bytes_unref);
  g_free (found->base);
  g_free (found->etag);
  g_free (found->last_modified);
  g_free (found);
}

/**
 * planner_found_asks_for_zone:
 * @found: a schedule
 *
 * Returns: whether the attendee should choose the time zone, because the schedule names none, or only the UTC that its program
 *   writes for every conference
 */
gboolean
planner_found_asks_for_zone (const PlannerFound *found)
{
  return planner_report_has (found->report, PLANNER_PROBLEM_NO_ZONE);
}

static PlannerFound *
copy_unread (const PlannerFound *found, const char *zone)
{
  PlannerFound *copy = g_new0 (PlannerFound, 1);

  copy->address = g_strdup (found->address);
  copy->default_zone = g_strdup (zone);
  copy->report = planner_report_new ();
  copy->body = g_bytes_ref (found->body);
  copy->base = g_strdup (found->base);
  copy->etag = g_strdup (found->etag);
  copy->last_modified = g_strdup (found->last_modified);

  return copy;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (PlannerFound) copy = g_steal_pointer ((PlannerFound **) data);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (copy->default_zone);
  const PlannerFeedOptions options = { .default_zone = zone, .address = copy->base };
  GError *error = NULL;

  copy->agenda = planner_feed_read (copy->body, &options, copy->report, cancellable, &error);
  if (copy->agenda)
    g_task_return_pointer (task, g_steal_pointer (&copy), (GDestroyNotify) planner_found_free);
  else
    g_task_return_error (task, error);
}

static void
free_unread (PlannerFound **copy)
{
  g_clear_pointer (copy, planner_found_free);
  g_free (copy);
}

/**
 * planner_found_read_again_async:
 * @found: a schedule; it may be freed before @callback is called
 * @zone: an IANA time zone
 *
 * Reads a schedule without a time zone as that of @zone. Nothing is fetched.
 */
void
planner_found_read_again_async (const PlannerFound *found,
                                const char *zone,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  PlannerFound **copy;

  g_return_if_fail (found != NULL && found->agenda != NULL && zone != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  copy = g_new (PlannerFound *, 1);
  *copy = copy_unread (found, zone);
  g_task_set_source_tag (task, planner_found_read_again_async);
  g_task_set_task_data (task, copy, (GDestroyNotify) free_unread);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * planner_found_read_again_finish:
 *
 * Returns: (nullable) (transfer full): the schedule; errors are those of planner_feed_read()
 */
PlannerFound *
planner_found_read_again_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

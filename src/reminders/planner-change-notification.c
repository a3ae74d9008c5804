/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the changes of starred sessions that the attendee has neither seen nor been notified of, shows them in one
 * notification and records that. */

#include "reminders/planner-change-notification.h"

#include "model/planner-agenda-bytes.h"
#include "store/planner-store-changes.h"
#include "store/planner-store-stars.h"
#include "words/planner-clock.h"

/* Reference-counted, because two tasks share it. */
typedef struct
{
  PlannerStore *store;   /* owned */
  PlannerWorker *worker; /* owned */
  gint64 conference_id;
  GPtrArray *changes; /* owned, nullable until read */
  GTimeZone *zone;    /* owned, nullable until read: the zone of the venue */
  gboolean shows_local;
} Job;

static void
job_clear (Job *job)
{
  g_clear_object (&job->store);
  g_clear_pointer (&job->worker, planner_worker_unref);
  g_clear_pointer (&job->changes, g_ptr_array_unref);
  g_clear_pointer (&job->zone, g_time_zone_unref);
}

static void
job_unref (Job *job)
{
  g_atomic_rc_box_release_full (job, (GDestroyNotify) job_clear);
}

static GTimeZone *
read_zone (const PlannerStar *star)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new_from_bytes (star->snapshot, g_get_language_names ());

  return agenda ? g_time_zone_ref (agenda->zone) : NULL;
}

/* A change has no zone. Each of these changes has a star, and the star has the zone of the conference. */
static GTimeZone *
find_zone (GPtrArray *stars)
{
  GTimeZone *zone = NULL;

  for (guint i = 0; stars && i < stars->len && !zone; i++)
    zone = read_zone (g_ptr_array_index (stars, i));

  return zone ? zone : g_time_zone_new_utc ();
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GPtrArray) stars = NULL;
  GError *error = NULL;

  job->changes = planner_store_list_unannounced (job->store, job->conference_id, &error);
  if (!job->changes)
    {
      g_task_return_error (task, error);
      return;
    }

  if (job->changes->len > 0)
    {
      stars = planner_store_list_stars (job->store, job->conference_id, NULL);
      job->zone = find_zone (stars);
    }
  g_task_return_boolean (task, TRUE);
}

static void
record_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;

  if (!planner_store_set_announced (job->store, job->conference_id, job->changes, &error))
    g_warning ("Cannot record that %u changes were shown: %s", job->changes->len, error->message);
  g_task_return_boolean (task, TRUE);
}

static gboolean
show (PlannerNotifier *notifier, Job *job)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  const PlannerNotificationClock clock = { local, job->shows_local, planner_uses_twelve_hours () };
  g_autoptr (PlannerNotification) content =
      planner_notification_for_changes (job->conference_id, job->changes, job->zone, &clock);

  return planner_notifier_send (notifier, content) && planner_notifier_flush (notifier);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PlannerNotifier *notifier = PLANNER_NOTIFIER (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GTask) record = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_warning ("Cannot read the changes to notify of: %s", error->message);
      return;
    }
  if (job->changes->len == 0 || !show (notifier, job))
    return;

  record = g_task_new (notifier, NULL, NULL, NULL);
  g_task_set_task_data (record, g_atomic_rc_box_acquire (job), (GDestroyNotify) job_unref);
  planner_worker_run (job->worker, record, record_in_thread);
}

/**
 * planner_change_notification_send:
 * @notifier: sends the notification
 * @store: the store that has the changes
 * @worker: the thread that reads and writes @store
 * @conference_id: the number of the conference
 * @shows_local: whether times are shown in the zone of the computer; otherwise in the zone of the venue
 *
 * Shows one notification of the changes of starred sessions of a conference. Changes that the attendee has seen or was
 * notified of are left out; if none is left, there is no notification.
 */
void
planner_change_notification_send (PlannerNotifier *notifier,
                                  PlannerStore *store,
                                  PlannerWorker *worker,
                                  gint64 conference_id,
                                  gboolean shows_local)
{
  g_autoptr (GTask) task = g_task_new (notifier, NULL, read_cb, NULL);
  Job *job = g_atomic_rc_box_new0 (Job);

  job->store = g_object_ref (store);
  job->worker = planner_worker_ref (worker);
  job->conference_id = conference_id;
  job->shows_local = shows_local;
  g_task_set_task_data (task, job, (GDestroyNotify) job_unref);
  planner_worker_run (worker, task, read_in_thread);
}

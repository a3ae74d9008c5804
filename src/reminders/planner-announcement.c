/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a refresh has changed among the starred sessions: read from the store, told in one notification, and recorded. */

#include "reminders/planner-announcement.h"

#include "model/planner-agenda-bytes.h"
#include "store/planner-store-changes.h"
#include "store/planner-store-stars.h"
#include "words/planner-clock.h"

/* Counted, as each of its two tasks owns it. */
typedef struct
{
  PlannerStore *store;   /* owned */
  PlannerWorker *worker; /* owned */
  gint64 conference_id;
  GPtrArray *changes; /* owned, nullable until read */
  GTimeZone *zone;    /* owned, nullable until read: where they take place */
} Announcement;

static void
announcement_clear (Announcement *announcement)
{
  g_clear_object (&announcement->store);
  g_clear_pointer (&announcement->worker, planner_worker_unref);
  g_clear_pointer (&announcement->changes, g_ptr_array_unref);
  g_clear_pointer (&announcement->zone, g_time_zone_unref);
}

static void
announcement_unref (Announcement *announcement)
{
  g_atomic_rc_box_release_full (announcement, (GDestroyNotify) announcement_clear);
}

static GTimeZone *
read_zone (const PlannerStar *star)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new_from_bytes (star->snapshot, g_get_language_names ());

  return agenda ? g_time_zone_ref (agenda->zone) : NULL;
}

/* A change has no zone, but each of these has a star, and a conference is in one. */
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
  Announcement *announcement = data;
  g_autoptr (GPtrArray) stars = NULL;
  GError *error = NULL;

  announcement->changes =
      planner_store_list_unannounced (announcement->store, announcement->conference_id, &error);
  if (!announcement->changes)
    {
      g_task_return_error (task, error);
      return;
    }

  if (announcement->changes->len > 0)
    {
      stars = planner_store_list_stars (announcement->store, announcement->conference_id, NULL);
      announcement->zone = find_zone (stars);
    }
  g_task_return_boolean (task, TRUE);
}

static void
record_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Announcement *announcement = data;
  g_autoptr (GError) error = NULL;

  if (!planner_store_set_announced (announcement->store, announcement->conference_id, announcement->changes,
                                    &error))
    g_warning ("%s", error->message);
  g_task_return_boolean (task, TRUE);
}

static gboolean
tell (PlannerNotifier *notifier, Announcement *announcement)
{
  const PlannerClock clock = { .zone = announcement->zone, .twelve_hours = planner_uses_twelve_hours () };
  g_autoptr (PlannerNotice) notice =
      planner_notice_for_changes (announcement->conference_id, announcement->changes, &clock);

  return planner_notifier_send (notifier, notice) && planner_notifier_flush (notifier);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PlannerNotifier *notifier = PLANNER_NOTIFIER (source);
  Announcement *announcement = g_task_get_task_data (G_TASK (result));
  g_autoptr (GTask) record = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_warning ("%s", error->message);
      return;
    }
  if (announcement->changes->len == 0 || !tell (notifier, announcement))
    return;

  record = g_task_new (notifier, NULL, NULL, NULL);
  g_task_set_task_data (record, g_atomic_rc_box_acquire (announcement), (GDestroyNotify) announcement_unref);
  planner_worker_run (announcement->worker, record, record_in_thread);
}

/**
 * planner_announcement_send:
 * @worker: the thread that reads and writes @store
 *
 * Tells, in one notification, what has changed among the starred sessions of a conference and was neither seen nor told.
 */
void
planner_announcement_send (PlannerNotifier *notifier,
                           PlannerStore *store,
                           PlannerWorker *worker,
                           gint64 conference_id)
{
  g_autoptr (GTask) task = g_task_new (notifier, NULL, read_cb, NULL);
  Announcement *announcement = g_atomic_rc_box_new0 (Announcement);

  announcement->store = g_object_ref (store);
  announcement->worker = planner_worker_ref (worker);
  announcement->conference_id = conference_id;
  g_task_set_task_data (task, announcement, (GDestroyNotify) announcement_unref);
  planner_worker_run (worker, task, read_in_thread);
}

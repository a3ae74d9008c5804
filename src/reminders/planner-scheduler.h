/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-due-reminder.h"
#include "store/planner-store.h"
#include "store/planner-worker.h"

G_BEGIN_DECLS

/**
 * PlannerNowFunc:
 *
 * Returns: the current time in seconds since the epoch
 */
typedef gint64 (*PlannerNowFunc) (gpointer data);

/**
 * PlannerScheduler:
 *
 * Plans the reminders and refreshes of all conferences, and waits for the next of them with one timer of the wall clock.
 * It reads stars only, so that no agenda has to be in memory. Use it on the main thread; it reads and writes the store in
 * the worker's thread.
 *
 * Properties:
 * - next-utc (int64, read-only): when the next reminder is due, in seconds since the epoch; 0 for none
 * - has-pending (boolean, read-only): see planner_scheduler_has_pending()
 * - default-lead-s (int): the lead time of sessions without one of their own; -1 for none
 * - metered (boolean): whether the network connection is metered
 * - refresh-on-metered (boolean): whether to refresh on a metered connection
 *
 * Signals:
 * - due (#GPtrArray of #PlannerDueReminder, by start) → boolean: show these now. The handler returns whether the bus took
 *   them. If so, they are recorded as shown; otherwise they are due again in a minute.
 * - stale (#GStrv of session ids): withdraw the notifications of these sessions
 * - refresh-due (int64): refresh the conference of this number, then call planner_scheduler_refreshed()
 */
#define PLANNER_TYPE_SCHEDULER (planner_scheduler_get_type ())

G_DECLARE_FINAL_TYPE (PlannerScheduler, planner_scheduler, PLANNER, SCHEDULER, GObject)

PlannerScheduler *planner_scheduler_new (PlannerStore *store,
                                         PlannerWorker *worker,
                                         PlannerNowFunc now,
                                         gpointer now_data,
                                         GDestroyNotify now_free);
void planner_scheduler_replan (PlannerScheduler *self);
void planner_scheduler_snooze (PlannerScheduler *self, const char *id);
void planner_scheduler_refreshed (PlannerScheduler *self, gint64 conference_id, gboolean worked);
gboolean planner_scheduler_has_pending (PlannerScheduler *self);
gboolean planner_scheduler_shows_any (PlannerScheduler *self, gint64 conference_id);

G_END_DECLS

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
 * Returns: the time in seconds since the epoch
 */
typedef gint64 (*PlannerNowFunc) (gpointer data);

/**
 * PlannerScheduler:
 *
 * Holds the next event of all conferences in one timer of the wall clock: a reminder, the end of what is shown, or a
 * refresh. Main thread only; the store is read and written in the worker's thread. It works from the stars alone, so
 * that no agenda has to be in memory. Idle until the first planner_scheduler_replan().
 *
 * Properties:
 * - next-utc (int64, read-only): when a reminder comes next; 0 for none
 * - waits (boolean, read-only): planner_scheduler_waits()
 * - default-lead-s (int): the lead time of sessions without one of their own; -1 for none
 * - metered (boolean): whether the network is paid by what goes through it
 * - refresh-on-metered (boolean): whether to refresh even then
 *
 * Signals:
 * - due (#GPtrArray of #PlannerDueReminder, by start) → boolean: they are to be shown now, as one batch. A handler
 *   returns whether they were handed over, and only then are they recorded as told; else they come again in a minute.
 * - stale (#GStrv of ids): what is shown under these ids is to be withdrawn
 * - refresh-due (int64): the conference of this number is to be refreshed; planner_scheduler_refreshed() is to follow
 */
#define PLANNER_TYPE_SCHEDULER (planner_scheduler_get_type ())

G_DECLARE_FINAL_TYPE (PlannerScheduler, planner_scheduler, PLANNER, SCHEDULER, GObject)

PlannerScheduler *
planner_scheduler_new (PlannerStore *store, PlannerWorker *worker, PlannerNowFunc now, gpointer now_data);
void planner_scheduler_replan (PlannerScheduler *self);
void planner_scheduler_snooze (PlannerScheduler *self, const char *id);
void planner_scheduler_refreshed (PlannerScheduler *self, gint64 conference_id, gboolean worked);
gboolean planner_scheduler_waits (PlannerScheduler *self);
gboolean planner_scheduler_shows_any (PlannerScheduler *self);

G_END_DECLS

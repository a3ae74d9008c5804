/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlannerWorker:
 *
 * A thread that runs its tasks one by one, in the order of planner_worker_run(). Therefore the store is written in the order
 * of the attendee's actions.
 */
typedef struct _PlannerWorker PlannerWorker;

PlannerWorker *planner_worker_new (void);
PlannerWorker *planner_worker_ref (PlannerWorker *worker);
void planner_worker_unref (PlannerWorker *worker);
void planner_worker_run (PlannerWorker *worker, GTask *task, GTaskThreadFunc func);
void planner_worker_finish (PlannerWorker *worker);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerWorker, planner_worker_unref)

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reminders/planner-scheduler.h"

G_BEGIN_DECLS

/**
 * PlannerKeeper:
 *
 * Keeps the word that reminders give, in either program: joins the scheduler with the notifier and the settings, and
 * gives the application the actions snooze and open-link.
 *
 * Properties:
 * - needed (boolean, read-only): whether the planner is to go on without a window
 *
 * Signals:
 * - refresh-due (int64): as #PlannerScheduler has it
 */
#define PLANNER_TYPE_KEEPER (planner_keeper_get_type ())

G_DECLARE_FINAL_TYPE (PlannerKeeper, planner_keeper, PLANNER, KEEPER, GObject)

PlannerKeeper *planner_keeper_new (GApplication *application, GSettings *settings);

void planner_keeper_start (PlannerKeeper *self, PlannerStore *store, PlannerWorker *worker);
void planner_keeper_replan (PlannerKeeper *self);
void planner_keeper_refreshed (PlannerKeeper *self, gint64 conference_id, gboolean worked);
void planner_keeper_send_test (PlannerKeeper *self);
gboolean planner_keeper_is_needed (PlannerKeeper *self);

G_END_DECLS

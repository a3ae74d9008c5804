/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reminders/planner-notifier.h"
#include "store/planner-store.h"
#include "store/planner-worker.h"

G_BEGIN_DECLS

void planner_announcement_send (PlannerNotifier *notifier,
                                PlannerStore *store,
                                PlannerWorker *worker,
                                gint64 conference_id);

G_END_DECLS

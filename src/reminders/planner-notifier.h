/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "words/planner-notice.h"

G_BEGIN_DECLS

/**
 * PlannerNotifier:
 *
 * Hands notices to the notification server of the desktop, and takes them away again.
 */
#define PLANNER_TYPE_NOTIFIER (planner_notifier_get_type ())

G_DECLARE_FINAL_TYPE (PlannerNotifier, planner_notifier, PLANNER, NOTIFIER, GObject)

PlannerNotifier *planner_notifier_new (GApplication *application);

gboolean planner_notifier_send (PlannerNotifier *self, const PlannerNotice *notice);
gboolean planner_notifier_flush (PlannerNotifier *self);
gboolean planner_notifier_remind (PlannerNotifier *self, GPtrArray *due, gint64 now_utc);
void planner_notifier_withdraw_summary (PlannerNotifier *self);
void planner_notifier_withdraw (PlannerNotifier *self, const char *const *ids);

G_END_DECLS

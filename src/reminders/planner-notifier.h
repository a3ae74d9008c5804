/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "words/planner-notification.h"

G_BEGIN_DECLS

/**
 * PlannerNotifier:
 *
 * Sends notifications to the desktop and withdraws them.
 */
#define PLANNER_TYPE_NOTIFIER (planner_notifier_get_type ())

G_DECLARE_FINAL_TYPE (PlannerNotifier, planner_notifier, PLANNER, NOTIFIER, GObject)

PlannerNotifier *planner_notifier_new (GApplication *application);

gboolean planner_notifier_send (PlannerNotifier *self, const PlannerNotification *content);
gboolean planner_notifier_flush (PlannerNotifier *self);
gboolean planner_notifier_remind (PlannerNotifier *self,
                                  GPtrArray *due,
                                  gint64 now_utc,
                                  const PlannerNotificationClock *clock);
void planner_notifier_withdraw_summary (PlannerNotifier *self, gint64 conference_id);
void planner_notifier_withdraw (PlannerNotifier *self, const char *const *ids);

G_END_DECLS

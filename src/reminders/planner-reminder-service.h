/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-time-source.h"
#include "reminders/planner-scheduler.h"

G_BEGIN_DECLS

/**
 * PlannerReminderService:
 *
 * Reminds of starred sessions, in the window program as in the agent. It connects the scheduler with the settings and the
 * notifications, and adds three actions to the application:
 *
 * - snooze (s): shows the reminder of a session id again in five minutes
 * - open-link (s): opens an http or https address
 * - reload (x): another process changed a conference in the database; 0 for any change. See planner_bell_ring()
 *
 * Properties:
 * - needed (boolean, read-only): see planner_reminder_service_is_needed()
 *
 * Signals:
 * - refresh-due (int64): as in #PlannerScheduler
 * - reload (int64): the action reload was activated with this conference; reminders are planned again by themselves
 */
#define PLANNER_TYPE_REMINDER_SERVICE (planner_reminder_service_get_type ())

G_DECLARE_FINAL_TYPE (PlannerReminderService, planner_reminder_service, PLANNER, REMINDER_SERVICE, GObject)

PlannerReminderService *
planner_reminder_service_new (GApplication *application, GSettings *settings, PlannerTimeSource *time_source);

void
planner_reminder_service_start (PlannerReminderService *self, PlannerStore *store, PlannerWorker *worker);
void planner_reminder_service_replan (PlannerReminderService *self);
void planner_reminder_service_refreshed (PlannerReminderService *self, gint64 conference_id, gboolean worked);
void planner_reminder_service_send_test (PlannerReminderService *self);
gboolean planner_reminder_service_is_needed (PlannerReminderService *self);

G_END_DECLS

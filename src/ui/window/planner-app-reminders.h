/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "agent/planner-background.h"
#include "agent/planner-handover.h"
#include "library/planner-library.h"
#include "reminders/planner-reminder-service.h"

G_BEGIN_DECLS

/**
 * PlannerAppReminders:
 *
 * The reminders of the window program, and whether they continue when the window is closed: a preference of the attendee that
 * the system may refuse. It also refreshes the conferences that are due.
 *
 * Signals:
 * - refused (string): the system refused what the attendee has just chosen; with a sentence for the attendee
 */
#define PLANNER_TYPE_APP_REMINDERS (planner_app_reminders_get_type ())

G_DECLARE_FINAL_TYPE (PlannerAppReminders, planner_app_reminders, PLANNER, APP_REMINDERS, GObject)

PlannerAppReminders *planner_app_reminders_new (GApplication *application,
                                                GSettings *settings,
                                                PlannerLibrary *library,
                                                PlannerHandover *handover);
void planner_app_reminders_start (PlannerAppReminders *self);
PlannerReminderService *planner_app_reminders_get_service (PlannerAppReminders *self);
PlannerBackground *planner_app_reminders_get_background (PlannerAppReminders *self);

G_END_DECLS

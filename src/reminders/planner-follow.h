/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reminders/planner-reminder-service.h"
#include "library/planner-library.h"

G_BEGIN_DECLS

void planner_reminder_service_follow (PlannerReminderService *self, PlannerLibrary *library);

G_END_DECLS

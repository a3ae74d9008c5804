/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "agent/planner-background.h"
#include "reminders/planner-reminder-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerPreferencesDialog:
 *
 * The preferences: reminders, time zone and refreshing.
 */
#define PLANNER_TYPE_PREFERENCES_DIALOG (planner_preferences_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlannerPreferencesDialog,
                      planner_preferences_dialog,
                      PLANNER,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

AdwDialog *planner_preferences_dialog_new (GSettings *settings,
                                           PlannerReminderService *reminders,
                                           PlannerBackground *background);

G_END_DECLS

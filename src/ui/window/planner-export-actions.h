/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerExportActions:
 *
 * The actions of a window that save calendars and share stars: win.export-my-schedule and win.share-my-schedule, which are
 * disabled while no session is starred, and win.export-session (string: the session's key). They apply to the conference on
 * screen.
 */
#define PLANNER_TYPE_EXPORT_ACTIONS (planner_export_actions_get_type ())

G_DECLARE_FINAL_TYPE (PlannerExportActions, planner_export_actions, PLANNER, EXPORT_ACTIONS, GObject)

PlannerExportActions *
planner_export_actions_new (GActionMap *window, AdwToastOverlay *toast_overlay, GSettings *settings);
void planner_export_actions_set_conference (PlannerExportActions *self, PlannerConference *conference);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlannerBackgroundState:
 * @PLANNER_BACKGROUND_OFF: the attendee does not want reminders while no window is open
 * @PLANNER_BACKGROUND_ASKING: the system has not answered yet
 * @PLANNER_BACKGROUND_ALLOWED: the planner may run in the background and starts at log-in
 * @PLANNER_BACKGROUND_NO_AUTOSTART: the planner may run in the background, but does not start at log-in
 * @PLANNER_BACKGROUND_REFUSED: the planner may not run in the background
 */
typedef enum
{
  PLANNER_BACKGROUND_OFF,
  PLANNER_BACKGROUND_ASKING,
  PLANNER_BACKGROUND_ALLOWED,
  PLANNER_BACKGROUND_NO_AUTOSTART,
  PLANNER_BACKGROUND_REFUSED,
} PlannerBackgroundState;

#define PLANNER_TYPE_BACKGROUND_STATE (planner_background_state_get_type ())

GType planner_background_state_get_type (void);

/**
 * PlannerBackground:
 *
 * Whether reminders come while no window is open. In a sandbox it requests that from the Background portal; elsewhere it
 * writes and removes an autostart entry.
 *
 * Properties:
 * - wanted (boolean): whether the attendee wants them; a change is requested at once
 * - state (#PlannerBackgroundState, read-only)
 */
#define PLANNER_TYPE_BACKGROUND (planner_background_get_type ())

G_DECLARE_FINAL_TYPE (PlannerBackground, planner_background, PLANNER, BACKGROUND, GObject)

PlannerBackground *planner_background_new (void);
PlannerBackgroundState planner_background_get_state (PlannerBackground *self);
void planner_background_request (PlannerBackground *self, gboolean wanted);
gboolean planner_background_is_asking (PlannerBackground *self);

const char *planner_background_describe (PlannerBackgroundState state);

G_END_DECLS

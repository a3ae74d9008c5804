/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlannerBackgroundState:
 * @PLANNER_BACKGROUND_OFF: the attendee does not want reminders without a window
 * @PLANNER_BACKGROUND_ASKING: the system has not answered yet
 * @PLANNER_BACKGROUND_ALLOWED: the planner may stay, and is started after log-in
 * @PLANNER_BACKGROUND_NO_AUTOSTART: the planner stays, but nothing starts it after log-in
 * @PLANNER_BACKGROUND_REFUSED: the planner may not stay
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
 * The permission to remind while no window is open, which the Background portal gives.
 *
 * Properties:
 * - wanted (boolean): the attendee's wish; asks the portal when it is set, and takes autostart back when it is unset
 * - state (#PlannerBackgroundState, read-only)
 */
#define PLANNER_TYPE_BACKGROUND (planner_background_get_type ())

G_DECLARE_FINAL_TYPE (PlannerBackground, planner_background, PLANNER, BACKGROUND, GObject)

PlannerBackground *planner_background_new (void);
PlannerBackgroundState planner_background_get_state (PlannerBackground *self);

const char *planner_background_describe (PlannerBackgroundState state);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PlannerConferenceState:
 * @PLANNER_CONFERENCE_IDLE: no refresh is running
 * @PLANNER_CONFERENCE_FETCHING: a refresh fetches the schedule
 * @PLANNER_CONFERENCE_READING: a refresh reads the schedule that it fetched, and stores it
 */
typedef enum
{
  PLANNER_CONFERENCE_IDLE,
  PLANNER_CONFERENCE_FETCHING,
  PLANNER_CONFERENCE_READING,
} PlannerConferenceState;

#define PLANNER_TYPE_CONFERENCE_STATE (planner_conference_state_get_type ())

GType planner_conference_state_get_type (void);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-conference-state.h"

G_DEFINE_ENUM_TYPE (PlannerConferenceState,
                    planner_conference_state,
                    G_DEFINE_ENUM_VALUE (PLANNER_CONFERENCE_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (PLANNER_CONFERENCE_FETCHING, "fetching"),
                    G_DEFINE_ENUM_VALUE (PLANNER_CONFERENCE_READING, "reading"))

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerStarActions:
 *
 * The actions of a window that change stars: win.toggle-star (string: the session's key), win.keep-session (string: the key;
 * removes the stars of the sessions that clash with it) and win.set-lead (string, int32: the key, and the lead time of its
 * reminder in seconds). They apply to the conference on screen. Toasts report failures
 * and offer to undo a removed star.
 */
#define PLANNER_TYPE_STAR_ACTIONS (planner_star_actions_get_type ())

G_DECLARE_FINAL_TYPE (PlannerStarActions, planner_star_actions, PLANNER, STAR_ACTIONS, GObject)

PlannerStarActions *
planner_star_actions_new (GActionMap *window, AdwToastOverlay *toast_overlay, GSettings *settings);
void planner_star_actions_set_conference (PlannerStarActions *self, PlannerConference *conference);

G_END_DECLS

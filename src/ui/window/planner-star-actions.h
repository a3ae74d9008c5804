/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerStarActions:
 *
 * The actions of a window that change stars: win.toggle-star (string: the session's key), win.toggle-plan-b (string: the key;
 * makes the session plan B, or going if it is plan B), win.keep-session (string: the key; makes the sessions that clash with it
 * plan B) and win.set-lead (string, int32: the key, and the lead time of its reminder in seconds). They apply to the conference
 * on screen. Toasts report failures and offer to undo a removed star and a change between plan B and going.
 */
#define PLANNER_TYPE_STAR_ACTIONS (planner_star_actions_get_type ())

G_DECLARE_FINAL_TYPE (PlannerStarActions, planner_star_actions, PLANNER, STAR_ACTIONS, GObject)

PlannerStarActions *planner_star_actions_new (GActionMap *window,
                                              PlannerLibrary *library,
                                              AdwToastOverlay *toast_overlay,
                                              GSettings *settings);
void planner_star_actions_set_conference (PlannerStarActions *self, PlannerConference *conference);

G_END_DECLS

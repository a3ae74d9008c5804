/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"
#include "share/planner-friends.h"
#include "ui/window/planner-content.h"

G_BEGIN_DECLS

/**
 * PlannerConferenceActions:
 *
 * The actions of a window that apply to the conference on screen as a whole: win.refresh, win.stop-refresh,
 * win.remove-conference, win.show-problems, win.show-friends, win.show-board (string: the name of a room; empty for all rooms) and
 * win.print. They are disabled while there is no conference, and win.show-friends while it has no friends.
 *
 * A conference whose schedule is due is refreshed when it comes on screen.
 */
#define PLANNER_TYPE_CONFERENCE_ACTIONS (planner_conference_actions_get_type ())

G_DECLARE_FINAL_TYPE (PlannerConferenceActions,
                      planner_conference_actions,
                      PLANNER,
                      CONFERENCE_ACTIONS,
                      GObject)

PlannerConferenceActions *planner_conference_actions_new (GActionMap *window,
                                                          PlannerLibrary *library,
                                                          PlannerContent *content,
                                                          PlannerFriends *friends,
                                                          AdwToastOverlay *toast_overlay);
void planner_conference_actions_set_conference (PlannerConferenceActions *self,
                                                PlannerConference *conference);

G_END_DECLS

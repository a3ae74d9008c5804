/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "share/planner-friends.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerFriendsDialog:
 *
 * Lists the friends of a conference, and removes one or all of them.
 */
#define PLANNER_TYPE_FRIENDS_DIALOG (planner_friends_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlannerFriendsDialog, planner_friends_dialog, PLANNER, FRIENDS_DIALOG, AdwDialog)

AdwDialog *planner_friends_dialog_new (PlannerFriends *friends,
                                       PlannerConference *conference,
                                       AdwToastOverlay *toast_overlay);

G_END_DECLS

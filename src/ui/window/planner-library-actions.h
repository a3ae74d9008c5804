/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"
#include "share/planner-friends.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerLibraryActions:
 *
 * The actions of a window that bring something into the library: win.add-conference and win.import-stars. They are disabled
 * until the library has loaded.
 *
 * Signals:
 * - added (#PlannerConference): the attendee added this conference
 * - imported (#PlannerConference): the attendee imported stars of this conference
 * - friend-added (#PlannerConference): the attendee added a friend who goes to this conference
 */
#define PLANNER_TYPE_LIBRARY_ACTIONS (planner_library_actions_get_type ())

G_DECLARE_FINAL_TYPE (PlannerLibraryActions, planner_library_actions, PLANNER, LIBRARY_ACTIONS, GObject)

PlannerLibraryActions *planner_library_actions_new (GActionMap *window,
                                                    PlannerLibrary *library,
                                                    PlannerFriends *friends,
                                                    AdwToastOverlay *toast_overlay);
void planner_library_actions_set_enabled (PlannerLibraryActions *self, gboolean enabled);
void planner_library_actions_offer (PlannerLibraryActions *self, const char *address);

G_END_DECLS

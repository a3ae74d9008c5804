/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerPlacePage:
 *
 * Shows a room or a speaker of a conference, and the sessions there by day and start. The page of a room begins with what runs
 * in it now and next. If a new edition lacks the room or the speaker, the page shows what the last one said, without sessions.
 * It uses the window's actions win.show-session('key'), win.show-room('name') and win.toggle-star('key').
 *
 * Properties: local-time (boolean), now-utc (int64): the current time in seconds since the epoch, or %PLANNER_TIME_UNKNOWN;
 * conference (#PlannerConference, read-only).
 */
#define PLANNER_TYPE_PLACE_PAGE (planner_place_page_get_type ())

G_DECLARE_FINAL_TYPE (PlannerPlacePage, planner_place_page, PLANNER, PLACE_PAGE, AdwNavigationPage)

PlannerPlacePage *planner_place_page_new_for_room (PlannerConference *conference, const char *name);
PlannerPlacePage *planner_place_page_new_for_speaker (PlannerConference *conference, const char *key);
GListModel *planner_place_page_get_list (PlannerPlacePage *self);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "share/planner-friends.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerFriendsBanners:
 *
 * Banners on several pages that say whose stars are shown, and hide them.
 */
#define PLANNER_TYPE_FRIENDS_BANNERS (planner_friends_banners_get_type ())

G_DECLARE_FINAL_TYPE (PlannerFriendsBanners, planner_friends_banners, PLANNER, FRIENDS_BANNERS, GObject)

PlannerFriendsBanners *planner_friends_banners_new (void);
void planner_friends_banners_set_friends (PlannerFriendsBanners *self, PlannerFriends *friends);
void planner_friends_banners_set_conference (PlannerFriendsBanners *self, PlannerConference *conference);
void planner_friends_banners_add_page (PlannerFriendsBanners *self, AdwNavigationPage *page);

G_END_DECLS

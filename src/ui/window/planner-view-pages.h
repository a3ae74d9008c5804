/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"
#include "share/planner-friends.h"
#include "ui/sessions/planner-sessions-page.h"
#include "ui/widgets/planner-present.h"
#include "ui/window/planner-view.h"

G_BEGIN_DECLS

/**
 * PlannerViewPages:
 *
 * The pages of the views of a conference, with their banners, in a navigation view. Pages other than the sessions are created
 * when they are first shown, so that the window opens sooner.
 */
#define PLANNER_TYPE_VIEW_PAGES (planner_view_pages_get_type ())

G_DECLARE_FINAL_TYPE (PlannerViewPages, planner_view_pages, PLANNER, VIEW_PAGES, GObject)

PlannerViewPages *planner_view_pages_new (AdwNavigationView *navigation_view,
                                          PlannerSessionsPage *sessions_page);

void planner_view_pages_set_settings (PlannerViewPages *self, GSettings *settings);
void planner_view_pages_set_present (PlannerViewPages *self, PlannerPresent *present);
void planner_view_pages_set_friends (PlannerViewPages *self, PlannerFriends *friends);
void planner_view_pages_set_library (PlannerViewPages *self, PlannerLibrary *library);
void planner_view_pages_set_conference (PlannerViewPages *self, PlannerConference *conference);

void planner_view_pages_trim_later (PlannerViewPages *self);
void planner_view_pages_show (PlannerViewPages *self, const char *id);
void planner_view_pages_show_sessions (PlannerViewPages *self);
void planner_view_pages_leave (PlannerViewPages *self, const char *id);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerSidebar:
 *
 * The left page of the window: the conference switcher, the views of the conference, and the age of its schedule. It uses
 * the actions win.show-view, win.preview-view and win.select-conference.
 *
 * Properties: library (#PlannerLibrary), conference (#PlannerConference), view (string), all nullable; mode (#AdwSidebarMode).
 */
#define PLANNER_TYPE_SIDEBAR (planner_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (PlannerSidebar, planner_sidebar, PLANNER, SIDEBAR, AdwNavigationPage)

void planner_sidebar_set_library (PlannerSidebar *self, PlannerLibrary *library);
void planner_sidebar_set_conference (PlannerSidebar *self, PlannerConference *conference);
void planner_sidebar_set_view (PlannerSidebar *self, const char *view);

G_END_DECLS

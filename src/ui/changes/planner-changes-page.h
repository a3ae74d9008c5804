/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerChangesPage:
 *
 * The changes of a conference, in sections: withdrawn and cancelled sessions first, then changed times and rooms. Its rows
 * use the window's action win.show-session('key').
 *
 * Properties: conference (#PlannerConference, nullable), local-time (boolean).
 */
#define PLANNER_TYPE_CHANGES_PAGE (planner_changes_page_get_type ())

G_DECLARE_FINAL_TYPE (PlannerChangesPage, planner_changes_page, PLANNER, CHANGES_PAGE, AdwNavigationPage)

PlannerChangesPage *planner_changes_page_new (void);
void planner_changes_page_show (PlannerChangesPage *self, PlannerConference *conference, gboolean only_mine);
void planner_changes_page_leave (PlannerChangesPage *self);

G_END_DECLS

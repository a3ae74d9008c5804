/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerPlacesPage:
 *
 * Lists the rooms or the speakers of a conference with the number of their sessions, speakers by letter, and searches them.
 * It uses the window's actions win.show-room('name') and win.show-speaker('key').
 *
 * Properties: conference (#PlannerConference, nullable).
 */
#define PLANNER_TYPE_PLACES_PAGE (planner_places_page_get_type ())

G_DECLARE_FINAL_TYPE (PlannerPlacesPage, planner_places_page, PLANNER, PLACES_PAGE, AdwNavigationPage)

AdwNavigationPage *planner_places_page_new_for_rooms (void);
AdwNavigationPage *planner_places_page_new_for_speakers (void);
void planner_places_page_start_search (PlannerPlacesPage *self);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerWelcomeBanners:
 *
 * Banners on several pages that invite the attendee to add a conference, as long as there is only the bundled one.
 */
#define PLANNER_TYPE_WELCOME_BANNERS (planner_welcome_banners_get_type ())

G_DECLARE_FINAL_TYPE (PlannerWelcomeBanners, planner_welcome_banners, PLANNER, WELCOME_BANNERS, GObject)

PlannerWelcomeBanners *planner_welcome_banners_new (void);
void planner_welcome_banners_set_library (PlannerWelcomeBanners *self, PlannerLibrary *library);
void planner_welcome_banners_set_conference (PlannerWelcomeBanners *self, PlannerConference *conference);
void planner_welcome_banners_add_page (PlannerWelcomeBanners *self, AdwNavigationPage *page);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerRefreshBanners:
 *
 * Adds a banner to several pages that says why the conference on screen could not be refreshed, or that its address now has the
 * schedule of another conference, such as next year's. Its button tries again with the action win.refresh, or dismisses the
 * sentence.
 */
#define PLANNER_TYPE_REFRESH_BANNERS (planner_refresh_banners_get_type ())

G_DECLARE_FINAL_TYPE (PlannerRefreshBanners, planner_refresh_banners, PLANNER, REFRESH_BANNERS, GObject)

PlannerRefreshBanners *planner_refresh_banners_new (void);
void planner_refresh_banners_add_page (PlannerRefreshBanners *self, AdwNavigationPage *page);
void planner_refresh_banners_set_conference (PlannerRefreshBanners *self, PlannerConference *conference);
void planner_refresh_banners_set_active (PlannerRefreshBanners *self, gboolean active);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerPageBanner:
 *
 * The same banner on several pages. The widgets are made when it is first shown, because most attendees never see it.
 *
 * Signals: clicked (GtkWidget *banner): the button of @banner was clicked.
 */
#define PLANNER_TYPE_PAGE_BANNER (planner_page_banner_get_type ())

G_DECLARE_FINAL_TYPE (PlannerPageBanner, planner_page_banner, PLANNER, PAGE_BANNER, GObject)

PlannerPageBanner *planner_page_banner_new (void);
void planner_page_banner_add_page (PlannerPageBanner *self, AdwNavigationPage *page);
void planner_page_banner_show (PlannerPageBanner *self, const char *title, const char *button_label);

G_END_DECLS

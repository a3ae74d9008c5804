/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerStartPage:
 *
 * The page that the window shows without a conference: an invitation to add one, or an error.
 */
#define PLANNER_TYPE_START_PAGE (planner_start_page_get_type ())

G_DECLARE_FINAL_TYPE (PlannerStartPage, planner_start_page, PLANNER, START_PAGE, AdwBin)

GtkWidget *planner_start_page_new (void);
GtkWidget *planner_start_page_new_loading (void);
void planner_start_page_set_error (PlannerStartPage *self, const GError *error);

G_END_DECLS

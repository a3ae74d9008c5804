/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerExhibitionPage:
 *
 * Lists the exhibitors of a conference by kind: areas, stands, booths, market.
 *
 * Properties: conference (#PlannerConference).
 */
#define PLANNER_TYPE_EXHIBITION_PAGE (planner_exhibition_page_get_type ())

G_DECLARE_FINAL_TYPE (PlannerExhibitionPage,
                      planner_exhibition_page,
                      PLANNER,
                      EXHIBITION_PAGE,
                      AdwNavigationPage)

PlannerExhibitionPage *planner_exhibition_page_new (void);

G_END_DECLS

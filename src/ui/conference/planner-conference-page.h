/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerConferencePage:
 *
 * Shows where and when a conference takes place, what it offers, and where its schedule is from. The attendee can edit and
 * remove the conference here. It uses actions of the window, so the conference must be the one that the window shows.
 *
 * Properties: conference (#PlannerConference).
 */
#define PLANNER_TYPE_CONFERENCE_PAGE (planner_conference_page_get_type ())

G_DECLARE_FINAL_TYPE (PlannerConferencePage,
                      planner_conference_page,
                      PLANNER,
                      CONFERENCE_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *planner_conference_page_new (void);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerDetailsPage:
 *
 * Shows all details of one session, and updates them after a refresh. Its actions details.previous and details.next show the
 * neighbors of the session in a list, details.copy copies the session as text, and details.export saves it as a calendar file.
 *
 * Properties: conference (#PlannerConference), entry (#PlannerEntry), local-time (boolean),
 * now-utc (int64): the present in seconds since the epoch, which decides what is over,
 * default-lead-minutes (int): the lead time of sessions that have none of their own.
 */
#define PLANNER_TYPE_DETAILS_PAGE (planner_details_page_get_type ())

G_DECLARE_FINAL_TYPE (PlannerDetailsPage, planner_details_page, PLANNER, DETAILS_PAGE, AdwNavigationPage)

PlannerDetailsPage *planner_details_page_new (PlannerConference *conference, PlannerEntry *entry);
void planner_details_page_set_entry (PlannerDetailsPage *self, PlannerEntry *entry);
void planner_details_page_set_list (PlannerDetailsPage *self, GListModel *list);
gboolean planner_details_page_step (PlannerDetailsPage *self, int step);

G_END_DECLS

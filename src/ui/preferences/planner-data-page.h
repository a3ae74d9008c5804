/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "agent/planner-syncer.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerDataPage:
 *
 * The preferences about the attendee's data: the folder for other computers, the calendar file, and backups.
 *
 * Properties: syncer (construct-only).
 */
#define PLANNER_TYPE_DATA_PAGE (planner_data_page_get_type ())

G_DECLARE_FINAL_TYPE (PlannerDataPage, planner_data_page, PLANNER, DATA_PAGE, AdwPreferencesPage)

AdwPreferencesPage *planner_data_page_new (PlannerSyncer *syncer);

G_END_DECLS

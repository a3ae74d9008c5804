/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerFilterDialog:
 *
 * Lets the attendee choose a filter. Each choice has its effect at once. Conditions that cannot tell the sessions of the
 * agenda apart are left out.
 *
 * Signals: changed (#PlannerFilter): emitted with the filter after each choice
 */
#define PLANNER_TYPE_FILTER_DIALOG (planner_filter_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlannerFilterDialog, planner_filter_dialog, PLANNER, FILTER_DIALOG, AdwDialog)

PlannerFilterDialog *planner_filter_dialog_new (PlannerAgenda *agenda, const PlannerFilter *filter);

G_END_DECLS

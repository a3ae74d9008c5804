/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerLeadRow:
 *
 * Lets the attendee choose the lead time of a reminder.
 *
 * Properties:
 * - lead-s (int): the lead time in seconds, %PLANNER_LEAD_NONE or %PLANNER_LEAD_DEFAULT
 * - default-minutes (int): the lead time that %PLANNER_LEAD_DEFAULT stands for
 *
 * Signal chosen (int): the attendee chose a lead time, in seconds as above. The handler must set the property.
 */
#define PLANNER_TYPE_LEAD_ROW (planner_lead_row_get_type ())

G_DECLARE_FINAL_TYPE (PlannerLeadRow, planner_lead_row, PLANNER, LEAD_ROW, AdwComboRow)

G_END_DECLS

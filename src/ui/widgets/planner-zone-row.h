/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerZoneRow:
 *
 * Lets the attendee choose a time zone from a list that can be searched.
 *
 * Properties:
 * - zone (string): the IANA name of the time zone, at first the computer's; %NULL sets the computer's
 */
#define PLANNER_TYPE_ZONE_ROW (planner_zone_row_get_type ())

G_DECLARE_FINAL_TYPE (PlannerZoneRow, planner_zone_row, PLANNER, ZONE_ROW, AdwComboRow)

const char *planner_zone_row_get_zone (PlannerZoneRow *self);
void planner_zone_row_set_zone (PlannerZoneRow *self, const char *zone);

G_END_DECLS

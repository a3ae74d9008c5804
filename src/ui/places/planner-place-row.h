/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/places/planner-place-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerPlaceRow:
 *
 * A row of a list that shows a room or a speaker, and the number of sessions.
 */
#define PLANNER_TYPE_PLACE_ROW (planner_place_row_get_type ())

G_DECLARE_FINAL_TYPE (PlannerPlaceRow, planner_place_row, PLANNER, PLACE_ROW, AdwBin)

PlannerPlaceRow *planner_place_row_new (void);
void planner_place_row_set_item (PlannerPlaceRow *self, PlannerPlaceItem *item);

G_END_DECLS

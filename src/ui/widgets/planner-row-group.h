/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerRowGroup:
 *
 * A group of rows that is filled again whenever its data changes. It is hidden while it has no rows. Its title is a heading
 * for screen readers.
 */
#define PLANNER_TYPE_ROW_GROUP (planner_row_group_get_type ())

G_DECLARE_FINAL_TYPE (PlannerRowGroup, planner_row_group, PLANNER, ROW_GROUP, AdwPreferencesGroup)

void planner_row_group_add (PlannerRowGroup *self, GtkWidget *row);
void planner_row_group_clear (PlannerRowGroup *self);

G_END_DECLS

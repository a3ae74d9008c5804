/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerPartsLine:
 *
 * Shows short texts beside each other, with a dot between them. A text that does not fit starts a new line without a dot.
 * A text that is wider than a whole line is ellipsized.
 */
#define PLANNER_TYPE_PARTS_LINE (planner_parts_line_get_type ())

G_DECLARE_FINAL_TYPE (PlannerPartsLine, planner_parts_line, PLANNER, PARTS_LINE, GtkWidget)

void planner_parts_line_set_parts (PlannerPartsLine *self, const char *const *parts);
void planner_parts_line_foreach_label (PlannerPartsLine *self,
                                       void (*func) (GtkLabel *label, gpointer data),
                                       gpointer data);

G_END_DECLS

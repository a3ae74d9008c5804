/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerColorBar:
 *
 * A rounded bar in a color, or a dot if it is as wide as high.
 *
 * Properties: color (boxed #GdkRGBA, nullable).
 */
#define PLANNER_TYPE_COLOR_BAR (planner_color_bar_get_type ())

G_DECLARE_FINAL_TYPE (PlannerColorBar, planner_color_bar, PLANNER, COLOR_BAR, GtkWidget)

void planner_color_bar_set_color (PlannerColorBar *self, const GdkRGBA *color);
void planner_color_bar_draw (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *color);

G_END_DECLS

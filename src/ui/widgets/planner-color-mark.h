/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerColorMark:
 *
 * A rounded bar in a colour, or a dot if it is as wide as high.
 *
 * Properties: color (boxed #GdkRGBA, nullable).
 */
#define PLANNER_TYPE_COLOR_MARK (planner_color_mark_get_type ())

G_DECLARE_FINAL_TYPE (PlannerColorMark, planner_color_mark, PLANNER, COLOR_MARK, GtkWidget)

void planner_color_mark_set_color (PlannerColorMark *self, const GdkRGBA *color);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerSwatch:
 *
 * A round paintable of 16 × 16 pixels in the color of a forum.
 */
#define PLANNER_TYPE_SWATCH (planner_swatch_get_type ())

G_DECLARE_FINAL_TYPE (PlannerSwatch, planner_swatch, PLANNER, SWATCH, GObject)

GdkPaintable *planner_swatch_new (const GdkRGBA *rgba);

G_END_DECLS

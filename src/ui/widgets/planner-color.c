/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-color.h"

/* Mid-tones that are distinct, and visible on white as well as on black. */
static const char *const palette[] = {
  "#3584e4", "#2190a4", "#3a944a", "#c88800", "#ed5b00",
  "#e62d42", "#d56199", "#9141ac", "#6f8396", "#865e3c",
};

/**
 * planner_forum_color:
 * @name: the forum's name
 * @color: (nullable): the colour in the schedule, as "#rrggbb"
 * @rgba: (out): the forum's colour
 *
 * Parses the colour of a forum. A forum without a valid colour gets one from a palette, always the same for its name.
 */
void
planner_forum_color (const char *name, const char *color, GdkRGBA *rgba)
{
  if (!color || !gdk_rgba_parse (rgba, color))
    gdk_rgba_parse (rgba, palette[g_str_hash (name) % G_N_ELEMENTS (palette)]);
  rgba->alpha = 1;
}

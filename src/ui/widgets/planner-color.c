/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-color.h"

/* Mid-tones that are visible on white as well as on black. Neighbors are easy to tell apart. */
static const char *const palette[] = {
  "#3584e4", "#ed5b00", "#3a944a", "#9141ac", "#c88800",
  "#2190a4", "#e62d42", "#6f8396", "#d56199", "#865e3c",
};

/**
 * planner_forum_color:
 * @forum: a forum of a sealed agenda
 * @rgba: (out): the forum's color
 *
 * Parses the color of a forum. A forum without a valid color gets one from a palette, in the order of the agenda, so that
 * forums that follow each other differ.
 */
void
planner_forum_color (const PlannerForum *forum, GdkRGBA *rgba)
{
  if (!forum->color || !gdk_rgba_parse (rgba, forum->color))
    gdk_rgba_parse (rgba, palette[forum->position % G_N_ELEMENTS (palette)]);
  rgba->alpha = 1;
}

/**
 * planner_conference_color:
 * @conference_id: the store's number of a conference
 * @rgba: (out): the conference's color, where sessions of several conferences are in one list
 */
void
planner_conference_color (gint64 conference_id, GdkRGBA *rgba)
{
  gdk_rgba_parse (rgba, palette[(guint64) conference_id % G_N_ELEMENTS (palette)]);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-color.h"

#include "plan/planner-place.h"

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
 * planner_session_color:
 * @agenda: (nullable): the agenda of the conference on screen
 * @session: a session with a forum
 * @rgba: (out): the color that the forum has in @agenda
 *
 * A session that is no longer in the schedule has its own copy of the forum. Only the agenda knows the place of the forum among
 * the others.
 */
void
planner_session_color (const PlannerAgenda *agenda, const PlannerSession *session, GdkRGBA *rgba)
{
  const PlannerForum *forum = agenda ? planner_agenda_find_forum (agenda, session->forum->name) : NULL;

  planner_forum_color (forum ? forum : session->forum, rgba);
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

/**
 * planner_friend_color:
 * @name: the name of a friend
 * @rgba: (out): the friend's color, which depends on the name only
 */
void
planner_friend_color (const char *name, GdkRGBA *rgba)
{
  gdk_rgba_parse (rgba, palette[g_str_hash (name) % G_N_ELEMENTS (palette)]);
}

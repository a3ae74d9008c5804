/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-session-text.h"

#include "words/planner-clock.h"
#include "words/planner-labels.h"

static void
append_line (GString *text, const char *line)
{
  if (!line || !*line)
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/**
 * planner_format_session_text:
 * @day_date: the date of the day of the session, used if it has no time
 *
 * Returns: (transfer full): title, time at the venue, room, speakers and link of the session, each on a line of its own, to
 *   paste into a message
 */
char *
planner_format_session_text (const PlannerSession *session, const char *day_date)
{
  GString *text = g_string_new (NULL);
  g_autofree char *when = planner_clock_to_plain (planner_format_when (session, day_date));
  g_autofree char *room = planner_format_room (session);
  g_autofree char *speakers = planner_session_dup_speaker_names (session);

  append_line (text, session->title.shown);
  append_line (text, when);
  append_line (text, room);
  append_line (text, speakers);
  append_line (text, session->url);

  return g_string_free_and_steal (text);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-entry.h"
#include "model/planner-agenda.h"
#include "words/planner-words.h"

G_BEGIN_DECLS

char *planner_format_start (const PlannerSession *session, GTimeZone *local);
char *planner_format_time_range (const PlannerSession *session, GTimeZone *local);
char *planner_format_when (const PlannerSession *session, const char *day_date);
char *planner_format_local_when (const PlannerSession *session, GTimeZone *local);

char *planner_format_room (const PlannerSession *session);
char *planner_format_session_count (guint n);
char *planner_format_speaker_count (guint n);
char *planner_format_room_count (guint n);
char *planner_format_exhibitor_count (guint n);
char *planner_format_speaker_details (const PlannerSpeaker *speaker);
char *planner_format_type (const PlannerSession *session);

/**
 * PlannerRowParts:
 * @conference: (nullable): the title of the session's conference, if it is another one than that of the page
 * @day_date: (nullable): the date of the session's day, to show it; see #PlannerDay
 * @local: (nullable): the time zone to use instead of that of the venue
 * @forum: whether to show the forum
 * @page_title: (nullable): the title of the page, to leave out a room of this name on screen
 * @mark: (nullable): "New" or "Changed"; see planner_get_mark_label()
 * @clash: (nullable): the sentence of planner_format_clash()
 * @friends: (nullable): the sentence of planner_format_friends()
 * @running: (nullable): how long the session still runs; see planner_format_running()
 * @over: whether the session has ended
 * @walk: (nullable): the way to the next session of the attendee; see planner_format_walk_sentence()
 *
 * The parts of a session's row that depend on where the row is shown.
 */
typedef struct
{
  const char *conference;
  const char *day_date;
  GTimeZone *local;
  gboolean forum;
  const char *page_title;
  const char *mark;
  const char *clash;
  const char *friends;
  const char *running;
  gboolean over;
  const char *walk;
  gboolean withdrawn;
  gboolean starred;
  gboolean plan_b;
} PlannerRowParts;

GStrv planner_dup_row_parts (const PlannerSession *session, const PlannerRowParts *parts);
char *
planner_format_result (const PlannerSession *session, const char *day_date, gint64 now_utc, GTimeZone *local);
char *planner_format_row_details (const PlannerSession *session, const PlannerRowParts *parts);
char *planner_format_row_sentence (const PlannerSession *session, const PlannerRowParts *parts);
char *planner_format_cell_title (const PlannerSession *session, gboolean plan_b);
char *planner_format_cell_sentence (const PlannerSession *session, const PlannerRowParts *parts);

const char *planner_get_mark_label (PlannerMark mark);
const char *planner_get_star_state (gboolean starred, gboolean plan_b);
const char *planner_get_star_icon (gboolean starred, gboolean withdrawn);
const char *planner_get_star_label (gboolean starred, gboolean withdrawn);
char *planner_format_star_name (const PlannerSession *session, gboolean starred, gboolean withdrawn);

const char *planner_shown_subtitle (const PlannerSession *session);
const char *planner_shown_abstract (const PlannerSession *session);

G_END_DECLS

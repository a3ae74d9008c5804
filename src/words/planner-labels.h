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
char *planner_format_duration (gint64 duration_s);

char *planner_format_day (const char *date);
char *planner_format_day_short (const char *date);
char *planner_format_days (const char *first, const char *last);
char *planner_format_when (const PlannerSession *session, const char *day_date);
char *planner_format_local_when (const PlannerSession *session, GTimeZone *local);

char *planner_format_room (const PlannerSession *session);
char *planner_format_speaker_details (const PlannerSpeaker *speaker);
char *planner_format_clash (const char *const *titles);
char *planner_format_type (const PlannerSession *session);

/**
 * PlannerRowParts:
 * @day_date: (nullable): the session's day as in #PlannerDay, to be said too
 * @local: (nullable): the zone to show times in instead of the venue's
 * @forum: whether the forum is said
 * @mark: (nullable): "New" or "Changed", by planner_get_mark_label()
 * @clash: (nullable): what it clashes with, as by planner_format_clash()
 * @running: (nullable): how long it still runs, as by planner_format_running()
 * @over: whether it has ended
 *
 * What a row says of a session beside its title and speakers.
 */
typedef struct
{
  const char *day_date;
  GTimeZone *local;
  gboolean forum;
  const char *mark;
  const char *clash;
  const char *running;
  gboolean over;
  gboolean withdrawn;
  gboolean starred;
} PlannerRowParts;

char *planner_format_row_details (const PlannerSession *session, const PlannerRowParts *parts);
char *planner_format_row_sentence (const PlannerSession *session, const PlannerRowParts *parts);

const char *planner_get_mark_label (PlannerMark mark);
const char *planner_get_star_icon (gboolean starred, gboolean withdrawn);
const char *planner_get_star_label (gboolean starred, gboolean withdrawn);

const char *planner_shown_subtitle (const PlannerSession *session);
const char *planner_shown_abstract (const PlannerSession *session);

G_END_DECLS

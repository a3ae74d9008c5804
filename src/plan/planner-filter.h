/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerFilterPart:
 * @PLANNER_FILTER_TIME: the earliest start and the latest end
 *
 * The conditions of a filter, which the attendee can remove one by one.
 */
typedef enum
{
  PLANNER_FILTER_DAY,
  PLANNER_FILTER_TIME,
  PLANNER_FILTER_ROOM,
  PLANNER_FILTER_FORUM,
  PLANNER_FILTER_LANGUAGE,
  PLANNER_FILTER_TYPE,
  PLANNER_FILTER_RECORDED,
  PLANNER_FILTER_TO_COME,
  PLANNER_FILTER_STARRED,
  PLANNER_FILTER_N_PARTS
} PlannerFilterPart;

/* The value of a time that a filter does not limit. */
#define PLANNER_FILTER_ANY_MIN -1

/**
 * PlannerFilter:
 * @day: (nullable): a date as in #PlannerDay
 * @from_min: the earliest start in minutes after midnight of the session's day at the venue, or %PLANNER_FILTER_ANY_MIN
 * @to_min: the latest end in the same minutes, which exceed 24 hours after midnight, or %PLANNER_FILTER_ANY_MIN
 * @parallel: also sessions that begin before or end after these times, if they run between them
 * @room: (nullable): the name of a room, as in #PlannerRoom
 * @forum: (nullable): the name of a forum, as in #PlannerForum
 * @language: (nullable): as in #PlannerSession
 * @type: (nullable): as in #PlannerSession
 * @recorded: only sessions that the schedule does not exclude from recording
 * @to_come: only sessions that are not over
 * @starred: only sessions with a star
 *
 * Conditions that a session must all meet. A filter without conditions matches every session.
 */
typedef struct
{
  char *day;
  int from_min;
  int to_min;
  gboolean parallel;
  char *room;
  char *forum;
  char *language;
  char *type;
  gboolean recorded;
  gboolean to_come;
  gboolean starred;
} PlannerFilter;

#define PLANNER_TYPE_FILTER (planner_filter_get_type ())

GType planner_filter_get_type (void);

PlannerFilter *planner_filter_new (void);
PlannerFilter *
planner_filter_new_for_span (const char *day, gint64 start_utc, gint64 end_utc, GTimeZone *zone);
PlannerFilter *planner_filter_new_for_parallel (const char *day, const PlannerSession *session);
PlannerFilter *planner_filter_copy (const PlannerFilter *filter);
void planner_filter_free (PlannerFilter *filter);

gboolean planner_filter_has (const PlannerFilter *filter, PlannerFilterPart part);
gboolean planner_filter_is_empty (const PlannerFilter *filter);
void planner_filter_remove (PlannerFilter *filter, PlannerFilterPart part);
gboolean planner_filter_matches (const PlannerFilter *filter,
                                 const PlannerAgenda *agenda,
                                 const PlannerSession *session,
                                 gboolean starred,
                                 gint64 now_utc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerFilter, planner_filter_free)

G_END_DECLS

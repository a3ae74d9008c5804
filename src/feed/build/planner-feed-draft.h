/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"
#include "feed/planner-report.h"

G_BEGIN_DECLS

#define PLANNER_FEED_NO_DAY G_MININT64

/**
 * PlannerDraftDay:
 * @date: (nullable): the date, as in the schedule
 * @start: (nullable): when the day begins, as in the schedule
 * @end: (nullable): when the day ends, as in the schedule
 *
 * A day that the schedule lists. Only planner_builder_finish() uses the fields after @end. They are local times in seconds
 * since 1970-01-01T00:00 of the same clock, or %PLANNER_FEED_NO_DAY.
 */
typedef struct
{
  char *date;
  char *start;
  char *end;

  gint64 date_s;
  gint64 window_start_s;
  gint64 window_end_s;
} PlannerDraftDay;

/**
 * PlannerDraftSession:
 * @session: (not nullable): borrowed from the agenda. The reader sets its texts, identities, type, language and addresses as
 *   in the schedule, and its forum, room and speakers with the functions of the builder
 * @where: the place in the schedule; see #PlannerProblem
 * @day: the index of the day that lists the session, or -1
 * @date: (nullable): the date, or date and time, of the start, as in the schedule
 * @start: (nullable): the time of day of the start, as in the schedule
 * @end: (nullable): the date and time, or the time of day, of the end, as in the schedule
 * @duration: (nullable): as in the schedule
 * @time_unknown: whether the schedule says that the time is to be announced; @date is the day
 * @day_unknown: whether the schedule says that even the day is to be announced
 * @persons: of #PlannerSpeaker, borrowed from the agenda
 * @links: of #PlannerLink, owned
 *
 * A session while it is read. Only the builder uses the fields after @links.
 */
typedef struct
{
  PlannerSession *session;
  char *where;
  int day;
  char *date;
  char *start;
  char *end;
  char *duration;
  gboolean time_unknown;
  gboolean day_unknown;
  GPtrArray *persons;
  GArray *links;

  guint position;
  PlannerReport *report;
  guint *n_noted;
  GPtrArray *problems;
  gint64 local_s;
  gint64 listed_day_s;
  gint64 day_s;
} PlannerDraftSession;

/* A speaker while a session is read, for planner_builder_take_person(). */
typedef PlannerSpeaker PlannerDraftPerson;

PlannerDraftDay *planner_draft_day_new (const char *date, const char *start, const char *end);
void planner_draft_day_free (PlannerDraftDay *day);
PlannerDraftSession *planner_draft_session_new (const char *where, int day);
void planner_draft_session_free (PlannerDraftSession *draft);
gboolean planner_draft_person_has_role (const PlannerDraftPerson *person);
void planner_draft_person_clear (PlannerDraftPerson *person);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerDraftPerson, planner_draft_person_clear)

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerExportedSession:
 * @agenda: borrowed; the agenda of @session, which is another one if the agenda of the conference lacks the session
 * @session: borrowed
 * @key: borrowed; the key of the session in its conference
 * @withdrawn: whether the schedule dropped the session before it took place
 * @plan_b: whether the session is plan B, so that the attendee may not come
 * @lead_s: the lead time of an alarm in seconds, or %PLANNER_LEAD_NONE
 * @changed_utc: when the last change of the session was found, in seconds since the epoch; 0 if no change is known
 *
 * A session that a calendar has.
 */
typedef struct
{
  const PlannerAgenda *agenda;
  const PlannerSession *session;
  const char *key;
  gboolean withdrawn;
  gboolean plan_b;
  int lead_s;
  gint64 changed_utc;
} PlannerExportedSession;

/**
 * PlannerExportedConference:
 * @agenda: borrowed; the agenda of the conference
 * @sessions: (array length=n_sessions): borrowed
 *
 * Sessions of a conference that a calendar has beside those of others.
 */
typedef struct
{
  const PlannerAgenda *agenda;
  const PlannerExportedSession *sessions;
  guint n_sessions;
} PlannerExportedConference;

char *planner_sessions_to_ical (const PlannerAgenda *agenda,
                                const PlannerExportedSession *sessions,
                                guint n_sessions,
                                gint64 edition_utc,
                                gint64 written_utc);
char *planner_conferences_to_ical (const char *name,
                                   const PlannerExportedConference *conferences,
                                   guint n_conferences,
                                   gint64 written_utc,
                                   guint *n_events);
char *planner_agenda_to_ical (const PlannerAgenda *agenda, gint64 written_utc);

G_END_DECLS

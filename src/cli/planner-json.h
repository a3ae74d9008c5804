/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-report.h"
#include "model/planner-agenda.h"
#include "model/planner-change.h"

G_BEGIN_DECLS

/**
 * PlannerSessionOutput:
 * @key: what the commands take for the session
 * @conference: the title of its conference
 */
typedef struct
{
  const PlannerAgenda *agenda;
  const PlannerSession *session;
  const char *key;
  const char *conference;
  gboolean starred;
  gboolean withdrawn;
  gboolean clashing;
} PlannerSessionOutput;

/**
 * PlannerChangeOutput:
 * @agenda: the newest edition
 * @key: what the commands take for the session
 * @conference: the title of its conference
 */
typedef struct
{
  const PlannerAgenda *agenda;
  const PlannerChange *change;
  const char *key;
  const char *conference;
  gboolean starred;
} PlannerChangeOutput;

char *planner_session_to_json (const PlannerSessionOutput *output);
char *planner_change_to_json (const PlannerChangeOutput *output);
char *planner_import_to_json (const char *key, const char *title, const char *state, gboolean clashing);
char *planner_check_to_json (const char *file,
                             const char *address,
                             const PlannerAgenda *agenda,
                             const PlannerReport *report,
                             const GError *error);

/**
 * PlannerAgendaFacts:
 * @n_forums: how many forums have a session
 * @n_speakers: how many are distinguished by the feed's id, else by name; in merged feeds one id may name several people
 * @first_start_utc: the earliest start, or %PLANNER_TIME_UNKNOWN
 * @last_end_utc: the latest end, or %PLANNER_TIME_UNKNOWN
 */
typedef struct
{
  guint n_forums;
  guint n_speakers;
  gint64 first_start_utc;
  gint64 last_end_utc;
} PlannerAgendaFacts;

PlannerAgendaFacts planner_agenda_get_facts (const PlannerAgenda *agenda);
char *planner_format_utc (gint64 instant_utc);

G_END_DECLS

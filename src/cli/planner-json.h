/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-report.h"
#include "model/planner-agenda.h"
#include "model/planner-change.h"
#include "store/planner-store-backup.h"

G_BEGIN_DECLS

/**
 * PlannerSessionOutput:
 * @key: the session id, which commands take as an argument
 * @conference: the title of its conference
 * @note: (nullable): what the attendee wrote about the session
 * @reminder: (nullable): the lead time of its reminder as the command remind takes it; %NULL if it is not starred or plan B
 * @moment: (nullable): "running" or "next"; %NULL to leave out @moment and @minutes
 * @minutes: how many minutes the session still runs, or until it starts
 */
typedef struct
{
  const PlannerAgenda *agenda;
  const PlannerSession *session;
  const char *key;
  const char *conference;
  const char *note;
  gboolean starred;
  gboolean plan_b;
  gboolean withdrawn;
  gboolean clashing;
  const char *reminder;
  const char *moment;
  int minutes;
} PlannerSessionOutput;

/**
 * PlannerChangeOutput:
 * @agenda: the newest edition
 * @key: the session id, which commands take as an argument
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

/**
 * PlannerConferenceOutput:
 * @number: the store's number of the conference
 * @title: the title that is shown
 * @address: the address of the schedule, without a password
 * @updated_utc: when the last refresh succeeded, in seconds since the epoch; 0 for never
 * @remind: whether to remind of its sessions
 * @result: (nullable): the outcome of the command as one word; %NULL to leave it out
 * @error: (nullable): why it failed
 */
typedef struct
{
  const PlannerAgenda *agenda;
  gint64 number;
  const char *title;
  const char *address;
  gint64 updated_utc;
  guint n_starred;
  gboolean remind;
  const char *result;
  const GError *error;
} PlannerConferenceOutput;

/**
 * PlannerRemindersOutput:
 * @when_closed: whether reminders come while no window is open
 * @at_log_in: (nullable): whether the planner starts at log-in; %NULL if the system does not tell
 * @after_crash: whether the planner is started again after a crash
 * @notifications: whether the system shows notifications of the planner
 * @lead_minutes: the default lead time; negative for none
 */
typedef struct
{
  gboolean when_closed;
  const gboolean *at_log_in;
  gboolean after_crash;
  gboolean notifications;
  int lead_minutes;
} PlannerRemindersOutput;

/**
 * PlannerImportOutput:
 * @key: (nullable): the session id, which commands take as an argument
 * @title: (nullable): the title of the session
 * @state: "added", "starred", "removed" or "missing"
 * @plan_b: whether the session was starred as plan B before
 * @clashing: whether it is at the same time as another starred session
 */
typedef struct
{
  const char *key;
  const char *title;
  const char *state;
  gboolean plan_b;
  gboolean clashing;
} PlannerImportOutput;

char *planner_conference_to_json (const PlannerConferenceOutput *output);
char *planner_reminders_to_json (const PlannerRemindersOutput *output);
char *planner_session_to_json (const PlannerSessionOutput *output);
char *planner_note_to_json (const char *key, const char *note);
char *planner_change_to_json (const PlannerChangeOutput *output);
char *planner_file_to_json (const char *file);
char *planner_calendar_to_json (const char *file, guint n_sessions);
char *planner_sync_to_json (const char *folder, guint n_others, const char *skipped);
char *planner_restore_to_json (const PlannerBackupSummary *summary);
char *planner_import_to_json (const PlannerImportOutput *output);
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

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-reminders.h"
#include "store/planner-store.h"

G_BEGIN_DECLS

/**
 * PlannerStoredReminder:
 * @conference_id: the store's number of the conference
 * @conference_title: (owned): the title of the conference
 * @number: the number of the star, for #PlannerReminderRecord; it stays the same when the session's key changes
 * @key: (owned): the key of the session in the stored agenda
 * @shown_key: (owned) (nullable): the key of the session in the notification that is shown
 * @title: (owned) (nullable): the title of the session
 * @is_going: whether the session is starred and not plan B; %FALSE for a removed star
 * @snapshot: (owned): the session, by planner_agenda_session_to_bytes()
 * @sent: (owned) (element-type PlannerSentReminder): the reminders that were sent
 * @reminder: the facts for planner_reminder_plan() as far as they are stored: without the end of the session, and without a
 *   cancellation that only @snapshot has. Its array sent is borrowed from @sent.
 *
 * A star as far as its reminder is concerned.
 */
typedef struct
{
  gint64 conference_id;
  char *conference_title;
  gint64 number;
  char *key;
  char *shown_key;
  char *title;
  gboolean is_going;
  GBytes *snapshot;
  GArray *sent;
  PlannerReminder reminder;
} PlannerStoredReminder;

void planner_stored_reminder_free (PlannerStoredReminder *stored);
void planner_stored_reminder_set_sent (PlannerStoredReminder *stored,
                                       const PlannerSentReminder *sent,
                                       const char *shown_key);
void planner_stored_reminder_set_withdrawn (PlannerStoredReminder *stored);
void planner_stored_reminder_set_snoozed (PlannerStoredReminder *stored, gint64 now_utc);

/**
 * PlannerReminderRecordKind:
 * @PLANNER_RECORD_SENT: a reminder was sent, which ends a snooze
 * @PLANNER_RECORD_WITHDRAWN: the notification was withdrawn
 * @PLANNER_RECORD_SNOOZED: the attendee snoozed the notification that is shown
 * @PLANNER_RECORD_REFRESHED: a refresh succeeded
 * @PLANNER_RECORD_FAILED: a refresh failed
 */
typedef enum
{
  PLANNER_RECORD_SENT,
  PLANNER_RECORD_WITHDRAWN,
  PLANNER_RECORD_SNOOZED,
  PLANNER_RECORD_REFRESHED,
  PLANNER_RECORD_FAILED,
} PlannerReminderRecordKind;

/**
 * PlannerReminderRecord:
 * @at_utc: when it happened, in seconds since the epoch
 * @conference_id: the conference; not used for sent and withdrawn
 * @number: the number of the star, for sent and withdrawn
 * @key: (owned) (nullable): the key of the session in the notification, for sent and snoozed
 * @start_utc: the start of the session, for sent
 * @lead_s: the lead time in seconds, for sent
 *
 * An event of a reminder or a refresh, to be stored.
 */
typedef struct
{
  PlannerReminderRecordKind kind;
  gint64 at_utc;
  gint64 conference_id;
  gint64 number;
  char *key;
  gint64 start_utc;
  int lead_s;
} PlannerReminderRecord;

void planner_reminder_record_free (PlannerReminderRecord *record);

/**
 * PlannerStoredRefresh:
 * @conference_id: the store's number of the conference
 * @first_utc: when the first session starts, or %PLANNER_TIME_UNKNOWN
 * @last_utc: when the last session ends, or %PLANNER_TIME_UNKNOWN
 * @updated_utc: when the last refresh succeeded; 0 for never
 * @tried_utc: when the last refresh ended, whether it succeeded or failed; 0 for never
 * @failures: the number of failed refreshes since the last that succeeded
 *
 * The refreshes of a conference. Times are in seconds since the epoch.
 */
typedef struct
{
  gint64 conference_id;
  gint64 first_utc;
  gint64 last_utc;
  gint64 updated_utc;
  gint64 tried_utc;
  guint failures;
} PlannerStoredRefresh;

GPtrArray *planner_store_list_reminders (PlannerStore *self, GError **error);
GArray *planner_store_list_refreshes (PlannerStore *self, GError **error);
gboolean planner_store_write_reminder_records (PlannerStore *self, GPtrArray *records, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerStoredReminder, planner_stored_reminder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerReminderRecord, planner_reminder_record_free)

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-reminders.h"
#include "store/planner-store.h"

G_BEGIN_DECLS

/**
 * PlannerStoredReminder:
 * @conference_id: of the conference
 * @conference_title: (owned):
 * @number: of the star, for #PlannerReminderMark; never another session's, whatever its key becomes
 * @key: (owned): of the session in the stored agenda
 * @shown_key: (owned) (nullable): the key under which a notification is shown
 * @title: (owned) (nullable): of the session
 * @is_starred: %FALSE for what is only remembered of a star that was taken away
 * @snapshot: (owned): of the session: planner_agenda_session_to_bytes()
 * @told: (owned) (element-type PlannerTold):
 * @reminder: as stored; its end and what @snapshot says of a cancellation are not filled in, and told is borrowed
 */
typedef struct
{
  gint64 conference_id;
  char *conference_title;
  gint64 number;
  char *key;
  char *shown_key;
  char *title;
  gboolean is_starred;
  GBytes *snapshot;
  GArray *told;
  PlannerReminder reminder;
} PlannerStoredReminder;

void planner_stored_reminder_free (PlannerStoredReminder *stored);
void planner_stored_reminder_set_told (PlannerStoredReminder *stored,
                                       const PlannerTold *told,
                                       const char *shown_key);
void planner_stored_reminder_set_withdrawn (PlannerStoredReminder *stored);
void planner_stored_reminder_set_snoozed (PlannerStoredReminder *stored, gint64 now_utc);

/**
 * PlannerReminderMarkKind:
 * @PLANNER_MARK_TOLD: a reminder was shown; what was snoozed is no longer
 * @PLANNER_MARK_WITHDRAWN: nothing is shown any more
 * @PLANNER_MARK_SNOOZED: what is shown is to come again
 * @PLANNER_MARK_REFRESHED: a refresh worked
 * @PLANNER_MARK_FAILED: a refresh failed
 */
typedef enum
{
  PLANNER_MARK_TOLD,
  PLANNER_MARK_WITHDRAWN,
  PLANNER_MARK_SNOOZED,
  PLANNER_MARK_REFRESHED,
  PLANNER_MARK_FAILED,
} PlannerReminderMarkKind;

/**
 * PlannerReminderMark:
 * @at_utc: when it happened
 * @conference_id: not for told and withdrawn
 * @number: of the star, for told and withdrawn
 * @key: (owned) (nullable): under which it is shown, for told and snoozed
 * @start_utc: for told
 * @lead_s: for told
 *
 * Something that has happened with a reminder or a refresh and is to be kept.
 */
typedef struct
{
  PlannerReminderMarkKind kind;
  gint64 at_utc;
  gint64 conference_id;
  gint64 number;
  char *key;
  gint64 start_utc;
  int lead_s;
} PlannerReminderMark;

void planner_reminder_mark_free (PlannerReminderMark *mark);

/**
 * PlannerStoredRefresh:
 * @first_utc: when the first session starts, or %PLANNER_TIME_UNKNOWN
 * @last_utc: when the last one ends, or %PLANNER_TIME_UNKNOWN
 * @updated_utc: as of #PlannerConferenceRecord
 * @tried_utc: when the last refresh ended, well or not; 0 for never
 * @failures: how many refreshes have failed since the last one that did not
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
gboolean planner_store_write_marks (PlannerStore *self, GPtrArray *marks, GError **error);
gboolean planner_store_get_lead (PlannerStore *self, gint64 id, const char *key, int *lead_s, GError **error);
gboolean planner_store_set_lead (PlannerStore *self, gint64 id, const char *key, int lead_s, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerStoredReminder, planner_stored_reminder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerReminderMark, planner_reminder_mark_free)

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/planner-store-reminders.h"

G_BEGIN_DECLS

/**
 * PlannerNextRefresh:
 * @next_utc: when the conference is next refreshed, or %PLANNER_NEVER
 */
typedef struct
{
  gint64 conference_id;
  gint64 next_utc;
} PlannerNextRefresh;

/**
 * PlannerReminderPass:
 * @store: (owned):
 * @records: (owned) (element-type PlannerReminderRecord): what happened since the last pass, to be written first
 * @now_utc: the current time in seconds since the epoch
 * @default_lead_s: the lead time of sessions without one of their own
 * @metered: whether the network connection is metered
 * @refresh_on_metered: whether schedules are refreshed on a metered connection
 * @salt: a random number that stays the same for one scheduler
 * @recorded_utc: the latest time at which the store has recorded a refresh that worked, a reminder or a star
 * @are_records_written: whether @records were written; if not, the results below still take them into account
 * @due: (owned) (element-type PlannerDueReminder): reminders to show now, by start
 * @shown_records: (owned) (element-type PlannerReminderRecord): one for each of @due, to write after it was shown
 * @stale_ids: (owned): session ids of the notifications to withdraw
 * @withdrawn_records: (owned) (element-type PlannerReminderRecord): to write after @stale_ids were withdrawn
 * @shown_ids: (owned): session ids of the notifications that stay on screen
 * @remind_utc: when the next reminder is due, or %PLANNER_NEVER
 * @next_utc: when the next pass is needed for reminders, or %PLANNER_NEVER
 * @has_pending: whether a reminder may still become due, or a notification is to be withdrawn later
 * @refreshes: (owned) (element-type PlannerNextRefresh): one for each conference
 *
 * One pass over the store: it writes what has happened, reads all reminders and refreshes, and plans what to do next.
 */
typedef struct
{
  PlannerStore *store;
  GPtrArray *records;
  gint64 now_utc;
  int default_lead_s;
  gboolean metered;
  gboolean refresh_on_metered;
  guint32 salt;

  gint64 recorded_utc;
  gboolean are_records_written;
  GPtrArray *due;
  GPtrArray *shown_records;
  GPtrArray *stale_ids;
  GPtrArray *withdrawn_records;
  GHashTable *shown_ids;
  gint64 remind_utc;
  gint64 next_utc;
  gboolean has_pending;
  GArray *refreshes;
} PlannerReminderPass;

PlannerReminderPass *planner_reminder_pass_new (PlannerStore *store, GPtrArray *records);
void planner_reminder_pass_free (PlannerReminderPass *pass);
gboolean planner_reminder_pass_run (PlannerReminderPass *pass, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerReminderPass, planner_reminder_pass_free)

G_END_DECLS

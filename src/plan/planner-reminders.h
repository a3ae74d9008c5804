/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-lead.h"
#include "model/planner-time.h"

G_BEGIN_DECLS

/**
 * PlannerSentReminder:
 * @start_utc: the start of the session, as it was when the reminder was sent
 * @lead_s: the lead time of the reminder
 * @sent_utc: when the reminder was sent, by the clock at that time
 *
 * A reminder that was sent. A session, its start and a lead time identify a reminder.
 */
typedef struct
{
  gint64 start_utc;
  int lead_s;
  gint64 sent_utc;
} PlannerSentReminder;

/**
 * PlannerReminder:
 * @start_utc: the start of the session, or %PLANNER_TIME_UNKNOWN
 * @end_utc: the end of the session, not before @start_utc
 * @off: whether the session is cancelled, withdrawn, plan B or no longer starred
 * @planned_utc: when the attendee starred the session, or when it moved to @start_utc
 * @lead_s: in seconds, %PLANNER_LEAD_NONE or %PLANNER_LEAD_DEFAULT
 * @snoozed_until_utc: when to send the snoozed reminder again, or %PLANNER_NEVER
 * @snoozed_start_utc: the start of the session when the reminder was snoozed
 * @shown_start_utc: the start in the notification that is shown, or %PLANNER_TIME_UNKNOWN if none is shown
 * @sent: (array length=n_sent): the reminders that were sent
 *
 * The facts that decide when to remind of a session. Times are in seconds since the epoch.
 */
typedef struct
{
  gint64 start_utc;
  gint64 end_utc;
  gboolean off;
  gint64 planned_utc;
  int lead_s;
  gint64 snoozed_until_utc;
  gint64 snoozed_start_utc;
  gint64 shown_start_utc;
  const PlannerSentReminder *sent;
  guint n_sent;
} PlannerReminder;

/**
 * PlannerReminderPlan:
 * @lead_s: the lead time in force, in seconds
 * @is_due: whether to send the reminder now
 * @is_late: whether the reminder is due and the session started a minute ago or earlier
 * @is_stale: whether to withdraw the notification that is shown
 * @is_missed: whether the session is over by the clock, and the reminder was not sent
 * @remind_utc: when to send the reminder, if not now; or %PLANNER_NEVER
 * @next_utc: when to plan again: @remind_utc or the end of the session that is shown; or %PLANNER_NEVER
 *
 * The next step for the reminder of a session.
 */
typedef struct
{
  int lead_s;
  gboolean is_due;
  gboolean is_late;
  gboolean is_stale;
  gboolean is_missed;
  gint64 remind_utc;
  gint64 next_utc;
} PlannerReminderPlan;

PlannerReminderPlan
planner_reminder_plan (const PlannerReminder *reminder, int default_lead_s, gint64 now_utc);
gint64 planner_reminder_snooze (gint64 start_utc, gint64 now_utc);

G_END_DECLS

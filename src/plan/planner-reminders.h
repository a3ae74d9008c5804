/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lead times are in seconds, or one of these. */
#define PLANNER_LEAD_NONE (-1)
#define PLANNER_LEAD_DEFAULT (-2)

/* No instant at all. */
#define PLANNER_NEVER G_MAXINT64

/**
 * PlannerTold:
 * @start_utc: of the session, as it was told
 * @lead_s: that it was told with
 * @told_utc: when it was told, by the clock of that time
 *
 * A reminder that was shown. A reminder is a session, its start and a lead time.
 */
typedef struct
{
  gint64 start_utc;
  int lead_s;
  gint64 told_utc;
} PlannerTold;

/**
 * PlannerReminder:
 * @start_utc: or %PLANNER_TIME_UNKNOWN
 * @end_utc: not before @start_utc
 * @off: it is cancelled, withdrawn or no longer starred
 * @planned_utc: since when the attendee has it with this start
 * @lead_s: seconds, %PLANNER_LEAD_NONE or %PLANNER_LEAD_DEFAULT
 * @snoozed_until_utc: when it is to be told again, or %PLANNER_NEVER
 * @snoozed_start_utc: the start that it was snoozed with
 * @shown_start_utc: the start that a notification now says, or %PLANNER_TIME_UNKNOWN where none is shown
 * @told: (array length=n_told): what was told of it
 *
 * What the plan has to know of a session.
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
  const PlannerTold *told;
  guint n_told;
} PlannerReminder;

/**
 * PlannerReminderPlan:
 * @lead_s: the lead time in force; only where @is_due or @remind_utc is an instant
 * @is_due: to be told now
 * @is_late: it has started for a minute or longer already: to be told as such
 * @is_stale: what is shown is to be taken away
 * @remind_utc: when it is to be told, if not now; or %PLANNER_NEVER
 * @next_utc: when this plan is to be looked at again: @remind_utc, or the end of what is shown; or %PLANNER_NEVER
 */
typedef struct
{
  int lead_s;
  gboolean is_due;
  gboolean is_late;
  gboolean is_stale;
  gint64 remind_utc;
  gint64 next_utc;
} PlannerReminderPlan;

PlannerReminderPlan
planner_reminder_plan (const PlannerReminder *reminder, int default_lead_s, gint64 now_utc);
gint64 planner_reminder_snooze (gint64 start_utc, gint64 now_utc);

G_END_DECLS

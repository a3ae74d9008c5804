/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When to remind of a session. The record of sent reminders prevents a second one, rather than the time of the last look at
 * the plan, because clocks are set, computers sleep and programs end at any time.
 */

#include "plan/planner-reminders.h"

#include "plan/planner-phase.h"

/* A reminder within a minute after the start is not late. */
#define MINUTE_S 60
#define SNOOZE_S (5 * 60)

static gint64
get_over_utc (const PlannerReminder *reminder)
{
  return planner_phase_get_over_utc (reminder->start_utc, reminder->end_utc);
}

/*
 * A notification sent at or after @instant_utc counts as the reminder, also with another lead time. Therefore a new lead time
 * causes a second reminder only if its time is still to come. A sent reminder counts even if the clock is set back.
 */
static gboolean
was_sent (const PlannerReminder *reminder, gint64 instant_utc)
{
  for (guint i = 0; i < reminder->n_sent; i++)
    {
      const PlannerSentReminder *sent = &reminder->sent[i];

      if (sent->start_utc == reminder->start_utc && sent->sent_utc >= instant_utc)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_snoozed (const PlannerReminder *reminder)
{
  return reminder->snoozed_until_utc != PLANNER_NEVER && reminder->snoozed_start_utc == reminder->start_utc;
}

/* Returns: when the reminder is due, which may be in the past; or %PLANNER_NEVER */
static gint64
find_instant (const PlannerReminder *reminder, int lead_s)
{
  const gint64 instant_utc = planner_time_add (reminder->start_utc, -(gint64) lead_s);

  if (is_snoozed (reminder))
    return MIN (reminder->snoozed_until_utc, reminder->start_utc);

  return was_sent (reminder, instant_utc) ? PLANNER_NEVER : instant_utc;
}

/* The attendee who stars a running session needs no reminder of it. Neither does a session that moves to a start in the
 * past. */
static gboolean
is_wanted (const PlannerReminder *reminder, gint64 now_utc)
{
  return reminder->start_utc > now_utc || reminder->planned_utc <= reminder->start_utc;
}

static void
plan_next (const PlannerReminder *reminder, PlannerReminderPlan *plan, gint64 now_utc)
{
  const gint64 instant_utc = find_instant (reminder, plan->lead_s);

  if (instant_utc > now_utc)
    plan->remind_utc = instant_utc;
  else
    plan->is_due = is_wanted (reminder, now_utc);
  plan->is_late = plan->is_due && now_utc >= planner_time_add (reminder->start_utc, MINUTE_S);
}

/**
 * planner_reminder_plan:
 * @default_lead_s: the lead time for sessions without one of their own: in seconds, or %PLANNER_LEAD_NONE
 * @now_utc: the current time, in seconds since the epoch
 *
 * Each reminder is due once, from the lead time before the start of the session. After the start it is due only if it was
 * planned before, and it is not due when the session is over. A reminder that is due replaces the notification that is
 * shown, which is then not stale.
 *
 * Returns: the plan
 */
PlannerReminderPlan
planner_reminder_plan (const PlannerReminder *reminder, int default_lead_s, gint64 now_utc)
{
  PlannerReminderPlan plan = { .lead_s = reminder->lead_s,
                               .remind_utc = PLANNER_NEVER,
                               .next_utc = PLANNER_NEVER };
  const gboolean is_shown = reminder->shown_start_utc != PLANNER_TIME_UNKNOWN;
  gboolean is_planned, is_open;

  if (plan.lead_s == PLANNER_LEAD_DEFAULT)
    plan.lead_s = default_lead_s;
  is_planned = !reminder->off && plan.lead_s >= 0 && reminder->start_utc != PLANNER_TIME_UNKNOWN;
  is_open = is_planned && now_utc < get_over_utc (reminder);

  if (is_open)
    plan_next (reminder, &plan, now_utc);
  plan.is_missed = is_planned && !is_open && find_instant (reminder, plan.lead_s) != PLANNER_NEVER;
  plan.is_stale = is_shown && !plan.is_due && (!is_open || reminder->shown_start_utc != reminder->start_utc);
  plan.next_utc = plan.remind_utc;
  if (is_shown && !plan.is_stale && !plan.is_due)
    plan.next_utc = MIN (plan.next_utc, get_over_utc (reminder));

  return plan;
}

/**
 * planner_reminder_snooze:
 *
 * @start_utc: the start of the session, or %PLANNER_TIME_UNKNOWN
 *
 * Returns: when to send a reminder again that is snoozed now: in five minutes, but not after the start; or %PLANNER_NEVER
 *   if the session has started
 */
gint64
planner_reminder_snooze (gint64 start_utc, gint64 now_utc)
{
  if (start_utc == PLANNER_TIME_UNKNOWN || start_utc <= now_utc)
    return PLANNER_NEVER;

  return MIN (planner_time_add (now_utc, SNOOZE_S), start_utc);
}

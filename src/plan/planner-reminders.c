/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When an attendee is to be told of a session. What was told is what keeps reminders from coming twice: not when the plan
 * was last looked at, as clocks are set, computers sleep and programs end at any time.
 */

#include "plan/planner-reminders.h"

#include "model/planner-agenda.h"

/* Within it, a session is said to start now: nobody is late who is told of it. */
#define MINUTE_S 60
#define SNOOZE_S (5 * 60)

/* Those without a duration run for a minute, so that a reminder at the start is not past before it is shown. */
static gint64
get_over_utc (const PlannerReminder *reminder)
{
  return MAX (reminder->end_utc, planner_time_add (reminder->start_utc, MINUTE_S));
}

/*
 * A word at the instant or later is the reminder; whoever then chooses another lead time is told again only where its
 * instant is still to come. Times are by the clock of the time, as what was told stays told.
 */
static gboolean
was_told (const PlannerReminder *reminder, gint64 instant_utc)
{
  for (guint i = 0; i < reminder->n_told; i++)
    {
      const PlannerTold *told = &reminder->told[i];

      if (told->start_utc == reminder->start_utc && told->told_utc >= instant_utc)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_snoozed (const PlannerReminder *reminder)
{
  return reminder->snoozed_until_utc != PLANNER_NEVER && reminder->snoozed_start_utc == reminder->start_utc;
}

/* Returns: when it is to be told, be that past; or %PLANNER_NEVER */
static gint64
find_instant (const PlannerReminder *reminder, int lead_s)
{
  const gint64 instant_utc = planner_time_add (reminder->start_utc, -(gint64) lead_s);

  if (is_snoozed (reminder))
    return MIN (reminder->snoozed_until_utc, reminder->start_utc);

  return was_told (reminder, instant_utc) ? PLANNER_NEVER : instant_utc;
}

/* Who stars what already runs, or sees it moved there, knows that it runs. */
static gboolean
is_worth_telling (const PlannerReminder *reminder, gint64 now_utc)
{
  return reminder->start_utc > now_utc || reminder->planned_utc <= reminder->start_utc;
}

static void
plan_next_word (const PlannerReminder *reminder, PlannerReminderPlan *plan, gint64 now_utc)
{
  const gint64 instant_utc = find_instant (reminder, plan->lead_s);

  if (instant_utc > now_utc)
    plan->remind_utc = instant_utc;
  else
    plan->is_due = is_worth_telling (reminder, now_utc);
  plan->is_late = plan->is_due && now_utc >= planner_time_add (reminder->start_utc, MINUTE_S);
}

/**
 * planner_reminder_plan:
 * @reminder: a session with what is known of its reminders
 * @default_lead_s: in seconds, or %PLANNER_LEAD_NONE to remind of nothing that has no lead time of its own
 * @now_utc: what the clock shows
 *
 * Each reminder is due once: from the session's start less the lead time on, or from when it is known; after the start
 * only where it was planned before, and never when the session is over. What was told stays told when the clock is set
 * back. A reminder that is due takes the place of what is shown, which is then not stale.
 */
PlannerReminderPlan
planner_reminder_plan (const PlannerReminder *reminder, int default_lead_s, gint64 now_utc)
{
  PlannerReminderPlan plan = { .lead_s = reminder->lead_s,
                               .remind_utc = PLANNER_NEVER,
                               .next_utc = PLANNER_NEVER };
  const gboolean is_shown = reminder->shown_start_utc != PLANNER_TIME_UNKNOWN;
  gboolean is_open;

  if (plan.lead_s == PLANNER_LEAD_DEFAULT)
    plan.lead_s = default_lead_s;
  is_open = !reminder->off && plan.lead_s >= 0 && reminder->start_utc != PLANNER_TIME_UNKNOWN &&
            now_utc < get_over_utc (reminder);

  if (is_open)
    plan_next_word (reminder, &plan, now_utc);
  plan.is_stale = is_shown && !plan.is_due && (!is_open || reminder->shown_start_utc != reminder->start_utc);
  plan.next_utc = plan.remind_utc;
  if (is_shown && !plan.is_stale && !plan.is_due)
    plan.next_utc = MIN (plan.next_utc, get_over_utc (reminder));

  return plan;
}

/**
 * planner_reminder_snooze:
 *
 * Returns: when a reminder is to come again that is put off now: in five minutes, but not past the start;
 * %PLANNER_NEVER where the session has started
 */
gint64
planner_reminder_snooze (gint64 start_utc, gint64 now_utc)
{
  if (start_utc == PLANNER_TIME_UNKNOWN || start_utc <= now_utc)
    return PLANNER_NEVER;

  return MIN (planner_time_add (now_utc, SNOOZE_S), start_utc);
}

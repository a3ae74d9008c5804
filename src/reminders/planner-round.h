/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-due-reminder.h"
#include "store/planner-store-reminders.h"

G_BEGIN_DECLS

/**
 * PlannerNextRefresh:
 * @next_utc: when the conference is to be refreshed; or %PLANNER_NEVER
 */
typedef struct
{
  gint64 conference_id;
  gint64 next_utc;
} PlannerNextRefresh;

/**
 * PlannerRound:
 * @store: (owned):
 * @marks: (owned) (element-type PlannerReminderMark): what has happened and is not written yet
 * @now_utc: what the clock shows
 * @default_lead_s: as of #PlannerScheduler
 * @metered: likewise
 * @refresh_on_metered: likewise
 * @salt: at random, but always the same of one scheduler
 * @are_marks_written: whether @marks are in the store now; what follows heeds them in either case
 * @due: (owned) (element-type PlannerDueReminder): to be told, by start
 * @told_marks: (owned) (element-type PlannerReminderMark): to be written once @due were told, one for each
 * @stale_ids: (owned): of what is to be withdrawn
 * @stale_marks: (owned) (element-type PlannerReminderMark): to be written once these are
 * @shown_ids: (owned): of what is shown, these not among them
 * @remind_utc: when the next reminder comes, or %PLANNER_NEVER
 * @next_utc: when to plan again for the reminders' sake, or %PLANNER_NEVER
 * @waits: whether a reminder may still come, or something that is shown is to be withdrawn
 * @refreshes: (owned) (element-type PlannerNextRefresh): of all conferences
 *
 * One look at the store: what has happened is written, all is read, and what is to be done is planned.
 */
typedef struct
{
  PlannerStore *store;
  GPtrArray *marks;
  gint64 now_utc;
  int default_lead_s;
  gboolean metered;
  gboolean refresh_on_metered;
  guint32 salt;

  gboolean are_marks_written;
  GPtrArray *due;
  GPtrArray *told_marks;
  GPtrArray *stale_ids;
  GPtrArray *stale_marks;
  GHashTable *shown_ids;
  gint64 remind_utc;
  gint64 next_utc;
  gboolean waits;
  GArray *refreshes;
} PlannerRound;

PlannerRound *planner_round_new (PlannerStore *store, GPtrArray *marks);
void planner_round_free (PlannerRound *round);
gboolean planner_round_run (PlannerRound *round, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerRound, planner_round_free)

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-due-reminder.h"
#include "words/planner-change-words.h"

G_BEGIN_DECLS

/* There is one summary at a time, so that it can be withdrawn by a process that has not sent it. */
#define PLANNER_SUMMARY_ID "reminders"

/* More reminders than this at one time are told in one summary. */
#define PLANNER_NOTICE_MAX_SINGLE 3

/**
 * PlannerNotice:
 * @id: the notification's; a later one of the same id replaces it
 * @title: plain text
 * @body: plain text
 * @action: what a click on it does: the detailed name of an action of the application without its target
 * @target: (nullable): of @action
 * @snooze: (nullable): the target of app.snooze, where there is time for it
 * @link: (nullable): the target of app.open-link
 * @reminders: (array zero-terminated=1): the ids of the reminders that it tells
 *
 * What a notification says and does.
 */
typedef struct
{
  char *id;
  char *title;
  char *body;
  const char *action;
  char *target;
  char *snooze;
  char *link;
  GStrv reminders;
  gboolean pressing;
} PlannerNotice;

void planner_notice_free (PlannerNotice *notice);

GPtrArray *planner_notices_for_reminders (GPtrArray *due, gint64 now_utc);
PlannerNotice *
planner_notice_for_changes (gint64 conference_id, GPtrArray *changes, const PlannerClock *clock);
PlannerNotice *planner_notice_for_test (int lead_minutes);

char *planner_notice_format_time (gint64 start_utc, gint64 now_utc);
gboolean planner_notice_is_web_link (const char *uri);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerNotice, planner_notice_free)

G_END_DECLS

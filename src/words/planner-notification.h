/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-due-reminder.h"
#include "words/planner-change-words.h"

G_BEGIN_DECLS

/* More reminders than this of one conference at one time become one summary. */
#define PLANNER_NOTIFICATION_MAX_SINGLE 3

/**
 * PlannerNotificationClock:
 * @local: (borrowed): the zone of the computer
 * @shows_local: whether times are shown in @local; otherwise in the zone of the venue
 * @twelve_hours: whether times are shown with AM and PM
 *
 * How notifications show times. They name the zone of a time where it differs from that of the computer.
 */
typedef struct
{
  GTimeZone *local;
  gboolean shows_local;
  gboolean twelve_hours;
} PlannerNotificationClock;

/**
 * PlannerNotification:
 * @id: the id of the notification; a later one with the same id replaces it
 * @title: plain text
 * @body: plain text; line breaks may be shown as spaces
 * @action: the detailed name, without target, of the application's action that a click activates
 * @target: (nullable): the target of @action
 * @snooze: (nullable): the target of app.snooze; %NULL for no such button
 * @link: (nullable): the target of app.open-link; %NULL for no such button
 * @reminders: (array zero-terminated=1): the session ids of the reminders that it shows
 * @is_summary: whether it shows all reminders of one conference that are due at one time
 * @is_urgent: whether its priority is high
 *
 * The text, actions and priority of a notification.
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
  gboolean is_summary;
  gboolean is_urgent;
} PlannerNotification;

void planner_notification_free (PlannerNotification *notification);

GPtrArray *
planner_notifications_for_reminders (GPtrArray *due, gint64 now_utc, const PlannerNotificationClock *clock);
PlannerNotification *planner_notification_for_changes (gint64 conference_id,
                                                       GPtrArray *changes,
                                                       GTimeZone *venue,
                                                       const PlannerNotificationClock *clock);
PlannerNotification *
planner_notification_for_test (int lead_minutes, gint64 now_utc, const PlannerNotificationClock *clock);

char *planner_notification_dup_summary_id (gint64 conference_id);
gboolean planner_notification_is_web_link (const char *uri);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerNotification, planner_notification_free)

G_END_DECLS

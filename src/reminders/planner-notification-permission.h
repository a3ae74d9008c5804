/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerNotificationPermission:
 * @PLANNER_NOTIFICATIONS_UNKNOWN: the planner cannot find out
 * @PLANNER_NOTIFICATIONS_ON: the desktop shows notifications of the planner
 * @PLANNER_NOTIFICATIONS_OFF: the attendee switched them off in the settings of the desktop
 */
typedef enum
{
  PLANNER_NOTIFICATIONS_UNKNOWN,
  PLANNER_NOTIFICATIONS_ON,
  PLANNER_NOTIFICATIONS_OFF,
} PlannerNotificationPermission;

PlannerNotificationPermission planner_notification_permission_read (void);

G_END_DECLS

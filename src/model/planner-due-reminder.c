/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-due-reminder.h"

void
planner_due_reminder_free (PlannerDueReminder *due)
{
  g_free (due->id);
  g_free (due->key);
  g_free (due->conference_title);
  g_clear_pointer (&due->agenda, planner_agenda_unref);
  g_free (due);
}

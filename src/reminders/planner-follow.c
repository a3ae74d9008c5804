/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reminders/planner-follow.h"

static void
state_changed_cb (PlannerReminderService *self, GParamSpec *pspec, PlannerConference *conference)
{
  if (planner_conference_get_state (conference) == PLANNER_CONFERENCE_IDLE)
    planner_reminder_service_refreshed (self, planner_conference_get_id (conference),
                                        planner_conference_get_error (conference) == NULL);
}

static void
follow (PlannerReminderService *self, PlannerConference *conference)
{
  g_signal_connect_object (conference, "notify::n-going", G_CALLBACK (planner_reminder_service_replan), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (conference, "star-changed", G_CALLBACK (planner_reminder_service_replan), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (conference, "notify::agenda", G_CALLBACK (planner_reminder_service_replan), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (conference, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
conferences_changed_cb (PlannerReminderService *self,
                        guint position,
                        guint n_removed,
                        guint n_added,
                        GListModel *library)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (library, i);

      follow (self, conference);
    }
  planner_reminder_service_replan (self);
}

/**
 * planner_reminder_service_follow:
 * @library: a loaded library
 *
 * Plans reminders again whenever stars, degrees, lead times or agendas of @library change, and reports each refresh that ends.
 */
void
planner_reminder_service_follow (PlannerReminderService *self, PlannerLibrary *library)
{
  GListModel *conferences;

  g_return_if_fail (PLANNER_IS_REMINDER_SERVICE (self) && PLANNER_IS_LIBRARY (library));

  conferences = G_LIST_MODEL (library);
  conferences_changed_cb (self, 0, 0, g_list_model_get_n_items (conferences), conferences);
  g_signal_connect_object (library, "items-changed", G_CALLBACK (conferences_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-conference-stars.h"

#include "model/planner-note.h"

/**
 * planner_conference_set_starred_async:
 * @entry: an entry of this conference
 * @starred: whether to star it
 *
 * Adds or removes a star. A session that is starred is not plan B afterwards. A removed star keeps its note and its lead time
 * for when the session is starred again.
 */
void
planner_conference_set_starred_async (PlannerConference *self,
                                      PlannerEntry *entry,
                                      gboolean starred,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  PlannerStarChange *change;

  g_return_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry));

  change =
      planner_conference_make_star_change (self,
                                           starred ? PLANNER_STAR_CHANGE_ADD : PLANNER_STAR_CHANGE_REMOVE,
                                           entry);
  planner_conference_change_star_async (self, change, cancellable, callback, user_data);
}

gboolean
planner_conference_set_starred_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * planner_conference_set_plan_b_async:
 * @entry: an entry of this conference
 * @plan_b: whether it becomes plan B; %FALSE if the attendee is going
 *
 * Chooses between plan B and going, and stars the session if it is not starred.
 */
void
planner_conference_set_plan_b_async (PlannerConference *self,
                                     PlannerEntry *entry,
                                     gboolean plan_b,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  PlannerStarChange *change;

  g_return_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry));

  change = planner_conference_make_star_change (self, PLANNER_STAR_CHANGE_PLAN_B, entry);
  change->plan_b = plan_b;
  planner_conference_change_star_async (self, change, cancellable, callback, user_data);
}

gboolean
planner_conference_set_plan_b_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * planner_conference_set_note_async:
 * @entry: an entry of this conference
 * @note: (nullable): what the attendee wrote, see planner_note_clean(); an empty one removes the note
 *
 * Changes the note of a session. A session that gets a note is starred if it is not starred.
 */
void
planner_conference_set_note_async (PlannerConference *self,
                                   PlannerEntry *entry,
                                   const char *note,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  PlannerStarChange *change;

  g_return_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry));

  change = planner_conference_make_star_change (self, PLANNER_STAR_CHANGE_NOTE, entry);
  change->note = planner_note_clean (note);
  planner_conference_change_star_async (self, change, cancellable, callback, user_data);
}

gboolean
planner_conference_set_note_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * planner_conference_set_lead_async:
 * @entry: a starred entry of this conference
 * @lead_s: the lead time of its reminder: in seconds, %PLANNER_LEAD_NONE or %PLANNER_LEAD_DEFAULT
 *
 * Changes the lead time of a session.
 */
void
planner_conference_set_lead_async (PlannerConference *self,
                                   PlannerEntry *entry,
                                   int lead_s,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  PlannerStarChange *change;

  g_return_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry));

  change = planner_conference_make_star_change (self, PLANNER_STAR_CHANGE_LEAD, entry);
  change->lead_s = lead_s;
  planner_conference_change_star_async (self, change, cancellable, callback, user_data);
}

gboolean
planner_conference_set_lead_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-my-moment.h"

#include "library/planner-conference-clashes.h"
#include "plan/planner-moment.h"

/**
 * planner_entry_takes_place:
 *
 * Returns: whether the session is neither withdrawn nor cancelled
 */
gboolean
planner_entry_takes_place (PlannerEntry *entry)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (entry), FALSE);

  return !planner_entry_get_withdrawn (entry) && !planner_entry_get_session (entry)->cancelled;
}

/**
 * planner_conference_list_my_moment:
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: (transfer full) (element-type PlannerEntry): the sessions where the attendee is going: those that run, and those that
 *   start first after them
 */
GPtrArray *
planner_conference_list_my_moment (PlannerConference *conference, gint64 now_utc)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *starred;
  gint64 next_utc = PLANNER_TIME_UNKNOWN;

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (conference), entries);

  starred = planner_conference_get_starred (conference);
  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (starred, i);
      const PlannerSession *session = planner_entry_get_session (entry);
      const PlannerMoment moment = planner_session_get_moment (session, now_utc);

      if (!planner_entry_is_going (entry) || !planner_entry_takes_place (entry) ||
          (moment != PLANNER_MOMENT_RUNNING && moment != PLANNER_MOMENT_BEFORE))
        continue;
      if (moment == PLANNER_MOMENT_BEFORE && next_utc == PLANNER_TIME_UNKNOWN)
        next_utc = session->start_utc;
      if (moment == PLANNER_MOMENT_RUNNING || session->start_utc == next_utc)
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }

  return entries;
}

static void
add_on_day (GPtrArray *sessions, GListModel *starred, const char *date, gboolean with_plan_b)
{
  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (starred, i);

      if ((with_plan_b || planner_entry_is_going (entry)) && !planner_entry_is_absent (entry) &&
          g_str_equal (planner_entry_get_day (entry)->date, date))
        g_ptr_array_add (sessions, (gpointer) planner_entry_get_session (entry));
    }
}

/**
 * planner_conference_list_my_day:
 * @date: a date as in #PlannerDay
 * @with_plan_b: whether to list the plan B of @conference too
 *
 * Returns: (transfer container) (element-type PlannerSession): the sessions on a day where the attendee is going, in all
 *   conferences; those of @conference come last
 */
GPtrArray *
planner_conference_list_my_day (PlannerConference *conference, const char *date, gboolean with_plan_b)
{
  GPtrArray *sessions = g_ptr_array_new ();
  g_autoptr (GPtrArray) elsewhere = NULL;

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (conference) && date != NULL, sessions);

  elsewhere = planner_conference_list_elsewhere (conference);
  for (guint i = 0; i < elsewhere->len; i++)
    add_on_day (sessions, ((const PlannerElsewhere *) g_ptr_array_index (elsewhere, i))->starred, date,
                FALSE);
  add_on_day (sessions, planner_conference_get_starred (conference), date, with_plan_b);

  return sessions;
}

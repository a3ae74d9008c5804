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

/* @date: (nullable): adds only sessions on this day */
static void
add_going (GPtrArray *entries, GListModel *starred, const char *date, gint64 now_utc)
{
  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (starred, i);
      const PlannerMoment moment = planner_session_get_moment (planner_entry_get_session (entry), now_utc);

      if (planner_entry_is_going (entry) && planner_entry_takes_place (entry) &&
          (moment == PLANNER_MOMENT_RUNNING || moment == PLANNER_MOMENT_BEFORE) &&
          (!date || g_str_equal (planner_entry_get_day (entry)->date, date)))
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const gint64 start_a = planner_entry_get_session (*(PlannerEntry *const *) a)->start_utc;
  const gint64 start_b = planner_entry_get_session (*(PlannerEntry *const *) b)->start_utc;

  return (start_a > start_b) - (start_a < start_b);
}

/* @entries: in the order of their starts */
static void
remove_later_ones (GPtrArray *entries, gint64 now_utc)
{
  gint64 next_utc = PLANNER_TIME_UNKNOWN;

  for (guint i = 0; i < entries->len; i++)
    {
      const PlannerSession *session = planner_entry_get_session (g_ptr_array_index (entries, i));

      if (planner_session_get_moment (session, now_utc) == PLANNER_MOMENT_RUNNING)
        continue;
      if (next_utc == PLANNER_TIME_UNKNOWN)
        next_utc = session->start_utc;
      if (session->start_utc != next_utc)
        g_ptr_array_set_size (entries, (int) i);
    }
}

/**
 * planner_conference_list_my_moment:
 * @date: (nullable): a date as in #PlannerDay, to list the sessions of other conferences on this day too
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: (transfer full) (element-type PlannerEntry): the sessions where the attendee is going: those that run, and those that
 *   start first after them, in the order of their starts
 */
GPtrArray *
planner_conference_list_my_moment (PlannerConference *conference, const char *date, gint64 now_utc)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) elsewhere = NULL;

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (conference), entries);

  add_going (entries, planner_conference_get_starred (conference), NULL, now_utc);
  elsewhere = date ? planner_conference_list_elsewhere (conference) : NULL;
  for (guint i = 0; elsewhere && i < elsewhere->len; i++)
    add_going (entries, ((const PlannerElsewhere *) g_ptr_array_index (elsewhere, i))->starred, date,
               now_utc);
  g_ptr_array_sort (entries, compare_starts);
  remove_later_ones (entries, now_utc);

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

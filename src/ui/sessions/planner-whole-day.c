/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* My Schedule on the days of a conference. An attendee who goes to several conferences sees all starred sessions of a day. */

#include "ui/sessions/planner-whole-day.h"

#include "library/planner-conference-clashes.h"
#include "plan/planner-clash.h"

static gboolean
is_day_of (PlannerConference *conference, const char *date)
{
  const GPtrArray *days = planner_conference_get_agenda (conference)->days;

  for (guint i = 0; *date && i < days->len; i++)
    if (g_str_equal (((const PlannerDay *) g_ptr_array_index (days, i))->date, date))
      return TRUE;

  return FALSE;
}

/* The same conference may have been added by two addresses. */
static gboolean
is_copy (PlannerConference *conference, PlannerEntry *entry)
{
  GListModel *starred = planner_conference_get_starred (conference);

  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    {
      g_autoptr (PlannerEntry) own = g_list_model_get_item (starred, i);

      if (planner_sessions_are_copies (planner_entry_get_session (own), planner_entry_get_session (entry)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_on_same_days (gpointer item, gpointer conference)
{
  return !planner_entry_is_absent (item) && is_day_of (conference, planner_entry_get_day (item)->date) &&
         !is_copy (conference, item);
}

static void
filter_again (GtkFilter *filter)
{
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static gboolean
is_another (gpointer starred, gpointer own)
{
  return starred != own;
}

/* Returns: (transfer full): the starred sessions of all other conferences */
static GListModel *
create_elsewhere (PlannerConference *conference)
{
  GListModel *own = planner_conference_get_starred (conference);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_another, g_object_ref (own), g_object_unref));
  GtkFilterListModel *lists =
      gtk_filter_list_model_new (planner_conference_list_starred (conference), filter);

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
}

/* Returns: (transfer full): the starred sessions of the other conferences on the days of this one */
static GListModel *
create_others (PlannerConference *conference)
{
  GtkFilter *filter =
      GTK_FILTER (gtk_custom_filter_new (is_on_same_days, g_object_ref (conference), g_object_unref));

  g_signal_connect_object (conference, "notify::agenda", G_CALLBACK (filter_again), filter,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (conference, "notify::n-starred", G_CALLBACK (filter_again), filter,
                           G_CONNECT_SWAPPED);

  return G_LIST_MODEL (gtk_filter_list_model_new (create_elsewhere (conference), filter));
}

/**
 * planner_whole_day_new:
 * @conference: the conference that is shown
 *
 * Returns: (transfer full): its starred sessions, and those of the other conferences on the same days, as #PlannerEntry; see
 *   planner_conference_find_elsewhere(). The model follows conferences that are added and removed.
 */
GListModel *
planner_whole_day_new (PlannerConference *conference)
{
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListModel) others = NULL;

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (conference), NULL);

  others = create_others (conference);
  g_list_store_append (lists, planner_conference_get_starred (conference));
  g_list_store_append (lists, others);

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
}

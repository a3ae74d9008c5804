/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/now/planner-untimed-days.h"

#include "ui/now/planner-now-row.h"
#include "ui/widgets/planner-open-session.h"
#include "ui/widgets/planner-rows.h"
#include "words/planner-days.h"
#include "words/planner-labels.h"

/* How many sessions are listed. The button below them leads to all. */
#define MAX_ROWS 200

struct _PlannerUntimedDays
{
  GtkBox parent_instance;

  PlannerConference *conference; /* owned, nullable */
  GPtrArray *groups;             /* owned: an AdwPreferencesGroup for each day, borrowed */
  GPtrArray *lists;              /* owned: the GtkListBox of each group, borrowed */
};

G_DEFINE_FINAL_TYPE (PlannerUntimedDays, planner_untimed_days, GTK_TYPE_BOX)

static void
row_activated_cb (PlannerUntimedDays *self, PlannerNowRow *row)
{
  PlannerEntry *entry = planner_now_row_get_entry (row);

  if (entry)
    planner_open_session (GTK_WIDGET (row), self->conference, entry);
}

static void
add_day (PlannerUntimedDays *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *list = gtk_list_box_new ();

  planner_group_make_heading (ADW_PREFERENCES_GROUP (group));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  gtk_box_append (GTK_BOX (self), group);
  g_ptr_array_add (self->groups, group);
  g_ptr_array_add (self->lists, list);
}

static void
remove_days_from (PlannerUntimedDays *self, guint n)
{
  for (guint i = n; i < self->groups->len; i++)
    gtk_box_remove (GTK_BOX (self), g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, (int) n);
  g_ptr_array_set_size (self->lists, (int) n);
}

static void
show_session (PlannerUntimedDays *self, GtkListBox *list, guint index, const PlannerSession *session)
{
  g_autofree char *room = planner_format_room (session);
  const PlannerNowContent content = { .entry = planner_conference_find_entry (self->conference, session->key),
                                      .heading = room,
                                      .room = session->room ? session->room->name : NULL,
                                      .progress = -1.0 };

  planner_now_row_set_content (planner_now_row_ensure (list, index), &content);
}

/* Returns: the number of sessions in the list */
static guint
show_day (PlannerUntimedDays *self, guint index, const PlannerDay *day, guint max)
{
  PlannerAgenda *agenda = planner_conference_get_agenda (self->conference);
  GtkListBox *list = g_ptr_array_index (self->lists, index);
  g_autofree char *title = planner_format_day (day->date);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  guint n = 0;

  for (guint i = 0; n < max && i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);

      if (planner_agenda_get_day (agenda, session) == day)
        show_session (self, list, n++, session);
    }
  adw_preferences_group_set_title (g_ptr_array_index (self->groups, index), markup);
  planner_now_row_remove_from (list, n);

  return n;
}

static void
planner_untimed_days_dispose (GObject *object)
{
  PlannerUntimedDays *self = PLANNER_UNTIMED_DAYS (object);

  remove_days_from (self, 0);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_untimed_days_parent_class)->dispose (object);
}

static void
planner_untimed_days_finalize (GObject *object)
{
  PlannerUntimedDays *self = PLANNER_UNTIMED_DAYS (object);

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->lists);

  G_OBJECT_CLASS (planner_untimed_days_parent_class)->finalize (object);
}

static void
planner_untimed_days_class_init (PlannerUntimedDaysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_untimed_days_dispose;
  G_OBJECT_CLASS (klass)->finalize = planner_untimed_days_finalize;
}

static void
planner_untimed_days_init (PlannerUntimedDays *self)
{
  self->groups = g_ptr_array_new ();
  self->lists = g_ptr_array_new ();
}

/**
 * planner_untimed_days_show:
 * @conference: a conference without times
 *
 * Shows the sessions of @conference. Uses the rows again, so that the keyboard focus stays where it is.
 */
void
planner_untimed_days_show (PlannerUntimedDays *self, PlannerConference *conference)
{
  const GPtrArray *days = planner_conference_get_agenda (conference)->days;
  guint n_left = MAX_ROWS, n_days = 0;

  g_return_if_fail (PLANNER_IS_UNTIMED_DAYS (self));

  g_set_object (&self->conference, conference);
  for (; n_left > 0 && n_days < days->len; n_days++)
    {
      if (n_days == self->groups->len)
        add_day (self);
      n_left -= show_day (self, n_days, g_ptr_array_index (days, n_days), n_left);
    }
  remove_days_from (self, n_days);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-session-present.h"

#include "plan/planner-moment.h"

struct _PlannerSessionPresent
{
  GObject parent_instance;

  GtkWidget *button;                /* owned */
  PlannerSessionLayout *layout;     /* owned */
  PlannerSessionLists *lists;       /* owned */
  PlannerDayFollower *day_follower; /* owned */
  PlannerTimetablePane *timetable;  /* owned */
  PlannerAgenda *agenda;            /* owned, nullable */
  gint64 now_utc;                   /* in seconds since the epoch, or PLANNER_TIME_UNKNOWN */
};

G_DEFINE_FINAL_TYPE (PlannerSessionPresent, planner_session_present, G_TYPE_OBJECT)

static gboolean
is_away (gpointer view)
{
  gboolean away;

  g_object_get (view, "away", &away, NULL);

  return away;
}

/* The results of a search have no place for the present. */
static gboolean
can_go_to_now (PlannerSessionPresent *self)
{
  if (planner_session_layout_shows (self->layout, "timetable"))
    return is_away (self->timetable);

  return planner_session_layout_shows (self->layout, "browse") && is_away (self->day_follower);
}

static void
update_button (PlannerSessionPresent *self)
{
  gtk_widget_set_visible (self->button, can_go_to_now (self));
}

static void
clicked_cb (PlannerSessionPresent *self)
{
  if (planner_session_layout_shows (self->layout, "timetable"))
    planner_session_layout_go_to_now (self->layout);
  else
    planner_day_follower_go_to_now (self->day_follower);
}

static void
update_now (PlannerSessionPresent *self)
{
  const gboolean runs =
      self->agenda && planner_agenda_get_moment (self->agenda, self->now_utc) == PLANNER_MOMENT_RUNNING;

  planner_session_lists_set_now (self->lists, self->now_utc);
  planner_day_follower_set_now (self->day_follower, runs ? self->now_utc : PLANNER_TIME_UNKNOWN);
}

static void
planner_session_present_dispose (GObject *object)
{
  PlannerSessionPresent *self = PLANNER_SESSION_PRESENT (object);

  g_clear_object (&self->button);
  g_clear_object (&self->layout);
  g_clear_object (&self->lists);
  g_clear_object (&self->day_follower);
  g_clear_object (&self->timetable);
  g_clear_pointer (&self->agenda, planner_agenda_unref);

  G_OBJECT_CLASS (planner_session_present_parent_class)->dispose (object);
}

static void
planner_session_present_class_init (PlannerSessionPresentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_session_present_dispose;
}

static void
planner_session_present_init (PlannerSessionPresent *self)
{
  self->now_utc = PLANNER_TIME_UNKNOWN;
}

/**
 * planner_session_present_new:
 * @button: leads to the present
 * @layout: knows which view is on screen
 * @lists: the sessions
 * @day_follower: leads the list to the present
 * @timetable: the timetable of @layout
 *
 * The new object keeps references to all five. Release it before the parent of the widgets is disposed.
 *
 * Returns: (transfer full): an object that does not know the time
 */
PlannerSessionPresent *
planner_session_present_new (GtkButton *button,
                             PlannerSessionLayout *layout,
                             PlannerSessionLists *lists,
                             PlannerDayFollower *day_follower,
                             PlannerTimetablePane *timetable)
{
  PlannerSessionPresent *self = g_object_new (PLANNER_TYPE_SESSION_PRESENT, NULL);

  self->button = g_object_ref (GTK_WIDGET (button));
  self->layout = g_object_ref (layout);
  self->lists = g_object_ref (lists);
  self->day_follower = g_object_ref (day_follower);
  self->timetable = g_object_ref (timetable);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (layout, "changed", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (day_follower, "notify::away", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timetable, "notify::away", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * planner_session_present_set_agenda:
 * @agenda: (nullable): the agenda with the sessions
 */
void
planner_session_present_set_agenda (PlannerSessionPresent *self, PlannerAgenda *agenda)
{
  g_return_if_fail (PLANNER_IS_SESSION_PRESENT (self));

  g_clear_pointer (&self->agenda, planner_agenda_unref);
  self->agenda = agenda ? planner_agenda_ref (agenda) : NULL;
  update_now (self);
}

/**
 * planner_session_present_set_now:
 * @now_utc: the current time in seconds since the epoch, or %PLANNER_TIME_UNKNOWN
 */
void
planner_session_present_set_now (PlannerSessionPresent *self, gint64 now_utc)
{
  g_return_if_fail (PLANNER_IS_SESSION_PRESENT (self));

  self->now_utc = now_utc;
  update_now (self);
}

gint64
planner_session_present_get_now (PlannerSessionPresent *self)
{
  g_return_val_if_fail (PLANNER_IS_SESSION_PRESENT (self), PLANNER_TIME_UNKNOWN);

  return self->now_utc;
}

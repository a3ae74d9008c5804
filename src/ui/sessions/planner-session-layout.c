/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-session-layout.h"

#include "plan/planner-moment.h"
#include "ui/sessions/planner-empty-sessions.h"
#include "ui/timetable/planner-timetable-pane.h"

/* The least width of a timetable, in pixels. */
#define MIN_TIMETABLE_WIDTH 710

struct _PlannerSessionLayout
{
  GObject parent_instance;

  GtkStack *stack;                  /* owned */
  AdwToggleGroup *layout_switch;    /* owned */
  PlannerDaySwitch *day_switch;     /* owned */
  PlannerDayFollower *day_follower; /* owned */
  PlannerSessionLists *lists;       /* owned */
  PlannerSessionFilter *filter;     /* owned */

  PlannerConference *conference; /* owned, nullable */
  GSignalGroup *view_signals;    /* owned: of the view state of the conference */
  PlannerScope scope;
  gboolean beside_pane; /* a pane is beside the page, whose room the timetable can have */
  gboolean wide;        /* there is room for a timetable */
  gboolean to_today;    /* the timetable opens at the present, until the attendee chooses a day */
};

G_DEFINE_FINAL_TYPE (PlannerSessionLayout, planner_session_layout, G_TYPE_OBJECT)

static guint changed_signal;

static gboolean
has_times (PlannerSessionLayout *self)
{
  return self->conference && planner_agenda_has_times (planner_conference_get_agenda (self->conference));
}

static gboolean
prefers_timetable (PlannerSessionLayout *self)
{
  return self->conference &&
         planner_view_state_get_show_timetable (planner_conference_get_view_state (self->conference));
}

/* Narrow windows show the list, and so do conferences without times. */
static gboolean
can_show_timetable (PlannerSessionLayout *self)
{
  return self->wide && has_times (self);
}

/* Returns: the name of the page of the stack to show, which exists */
static const char *
choose_page (PlannerSessionLayout *self)
{
  if (g_list_model_get_n_items (planner_session_lists_get_current (self->lists)) == 0)
    return planner_empty_sessions_ensure (self->stack, self->scope, self->lists, self->filter);
  if (planner_session_lists_is_searching (self->lists))
    return "results";

  return can_show_timetable (self) && prefers_timetable (self) ? "timetable" : "browse";
}

static void
show_today (PlannerSessionLayout *self)
{
  g_autofree char *today = planner_find_today (planner_session_lists_get_browsed (self->lists),
                                               planner_conference_get_now_utc (self->conference));

  planner_day_switch_set_day (self->day_switch, today);
}

static void
days_changed_cb (PlannerSessionLayout *self)
{
  planner_session_layout_update (self);
  if (self->conference && self->to_today && prefers_timetable (self) && can_show_timetable (self))
    show_today (self);
}

static void
set_wide (PlannerSessionLayout *self, gboolean wide)
{
  if (self->wide == wide)
    return;

  self->wide = wide;
  days_changed_cb (self);
}

static void
day_chosen_cb (PlannerSessionLayout *self)
{
  self->to_today = FALSE;
}

/* The list goes to the day of the timetable. */
static void
leave_today (PlannerSessionLayout *self)
{
  self->to_today = FALSE;
  planner_day_follower_go_to_day (self->day_follower);
}

static void
show_choice (PlannerSessionLayout *self)
{
  adw_toggle_group_set_active_name (self->layout_switch, prefers_timetable (self) ? "timetable" : "list");
}

static void
choice_changed_cb (PlannerSessionLayout *self)
{
  show_choice (self);
  planner_session_layout_update (self);
  if (prefers_timetable (self))
    days_changed_cb (self);
  else
    leave_today (self);
}

static void
layout_chosen_cb (PlannerSessionLayout *self)
{
  const char *name = adw_toggle_group_get_active_name (self->layout_switch);

  if (name && self->conference)
    planner_view_state_set_show_timetable (planner_conference_get_view_state (self->conference),
                                           g_str_equal (name, "timetable"));
}

static void
planner_session_layout_dispose (GObject *object)
{
  PlannerSessionLayout *self = PLANNER_SESSION_LAYOUT (object);

  g_clear_object (&self->stack);
  g_clear_object (&self->layout_switch);
  g_clear_object (&self->day_switch);
  g_clear_object (&self->day_follower);
  g_clear_object (&self->lists);
  g_clear_object (&self->filter);
  g_clear_object (&self->view_signals);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_session_layout_parent_class)->dispose (object);
}

static void
planner_session_layout_class_init (PlannerSessionLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_session_layout_dispose;

  changed_signal = g_signal_new ("changed", PLANNER_TYPE_SESSION_LAYOUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
planner_session_layout_init (PlannerSessionLayout *self)
{
  self->view_signals = g_signal_group_new (PLANNER_TYPE_VIEW_STATE);
  g_signal_group_connect_swapped (self->view_signals, "notify::show-timetable",
                                  G_CALLBACK (choice_changed_cb), self);
}

static void
connect_signals (PlannerSessionLayout *self)
{
  g_signal_connect_object (planner_session_lists_get_browsed (self->lists), "items-changed",
                           G_CALLBACK (planner_session_layout_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (planner_session_lists_get_ranked (self->lists), "items-changed",
                           G_CALLBACK (planner_session_layout_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layout_switch, "notify::active-name", G_CALLBACK (layout_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day_follower, "days-changed", G_CALLBACK (days_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day_switch, "chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
}

/**
 * planner_session_layout_new:
 * @stack: has the pages "browse", "results" and "timetable"; the last is a #PlannerTimetablePane
 * @layout_switch: has the toggles "list" and "timetable"
 * @day_switch: chooses the day of the timetable
 * @day_follower: goes to a day of the list
 * @lists: the sessions
 * @filter: the filter of @lists
 *
 * The new object keeps references to all six. Release it before the parent of the widgets is disposed.
 *
 * Returns: (transfer full): a layout without a conference
 */
PlannerSessionLayout *
planner_session_layout_new (GtkStack *stack,
                            AdwToggleGroup *layout_switch,
                            PlannerDaySwitch *day_switch,
                            PlannerDayFollower *day_follower,
                            PlannerSessionLists *lists,
                            PlannerSessionFilter *filter)
{
  PlannerSessionLayout *self = g_object_new (PLANNER_TYPE_SESSION_LAYOUT, NULL);

  self->stack = g_object_ref (stack);
  self->layout_switch = g_object_ref (layout_switch);
  self->day_switch = g_object_ref (day_switch);
  self->day_follower = g_object_ref (day_follower);
  self->lists = g_object_ref (lists);
  self->filter = g_object_ref (filter);
  connect_signals (self);

  return self;
}

/**
 * planner_session_layout_set_conference:
 * @conference: (nullable): the conference of the sessions
 *
 * Call planner_session_layout_set_scope() afterwards, which updates the page.
 */
void
planner_session_layout_set_conference (PlannerSessionLayout *self, PlannerConference *conference)
{
  g_set_object (&self->conference, conference);
  g_signal_group_set_target (self->view_signals,
                             conference ? planner_conference_get_view_state (conference) : NULL);
  show_choice (self);
}

void
planner_session_layout_set_scope (PlannerSessionLayout *self, PlannerScope scope)
{
  self->scope = scope;
  planner_session_layout_update (self);
}

/**
 * planner_session_layout_set_width:
 * @width: the width of the page in pixels
 */
void
planner_session_layout_set_width (PlannerSessionLayout *self, int width)
{
  set_wide (self, self->beside_pane || width >= MIN_TIMETABLE_WIDTH);
}

/**
 * planner_session_layout_set_beside_pane:
 * @beside_pane: whether the page is beside a pane that makes room for a timetable when the attendee chooses it
 *
 * If the pane is gone, the next call of planner_session_layout_set_width() decides whether there is room.
 */
void
planner_session_layout_set_beside_pane (PlannerSessionLayout *self, gboolean beside_pane)
{
  self->beside_pane = beside_pane;
  if (beside_pane)
    set_wide (self, TRUE);
}

/**
 * planner_session_layout_open_today:
 *
 * Makes the timetable open at the present, until the attendee chooses a day.
 */
void
planner_session_layout_open_today (PlannerSessionLayout *self)
{
  self->to_today = TRUE;
}

/**
 * planner_session_layout_go_to_now:
 *
 * Scrolls the timetable to the present, and moves the keyboard focus there. Call it while the timetable is on screen.
 */
void
planner_session_layout_go_to_now (PlannerSessionLayout *self)
{
  show_today (self);
  planner_timetable_pane_go_to_now (
      PLANNER_TIMETABLE_PANE (gtk_stack_get_child_by_name (self->stack, "timetable")));
}

/* The template hides pages of the stack until they are first shown, because GTK computes the styles of all visible widgets. */
static void
show_page (PlannerSessionLayout *self, const char *name)
{
  gtk_widget_set_visible (gtk_stack_get_child_by_name (self->stack, name), TRUE);
  gtk_stack_set_visible_child_name (self->stack, name);
}

/**
 * planner_session_layout_update:
 *
 * Chooses again what to show.
 */
void
planner_session_layout_update (PlannerSessionLayout *self)
{
  const char *page = choose_page (self);

  show_page (self, page);
  gtk_widget_set_visible (GTK_WIDGET (self->day_switch),
                          (g_str_equal (page, "browse") || g_str_equal (page, "timetable")) &&
                              planner_day_switch_has_several (self->day_switch));
  gtk_widget_set_visible (GTK_WIDGET (self->layout_switch), can_show_timetable (self));
  g_object_set (gtk_stack_get_child_by_name (self->stack, "timetable"), "hide-rooms",
                self->scope == PLANNER_SCOPE_ALL && planner_session_filter_is_empty (self->filter), NULL);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * planner_session_layout_shows:
 * @name: the name of a page of the stack
 */
gboolean
planner_session_layout_shows (PlannerSessionLayout *self, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

/**
 * planner_session_layout_shows_list:
 *
 * Returns: whether a list is on screen: neither a timetable nor a page that says that there are no sessions
 */
gboolean
planner_session_layout_shows_list (PlannerSessionLayout *self)
{
  return planner_session_layout_shows (self, "browse") || planner_session_layout_shows (self, "results");
}

/**
 * planner_session_layout_lacks_times:
 *
 * Returns: whether the list is on screen, and no session of the conference has a time. If only a day has no times, a heading in
 * the list says so.
 */
gboolean
planner_session_layout_lacks_times (PlannerSessionLayout *self)
{
  return self->conference && planner_session_layout_shows (self, "browse") &&
         planner_conference_get_agenda (self->conference)->sessions->len > 0 && !has_times (self);
}

/**
 * planner_session_layout_can_hide_pane:
 *
 * Returns: whether a timetable is on screen with a pane beside it. A list keeps its pane.
 */
gboolean
planner_session_layout_can_hide_pane (PlannerSessionLayout *self)
{
  return self->beside_pane && planner_session_layout_shows (self, "timetable");
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-day-follower.h"

#include "ui/sessions/planner-heading-jump.h"
#include "ui/sessions/planner-section-heading.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/widgets/planner-list-top.h"

/* A list that was at the present follows it if the time advances by more than this at once. */
#define LATE_S (10 * 60)

struct _PlannerDayFollower
{
  GObject parent_instance;

  PlannerDaySwitch *day_switch; /* owned */
  PlannerSessionLists *lists;   /* owned */
  GtkScrolledWindow *scroller;  /* owned */
  GtkListView *view;            /* owned */
  PlannerHeadingJump *jump;     /* owned */

  guint days_idle;
  guint items_idle;
  guint settle_idle;
  gboolean opening;      /* go to the present, or to the top, once the list has its new items */
  gint64 now_utc;        /* PLANNER_TIME_UNKNOWN while the conference does not run */
  PlannerEntry *present; /* owned, nullable: the first entry of the section that shows the present */
  gboolean at_present;
};

G_DEFINE_FINAL_TYPE (PlannerDayFollower, planner_day_follower, G_TYPE_OBJECT)

typedef enum
{
  PROP_AWAY = 1,
} PlannerDayFollowerProperty;

static GParamSpec *properties[PROP_AWAY + 1];

enum
{
  SIGNAL_DAYS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Looks only at the first entry of each section, as there are far fewer sections than entries. */
static GStrv
list_days (GListModel *model)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  const char *last = NULL;
  guint position = 0, end;

  while (position < g_list_model_get_n_items (model))
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (model, position);
      const char *date = planner_entry_get_day (entry)->date;

      if (g_strcmp0 (last, date) != 0)
        g_strv_builder_add (builder, date);
      last = date;
      gtk_section_model_get_section (GTK_SECTION_MODEL (model), position, &position, &end);
      position = end;
    }

  return g_strv_builder_unref_to_strv (builder);
}

static guint
find_first_of_day (GListModel *model, const char *date)
{
  const guint n = g_list_model_get_n_items (model);
  guint position = 0;

  for (; position < n; position++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (model, position);

      if (g_str_equal (planner_entry_get_day (entry)->date, date))
        return position;
    }

  return GTK_INVALID_LIST_POSITION;
}

static PlannerEntry *
find_entry_at (GtkListView *view, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (view), gtk_widget_get_width (GTK_WIDGET (view)) / 2.0, y,
                                       GTK_PICK_DEFAULT);

  for (; widget && widget != GTK_WIDGET (view); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (PLANNER_IS_SESSION_ROW (child))
        return planner_session_row_get_entry (PLANNER_SESSION_ROW (child));
      if (PLANNER_IS_SECTION_HEADING (child))
        return planner_section_heading_get_entry (PLANNER_SECTION_HEADING (child));
    }

  return NULL;
}

/* Looks a second time further down, in case the first position is between two rows. */
static PlannerEntry *
find_top_entry (GtkListView *view)
{
  PlannerEntry *entry = find_entry_at (view, 2);

  return entry ? entry : find_entry_at (view, 24);
}

/* Whether no further row or heading can be whole at the top. */
static gboolean
is_at_end (PlannerDayFollower *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  const double end =
      MAX (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment), 0);

  return gtk_adjustment_get_value (adjustment) >= planner_list_view_find_start (self->view, end - 1) - 1;
}

static gboolean
is_away (PlannerDayFollower *self)
{
  return self->present && !self->at_present;
}

static void
set_present (PlannerDayFollower *self, PlannerEntry *present, gboolean at_present)
{
  const gboolean was_away = is_away (self);

  g_set_object (&self->present, present);
  self->at_present = at_present;
  if (was_away != is_away (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AWAY]);
}

/* While the list opens or jumps, its position does not say yet what the attendee looks at. */
static gboolean
is_settled (PlannerDayFollower *self)
{
  return !self->opening && !planner_heading_jump_is_running (self->jump);
}

/* Whether the section of the present is among the rows on screen. */
static gboolean
shows_present (PlannerDayFollower *self)
{
  PlannerEntry *top = find_top_entry (self->view);
  PlannerEntry *bottom = find_entry_at (self->view, gtk_widget_get_height (GTK_WIDGET (self->view)) - 24);

  return self->present && top && planner_session_lists_compare_sections (top, self->present) <= 0 &&
         (!bottom || planner_session_lists_compare_sections (self->present, bottom) <= 0);
}

static void
update_present (PlannerDayFollower *self)
{
  GListModel *browsed = planner_session_lists_get_browsed (self->lists);
  g_autoptr (PlannerEntry) present = NULL;
  guint start, end;
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->now_utc != PLANNER_TIME_UNKNOWN)
    position = planner_session_lists_find_present (self->lists, self->now_utc);
  if (position != GTK_INVALID_LIST_POSITION)
    {
      gtk_section_model_get_section (GTK_SECTION_MODEL (browsed), position, &start, &end);
      present = g_list_model_get_item (browsed, start);
    }

  set_present (self, present, self->at_present);
  if (present && is_settled (self))
    set_present (self, present, shows_present (self));
}

/* At the end of the list, the chosen day may be unable to reach the top. It stays the current day then. */
static void
update_day (PlannerDayFollower *self)
{
  PlannerEntry *entry = find_top_entry (self->view);
  const char *date = entry ? planner_entry_get_day (entry)->date : NULL;
  const char *chosen = planner_day_switch_get_day (self->day_switch);

  if (date && !(chosen && is_at_end (self) && planner_is_later_day (chosen, date)))
    planner_day_switch_set_day (self->day_switch, date);
}

/* Runs after the next frame. While the list scrolls because of new rows, the rows are not in their new places yet. */
static gboolean
settle_cb (gpointer user_data)
{
  PlannerDayFollower *self = user_data;

  self->settle_idle = 0;
  if (!is_settled (self))
    return G_SOURCE_REMOVE;

  update_day (self);
  set_present (self, self->present, shows_present (self));

  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (PlannerDayFollower *self)
{
  if (self->settle_idle == 0)
    self->settle_idle = g_idle_add (settle_cb, self);
}

/* GtkListView keeps an anchor row, so make that the first row. Then scroll up to show the heading above it. */
static void
scroll_to_top (PlannerDayFollower *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->view))) > 0)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
jump_done_cb (PlannerDayFollower *self)
{
  gtk_widget_set_opacity (GTK_WIDGET (self->view), 1.0);
  update_present (self);
}

/* The cursor of the list goes to the day as well, so that the next Tab or Down enters the list there. */
static void
day_chosen_cb (PlannerDayFollower *self, const char *date)
{
  GListModel *browsed = planner_session_lists_get_browsed (self->lists);
  const guint position = find_first_of_day (browsed, date);
  g_autoptr (PlannerEntry) entry = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  entry = g_list_model_get_item (browsed, position);
  planner_heading_jump_start (self->jump, entry, GTK_LIST_SCROLL_FOCUS);
}

static void
go_to_present (PlannerDayFollower *self, GtkListScrollFlags flags)
{
  planner_day_switch_set_day (self->day_switch, planner_entry_get_day (self->present)->date);
  set_present (self, self->present, TRUE);
  planner_heading_jump_start (self->jump, self->present, flags);
}

/* The list becomes visible when its heading is at the top, so that nothing moves on screen. The next Tab or Down enters it there. */
static void
open_at_present (PlannerDayFollower *self)
{
  self->opening = FALSE;
  gtk_widget_set_opacity (GTK_WIDGET (self->view), 0.0);
  go_to_present (self, GTK_LIST_SCROLL_FOCUS);
}

/* Runs before the next frame is drawn, so that days of the previous conference are never shown. */
static gboolean
show_days_cb (gpointer user_data)
{
  PlannerDayFollower *self = user_data;
  g_auto (GStrv) days = list_days (planner_session_lists_get_browsed (self->lists));

  self->days_idle = 0;
  planner_day_switch_set_days (self->day_switch, (const char *const *) days);
  update_present (self);
  if (self->opening && self->present)
    open_at_present (self);
  else if (days[0] && (self->opening || !planner_day_switch_get_day (self->day_switch)))
    planner_day_switch_set_day (self->day_switch, days[0]);
  g_signal_emit (self, signals[SIGNAL_DAYS_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

/* Runs after the next layout, because a list can scroll only after it. */
static gboolean
catch_up_cb (gpointer user_data)
{
  PlannerDayFollower *self = user_data;

  self->items_idle = 0;
  if (self->opening)
    scroll_to_top (self);
  self->opening = FALSE;
  planner_gradual_model_show_first (planner_session_lists_get_shown (self->lists));

  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (PlannerDayFollower *self)
{
  if (self->days_idle == 0)
    self->days_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_days_cb, self, NULL);
  if (self->items_idle == 0)
    self->items_idle = g_idle_add (catch_up_cb, self);
}

static void
planner_day_follower_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((PlannerDayFollowerProperty) id)
    {
    case PROP_AWAY:
      g_value_set_boolean (value, is_away (PLANNER_DAY_FOLLOWER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_day_follower_dispose (GObject *object)
{
  PlannerDayFollower *self = PLANNER_DAY_FOLLOWER (object);

  g_clear_handle_id (&self->days_idle, g_source_remove);
  g_clear_handle_id (&self->items_idle, g_source_remove);
  g_clear_handle_id (&self->settle_idle, g_source_remove);
  g_clear_object (&self->jump);
  g_clear_object (&self->day_switch);
  g_clear_object (&self->lists);
  g_clear_object (&self->scroller);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (planner_day_follower_parent_class)->dispose (object);
}

static void
planner_day_follower_finalize (GObject *object)
{
  PlannerDayFollower *self = PLANNER_DAY_FOLLOWER (object);

  g_clear_object (&self->present);

  G_OBJECT_CLASS (planner_day_follower_parent_class)->finalize (object);
}

static void
planner_day_follower_class_init (PlannerDayFollowerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = planner_day_follower_get_property;
  object_class->dispose = planner_day_follower_dispose;
  object_class->finalize = planner_day_follower_finalize;

  properties[PROP_AWAY] =
      g_param_spec_boolean ("away", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_DAYS_CHANGED] = g_signal_new ("days-changed", PLANNER_TYPE_DAY_FOLLOWER, G_SIGNAL_RUN_LAST,
                                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
planner_day_follower_init (PlannerDayFollower *self)
{
  self->now_utc = PLANNER_TIME_UNKNOWN;
}

/**
 * planner_day_follower_new:
 * @lists: the lists whose browsed list @view shows
 * @scroller: the scrolled window that contains @view
 *
 * The new object keeps references to all four. Release it before their parent is disposed.
 */
PlannerDayFollower *
planner_day_follower_new (PlannerDaySwitch *day_switch,
                          PlannerSessionLists *lists,
                          GtkScrolledWindow *scroller,
                          GtkListView *view)
{
  PlannerDayFollower *self = g_object_new (PLANNER_TYPE_DAY_FOLLOWER, NULL);

  self->day_switch = g_object_ref (day_switch);
  self->lists = g_object_ref (lists);
  self->scroller = g_object_ref (scroller);
  self->view = g_object_ref (view);
  self->jump = planner_heading_jump_new (lists, scroller, view);
  g_signal_connect_object (self->jump, "done", G_CALLBACK (jump_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (day_switch, "chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (planner_session_lists_get_browsed (lists), "items-changed",
                           G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * planner_day_follower_open:
 *
 * Scrolls to the present, or to the first day if the conference does not run, as soon as the list has its new items.
 */
void
planner_day_follower_open (PlannerDayFollower *self)
{
  g_return_if_fail (PLANNER_IS_DAY_FOLLOWER (self));

  self->opening = TRUE;
  items_changed_cb (self);
  g_clear_handle_id (&self->days_idle, g_source_remove);
  show_days_cb (self);
}

/**
 * planner_day_follower_catch_up:
 *
 * Shows the days of new items, and the top of the list if it was opened. Without a call, this happens after the next frame. Call
 * it after a layout, before the frame is drawn, so that nothing moves on screen.
 */
void
planner_day_follower_catch_up (PlannerDayFollower *self)
{
  g_return_if_fail (PLANNER_IS_DAY_FOLLOWER (self));

  if (self->days_idle != 0)
    {
      g_source_remove (self->days_idle);
      show_days_cb (self);
    }
  if (self->items_idle != 0)
    {
      g_source_remove (self->items_idle);
      catch_up_cb (self);
    }
}

/**
 * planner_day_follower_go_to_day:
 *
 * Scrolls to the current day of the day switch: to the present if that is on this day, otherwise to its first session.
 */
void
planner_day_follower_go_to_day (PlannerDayFollower *self)
{
  const char *date;

  g_return_if_fail (PLANNER_IS_DAY_FOLLOWER (self));

  date = planner_day_switch_get_day (self->day_switch);
  if (date && self->present && g_str_equal (planner_entry_get_day (self->present)->date, date))
    go_to_present (self, GTK_LIST_SCROLL_FOCUS);
  else if (date)
    day_chosen_cb (self, date);
}

/**
 * planner_day_follower_set_now:
 * @now_utc: the current time in seconds since the epoch; %PLANNER_TIME_UNKNOWN if the conference does not run
 *
 * If the list showed the present a long time ago, because the window was hidden since then, it scrolls to the present.
 */
void
planner_day_follower_set_now (PlannerDayFollower *self, gint64 now_utc)
{
  const gboolean was_present = self->present && self->at_present;
  gboolean late;

  g_return_if_fail (PLANNER_IS_DAY_FOLLOWER (self));

  late = self->now_utc != PLANNER_TIME_UNKNOWN && now_utc != PLANNER_TIME_UNKNOWN &&
         planner_time_add (now_utc, -self->now_utc) >= LATE_S;
  self->now_utc = now_utc;
  if (self->opening)
    return;

  update_present (self);
  if (late && was_present && self->present && !self->at_present)
    go_to_present (self, GTK_LIST_SCROLL_NONE);
}

/**
 * planner_day_follower_go_to_now:
 *
 * Scrolls to the present, and moves the keyboard focus there.
 */
void
planner_day_follower_go_to_now (PlannerDayFollower *self)
{
  g_return_if_fail (PLANNER_IS_DAY_FOLLOWER (self));

  if (!self->present)
    return;

  go_to_present (self, GTK_LIST_SCROLL_FOCUS);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

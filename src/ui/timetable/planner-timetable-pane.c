/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/timetable/planner-timetable-pane.h"

#include "ui/timetable/planner-rooms-dialog.h"
#include "ui/timetable/planner-timetable-view.h"
#include "ui/widgets/planner-empty-page.h"
#include "words/planner-room-words.h"

#include <glib/gi18n.h>

static const PlannerEmptyPage no_times = {
  "no-times", "x-office-calendar-symbolic", N_ ("No Times Yet"),
  N_ ("The times of this day are not announced yet. The list shows its sessions.")
};

static const PlannerEmptyPage no_rooms = { "no-rooms", "view-conceal-symbolic", N_ ("All Rooms Hidden"),
                                           N_ ("You have hidden all rooms of this day.") };

struct _PlannerTimetablePane
{
  AdwBin parent_instance;

  AdwToolbarView *toolbar_view; /* template child */
  AdwBanner *hidden_banner;     /* borrowed, nullable: made when rooms are hidden */
  GtkStack *stack;              /* template child */
  PlannerTimetableView *view;   /* template child */

  PlannerConference *conference;    /* owned, nullable */
  GSignalGroup *conference_signals; /* owned */
  GListModel *entries;              /* owned, nullable */
  GSignalGroup *entries_signals;    /* owned */
  char *day;                        /* owned, nullable */
  gboolean local_time;
  gboolean hide_rooms;
  GSignalGroup *hidden_signals; /* owned: of the hidden rooms */

  char *today;       /* owned, nullable: the day of the present, which may not be the one shown */
  gboolean outdated; /* the view does not show the entries of the day yet */
  guint update_idle;
  guint minute_timeout;
};

G_DEFINE_FINAL_TYPE (PlannerTimetablePane, planner_timetable_pane, ADW_TYPE_BIN)

typedef enum
{
  PROP_CONFERENCE = 1,
  PROP_ENTRIES,
  PROP_DAY,
  PROP_LOCAL_TIME,
  PROP_HIDE_ROOMS,
  PROP_AWAY,
} PlannerTimetablePaneProperty;

static GParamSpec *properties[PROP_AWAY + 1];

static gint64
get_now_utc (PlannerTimetablePane *self)
{
  return self->conference ? planner_conference_get_now_utc (self->conference) : 0;
}

static gboolean
is_of_day (PlannerTimetablePane *self, PlannerEntry *entry)
{
  return g_str_equal (planner_entry_get_day (entry)->date, self->day);
}

static gboolean
is_hidden (PlannerTimetablePane *self, PlannerEntry *entry)
{
  return self->hide_rooms && self->conference &&
         planner_hidden_rooms_contains (planner_conference_get_hidden_rooms (self->conference),
                                        planner_entry_get_session (entry)->room);
}

/* Returns: (transfer full): the sessions of the day in rooms that are shown. @n_starred counts starred ones in other rooms. */
static GPtrArray *
list_day (PlannerTimetablePane *self, guint *n_starred)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n = self->entries && self->day ? g_list_model_get_n_items (self->entries) : 0;

  *n_starred = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (self->entries, i);

      if (!is_of_day (self, entry))
        continue;
      if (!is_hidden (self, entry))
        g_ptr_array_add (found, g_steal_pointer (&entry));
      else if (planner_entry_get_starred (entry))
        ++*n_starred;
    }

  return found;
}

static void
show_empty_page (PlannerTimetablePane *self, const PlannerEmptyPage *page)
{
  planner_empty_page_ensure (page, self->stack);
  gtk_stack_set_visible_child_name (self->stack, page->name);
}

static guint
count_hidden (PlannerTimetablePane *self)
{
  return self->hide_rooms && self->conference
             ? planner_hidden_rooms_count (planner_conference_get_hidden_rooms (self->conference),
                                           planner_conference_get_agenda (self->conference)->rooms)
             : 0;
}

static void
ensure_banner (PlannerTimetablePane *self)
{
  if (self->hidden_banner)
    return;

  self->hidden_banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->hidden_banner, FALSE);
  adw_banner_set_button_label (self->hidden_banner, _ ("Choose _Rooms…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->hidden_banner), "timetable.choose-rooms");
  adw_toolbar_view_add_top_bar (self->toolbar_view, GTK_WIDGET (self->hidden_banner));
}

static void
show_hidden (PlannerTimetablePane *self, guint n_starred)
{
  const guint n_hidden = count_hidden (self);
  g_autofree char *text = planner_format_hidden_rooms (n_hidden, n_starred);

  if (n_hidden > 0)
    ensure_banner (self);
  if (!self->hidden_banner)
    return;

  adw_banner_set_title (self->hidden_banner, text);
  adw_banner_set_revealed (self->hidden_banner, n_hidden > 0);
}

static gboolean
is_away (PlannerTimetablePane *self)
{
  gboolean shows_now;

  g_object_get (self->view, "shows-now", &shows_now, NULL);

  return self->today && (g_strcmp0 (self->today, self->day) != 0 || !shows_now);
}

static void
notify_away (PlannerTimetablePane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AWAY]);
}

static void
update_now (PlannerTimetablePane *self)
{
  g_free (self->today);
  self->today = self->entries ? planner_find_today (self->entries, get_now_utc (self)) : NULL;
  planner_timetable_view_set_now (self->view, get_now_utc (self));
  notify_away (self);
}

static void
update (PlannerTimetablePane *self)
{
  guint n_starred;
  g_autoptr (GPtrArray) entries = list_day (self, &n_starred);
  g_autoptr (GTimeZone) local = self->local_time ? g_time_zone_new_local () : NULL;

  g_clear_handle_id (&self->update_idle, g_source_remove);
  self->outdated = FALSE;
  update_now (self);
  planner_timetable_view_set_entries (self->view, self->conference, entries, local);
  show_hidden (self, n_starred);
  if (!planner_timetable_view_is_empty (self->view))
    gtk_stack_set_visible_child_name (self->stack, "timetable");
  else
    show_empty_page (self, entries->len == 0 && count_hidden (self) > 0 ? &no_rooms : &no_times);
}

static void
choose_rooms_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  PlannerTimetablePane *self = PLANNER_TIMETABLE_PANE (widget);

  if (self->conference)
    adw_dialog_present (planner_rooms_dialog_new (self->conference), widget);
}

static gboolean
update_cb (gpointer user_data)
{
  PlannerTimetablePane *self = user_data;

  self->update_idle = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* Several changes come one after the other, so the layout waits for the last one. It is complete before the next frame. */
static void
queue_update (PlannerTimetablePane *self)
{
  self->outdated = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->update_idle == 0)
    self->update_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 15, update_cb, self, NULL);
}

static gboolean minute_cb (gpointer user_data);

static void
start_minute (PlannerTimetablePane *self)
{
  const gint64 left_s = 60 - get_now_utc (self) % 60;

  self->minute_timeout = g_timeout_add ((guint) left_s * 1000, minute_cb, self);
}

static gboolean
minute_cb (gpointer user_data)
{
  PlannerTimetablePane *self = user_data;

  update_now (self);
  start_minute (self);

  return G_SOURCE_REMOVE;
}

static void
planner_timetable_pane_map (GtkWidget *widget)
{
  PlannerTimetablePane *self = PLANNER_TIMETABLE_PANE (widget);

  if (self->outdated)
    update (self);
  update_now (self);
  start_minute (self);

  GTK_WIDGET_CLASS (planner_timetable_pane_parent_class)->map (widget);
}

static void
planner_timetable_pane_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&PLANNER_TIMETABLE_PANE (widget)->minute_timeout, g_source_remove);

  GTK_WIDGET_CLASS (planner_timetable_pane_parent_class)->unmap (widget);
}

static gboolean
planner_timetable_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLANNER_TIMETABLE_PANE (widget)->view));
}

static void
planner_timetable_pane_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerTimetablePane *self = PLANNER_TIMETABLE_PANE (object);

  switch ((PlannerTimetablePaneProperty) property_id)
    {
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    case PROP_ENTRIES:
      g_value_set_object (value, self->entries);
      break;
    case PROP_DAY:
      g_value_set_string (value, self->day);
      break;
    case PROP_LOCAL_TIME:
      g_value_set_boolean (value, self->local_time);
      break;
    case PROP_HIDE_ROOMS:
      g_value_set_boolean (value, self->hide_rooms);
      break;
    case PROP_AWAY:
      g_value_set_boolean (value, is_away (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static gboolean
set_boolean (gboolean *field, gboolean value)
{
  const gboolean changed = *field != value;

  *field = value;

  return changed;
}

static gboolean
set_conference (PlannerTimetablePane *self, PlannerConference *conference)
{
  if (!g_set_object (&self->conference, conference))
    return FALSE;

  g_signal_group_set_target (self->conference_signals, conference);
  g_signal_group_set_target (self->hidden_signals,
                             conference ? planner_conference_get_hidden_rooms (conference) : NULL);

  return TRUE;
}

static void
planner_timetable_pane_set_property (GObject *object,
                                     guint property_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  PlannerTimetablePane *self = PLANNER_TIMETABLE_PANE (object);
  gboolean changed = FALSE;

  switch ((PlannerTimetablePaneProperty) property_id)
    {
    case PROP_CONFERENCE:
      changed = set_conference (self, g_value_get_object (value));
      break;
    case PROP_ENTRIES:
      changed = g_set_object (&self->entries, g_value_get_object (value));
      g_signal_group_set_target (self->entries_signals, self->entries);
      break;
    case PROP_DAY:
      changed = g_set_str (&self->day, g_value_get_string (value));
      break;
    case PROP_LOCAL_TIME:
      changed = set_boolean (&self->local_time, g_value_get_boolean (value));
      break;
    case PROP_HIDE_ROOMS:
      changed = set_boolean (&self->hide_rooms, g_value_get_boolean (value));
      break;
    case PROP_AWAY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }

  if (!changed)
    return;

  queue_update (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
planner_timetable_pane_dispose (GObject *object)
{
  PlannerTimetablePane *self = PLANNER_TIMETABLE_PANE (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  g_clear_handle_id (&self->minute_timeout, g_source_remove);
  g_clear_object (&self->conference_signals);
  g_clear_object (&self->entries_signals);
  g_clear_object (&self->hidden_signals);
  g_clear_object (&self->conference);
  g_clear_object (&self->entries);
  /* AdwBin would unparent the child a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_TIMETABLE_PANE);

  G_OBJECT_CLASS (planner_timetable_pane_parent_class)->dispose (object);
}

static void
planner_timetable_pane_finalize (GObject *object)
{
  PlannerTimetablePane *self = PLANNER_TIMETABLE_PANE (object);

  g_free (self->day);
  g_free (self->today);

  G_OBJECT_CLASS (planner_timetable_pane_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE, flags);
  properties[PROP_ENTRIES] = g_param_spec_object ("entries", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL, flags);
  properties[PROP_LOCAL_TIME] = g_param_spec_boolean ("local-time", NULL, NULL, FALSE, flags);
  properties[PROP_HIDE_ROOMS] = g_param_spec_boolean ("hide-rooms", NULL, NULL, FALSE, flags);
  properties[PROP_AWAY] =
      g_param_spec_boolean ("away", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (klass, G_N_ELEMENTS (properties), properties);
}

static void
planner_timetable_pane_class_init (PlannerTimetablePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = planner_timetable_pane_get_property;
  object_class->set_property = planner_timetable_pane_set_property;
  object_class->dispose = planner_timetable_pane_dispose;
  object_class->finalize = planner_timetable_pane_finalize;
  widget_class->map = planner_timetable_pane_map;
  widget_class->unmap = planner_timetable_pane_unmap;
  widget_class->grab_focus = planner_timetable_pane_grab_focus;
  install_properties (object_class);

  g_type_ensure (PLANNER_TYPE_TIMETABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gotc/Planner/ui/planner-timetable-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerTimetablePane, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, PlannerTimetablePane, stack);
  gtk_widget_class_bind_template_child (widget_class, PlannerTimetablePane, view);
  gtk_widget_class_bind_template_callback (widget_class, notify_away);
  gtk_widget_class_install_action (widget_class, "timetable.choose-rooms", NULL, choose_rooms_cb);
}

static void
planner_timetable_pane_init (PlannerTimetablePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->conference_signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->conference_signals, "notify::agenda", G_CALLBACK (queue_update),
                                  self);
  self->hidden_signals = g_signal_group_new (PLANNER_TYPE_HIDDEN_ROOMS);
  g_signal_group_connect_swapped (self->hidden_signals, "changed", G_CALLBACK (queue_update), self);
  self->entries_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->entries_signals, "items-changed", G_CALLBACK (queue_update), self);
}

/**
 * planner_timetable_pane_open_at_now:
 *
 * Scrolls to the present if it is on the day shown, and to the first session otherwise.
 */
void
planner_timetable_pane_open_at_now (PlannerTimetablePane *self)
{
  g_return_if_fail (PLANNER_IS_TIMETABLE_PANE (self));

  planner_timetable_view_open_at_now (self->view);
}

/**
 * planner_timetable_pane_go_to_now:
 *
 * Scrolls to the present if it is on the day shown, and moves the keyboard focus there. Call it while the timetable is on screen.
 */
void
planner_timetable_pane_go_to_now (PlannerTimetablePane *self)
{
  g_return_if_fail (PLANNER_IS_TIMETABLE_PANE (self));

  if (self->outdated)
    update (self);
  planner_timetable_view_go_to_now (self->view);
}

/**
 * planner_timetable_pane_go_to:
 * @entry: a session, which the day on screen may lack
 *
 * Moves the keyboard focus to a session and scrolls there. Call it while the timetable is on screen.
 *
 * Returns: whether the timetable has the session
 */
gboolean
planner_timetable_pane_go_to (PlannerTimetablePane *self, PlannerEntry *entry)
{
  g_return_val_if_fail (PLANNER_IS_TIMETABLE_PANE (self), FALSE);

  if (self->outdated)
    update (self);

  return planner_timetable_view_go_to (self->view, entry);
}

/**
 * planner_find_today:
 * @entries: (element-type PlannerEntry): the sessions of a conference or of a part of it
 * @now_utc: the present, in seconds since the epoch
 *
 * Returns: (nullable) (transfer full): the date of the day, as in #PlannerDay, whose sessions are running or the next to
 *   start; %NULL before the first and after the last session
 */
char *
planner_find_today (GListModel *entries, gint64 now_utc)
{
  const char *today = NULL;
  gint64 next = G_MAXINT64;
  gboolean begun = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (entries, i);
      const PlannerSession *session = planner_entry_get_session (entry);

      if (!planner_session_has_time (session))
        continue;
      begun = begun || session->start_utc <= now_utc;
      if (planner_session_get_end_utc (session) > now_utc && session->start_utc < next)
        {
          next = session->start_utc;
          today = planner_entry_get_day (entry)->date;
        }
    }

  return begun ? g_strdup (today) : NULL;
}

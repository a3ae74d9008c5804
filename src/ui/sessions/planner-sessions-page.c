/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/sessions/planner-sessions-page.h"

#include "plan/planner-place.h"
#include "ui/sessions/planner-empty-sessions.h"
#include "ui/sessions/planner-forum-text.h"
#include "ui/sessions/planner-session-filter.h"
#include "ui/sessions/planner-session-layout.h"
#include "ui/sessions/planner-session-lists.h"
#include "ui/sessions/planner-session-present.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/sessions/planner-session-search.h"
#include "ui/sessions/planner-session-views.h"
#include "ui/timetable/planner-timetable-cell.h"
#include "ui/timetable/planner-timetable-pane.h"
#include "ui/widgets/planner-focus-ring.h"
#include "ui/widgets/planner-open-session.h"
#include "words/planner-search-words.h"

/* The least width of a header with the filter button, in pixels. In a narrow window, the button is beside the search. */
#define MIN_FILTER_WIDTH 420

struct _PlannerSessionsPage
{
  AdwNavigationPage parent_instance;

  GtkButton *now_button;              /* template child */
  GtkWidget *filter_button;           /* template child */
  PlannerFilterChips *filter_chips;   /* template child */
  GtkSearchBar *search_bar;           /* template child */
  GtkSearchEntry *search_entry;       /* template child */
  PlannerForumText *forum_text;       /* template child */
  GtkWidget *no_times;                /* template child */
  PlannerDaySwitch *day_switch;       /* template child */
  GtkStack *stack;                    /* template child */
  GtkScrolledWindow *browse_scroller; /* template child */
  GtkListView *browse_view;           /* template child */
  GtkListView *results_view;          /* template child */
  PlannerTimetablePane *timetable;    /* template child */
  AdwToggleGroup *layout_switch;      /* template child */
  GtkWidget *hide_button;             /* template child */

  PlannerSessionLists *lists;       /* owned */
  PlannerDayFollower *day_follower; /* owned */
  PlannerSessionSearch *search;     /* owned */
  PlannerSessionFilter *filter;     /* owned */
  PlannerSessionLayout *layout;     /* owned */
  PlannerSessionViews *views;       /* owned */
  PlannerSessionPresent *present;   /* owned */

  PlannerConference *conference;    /* owned, nullable */
  GSignalGroup *conference_signals; /* owned */
  PlannerScope scope;
  char *forum_name; /* owned, nullable */
  gboolean local_time;
  gboolean shows_list; /* the last value of the property */
  PlannerEntry *shown; /* owned, nullable: the selected session */
};

G_DEFINE_FINAL_TYPE (PlannerSessionsPage, planner_sessions_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_CONFERENCE = 1,
  PROP_LOCAL_TIME,
  PROP_NOW_UTC,
  PROP_SUBTITLE,
  PROP_SHOW_FORUM,
  PROP_SHOW_PLAN,
  PROP_SHOWS_LIST,
  PROP_SHOWN_ENTRY,
} PlannerSessionsPageProperty;

static GParamSpec *properties[PROP_SHOWN_ENTRY + 1];

static void
layout_changed_cb (PlannerSessionsPage *self)
{
  self->shows_list = planner_session_layout_shows_list (self->layout);
  gtk_widget_set_visible (self->no_times, planner_session_layout_lacks_times (self->layout));
  gtk_widget_set_visible (self->hide_button, planner_session_layout_can_hide_pane (self->layout));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_LIST]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

static void
filter_clicked_cb (PlannerSessionsPage *self)
{
  planner_session_filter_present (self->filter);
}

static void
filter_changed_cb (PlannerSessionsPage *self)
{
  planner_day_follower_open (self->day_follower);
  planner_session_layout_update (self->layout);
}

static gboolean
open_filter_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (!gtk_widget_get_mapped (widget))
    return GDK_EVENT_PROPAGATE;

  filter_clicked_cb (PLANNER_SESSIONS_PAGE (widget));

  return GDK_EVENT_STOP;
}

static void
row_activated_cb (PlannerSessionsPage *self, guint position, GtkListView *view)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (view));
  g_autoptr (PlannerEntry) entry = g_list_model_get_item (model, position);

  if (entry)
    planner_open_session (GTK_WIDGET (self), self->conference, entry);
}

static void
search_changed_cb (PlannerSessionsPage *self)
{
  if (planner_session_lists_is_searching (self->lists))
    planner_empty_sessions_describe_search (self->stack, planner_session_search_get_text (self->search));
  planner_session_layout_update (self->layout);
}

static void
focus_timetable (PlannerSessionsPage *self)
{
  if (self->shown)
    planner_day_switch_set_day (self->day_switch, planner_entry_get_day (self->shown)->date);
  if (!self->shown || !planner_timetable_pane_go_to (self->timetable, self->shown))
    gtk_widget_grab_focus (GTK_WIDGET (self->timetable));
}

/* Escape ends the search wherever in the window the focus is. The focus goes to the session that is shown beside the view, so that
 * it stays there. */
static gboolean
leave_search_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PlannerSessionsPage *self = PLANNER_SESSIONS_PAGE (widget);

  if (!gtk_widget_get_mapped (widget) || !planner_session_search_end (self->search))
    return GDK_EVENT_PROPAGATE;

  if (planner_sessions_page_shows_timetable (self))
    focus_timetable (self);
  else if (!gtk_widget_grab_focus (GTK_WIDGET (self->browse_view)))
    planner_session_filter_grab_focus (self->filter);
  else if (self->shown)
    planner_session_views_reveal (self->views, self->shown);
  planner_show_focus_ring (widget);

  return GDK_EVENT_STOP;
}

static void
add_shortcut (GtkEventController *controller,
              guint key,
              GdkModifierType modifiers,
              GtkShortcutFunc func,
              gpointer data)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                                          gtk_callback_action_new (func, data, NULL)));
}

/* The shortcuts of the page work wherever in the window the focus is. In a narrow window, Escape also goes back to the sidebar.
 * Therefore, the page handles it before the split view if the focus is in the page. */
static void
add_shortcuts (PlannerSessionsPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkEventController *local = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_shortcut (controller, GDK_KEY_Escape, 0, leave_search_cb, NULL);
  add_shortcut (controller, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, open_filter_cb, NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  add_shortcut (local, GDK_KEY_Escape, 0, leave_search_cb, NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), local);
}

/* Changes the session of the focused row. @args: the name of an action that takes its key */
static gboolean
change_star_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PlannerConference *conference = PLANNER_SESSIONS_PAGE (widget)->conference;
  PlannerEntry *entry = planner_session_row_find_focused (widget);

  return entry && planner_conference_has_entry (conference, entry) &&
         gtk_widget_activate_action (widget, g_variant_get_string (args, NULL), "s",
                                     planner_entry_get_key (entry));
}

static const PlannerForum *
find_forum (PlannerSessionsPage *self)
{
  if (self->scope != PLANNER_SCOPE_FORUM || !self->conference)
    return NULL;

  return planner_agenda_find_forum (planner_conference_get_agenda (self->conference), self->forum_name);
}

static const char *
get_forum_title (PlannerSessionsPage *self)
{
  const PlannerForum *forum = find_forum (self);

  return forum && forum->title.shown ? forum->title.shown : self->forum_name;
}

static void
stars_changed_cb (PlannerSessionsPage *self)
{
  planner_session_lists_stars_changed (self->lists);
}

static void
agenda_changed_cb (PlannerSessionsPage *self)
{
  PlannerAgenda *agenda = self->conference ? planner_conference_get_agenda (self->conference) : NULL;

  planner_session_filter_set_agenda (self->filter, agenda);
  planner_session_present_set_agenda (self->present, agenda);
  if (self->scope == PLANNER_SCOPE_FORUM && self->conference)
    adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), get_forum_title (self));
  planner_forum_text_set_forum (self->forum_text, find_forum (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

static void
set_scope (PlannerSessionsPage *self, PlannerScope scope, const char *forum_name)
{
  g_autoptr (GListModel) entries = NULL;

  self->scope = scope;
  g_set_str (&self->forum_name, scope == PLANNER_SCOPE_FORUM ? forum_name : NULL);
  if (self->conference)
    entries = planner_scope_list_entries (scope, self->conference);
  planner_session_lists_set_scope (self->lists, entries, self->forum_name);
  planner_session_layout_set_scope (self->layout, scope);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_FORUM]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PLAN]);
  agenda_changed_cb (self);
}

static void
set_conference (PlannerSessionsPage *self, PlannerConference *conference)
{
  if (!g_set_object (&self->conference, conference))
    return;

  g_signal_group_set_target (self->conference_signals, conference);
  planner_session_layout_set_conference (self->layout, conference);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFERENCE]);
}

static void
planner_sessions_page_shown (AdwNavigationPage *page)
{
  planner_session_search_set_on_screen (PLANNER_SESSIONS_PAGE (page)->search, TRUE);
}

/* Typing on another page must not start a search on this one. */
static void
planner_sessions_page_hiding (AdwNavigationPage *page)
{
  if (PLANNER_SESSIONS_PAGE (page)->search)
    planner_session_search_set_on_screen (PLANNER_SESSIONS_PAGE (page)->search, FALSE);
}

/* Widgets must not be shown or hidden while the page is laid out. Right after that, the frame clock lays it out once more in the
 * same frame, so that nothing moves on screen. */
static void
layout_cb (PlannerSessionsPage *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (width == 0)
    return;

  planner_session_layout_set_width (self->layout, width);
  gtk_widget_set_visible (self->filter_button, width >= MIN_FILTER_WIDTH);
  planner_day_follower_catch_up (self->day_follower);
}

static void
planner_sessions_page_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (planner_sessions_page_parent_class)->realize (widget);

  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "layout", G_CALLBACK (layout_cb), widget,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
planner_sessions_page_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (widget), layout_cb, widget);

  GTK_WIDGET_CLASS (planner_sessions_page_parent_class)->unrealize (widget);
}

static char *
dup_subtitle (PlannerSessionsPage *self)
{
  if (self->lists && planner_session_lists_is_searching (self->lists))
    return planner_format_n_results (
        g_list_model_get_n_items (planner_session_lists_get_ranked (self->lists)));

  if (self->filter && !planner_session_filter_is_empty (self->filter))
    return planner_format_n_results (
        g_list_model_get_n_items (planner_session_lists_get_browsed (self->lists)));

  return self->conference ? g_strdup (planner_conference_get_title (self->conference)) : NULL;
}

static void
planner_sessions_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerSessionsPage *self = PLANNER_SESSIONS_PAGE (object);

  switch ((PlannerSessionsPageProperty) property_id)
    {
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    case PROP_LOCAL_TIME:
      g_value_set_boolean (value, self->local_time);
      break;
    case PROP_NOW_UTC:
      g_value_set_int64 (value, planner_session_present_get_now (self->present));
      break;
    case PROP_SUBTITLE:
      g_value_take_string (value, dup_subtitle (self));
      break;
    case PROP_SHOW_FORUM:
      g_value_set_boolean (value, self->scope != PLANNER_SCOPE_FORUM);
      break;
    case PROP_SHOW_PLAN:
      g_value_set_boolean (value, self->scope == PLANNER_SCOPE_MY_SCHEDULE);
      break;
    case PROP_SHOWS_LIST:
      g_value_set_boolean (value, self->shows_list);
      break;
    case PROP_SHOWN_ENTRY:
      g_value_set_object (value, self->shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_sessions_page_set_property (GObject *object,
                                    guint property_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  PlannerSessionsPage *self = PLANNER_SESSIONS_PAGE (object);

  switch ((PlannerSessionsPageProperty) property_id)
    {
    case PROP_CONFERENCE:
      set_conference (self, g_value_get_object (value));
      set_scope (self, PLANNER_SCOPE_ALL, NULL);
      break;
    case PROP_LOCAL_TIME:
      if (self->local_time == g_value_get_boolean (value))
        return;
      self->local_time = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_NOW_UTC:
      if (planner_session_present_get_now (self->present) == g_value_get_int64 (value))
        return;
      planner_session_present_set_now (self->present, g_value_get_int64 (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SHOWN_ENTRY:
      if (g_set_object (&self->shown, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SUBTITLE:
    case PROP_SHOW_FORUM:
    case PROP_SHOW_PLAN:
    case PROP_SHOWS_LIST:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_sessions_page_dispose (GObject *object)
{
  PlannerSessionsPage *self = PLANNER_SESSIONS_PAGE (object);

  g_clear_object (&self->search);
  g_clear_object (&self->present);
  g_clear_object (&self->layout);
  g_clear_object (&self->filter);
  g_clear_object (&self->views);
  g_clear_object (&self->day_follower);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_SESSIONS_PAGE);
  g_clear_object (&self->lists);
  g_clear_object (&self->shown);
  g_clear_object (&self->conference_signals);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_sessions_page_parent_class)->dispose (object);
}

static void
planner_sessions_page_finalize (GObject *object)
{
  PlannerSessionsPage *self = PLANNER_SESSIONS_PAGE (object);

  g_free (self->forum_name);

  G_OBJECT_CLASS (planner_sessions_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (PLANNER_TYPE_DAY_SWITCH);
  g_type_ensure (PLANNER_TYPE_FORUM_TEXT);
  g_type_ensure (PLANNER_TYPE_FILTER_CHIPS);
  g_type_ensure (PLANNER_TYPE_TIMETABLE_PANE);
  gtk_widget_class_set_template_from_resource (klass, "/org/gotc/Planner/ui/planner-sessions-page.ui");
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, now_button);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, filter_button);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, filter_chips);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, search_bar);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, search_entry);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, forum_text);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, no_times);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, day_switch);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, stack);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, browse_scroller);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, browse_view);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, results_view);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, timetable);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, layout_switch);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, hide_button);
  gtk_widget_class_bind_template_callback (klass, filter_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, row_activated_cb);
}

static void
planner_sessions_page_class_init (PlannerSessionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_sessions_page_get_property;
  object_class->set_property = planner_sessions_page_set_property;
  object_class->dispose = planner_sessions_page_dispose;
  object_class->finalize = planner_sessions_page_finalize;
  widget_class->realize = planner_sessions_page_realize;
  widget_class->unrealize = planner_sessions_page_unrealize;
  page_class->shown = planner_sessions_page_shown;
  page_class->hiding = planner_sessions_page_hiding;

  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE, G_PARAM_READWRITE | flags);
  properties[PROP_LOCAL_TIME] =
      g_param_spec_boolean ("local-time", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  properties[PROP_NOW_UTC] = g_param_spec_int64 ("now-utc", NULL, NULL, G_MININT64, G_MAXINT64,
                                                 PLANNER_TIME_UNKNOWN, G_PARAM_READWRITE | flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  properties[PROP_SHOW_FORUM] =
      g_param_spec_boolean ("show-forum", NULL, NULL, TRUE, G_PARAM_READABLE | flags);
  properties[PROP_SHOW_PLAN] =
      g_param_spec_boolean ("show-plan", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  properties[PROP_SHOWS_LIST] =
      g_param_spec_boolean ("shows-list", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  properties[PROP_SHOWN_ENTRY] =
      g_param_spec_object ("shown-entry", NULL, NULL, PLANNER_TYPE_ENTRY, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, change_star_cb,
                                "s", "win.toggle-plan-b");
}

static void
fill_timetable (PlannerSessionsPage *self)
{
  g_object_bind_property (self, "conference", self->timetable, "conference", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "local-time", self->timetable, "local-time", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->day_switch, "day", self->timetable, "day", G_BINDING_SYNC_CREATE);
  g_object_set (self->timetable, "entries", planner_session_lists_get_browsed (self->lists), NULL);
}

static void
planner_sessions_page_init (PlannerSessionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcuts (self);

  self->conference_signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->conference_signals, "notify::agenda", G_CALLBACK (agenda_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->conference_signals, "notify::title", G_CALLBACK (agenda_changed_cb),
                                  self);

  g_signal_group_connect_swapped (self->conference_signals, "notify::n-starred",
                                  G_CALLBACK (stars_changed_cb), self);

  self->lists = planner_session_lists_new ();
  self->views = planner_session_views_new (self, self->lists, self->browse_view, self->results_view);
  self->filter = planner_session_filter_new (self->lists, self->filter_chips, self->filter_button,
                                             GTK_WIDGET (self->browse_view));
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  self->search =
      planner_session_search_new (self->lists, self->search_bar, self->search_entry, self->results_view);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);

  self->day_follower =
      planner_day_follower_new (self->day_switch, self->lists, self->browse_scroller, self->browse_view);
  self->layout = planner_session_layout_new (self->stack, self->layout_switch, self->day_switch,
                                             self->day_follower, self->lists, self->filter);
  g_signal_connect_object (self->layout, "changed", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  fill_timetable (self);
  self->present = planner_session_present_new (self->now_button, self->layout, self->lists,
                                               self->day_follower, self->timetable);
}

PlannerSessionsPage *
planner_sessions_page_new (void)
{
  return g_object_new (PLANNER_TYPE_SESSIONS_PAGE, NULL);
}

/**
 * planner_sessions_page_show:
 * @conference: (nullable): a conference
 * @scope: which of its sessions to show
 * @forum_name: (nullable): the forum's name, if @scope is %PLANNER_SCOPE_FORUM
 *
 * Shows sessions from the present on while the conference runs, else from the top, and ends the search and the filter.
 */
void
planner_sessions_page_show (PlannerSessionsPage *self,
                            PlannerConference *conference,
                            PlannerScope scope,
                            const char *forum_name)
{
  g_return_if_fail (PLANNER_IS_SESSIONS_PAGE (self));
  g_return_if_fail (scope != PLANNER_SCOPE_FORUM || forum_name);

  planner_session_search_end (self->search);
  planner_session_filter_set (self->filter, NULL);
  set_conference (self, conference);
  set_scope (self, scope, forum_name);
  planner_session_layout_open_today (self->layout);
  planner_day_follower_open (self->day_follower);
  planner_timetable_pane_open_at_now (self->timetable);
}

/**
 * planner_sessions_page_set_filter:
 * @filter: (nullable): which sessions of the scope to show; %NULL for all
 */
void
planner_sessions_page_set_filter (PlannerSessionsPage *self, const PlannerFilter *filter)
{
  g_return_if_fail (PLANNER_IS_SESSIONS_PAGE (self));

  planner_session_filter_set (self->filter, filter);
}

/**
 * planner_sessions_page_start_search:
 *
 * Opens the search, and selects the text of the last one if it is already open.
 */
void
planner_sessions_page_start_search (PlannerSessionsPage *self)
{
  g_return_if_fail (PLANNER_IS_SESSIONS_PAGE (self));

  planner_session_search_start (self->search);
}

/**
 * planner_sessions_page_search:
 * @text: the text to search for; it may be invalid UTF-8
 *
 * Opens the search with @text.
 */
void
planner_sessions_page_search (PlannerSessionsPage *self, const char *text)
{
  g_return_if_fail (PLANNER_IS_SESSIONS_PAGE (self) && text != NULL);

  planner_session_search_start_with (self->search, text);
}

/**
 * planner_sessions_page_set_key_capture:
 * @widget: (nullable): the widget in which typing starts a search while the page is shown
 */
void
planner_sessions_page_set_key_capture (PlannerSessionsPage *self, GtkWidget *widget)
{
  g_return_if_fail (PLANNER_IS_SESSIONS_PAGE (self));

  planner_session_search_set_key_capture (self->search, widget);
}

/**
 * planner_sessions_page_set_beside_pane:
 * @beside_pane: whether the page is beside a pane that makes room for a timetable when the attendee chooses it
 */
void
planner_sessions_page_set_beside_pane (PlannerSessionsPage *self, gboolean beside_pane)
{
  g_return_if_fail (PLANNER_IS_SESSIONS_PAGE (self));

  planner_session_layout_set_beside_pane (self->layout, beside_pane);
  gtk_widget_set_visible (self->hide_button, planner_session_layout_can_hide_pane (self->layout));
}

/**
 * planner_sessions_page_shows_list:
 *
 * Returns: whether a list is on screen: neither a timetable nor a page that says that there are no sessions
 */
gboolean
planner_sessions_page_shows_list (PlannerSessionsPage *self)
{
  g_return_val_if_fail (PLANNER_IS_SESSIONS_PAGE (self), FALSE);

  return self->shows_list;
}

gboolean
planner_sessions_page_shows_timetable (PlannerSessionsPage *self)
{
  g_return_val_if_fail (PLANNER_IS_SESSIONS_PAGE (self), FALSE);

  return planner_session_layout_shows (self->layout, "timetable");
}

/**
 * planner_sessions_page_get_list:
 *
 * Returns: (transfer none): a model of #PlannerEntry: always the results while searching, else all sessions on the page
 */
GListModel *
planner_sessions_page_get_list (PlannerSessionsPage *self)
{
  g_return_val_if_fail (PLANNER_IS_SESSIONS_PAGE (self), NULL);

  return planner_session_lists_get_current (self->lists);
}

/**
 * planner_sessions_page_reveal:
 * @entry: a session, which the list may lack
 *
 * Scrolls the list until the session is visible, and moves the cursor of the list there. The focus moves there if it was in the
 * list, or if no widget had it.
 */
void
planner_sessions_page_reveal (PlannerSessionsPage *self, PlannerEntry *entry)
{
  g_return_if_fail (PLANNER_IS_SESSIONS_PAGE (self));

  if (self->shows_list)
    planner_session_views_reveal (self->views, entry);
}

/**
 * planner_sessions_page_get_focused:
 *
 * Returns: (nullable) (transfer none): the session whose row or cell has the keyboard focus
 */
PlannerEntry *
planner_sessions_page_get_focused (PlannerSessionsPage *self)
{
  GtkWidget *focus;

  g_return_val_if_fail (PLANNER_IS_SESSIONS_PAGE (self), NULL);

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return PLANNER_IS_TIMETABLE_CELL (focus) ? planner_timetable_cell_get_entry (PLANNER_TIMETABLE_CELL (focus))
                                           : planner_session_row_find_focused (GTK_WIDGET (self));
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/planner-content.h"

#include "ui/changes/planner-changes-page.h"
#include "ui/places/planner-places-page.h"
#include "ui/sessions/planner-sessions-page.h"
#include "ui/sessions/planner-whole-day.h"
#include "ui/window/planner-pane-host.h"
#include "ui/window/planner-view-pages.h"
#include "ui/window/planner-view.h"

#include <glib/gi18n.h>

#define SESSIONS_TAG "sessions"

struct _PlannerContent
{
  AdwNavigationPage parent_instance;

  PlannerPresent *present;       /* owned, nullable until set */
  PlannerConference *conference; /* owned, nullable */
  GSignalGroup *signals;         /* owned: of the conference */
  char *view;                    /* owned */

  AdwNavigationSplitView *split_view; /* template child */
  AdwNavigationView *navigation_view; /* template child */
  PlannerSessionsPage *sessions_page; /* template child */
  PlannerPane *pane;                  /* template child */
  PlannerViewPages *pages;            /* owned */
  PlannerPaneHost *pane_host;         /* owned */
};

G_DEFINE_FINAL_TYPE (PlannerContent, planner_content, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_VIEW = 1,
  PROP_WIDE,
  PROP_EXTRA_WIDE,
} PlannerContentProperty;

static GParamSpec *properties[PROP_EXTRA_WIDE + 1];

static char *
get_title (GObject *object, gboolean collapsed, gboolean show_content, const char *main, const char *pane)
{
  return g_strdup (collapsed && show_content ? pane : main);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return planner_pane_host_step (PLANNER_CONTENT (widget)->pane_host, g_variant_get_int32 (args))
             ? GDK_EVENT_STOP
             : GDK_EVENT_PROPAGATE;
}

static void
follow_agenda (PlannerContent *self)
{
  if (self->present)
    planner_present_set_agenda (self->present,
                                self->conference ? planner_conference_get_agenda (self->conference) : NULL);
}

/* The attendee may go to sessions of other conferences in the pauses of this one. */
static void
follow_starred (PlannerContent *self)
{
  g_autoptr (GListModel) starred = self->conference ? planner_whole_day_new (self->conference) : NULL;

  if (self->present)
    planner_present_set_starred (self->present, starred);
}

/* A new edition may lack the forum on screen. */
static void
agenda_changed_cb (PlannerContent *self)
{
  follow_agenda (self);
  planner_view_pages_trim_later (self->pages);
  if (!planner_view_is_available (self->view, self->conference))
    planner_content_show_view (self, PLANNER_VIEW_ALL);
}

static void
planner_content_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerContent *self = PLANNER_CONTENT (object);

  switch ((PlannerContentProperty) id)
    {
    case PROP_VIEW:
      g_value_set_string (value, self->view);
      break;
    case PROP_WIDE:
      g_value_set_boolean (value, planner_pane_host_is_wide (self->pane_host));
      break;
    case PROP_EXTRA_WIDE:
      g_value_set_boolean (value, planner_pane_host_is_extra_wide (self->pane_host));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_content_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannerContent *self = PLANNER_CONTENT (object);

  switch ((PlannerContentProperty) id)
    {
    case PROP_WIDE:
      if (planner_pane_host_is_wide (self->pane_host) == g_value_get_boolean (value))
        return;
      planner_pane_host_set_wide (self->pane_host, g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_EXTRA_WIDE:
      if (planner_pane_host_is_extra_wide (self->pane_host) == g_value_get_boolean (value))
        return;
      planner_pane_host_set_extra_wide (self->pane_host, g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_VIEW:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_content_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (planner_content_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (planner_pane_host_focus_changed), PLANNER_CONTENT (widget)->pane_host,
                           G_CONNECT_SWAPPED);
}

static void
planner_content_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), planner_pane_host_focus_changed,
                                        PLANNER_CONTENT (widget)->pane_host);
  GTK_WIDGET_CLASS (planner_content_parent_class)->unroot (widget);
}

static void
planner_content_dispose (GObject *object)
{
  PlannerContent *self = PLANNER_CONTENT (object);

  g_clear_object (&self->pane_host);
  g_clear_object (&self->signals);
  g_clear_object (&self->conference);
  g_clear_object (&self->present);
  g_clear_object (&self->pages);

  /* AdwNavigationPage unparents the child itself, so chain up before disposing of the template. */
  G_OBJECT_CLASS (planner_content_parent_class)->dispose (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_CONTENT);
}

static void
planner_content_finalize (GObject *object)
{
  g_clear_pointer (&PLANNER_CONTENT (object)->view, g_free);

  G_OBJECT_CLASS (planner_content_parent_class)->finalize (object);
}

static void
planner_content_class_init (PlannerContentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_content_get_property;
  object_class->set_property = planner_content_set_property;
  object_class->dispose = planner_content_dispose;
  object_class->finalize = planner_content_finalize;
  widget_class->root = planner_content_root;
  widget_class->unroot = planner_content_unroot;

  properties[PROP_VIEW] =
      g_param_spec_string ("view", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WIDE] = g_param_spec_boolean ("wide", NULL, NULL, FALSE, flags);
  properties[PROP_EXTRA_WIDE] = g_param_spec_boolean ("extra-wide", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (PLANNER_TYPE_PANE);
  g_type_ensure (PLANNER_TYPE_SESSIONS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-content.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerContent, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, PlannerContent, sessions_page);
  gtk_widget_class_bind_template_child (widget_class, PlannerContent, split_view);
  gtk_widget_class_bind_template_child (widget_class, PlannerContent, pane);
  gtk_widget_class_bind_template_callback (widget_class, get_title);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, step_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, step_cb, "i", 1);
}

static void
planner_content_init (PlannerContent *self)
{
  self->view = g_strdup (PLANNER_VIEW_ALL);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->pane_host =
      planner_pane_host_new (self->split_view, self->navigation_view, self->sessions_page, self->pane);
  self->pages = planner_view_pages_new (self->navigation_view, self->sessions_page);
  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::agenda", G_CALLBACK (agenda_changed_cb), self);
}

/**
 * planner_content_set_settings:
 * @settings: for "local-time", "lead-minutes" and "selected-session"
 *
 * Call it once, before any other function.
 */
void
planner_content_set_settings (PlannerContent *self, GSettings *settings)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_pane_host_set_settings (self->pane_host, settings);
  planner_pane_set_settings (self->pane, settings);
  planner_view_pages_set_settings (self->pages, settings);
}

/**
 * planner_content_set_present:
 * @present: the present time for the pages; it follows the agenda of the conference
 *
 * Call it once, before a conference is set.
 */
void
planner_content_set_present (PlannerContent *self, PlannerPresent *present)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  g_set_object (&self->present, present);
  planner_pane_set_present (self->pane, present);
  planner_view_pages_set_present (self->pages, present);
}

/**
 * planner_content_set_friends:
 * @friends: the friends whose stars are shown
 *
 * Call it once.
 */
void
planner_content_set_friends (PlannerContent *self, PlannerFriends *friends)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_view_pages_set_friends (self->pages, friends);
}

/**
 * planner_content_set_library:
 * @library: the attendee's conferences
 *
 * Call it once.
 */
void
planner_content_set_library (PlannerContent *self, PlannerLibrary *library)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_view_pages_set_library (self->pages, library);
}

/**
 * planner_content_set_key_capture:
 * @widget: the widget in which typing starts a search
 */
void
planner_content_set_key_capture (PlannerContent *self, GtkWidget *widget)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_sessions_page_set_key_capture (self->sessions_page, widget);
}

/**
 * planner_content_set_conference:
 * @conference: (nullable): the conference of the views that are shown from now on
 */
void
planner_content_set_conference (PlannerContent *self, PlannerConference *conference)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  g_set_object (&self->conference, conference);
  g_signal_group_set_target (self->signals, conference);
  planner_view_pages_set_conference (self->pages, conference);
  planner_pane_host_set_conference (self->pane_host, conference);
  follow_agenda (self);
  follow_starred (self);
}

const char *
planner_content_get_view (PlannerContent *self)
{
  return self->view;
}

static void
show_nothing_selected (PlannerContent *self, const PlannerView *view)
{
  if (view->nothing_selected)
    planner_pane_set_nothing_selected (self->pane,
                                       view->icon_name ? view->icon_name : "x-office-calendar-symbolic",
                                       _ (view->nothing_selected));
}

/**
 * planner_content_show_view:
 * @id: the id of a view
 *
 * Shows a view of the conference, or all sessions if the conference does not have that view. A conference must be set.
 */
void
planner_content_show_view (PlannerContent *self, const char *id)
{
  const PlannerView *view;

  g_return_if_fail (PLANNER_IS_CONTENT (self));
  g_return_if_fail (self->conference != NULL);

  planner_content_leave (self);
  if (self->present)
    planner_present_update (self->present);
  g_set_str (&self->view, planner_view_is_available (id, self->conference) ? id : PLANNER_VIEW_ALL);
  view = planner_view_find (self->view);
  planner_pane_host_set_view (self->pane_host, view);
  planner_view_pages_show (self->pages, self->view);
  show_nothing_selected (self, view);
  planner_pane_host_close (self->pane_host);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/**
 * planner_content_show_session:
 * @entry: an entry of the conference
 *
 * Shows the details of a session beside or on top of the view, and records that its changes were seen.
 */
void
planner_content_show_session (PlannerContent *self, PlannerEntry *entry)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_pane_host_show_session (self->pane_host, entry);
}

/**
 * planner_content_reveal:
 *
 * Scrolls the view to the session whose details are on screen. The focus moves there, too, if no widget has it.
 */
void
planner_content_reveal (PlannerContent *self)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_sessions_page_reveal (self->sessions_page, planner_pane_get_entry (self->pane));
}

/**
 * planner_content_show_room:
 * @name: the name that identifies a room of the conference
 *
 * Shows a room and its sessions beside or on top of the view. A conference must be set.
 */
void
planner_content_show_room (PlannerContent *self, const char *name)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_pane_host_show_room (self->pane_host, name);
}

/**
 * planner_content_show_speaker:
 * @key: the key of a speaker; see planner_speaker_dup_key()
 *
 * Shows a speaker of the conference and the speaker's sessions beside or on top of the view. A conference must be set.
 */
void
planner_content_show_speaker (PlannerContent *self, const char *key)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_pane_host_show_speaker (self->pane_host, key);
}

/**
 * planner_content_review_changes:
 *
 * Shows the changes of the starred sessions.
 */
void
planner_content_review_changes (PlannerContent *self)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_content_show_view (self, PLANNER_VIEW_CHANGES);
  if (g_str_equal (self->view, PLANNER_VIEW_CHANGES))
    planner_changes_page_show (PLANNER_CHANGES_PAGE (
                                   adw_navigation_view_get_visible_page (self->navigation_view)),
                               self->conference, TRUE);
}

/**
 * planner_content_show_filtered:
 * @filter: which sessions to show
 *
 * Shows the sessions of the conference that match the filter. A conference must be set.
 */
void
planner_content_show_filtered (PlannerContent *self, const PlannerFilter *filter)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));
  g_return_if_fail (filter != NULL);

  planner_content_show_view (self, PLANNER_VIEW_ALL);
  planner_sessions_page_set_filter (self->sessions_page, filter);
}

/**
 * planner_content_start_search:
 *
 * Searches the rooms, speakers or sessions on screen, or all sessions if the view shows something else.
 */
void
planner_content_start_search (PlannerContent *self)
{
  AdwNavigationPage *visible;

  g_return_if_fail (PLANNER_IS_CONTENT (self));

  if (planner_pane_host_is_pane_on_top (self->pane_host))
    planner_pane_host_close (self->pane_host);
  visible = adw_navigation_view_get_visible_page (self->navigation_view);
  if (PLANNER_IS_PLACES_PAGE (visible))
    {
      planner_places_page_start_search (PLANNER_PLACES_PAGE (visible));
      return;
    }
  if (!g_str_equal (planner_view_find (self->view)->page, SESSIONS_TAG))
    planner_content_show_view (self, PLANNER_VIEW_ALL);
  planner_view_pages_show_sessions (self->pages);
  planner_sessions_page_start_search (self->sessions_page);
}

/**
 * planner_content_search:
 * @text: the text to search for
 *
 * Searches all sessions for @text.
 */
void
planner_content_search (PlannerContent *self, const char *text)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self) && text != NULL);

  planner_content_show_view (self, PLANNER_VIEW_ALL);
  planner_view_pages_show_sessions (self->pages);
  planner_sessions_page_search (self->sessions_page, text);
}

/**
 * planner_content_get_current:
 *
 * Returns: (nullable) (transfer none): the session that has the focus in the view, else the one whose details are on screen
 */
PlannerEntry *
planner_content_get_current (PlannerContent *self)
{
  g_return_val_if_fail (PLANNER_IS_CONTENT (self), NULL);

  return planner_pane_host_get_current (self->pane_host);
}

/**
 * planner_content_hide_pane:
 *
 * Returns from the pane to the view, and closes the pane unless it is beside a list.
 */
void
planner_content_hide_pane (PlannerContent *self)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_pane_host_leave (self->pane_host);
}

/**
 * planner_content_leave:
 *
 * Call it when the view goes off screen, also when the window closes. Stores which session is shown beside it. Changes that
 * the view listed count as seen from then on.
 */
void
planner_content_leave (PlannerContent *self)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_view_pages_leave (self->pages, self->view);
  planner_pane_host_save_session (self->pane_host);
}

/**
 * planner_content_shows_timetable:
 *
 * Returns: whether a timetable is on screen
 */
gboolean
planner_content_shows_timetable (PlannerContent *self)
{
  g_return_val_if_fail (PLANNER_IS_CONTENT (self), FALSE);

  return planner_pane_host_shows_timetable (self->pane_host);
}

/**
 * planner_content_shows_sessions:
 *
 * Returns: whether a view with sessions, as a list or a timetable, is on screen and no details are on top of it
 */
gboolean
planner_content_shows_sessions (PlannerContent *self)
{
  g_return_val_if_fail (PLANNER_IS_CONTENT (self), FALSE);

  return planner_pane_host_shows_sessions (self->pane_host);
}

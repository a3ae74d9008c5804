/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window/planner-pane-host.h"

#include "ui/widgets/planner-split-view.h"
#include "ui/window/planner-focus-follower.h"

/* The share of the width that the view has beside the pane, and its largest width in pixels. */
#define LIST_FRACTION 0.5
#define LIST_MAX_WIDTH 560
#define TIMETABLE_FRACTION 0.66
#define TIMETABLE_MAX_WIDTH 8000

struct _PlannerPaneHost
{
  GObject parent_instance;

  AdwNavigationSplitView *split_view;   /* owned */
  AdwNavigationView *navigation_view;   /* owned */
  PlannerSessionsPage *sessions_page;   /* owned */
  PlannerPane *pane;                    /* owned */
  PlannerFocusFollower *focus_follower; /* owned */

  GSettings *settings;           /* owned, nullable until set */
  PlannerConference *conference; /* owned, nullable */
  const PlannerView *view;       /* static: the view on screen */
  gboolean wide;                 /* there is room for a list and the pane */
  gboolean extra_wide;           /* there is room for a timetable and the pane */
  gboolean restored;             /* the pane has shown the session of the last start */
  gboolean stepped;              /* the pane on top went to another session of the list */
};

G_DEFINE_FINAL_TYPE (PlannerPaneHost, planner_pane_host, G_TYPE_OBJECT)

static gboolean
is_at_sessions (PlannerPaneHost *self)
{
  return adw_navigation_view_get_visible_page (self->navigation_view) ==
         ADW_NAVIGATION_PAGE (self->sessions_page);
}

static gboolean
shows_timetable (PlannerPaneHost *self)
{
  return is_at_sessions (self) && planner_sessions_page_shows_timetable (self->sessions_page);
}

/* A list always has the pane beside it. Other views have all the width until something is opened. */
static gboolean
shows_list (PlannerPaneHost *self)
{
  return is_at_sessions (self) ? planner_sessions_page_shows_list (self->sessions_page)
                               : planner_view_is_list (self->view);
}

static gboolean
has_pane_beside (PlannerPaneHost *self)
{
  const gboolean fits = shows_timetable (self) ? self->extra_wide : self->wide;
  const gboolean opened =
      adw_navigation_split_view_get_show_content (self->split_view) && !planner_pane_is_empty (self->pane);

  return fits && self->conference && (shows_list (self) || opened);
}

static gboolean
is_pane_beside (PlannerPaneHost *self)
{
  return !adw_navigation_split_view_get_collapsed (self->split_view);
}

static gboolean
is_pane_on_top (PlannerPaneHost *self)
{
  return adw_navigation_split_view_get_collapsed (self->split_view) &&
         adw_navigation_split_view_get_show_content (self->split_view);
}

static void
update_shown_entry (PlannerPaneHost *self)
{
  g_object_set (self->sessions_page, "shown-entry",
                is_pane_beside (self) ? planner_pane_get_entry (self->pane) : NULL, NULL);
}

/* Returns: (nullable): the list of the view */
static GListModel *
get_list (PlannerPaneHost *self)
{
  return is_at_sessions (self) ? planner_sessions_page_get_list (self->sessions_page) : NULL;
}

static void
restore_session (PlannerPaneHost *self)
{
  g_autofree char *key = NULL;
  PlannerEntry *entry;

  if (self->restored)
    return;

  self->restored = TRUE;
  key = g_settings_get_string (self->settings, "selected-session");
  entry = planner_conference_find_entry (self->conference, key);
  if (entry && planner_pane_is_empty (self->pane))
    planner_pane_preview_session (self->pane, entry, get_list (self));
}

static void
update_layout (PlannerPaneHost *self)
{
  const gboolean beside = has_pane_beside (self);
  const gboolean timetable = shows_timetable (self);

  adw_navigation_split_view_set_max_sidebar_width (self->split_view,
                                                   timetable ? TIMETABLE_MAX_WIDTH : LIST_MAX_WIDTH);
  adw_navigation_split_view_set_sidebar_width_fraction (self->split_view,
                                                        timetable ? TIMETABLE_FRACTION : LIST_FRACTION);
  if (beside)
    restore_session (self);
  adw_navigation_split_view_set_collapsed (self->split_view, !beside);
}

static void
set_open (PlannerPaneHost *self, gboolean open)
{
  planner_split_view_show_content (self->split_view, open);
  update_layout (self);
}

/* Closes the pane if there is no room for it beside the timetable. Otherwise it would cover the timetable. */
static void
shows_list_changed_cb (PlannerPaneHost *self)
{
  if (shows_timetable (self) && !self->extra_wide && is_pane_beside (self))
    planner_split_view_show_content (self->split_view, FALSE);
  update_layout (self);
}

/* When the pane itself goes to another session, the list follows. */
static void
entry_changed_cb (PlannerPaneHost *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->pane));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  update_shown_entry (self);
  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pane)))
    planner_sessions_page_reveal (self->sessions_page, planner_pane_get_entry (self->pane));
}

static void
entry_focused_cb (PlannerPaneHost *self, PlannerEntry *entry)
{
  planner_pane_preview_session (self->pane, entry, get_list (self));
}

static void
collapsed_changed_cb (PlannerPaneHost *self)
{
  planner_sessions_page_set_beside_pane (self->sessions_page, is_pane_beside (self));
  planner_pane_set_covers_view (self->pane, !is_pane_beside (self));
  update_shown_entry (self);
  if (planner_pane_is_empty (self->pane))
    planner_focus_follower_update (self->focus_follower);
}

/* A list gives the focus back to the row where the pane was opened. */
static void
show_content_changed_cb (PlannerPaneHost *self)
{
  if (adw_navigation_split_view_get_show_content (self->split_view) || !self->stepped)
    return;

  self->stepped = FALSE;
  planner_sessions_page_reveal (self->sessions_page, planner_pane_get_entry (self->pane));
}

/* Escape goes from the pane to the view beside it, and closes the pane beside a timetable. */
static gboolean
leave_pane_cb (GtkWidget *pane, GVariant *args, gpointer user_data)
{
  PlannerPaneHost *self = user_data;

  if (!is_pane_beside (self))
    return GDK_EVENT_PROPAGATE;

  planner_pane_host_leave (self);

  return GDK_EVENT_STOP;
}

/* In a timetable, Escape closes the pane beside it, too. The focus stays where it is. */
static gboolean
close_pane_cb (GtkWidget *navigation_view, GVariant *args, gpointer user_data)
{
  PlannerPaneHost *self = user_data;

  if (!is_pane_beside (self) || !shows_timetable (self))
    return GDK_EVENT_PROPAGATE;

  set_open (self, FALSE);

  return GDK_EVENT_STOP;
}

static void
handle_escape (PlannerPaneHost *self, gpointer widget, GtkShortcutFunc func)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (func, self, NULL)));
  gtk_widget_add_controller (widget, controller);
}

static void
connect_signals (PlannerPaneHost *self)
{
  g_signal_connect_object (self->split_view, "notify::collapsed", G_CALLBACK (collapsed_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split_view, "notify::show-content", G_CALLBACK (show_content_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sessions_page, "notify::shows-list", G_CALLBACK (shows_list_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "notify::entry", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->focus_follower, "entry-focused", G_CALLBACK (entry_focused_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
planner_pane_host_dispose (GObject *object)
{
  PlannerPaneHost *self = PLANNER_PANE_HOST (object);

  g_clear_object (&self->focus_follower);
  g_clear_object (&self->split_view);
  g_clear_object (&self->navigation_view);
  g_clear_object (&self->sessions_page);
  g_clear_object (&self->pane);
  g_clear_object (&self->settings);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_pane_host_parent_class)->dispose (object);
}

static void
planner_pane_host_class_init (PlannerPaneHostClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_pane_host_dispose;
}

static void
planner_pane_host_init (PlannerPaneHost *self)
{
  self->view = planner_view_find (PLANNER_VIEW_ALL);
}

/**
 * planner_pane_host_new:
 * @split_view: has the view in its sidebar and @pane as its content
 * @navigation_view: the pages of the view
 * @sessions_page: the page of sessions in @navigation_view
 * @pane: the pane
 *
 * The new object keeps references to all four. Release it before their parent is disposed.
 *
 * Returns: (transfer full): a host whose pane is empty
 */
PlannerPaneHost *
planner_pane_host_new (AdwNavigationSplitView *split_view,
                       AdwNavigationView *navigation_view,
                       PlannerSessionsPage *sessions_page,
                       PlannerPane *pane)
{
  PlannerPaneHost *self = g_object_new (PLANNER_TYPE_PANE_HOST, NULL);

  self->split_view = g_object_ref (split_view);
  self->navigation_view = g_object_ref (navigation_view);
  self->sessions_page = g_object_ref (sessions_page);
  self->pane = g_object_ref (pane);
  self->focus_follower = planner_focus_follower_new (split_view, navigation_view, sessions_page, pane);
  handle_escape (self, pane, leave_pane_cb);
  handle_escape (self, navigation_view, close_pane_cb);
  connect_signals (self);

  return self;
}

/**
 * planner_pane_host_set_settings:
 * @settings: for "selected-session"
 *
 * Call it once, before a conference is set.
 */
void
planner_pane_host_set_settings (PlannerPaneHost *self, GSettings *settings)
{
  g_set_object (&self->settings, settings);
}

/**
 * planner_pane_host_set_conference:
 * @conference: (nullable): the conference of the views that are shown from now on; %NULL shows no pane beside the view
 */
void
planner_pane_host_set_conference (PlannerPaneHost *self, PlannerConference *conference)
{
  g_set_object (&self->conference, conference);
  planner_pane_set_conference (self->pane, conference);
}

/**
 * planner_pane_host_set_view:
 * @view: the view
 *
 * Call it before the page of another view is shown.
 */
void
planner_pane_host_set_view (PlannerPaneHost *self, const PlannerView *view)
{
  self->view = view;
  self->stepped = FALSE;
}

/**
 * planner_pane_host_set_wide:
 * @wide: whether there is room for a list and the pane
 */
void
planner_pane_host_set_wide (PlannerPaneHost *self, gboolean wide)
{
  self->wide = wide;
  update_layout (self);
}

gboolean
planner_pane_host_is_wide (PlannerPaneHost *self)
{
  return self->wide;
}

/**
 * planner_pane_host_set_extra_wide:
 * @extra_wide: whether there is room for a timetable and the pane
 */
void
planner_pane_host_set_extra_wide (PlannerPaneHost *self, gboolean extra_wide)
{
  self->extra_wide = extra_wide;
  update_layout (self);
}

gboolean
planner_pane_host_is_extra_wide (PlannerPaneHost *self)
{
  return self->extra_wide;
}

gboolean
planner_pane_host_is_pane_on_top (PlannerPaneHost *self)
{
  return is_pane_on_top (self);
}

/**
 * planner_pane_host_shows_sessions:
 *
 * Returns: whether a view with sessions, as a list or a timetable, is on screen and no details are on top of it
 */
gboolean
planner_pane_host_shows_sessions (PlannerPaneHost *self)
{
  return is_at_sessions (self) && !is_pane_on_top (self);
}

/**
 * planner_pane_host_shows_timetable:
 *
 * Returns: whether a timetable is on screen
 */
gboolean
planner_pane_host_shows_timetable (PlannerPaneHost *self)
{
  return shows_timetable (self);
}

/**
 * planner_pane_host_get_current:
 *
 * Returns: (nullable) (transfer none): the session that has the focus in the view, else the one whose details are on screen
 */
PlannerEntry *
planner_pane_host_get_current (PlannerPaneHost *self)
{
  PlannerEntry *entry =
      is_pane_on_top (self) ? NULL : planner_focus_follower_find_entry (self->focus_follower);

  if (!entry && (is_pane_beside (self) || is_pane_on_top (self)))
    entry = planner_pane_get_entry (self->pane);

  return entry;
}

/**
 * planner_pane_host_show_session:
 * @entry: an entry of the conference
 *
 * Shows the details of a session, and records that its changes were seen.
 */
void
planner_pane_host_show_session (PlannerPaneHost *self, PlannerEntry *entry)
{
  if (is_pane_on_top (self))
    planner_pane_push_session (self->pane, entry);
  else
    planner_pane_show_session (self->pane, entry, get_list (self));
  set_open (self, TRUE);
}

/**
 * planner_pane_host_show_room:
 * @name: the name that identifies a room of the conference
 */
void
planner_pane_host_show_room (PlannerPaneHost *self, const char *name)
{
  if (is_pane_on_top (self))
    planner_pane_push_room (self->pane, name);
  else if (planner_pane_show_room (self->pane, name))
    set_open (self, TRUE);
}

/**
 * planner_pane_host_show_speaker:
 * @key: the key of a speaker; see planner_speaker_dup_key()
 */
void
planner_pane_host_show_speaker (PlannerPaneHost *self, const char *key)
{
  if (is_pane_on_top (self))
    planner_pane_push_speaker (self->pane, key);
  else if (planner_pane_show_speaker (self->pane, key))
    set_open (self, TRUE);
}

/**
 * planner_pane_host_step:
 * @step: 1 for the next session of the list, -1 for the previous one
 *
 * Returns: whether the pane is on screen
 */
gboolean
planner_pane_host_step (PlannerPaneHost *self, int step)
{
  if (!is_pane_beside (self) && !is_pane_on_top (self))
    return FALSE;
  if (planner_pane_step (self->pane, step))
    {
      planner_sessions_page_reveal (self->sessions_page, planner_pane_get_entry (self->pane));
      self->stepped = is_pane_on_top (self);
    }

  return TRUE;
}

/**
 * planner_pane_host_close:
 *
 * Closes the pane unless it is beside a list.
 */
void
planner_pane_host_close (PlannerPaneHost *self)
{
  set_open (self, FALSE);
}

/**
 * planner_pane_host_leave:
 *
 * Moves the focus from the pane to the view, and closes the pane unless it is beside a list.
 */
void
planner_pane_host_leave (PlannerPaneHost *self)
{
  planner_focus_follower_restore (self->focus_follower);
  set_open (self, FALSE);
}

/**
 * planner_pane_host_save_session:
 *
 * Stores which session the pane shows.
 */
void
planner_pane_host_save_session (PlannerPaneHost *self)
{
  PlannerEntry *entry = planner_pane_get_entry (self->pane);

  if (self->restored)
    g_settings_set_string (self->settings, "selected-session", entry ? planner_entry_get_key (entry) : "");
}

/**
 * planner_pane_host_focus_changed:
 *
 * Call it when the focus of the window changes.
 */
void
planner_pane_host_focus_changed (PlannerPaneHost *self)
{
  planner_focus_follower_update (self->focus_follower);
}

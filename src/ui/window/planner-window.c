/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/planner-window.h"

#include "library/planner-conference-refresh.h"
#include "library/planner-library-reload.h"
#include "model/planner-session-id.h"
#include "ui/widgets/planner-split-view.h"
#include "ui/window/planner-choice.h"
#include "ui/window/planner-conference-actions.h"
#include "ui/window/planner-content.h"
#include "ui/window/planner-export-actions.h"
#include "ui/window/planner-library-actions.h"
#include "ui/window/planner-sidebar.h"
#include "ui/window/planner-star-actions.h"
#include "ui/window/planner-start-page.h"
#include "ui/window/planner-view-actions.h"
#include "ui/window/planner-view.h"

struct _PlannerWindow
{
  AdwApplicationWindow parent_instance;

  PlannerLibrary *library;                      /* owned */
  GSettings *settings;                          /* owned */
  PlannerConference *conference;                /* owned, nullable: the conference on screen */
  PlannerViewActions *view_actions;             /* owned */
  PlannerConferenceActions *conference_actions; /* owned */
  PlannerLibraryActions *library_actions;       /* owned */
  PlannerStarActions *star_actions;             /* owned */
  PlannerExportActions *export_actions;         /* owned */
  PlannerPresent *present;                      /* owned */
  PlannerFriends *friends;                      /* owned */
  gboolean loaded;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  AdwNavigationSplitView *split_view;
  PlannerSidebar *sidebar; /* nullable: created when the library is loaded */
  PlannerContent *content;
};

G_DEFINE_FINAL_TYPE (PlannerWindow, planner_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_SETTINGS,
} PlannerWindowProperty;

static GParamSpec *properties[PROP_SETTINGS + 1];

/* Pages that are rarely shown are created when needed, so that the window opens sooner. */
static PlannerStartPage *
show_start_page (PlannerWindow *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);

  if (!page)
    page = gtk_stack_page_get_child (gtk_stack_add_named (self->stack, planner_start_page_new (), name));
  gtk_stack_set_visible_child_name (self->stack, name);

  return PLANNER_START_PAGE (page);
}

static void
update_sidebar (PlannerWindow *self)
{
  if (!self->sidebar)
    return;

  planner_sidebar_set_conference (self->sidebar, self->conference);
  planner_sidebar_set_view (self->sidebar, planner_content_get_view (self->content));
}

static void
collapsed_changed_cb (PlannerWindow *self)
{
  const gboolean collapsed = adw_navigation_split_view_get_collapsed (self->split_view);

  if (self->sidebar)
    g_object_set (self->sidebar, "mode", collapsed ? ADW_SIDEBAR_MODE_PAGE : ADW_SIDEBAR_MODE_SIDEBAR, NULL);
}

static PlannerSidebar *
ensure_sidebar (PlannerWindow *self)
{
  if (self->sidebar)
    return self->sidebar;

  self->sidebar = g_object_new (PLANNER_TYPE_SIDEBAR, NULL);
  collapsed_changed_cb (self);
  planner_sidebar_set_library (self->sidebar, self->library);
  update_sidebar (self);
  adw_navigation_split_view_set_sidebar (self->split_view, ADW_NAVIGATION_PAGE (self->sidebar));

  return self->sidebar;
}

/* Now is not stored: each start during a conference shows it anyway, and later starts show the view from before. */
static void
view_changed_cb (PlannerWindow *self)
{
  const char *view = planner_content_get_view (self->content);

  update_sidebar (self);
  if (!g_str_equal (view, PLANNER_VIEW_NOW))
    g_settings_set_string (self->settings, "selected-view", view);
}

static void
set_conference (PlannerWindow *self, PlannerConference *conference)
{
  g_set_object (&self->conference, conference);
  planner_view_actions_set_conference (self->view_actions, conference);
  planner_conference_actions_set_conference (self->conference_actions, conference);
  planner_star_actions_set_conference (self->star_actions, conference);
  planner_export_actions_set_conference (self->export_actions, conference);
}

static void
select_conference (PlannerWindow *self, PlannerConference *conference, const char *view)
{
  gint64 id = conference ? planner_conference_get_id (conference) : 0;
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "select-conference");

  if (self->conference == conference)
    return;

  set_conference (self, conference);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_int64 (id));
  update_sidebar (self);
  planner_content_set_conference (self->content, conference);
  if (conference == NULL)
    {
      show_start_page (self, "empty");
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "conference");
  g_settings_set_int64 (self->settings, "selected-conference", id);
  planner_content_show_view (self->content, view);
}

static void
library_changed_cb (PlannerWindow *self)
{
  g_autoptr (PlannerConference) conference = NULL;

  if (!self->loaded || (self->conference &&
                        planner_library_find (self->library, planner_conference_get_id (self->conference))))
    return;

  conference = planner_choose_conference (self->library, 0);
  select_conference (self, conference, planner_choose_view (conference, PLANNER_VIEW_ALL));
}

/* Another process may have changed the database meanwhile. */
static void
active_changed_cb (PlannerWindow *self)
{
  if (self->conference && gtk_window_is_active (GTK_WINDOW (self)))
    planner_library_reload_async (self->library, NULL, NULL, NULL);
}

/* The time on screen advances only while the window can be seen. */
static void
visibility_changed_cb (PlannerWindow *self)
{
  planner_present_set_active (self->present, gtk_widget_get_mapped (GTK_WIDGET (self)) &&
                                                 !gtk_window_is_suspended (GTK_WINDOW (self)));
}

static gboolean
close_request_cb (PlannerWindow *self)
{
  planner_content_leave (self->content);

  return GDK_EVENT_PROPAGATE;
}

static void
show_sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;

  planner_split_view_show_content (self->split_view, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (ensure_sidebar (self)), GTK_DIR_TAB_FORWARD);
}

static void
added_cb (PlannerWindow *self, PlannerConference *conference)
{
  select_conference (self, conference, planner_choose_view (conference, PLANNER_VIEW_ALL));
}

static void
imported_cb (PlannerWindow *self, PlannerConference *conference)
{
  select_conference (self, conference, PLANNER_VIEW_MY_SCHEDULE);
}

static void
friend_added_cb (PlannerWindow *self, PlannerConference *conference)
{
  select_conference (self, conference, PLANNER_VIEW_ALL);
}

/* The conference may have been removed in the meantime. */
static void
select_conference_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;
  PlannerConference *conference = planner_library_find (self->library, g_variant_get_int64 (parameter));

  if (conference)
    select_conference (self, conference, planner_choose_view (conference, PLANNER_VIEW_ALL));
}

static const GActionEntry action_entries[] = {
  { .name = "show-sidebar", .activate = show_sidebar_cb },
  { .name = "select-conference",
    .activate = select_conference_cb,
    .parameter_type = "x",
    .state = "int64 0" },
};

static void
add_actions (PlannerWindow *self)
{
  GActionMap *map = G_ACTION_MAP (self);

  self->view_actions = planner_view_actions_new (map, self->split_view, self->content);
  self->conference_actions =
      planner_conference_actions_new (map, self->library, self->content, self->friends, self->toast_overlay);
  self->library_actions =
      planner_library_actions_new (map, self->library, self->friends, self->toast_overlay);
  g_signal_connect_object (self->library_actions, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library_actions, "imported", G_CALLBACK (imported_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library_actions, "friend-added", G_CALLBACK (friend_added_cb), self,
                           G_CONNECT_SWAPPED);
  self->star_actions = planner_star_actions_new (map, self->library, self->toast_overlay, self->settings);
  self->export_actions = planner_export_actions_new (map, self->toast_overlay, self->settings);
}

static void
bind_settings (PlannerWindow *self)
{
  g_autoptr (GAction) local_time = g_settings_create_action (self->settings, "local-time");

  g_action_map_add_action (G_ACTION_MAP (self), local_time);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
planner_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerWindow *self = PLANNER_WINDOW (object);

  switch ((PlannerWindowProperty) id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannerWindow *self = PLANNER_WINDOW (object);

  switch ((PlannerWindowProperty) id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_window_constructed (GObject *object)
{
  PlannerWindow *self = PLANNER_WINDOW (object);

  G_OBJECT_CLASS (planner_window_parent_class)->constructed (object);

  bind_settings (self);
  planner_content_set_settings (self->content, self->settings);
  self->friends = planner_friends_new (G_LIST_MODEL (self->library));
  planner_content_set_friends (self->content, self->friends);
  planner_content_set_library (self->content, self->library);
  self->present = planner_present_new (planner_library_get_time_source (self->library));
  planner_content_set_present (self->content, self->present);
  g_signal_connect (self, "map", G_CALLBACK (visibility_changed_cb), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (visibility_changed_cb), NULL);
  g_signal_connect (self, "notify::suspended", G_CALLBACK (visibility_changed_cb), NULL);
  add_actions (self);
  g_signal_connect_object (self->library, "items-changed", G_CALLBACK (library_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
planner_window_dispose (GObject *object)
{
  PlannerWindow *self = PLANNER_WINDOW (object);

  set_conference (self, NULL);
  planner_library_actions_set_enabled (self->library_actions, FALSE);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_WINDOW);

  G_OBJECT_CLASS (planner_window_parent_class)->dispose (object);
}

static void
planner_window_finalize (GObject *object)
{
  PlannerWindow *self = PLANNER_WINDOW (object);

  g_clear_object (&self->view_actions);
  g_clear_object (&self->conference_actions);
  g_clear_object (&self->library_actions);
  g_clear_object (&self->star_actions);
  g_clear_object (&self->export_actions);
  g_clear_object (&self->present);
  g_clear_object (&self->friends);

  G_OBJECT_CLASS (planner_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, PlannerWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlannerWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, PlannerWindow, content);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
}

static void
planner_window_class_init (PlannerWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_window_get_property;
  object_class->set_property = planner_window_set_property;
  object_class->constructed = planner_window_constructed;
  object_class->dispose = planner_window_dispose;
  object_class->finalize = planner_window_finalize;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, PLANNER_TYPE_LIBRARY, flags);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (PLANNER_TYPE_CONTENT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
planner_window_init (PlannerWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), action_entries, G_N_ELEMENTS (action_entries), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  if (DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");

  planner_content_set_key_capture (self->content, GTK_WIDGET (self));
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
}

PlannerWindow *
planner_window_new (GtkApplication *application, PlannerLibrary *library, GSettings *settings)
{
  return g_object_new (PLANNER_TYPE_WINDOW, "application", application, "library", library, "settings",
                       settings, NULL);
}

/**
 * planner_window_show_loading:
 *
 * Shows a spinner until planner_window_library_loaded() is called.
 */
void
planner_window_show_loading (PlannerWindow *self)
{
  gtk_stack_set_visible_child (self->stack,
                               gtk_stack_page_get_child (
                                   gtk_stack_add_child (self->stack, planner_start_page_new_loading ())));
}

/**
 * planner_window_library_loaded:
 * @error: (nullable): why the library could not be loaded
 *
 * Shows what happens now if a conference runs, else the conference and the view of the last time, or an error page.
 */
void
planner_window_library_loaded (PlannerWindow *self, const GError *error)
{
  g_autoptr (PlannerConference) conference = NULL;
  g_autofree char *last_view = NULL;

  g_return_if_fail (PLANNER_IS_WINDOW (self));

  if (error)
    {
      planner_start_page_set_error (show_start_page (self, "broken"), error);
      return;
    }

  self->loaded = TRUE;
  ensure_sidebar (self);
  planner_library_actions_set_enabled (self->library_actions, TRUE);
  conference =
      planner_choose_conference (self->library, g_settings_get_int64 (self->settings, "selected-conference"));
  last_view = g_settings_get_string (self->settings, "selected-view");
  if (conference)
    select_conference (self, conference, planner_choose_view (conference, last_view));
  else
    show_start_page (self, "empty");
}

/**
 * planner_window_offer_address:
 * @address: an address, a file's URI, or a link with stars
 *
 * Opens the dialog that adds a conference, or the one that imports stars.
 */
void
planner_window_offer_address (PlannerWindow *self, const char *address)
{
  g_return_if_fail (PLANNER_IS_WINDOW (self));

  planner_library_actions_offer (self->library_actions, address);
}

/**
 * planner_window_show_my_schedule:
 *
 * Shows My Schedule of the conference on screen. The library must be loaded.
 */
void
planner_window_show_my_schedule (PlannerWindow *self)
{
  g_return_if_fail (PLANNER_IS_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", PLANNER_VIEW_MY_SCHEDULE);
}

/**
 * planner_window_open_session:
 * @id: a session id, from outside the program; its key may be empty
 *
 * Shows the details of a session on top of My Schedule of its conference, or only My Schedule if the conference has no such
 * session. The library must be loaded.
 */
void
planner_window_open_session (PlannerWindow *self, const char *id)
{
  PlannerConference *conference;
  const char *key;
  gint64 number;

  g_return_if_fail (PLANNER_IS_WINDOW (self));

  conference =
      planner_session_id_parse (id, &number, &key) ? planner_library_find (self->library, number) : NULL;
  if (!conference)
    return;

  /* The list of My Schedule would move the focus from a row of the last view to a row of its own, and the details follow. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  select_conference (self, conference, PLANNER_VIEW_MY_SCHEDULE);
  planner_window_show_my_schedule (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-session", "s", key);
  planner_content_reveal (self->content);
}

/**
 * planner_window_search:
 * @text: the text to search for, from outside the program
 *
 * Searches all sessions of the selected conference, or of the latest one that has a match if the selected one has none. The
 * library must be loaded.
 */
void
planner_window_search (PlannerWindow *self, const char *text)
{
  PlannerConference *conference;

  g_return_if_fail (PLANNER_IS_WINDOW (self) && text != NULL);

  conference = planner_choose_match (self->library, self->conference, text);
  if (!conference)
    return;

  select_conference (self, conference, PLANNER_VIEW_ALL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", PLANNER_VIEW_ALL);
  planner_content_search (self->content, text);
}

/**
 * planner_window_show_message:
 * @text: one sentence or two; not markup
 *
 * Shows a toast at once, and until it is closed.
 */
void
planner_window_show_message (PlannerWindow *self, const char *text)
{
  AdwToast *toast;

  g_return_if_fail (PLANNER_IS_WINDOW (self));

  toast = adw_toast_new ("");
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

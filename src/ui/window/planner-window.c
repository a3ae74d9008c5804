/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/planner-window.h"

#include "model/planner-session-id.h"
#include "plan/planner-moment.h"
#include "plan/planner-query.h"
#include "share/planner-star-link.h"
#include "ui/conference/planner-add-dialog.h"
#include "ui/window/planner-content.h"
#include "ui/window/planner-export-actions.h"
#include "ui/conference/planner-import-dialog.h"
#include "ui/conference/planner-problems-dialog.h"
#include "ui/conference/planner-removal.h"
#include "ui/window/planner-print.h"
#include "ui/window/planner-sidebar.h"
#include "ui/window/planner-star-actions.h"
#include "ui/window/planner-start-page.h"
#include "ui/window/planner-view.h"

struct _PlannerWindow
{
  AdwApplicationWindow parent_instance;

  PlannerLibrary *library;              /* owned */
  GSettings *settings;                  /* owned */
  PlannerConference *conference;        /* owned, nullable: the conference on screen */
  GSignalGroup *signals;                /* owned: of the conference */
  PlannerStarActions *star_actions;     /* owned */
  PlannerExportActions *export_actions; /* owned */
  PlannerPresent *present;              /* owned */
  PlannerFriends *friends;              /* owned */
  gboolean loaded;
  guint refresh_idle;

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

static void
enable_action (PlannerWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

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

/* A start shows Now while a conference runs, and afterwards the view before that again. */
static void
view_changed_cb (PlannerWindow *self)
{
  const char *view = planner_content_get_view (self->content);

  update_sidebar (self);
  if (!g_str_equal (view, PLANNER_VIEW_NOW))
    g_settings_set_string (self->settings, "selected-view", view);
}

static void
update_actions (PlannerWindow *self)
{
  gboolean idle =
      self->conference && planner_conference_get_state (self->conference) == PLANNER_CONFERENCE_IDLE;

  enable_action (self, "refresh", idle);
  enable_action (self, "stop-refresh", self->conference && !idle);
  enable_action (self, "remove-conference", self->conference != NULL);
  enable_action (self, "show-problems", self->conference != NULL);
  enable_action (self, "search", self->conference != NULL);
  enable_action (self, "show-board", self->conference != NULL);
  enable_action (self, "print", self->conference != NULL);
  enable_action (self, "add-conference", self->loaded);
  enable_action (self, "import-stars", self->loaded);
}

static gboolean
refresh_if_due_cb (gpointer data)
{
  PlannerWindow *self = data;

  self->refresh_idle = 0;
  if (self->conference &&
      planner_conference_is_refresh_due (self->conference, planner_conference_get_now_utc (self->conference)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.refresh", NULL);

  return G_SOURCE_REMOVE;
}

/* The stored schedule is drawn before a refresh starts. */
static void
queue_refresh_if_due (PlannerWindow *self)
{
  if (self->refresh_idle == 0)
    self->refresh_idle = g_idle_add_full (G_PRIORITY_LOW, refresh_if_due_cb, self, NULL);
}

static void
select_conference (PlannerWindow *self, PlannerConference *conference, const char *view)
{
  gint64 id = conference ? planner_conference_get_id (conference) : 0;
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "select-conference");

  if (!g_set_object (&self->conference, conference))
    return;

  g_signal_group_set_target (self->signals, conference);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_int64 (id));
  update_sidebar (self);
  update_actions (self);
  planner_content_set_conference (self->content, conference);
  planner_star_actions_set_conference (self->star_actions, conference);
  planner_export_actions_set_conference (self->export_actions, conference);
  if (conference == NULL)
    {
      show_start_page (self, "empty");
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "conference");
  g_settings_set_int64 (self->settings, "selected-conference", id);
  planner_content_show_view (self->content, view);
  queue_refresh_if_due (self);
}

static gboolean
is_running (PlannerConference *conference)
{
  return planner_agenda_get_moment (planner_conference_get_agenda (conference),
                                    planner_conference_get_now_utc (conference)) == PLANNER_MOMENT_RUNNING;
}

static const char *
get_first_view (PlannerConference *conference)
{
  return conference && is_running (conference) ? PLANNER_VIEW_NOW : PLANNER_VIEW_ALL;
}

static void
library_changed_cb (PlannerWindow *self)
{
  g_autoptr (PlannerConference) first = NULL;

  if (!self->loaded || (self->conference &&
                        planner_library_find (self->library, planner_conference_get_id (self->conference))))
    return;

  first = g_list_model_get_item (G_LIST_MODEL (self->library), 0);
  select_conference (self, first, get_first_view (first));
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
open_view (PlannerWindow *self, const char *view)
{
  if (self->conference == NULL)
    return;

  planner_content_show_view (self->content, view);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
show_view_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_view (PLANNER_WINDOW (data), g_variant_get_string (parameter, NULL));
}

/* The arrow keys in the sidebar show a view, while the focus stays in the sidebar. */
static void
preview_view_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;

  if (self->conference && !adw_navigation_split_view_get_collapsed (self->split_view))
    planner_content_show_view (self->content, g_variant_get_string (parameter, NULL));
}

/* Shows all sessions as a timetable, or as a list in a narrow window. From that timetable, goes back to the list. */
static void
show_timetable_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;
  const gboolean shown = planner_content_shows_timetable (self->content) &&
                         g_str_equal (planner_content_get_view (self->content), PLANNER_VIEW_ALL);

  if (self->conference)
    planner_view_state_set_show_timetable (planner_conference_get_view_state (self->conference), !shown);
  open_view (self, PLANNER_VIEW_ALL);
}

static void
show_sidebar_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (ensure_sidebar (self)), GTK_DIR_TAB_FORWARD);
}

static void
show_forum_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *view = planner_view_for_forum (g_variant_get_string (parameter, NULL));

  open_view (PLANNER_WINDOW (data), view);
}

static void
review_changes_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;

  if (self->conference == NULL)
    return;

  planner_content_review_changes (self->content);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* Shows the sessions that take place in the free time after a session. */
static void
show_free_time_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;
  g_autoptr (PlannerFilter) filter = NULL;
  PlannerEntry *entry;
  const char *key;
  gint64 start_utc, end_utc;

  g_variant_get (parameter, "(&sxx)", &key, &start_utc, &end_utc);
  entry = self->conference ? planner_conference_find_entry (self->conference, key) : NULL;
  if (!entry)
    return;

  filter = planner_filter_new_for_span (planner_entry_get_day (entry)->date, start_utc, end_utc,
                                        planner_entry_get_session (entry)->zone);
  planner_content_show_filtered (self->content, filter);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* Shows the sessions that run during a session. */
static void
show_parallel_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;
  const char *key = g_variant_get_string (parameter, NULL);
  PlannerEntry *entry = self->conference ? planner_conference_find_entry (self->conference, key) : NULL;
  g_autoptr (PlannerFilter) filter = NULL;

  if (!entry)
    return;

  filter = planner_filter_new_for_parallel (planner_entry_get_day (entry)->date,
                                            planner_entry_get_session (entry));
  planner_content_show_filtered (self->content, filter);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
star_current_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;
  PlannerEntry *entry = self->conference ? planner_content_get_current (self->content) : NULL;

  if (entry)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toggle-star", "s", planner_entry_get_key (entry));
}

static void
show_session_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;
  const char *key = g_variant_get_string (parameter, NULL);
  PlannerEntry *entry = self->conference ? planner_conference_find_entry (self->conference, key) : NULL;

  if (entry == NULL)
    return;

  planner_content_show_session (self->content, entry);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* Shows a room or a speaker. */
static void
open_place (PlannerWindow *self, GVariant *parameter, void (*show) (PlannerContent *, const char *))
{
  if (self->conference == NULL)
    return;

  show (self->content, g_variant_get_string (parameter, NULL));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
show_room_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_place (PLANNER_WINDOW (data), parameter, planner_content_show_room);
}

static void
show_speaker_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_place (PLANNER_WINDOW (data), parameter, planner_content_show_speaker);
}

static void
hide_details_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  planner_content_hide_pane (PLANNER_WINDOW (data)->content);
}

static void
search_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  planner_content_start_search (self->content);
}

static void
refresh_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  planner_conference_refresh_async (PLANNER_WINDOW (data)->conference, NULL, NULL, NULL);
}

static void
stop_refresh_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  planner_conference_cancel_refresh (PLANNER_WINDOW (data)->conference);
}

/* The conference may have been removed in the meantime. */
static void
select_conference_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;
  PlannerConference *conference = planner_library_find (self->library, g_variant_get_int64 (parameter));

  if (conference)
    select_conference (self, conference, get_first_view (conference));
}

static void
conference_added_cb (PlannerWindow *self, PlannerConference *conference)
{
  select_conference (self, conference, get_first_view (conference));
}

static void
imported_cb (PlannerWindow *self, PlannerConference *conference)
{
  select_conference (self, conference, PLANNER_VIEW_MY_SCHEDULE);
}

static PlannerImportDialog *
open_import_dialog (PlannerWindow *self)
{
  PlannerImportDialog *dialog = planner_import_dialog_new (self->library, self->friends, self->toast_overlay);

  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));

  return dialog;
}

static void
import_stars_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_import_dialog (PLANNER_WINDOW (data));
}

static void
add_conference_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  planner_window_offer_address (PLANNER_WINDOW (data), NULL);
}

static void
remove_conference_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;

  planner_removal_start (self->library, self->conference, self->toast_overlay);
}

static void
show_problems_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;

  adw_dialog_present (planner_problems_dialog_new (self->library, self->conference), GTK_WIDGET (self));
}

static void
print_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;

  planner_print_open (self->toast_overlay, self->conference, planner_content_get_view (self->content));
}

static void
show_board_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;
  g_autofree char *place =
      g_strdup_printf ("%" G_GINT64_FORMAT ":", planner_conference_get_id (self->conference));

  gtk_widget_activate_action (GTK_WIDGET (self), "app.show-board", "s", place);
}

static const GActionEntry action_entries[] = {
  { .name = "show-view", .activate = show_view_action_cb, .parameter_type = "s" },
  { .name = "preview-view", .activate = preview_view_action_cb, .parameter_type = "s" },
  { .name = "show-timetable", .activate = show_timetable_action_cb },
  { .name = "show-sidebar", .activate = show_sidebar_action_cb },
  { .name = "show-forum", .activate = show_forum_action_cb, .parameter_type = "s" },
  { .name = "show-room", .activate = show_room_action_cb, .parameter_type = "s" },
  { .name = "show-speaker", .activate = show_speaker_action_cb, .parameter_type = "s" },
  { .name = "show-session", .activate = show_session_action_cb, .parameter_type = "s" },
  { .name = "show-free-time", .activate = show_free_time_action_cb, .parameter_type = "(sxx)" },
  { .name = "review-changes", .activate = review_changes_action_cb },
  { .name = "show-parallel", .activate = show_parallel_action_cb, .parameter_type = "s" },
  { .name = "star-current", .activate = star_current_action_cb },
  { .name = "hide-details", .activate = hide_details_action_cb },
  { .name = "search", .activate = search_action_cb },
  { .name = "refresh", .activate = refresh_action_cb },
  { .name = "stop-refresh", .activate = stop_refresh_action_cb },
  { .name = "select-conference",
    .activate = select_conference_action_cb,
    .parameter_type = "x",
    .state = "int64 0" },
  { .name = "add-conference", .activate = add_conference_action_cb },
  { .name = "import-stars", .activate = import_stars_action_cb },
  { .name = "remove-conference", .activate = remove_conference_action_cb },
  { .name = "show-problems", .activate = show_problems_action_cb },
  { .name = "show-board", .activate = show_board_action_cb },
  { .name = "print", .activate = print_action_cb },
};

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
  self->friends = planner_friends_new ();
  planner_content_set_friends (self->content, self->friends);
  self->present = planner_present_new (planner_library_get_time_source (self->library));
  planner_content_set_present (self->content, self->present);
  g_signal_connect (self, "map", G_CALLBACK (visibility_changed_cb), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (visibility_changed_cb), NULL);
  g_signal_connect (self, "notify::suspended", G_CALLBACK (visibility_changed_cb), NULL);
  self->star_actions =
      planner_star_actions_new (G_ACTION_MAP (self), self->library, self->toast_overlay, self->settings);
  self->export_actions =
      planner_export_actions_new (G_ACTION_MAP (self), self->toast_overlay, self->settings);
  update_actions (self);
  g_signal_connect_object (self->library, "items-changed", G_CALLBACK (library_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
planner_window_dispose (GObject *object)
{
  PlannerWindow *self = PLANNER_WINDOW (object);

  g_clear_handle_id (&self->refresh_idle, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->conference);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_WINDOW);

  G_OBJECT_CLASS (planner_window_parent_class)->dispose (object);
}

static void
planner_window_finalize (GObject *object)
{
  g_clear_object (&PLANNER_WINDOW (object)->star_actions);
  g_clear_object (&PLANNER_WINDOW (object)->export_actions);
  g_clear_object (&PLANNER_WINDOW (object)->present);
  g_clear_object (&PLANNER_WINDOW (object)->friends);

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

  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::state", G_CALLBACK (update_actions), self);
}

PlannerWindow *
planner_window_new (GtkApplication *application, PlannerLibrary *library, GSettings *settings)
{
  return g_object_new (PLANNER_TYPE_WINDOW, "application", application, "library", library, "settings",
                       settings, NULL);
}

/* The last conference if it runs, else another one that runs, else the last one. */
static PlannerConference *
choose_conference (PlannerWindow *self)
{
  gint64 id = g_settings_get_int64 (self->settings, "selected-conference");
  PlannerConference *conference = planner_library_find (self->library, id);

  if (conference && is_running (conference))
    return g_object_ref (conference);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->library)); i++)
    {
      g_autoptr (PlannerConference) other = g_list_model_get_item (G_LIST_MODEL (self->library), i);

      if (is_running (other))
        return g_steal_pointer (&other);
    }

  return conference ? g_object_ref (conference) : g_list_model_get_item (G_LIST_MODEL (self->library), 0);
}

/**
 * planner_window_show_loading:
 *
 * Shows a spinner until planner_window_library_loaded() is called.
 */
void
planner_window_show_loading (PlannerWindow *self)
{
  GtkWidget *page = adw_toolbar_view_new ();
  GtkWidget *spinner = adw_spinner_new ();

  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (spinner, 32, 32);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (page), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (page), spinner);
  gtk_stack_add_child (self->stack, page);
  gtk_stack_set_visible_child (self->stack, page);
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
  g_autofree char *view = NULL;

  g_return_if_fail (PLANNER_IS_WINDOW (self));

  if (error)
    {
      planner_start_page_set_error (show_start_page (self, "broken"), error);
      return;
    }

  self->loaded = TRUE;
  ensure_sidebar (self);
  conference = choose_conference (self);
  view = conference && is_running (conference) ? g_strdup (PLANNER_VIEW_NOW)
                                               : g_settings_get_string (self->settings, "selected-view");
  if (conference)
    select_conference (self, conference, view);
  else
    show_start_page (self, "empty");
  update_actions (self);
}

/**
 * planner_window_offer_address:
 * @address: (nullable): the initial address, a file's URI, or a link with stars
 *
 * Opens the dialog that adds a conference, or the one that imports stars.
 */
void
planner_window_offer_address (PlannerWindow *self, const char *address)
{
  PlannerAddDialog *dialog;

  g_return_if_fail (PLANNER_IS_WINDOW (self));

  if (address && planner_is_star_link (address))
    {
      planner_import_dialog_set_text (open_import_dialog (self), address);
      return;
    }
  dialog = planner_add_dialog_new (self->library);
  if (address)
    planner_add_dialog_set_address (dialog, address);
  g_signal_connect_object (dialog, "added", G_CALLBACK (conference_added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
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

  open_view (self, PLANNER_VIEW_MY_SCHEDULE);
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

  select_conference (self, conference, PLANNER_VIEW_MY_SCHEDULE);
  planner_window_show_my_schedule (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-session", "s", key);
}

static gboolean
has_match (PlannerConference *conference, const PlannerQuery *query)
{
  const PlannerAgenda *agenda = planner_conference_get_agenda (conference);

  for (guint i = 0; i < agenda->sessions->len; i++)
    if (planner_query_rank (query, agenda, planner_agenda_get_session (agenda, i), NULL) > 0)
      return TRUE;

  return FALSE;
}

/* Returns: (nullable): the selected conference if it has a match, else another one that has */
static PlannerConference *
find_match (PlannerWindow *self, const char *text)
{
  g_autoptr (PlannerQuery) query = planner_query_new (text);

  if (!self->conference || has_match (self->conference, query))
    return self->conference;

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->library)); i > 0; i--)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (self->library), i - 1);

      if (has_match (conference, query))
        return conference;
    }

  return self->conference;
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

  conference = find_match (self, text);
  if (!conference)
    return;

  select_conference (self, conference, PLANNER_VIEW_ALL);
  open_view (self, PLANNER_VIEW_ALL);
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

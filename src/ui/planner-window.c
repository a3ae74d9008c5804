/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/planner-window.h"

#include "ui/planner-add-dialog.h"
#include "ui/planner-changes-banner.h"
#include "ui/planner-changes-page.h"
#include "ui/planner-details-page.h"
#include "ui/planner-error-toast.h"
#include "ui/planner-exhibition-page.h"
#include "ui/planner-problems-dialog.h"
#include "ui/planner-refresh-banners.h"
#include "ui/planner-reminders-dialog.h"
#include "ui/planner-remove-dialog.h"
#include "ui/planner-sessions-page.h"
#include "ui/planner-sidebar.h"
#include "ui/planner-star-toast.h"
#include "ui/planner-start-page.h"
#include "ui/planner-view.h"

struct _PlannerWindow
{
  AdwApplicationWindow parent_instance;

  PlannerLibrary *library;       /* owned */
  GSettings *settings;           /* owned */
  PlannerConference *conference; /* owned, nullable: the one on screen */
  GSignalGroup *signals;         /* owned: of the conference */
  char *view;                    /* owned */
  GHashTable *starring;          /* owned: entries whose star is being written */
  gboolean loaded;
  guint refresh_idle;
  guint sidebar_tick;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  AdwNavigationSplitView *split_view;
  PlannerSidebar *sidebar; /* nullable: made after the first frame */
  AdwNavigationView *content_view;
  PlannerSessionsPage *sessions_page;
  PlannerRefreshBanners *banners;       /* owned: on the root pages */
  PlannerChangesBanner *changes_banner; /* owned: in My Schedule */
};

G_DEFINE_FINAL_TYPE (PlannerWindow, planner_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_SETTINGS,
} PlannerWindowProperty;

static GParamSpec *properties[PROP_SETTINGS + 1];

/* Owned both. */
typedef struct
{
  PlannerWindow *window;
  PlannerEntry *entry;
} EntryChange;

static void
enable_action (PlannerWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static AdwNavigationPage *
ensure_exhibition_page (PlannerWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->content_view, "exhibition");

  if (page)
    return page;

  page = ADW_NAVIGATION_PAGE (planner_exhibition_page_new ());
  adw_navigation_page_set_tag (page, "exhibition");
  adw_navigation_view_add (self->content_view, page);
  planner_refresh_banners_add_page (self->banners, page);

  return page;
}

static PlannerChangesPage *
find_changes_page (PlannerWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->content_view, "changes");

  return page ? PLANNER_CHANGES_PAGE (page) : NULL;
}

static PlannerChangesPage *
ensure_changes_page (PlannerWindow *self)
{
  PlannerChangesPage *page = find_changes_page (self);

  if (page)
    return page;

  page = planner_changes_page_new ();
  adw_navigation_page_set_tag (ADW_NAVIGATION_PAGE (page), "changes");
  adw_navigation_view_add (self->content_view, ADW_NAVIGATION_PAGE (page));
  planner_refresh_banners_add_page (self->banners, ADW_NAVIGATION_PAGE (page));
  g_settings_bind (self->settings, "local-time", page, "local-time", G_SETTINGS_BIND_GET);

  return page;
}

static gboolean
is_on_changes (PlannerWindow *self)
{
  return g_str_equal (self->view, PLANNER_VIEW_CHANGES) && find_changes_page (self);
}

/* The pages that few see are made when they are seen: the window is there the sooner. */
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
  planner_sidebar_set_view (self->sidebar, self->view);
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

/* The first frame is the sessions’; the sidebar comes with the second. */
static gboolean
sidebar_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PlannerWindow *self = data;

  if (gtk_widget_get_width (widget) == 0)
    return G_SOURCE_CONTINUE;

  self->sidebar_tick = 0;
  ensure_sidebar (self);

  return G_SOURCE_REMOVE;
}

static void
show_root_page (PlannerWindow *self, const char *tag)
{
  AdwNavigationPage *root = adw_navigation_view_find_page (self->content_view, tag);

  if (adw_navigation_view_get_visible_page (self->content_view) != root)
    adw_navigation_view_replace_with_tags (self->content_view, (const char *[]) { tag }, 1);
}

static gboolean
is_there (PlannerWindow *self, const char *view)
{
  GListModel *changes = G_LIST_MODEL (planner_conference_get_changes (self->conference));

  if (g_str_equal (view, PLANNER_VIEW_CHANGES))
    return g_list_model_get_n_items (changes) > 0;

  return planner_view_is_in (view, planner_conference_get_agenda (self->conference));
}

static void
show_changes (PlannerWindow *self, gboolean only_mine)
{
  planner_changes_page_show (ensure_changes_page (self), self->conference, only_mine);
  show_root_page (self, "changes");
}

static void
show_sessions (PlannerWindow *self)
{
  const PlannerScope scope = planner_view_get_scope (self->view);

  planner_changes_banner_show (self->changes_banner,
                               scope == PLANNER_SCOPE_MY_SCHEDULE ? self->conference : NULL);
  planner_sessions_page_show (self->sessions_page, self->conference, scope,
                              planner_view_get_forum (self->view));
  show_root_page (self, "sessions");
}

static void
show_view (PlannerWindow *self, const char *view)
{
  if (is_on_changes (self))
    planner_changes_page_leave (find_changes_page (self));

  g_set_str (&self->view, is_there (self, view) ? view : PLANNER_VIEW_ALL);
  update_sidebar (self);
  g_settings_set_string (self->settings, "selected-view", self->view);

  if (g_str_equal (self->view, PLANNER_VIEW_EXHIBITION))
    {
      g_object_set (ensure_exhibition_page (self), "conference", self->conference, NULL);
      show_root_page (self, "exhibition");
    }
  else if (g_str_equal (self->view, PLANNER_VIEW_CHANGES))
    {
      show_changes (self, FALSE);
    }
  else
    {
      show_sessions (self);
    }
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
  enable_action (self, "add-conference", self->loaded);
}

static gboolean
refresh_if_due_cb (gpointer data)
{
  PlannerWindow *self = data;
  const gint64 now_utc = g_get_real_time () / G_USEC_PER_SEC;

  self->refresh_idle = 0;
  if (self->conference && planner_conference_is_refresh_due (self->conference, now_utc))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.refresh", NULL);

  return G_SOURCE_REMOVE;
}

/* What is there is drawn first. */
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
  planner_refresh_banners_set_conference (self->banners, conference);
  if (conference == NULL)
    {
      show_start_page (self, "empty");
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "conference");
  g_settings_set_int64 (self->settings, "selected-conference", id);
  show_view (self, view);
  queue_refresh_if_due (self);
}

static void
library_changed_cb (PlannerWindow *self)
{
  g_autoptr (PlannerConference) first = NULL;

  if (!self->loaded || (self->conference &&
                        planner_library_find (self->library, planner_conference_get_id (self->conference))))
    return;

  first = g_list_model_get_item (G_LIST_MODEL (self->library), 0);
  select_conference (self, first, PLANNER_VIEW_ALL);
}

/* The forum on screen may be gone from the new edition. */
static void
agenda_changed_cb (PlannerWindow *self)
{
  if (!is_there (self, self->view))
    show_view (self, PLANNER_VIEW_ALL);
}

/* The command line may have changed the stars meanwhile. */
static void
active_changed_cb (PlannerWindow *self)
{
  if (self->conference && gtk_window_is_active (GTK_WINDOW (self)))
    planner_conference_reload_stars_async (self->conference, NULL, NULL, NULL);
}

static gboolean
close_request_cb (PlannerWindow *self)
{
  if (is_on_changes (self))
    planner_changes_page_leave (find_changes_page (self));

  return GDK_EVENT_PROPAGATE;
}

static void
open_view (PlannerWindow *self, const char *view)
{
  if (self->conference == NULL)
    return;

  show_view (self, view);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
show_view_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_view (PLANNER_WINDOW (data), g_variant_get_string (parameter, NULL));
}

/* By the arrow keys in the sidebar, which keeps the focus. */
static void
preview_view_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;

  if (self->conference && !adw_navigation_split_view_get_collapsed (self->split_view))
    show_view (self, g_variant_get_string (parameter, NULL));
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

  open_view (self, PLANNER_VIEW_CHANGES);
  if (is_on_changes (self))
    show_changes (self, TRUE);
}

static void
show_session_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;
  const char *key = g_variant_get_string (parameter, NULL);
  PlannerEntry *entry = self->conference ? planner_conference_find_entry (self->conference, key) : NULL;
  PlannerDetailsPage *page;

  if (entry == NULL)
    return;

  planner_change_list_mark_seen (planner_conference_get_changes (self->conference),
                                 (const char *const[]) { key, NULL });
  page = planner_details_page_new (self->conference, entry);
  g_settings_bind (self->settings, "local-time", page, "local-time", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "lead-minutes", page, "default-lead-minutes", G_SETTINGS_BIND_GET);
  adw_navigation_view_push (self->content_view, ADW_NAVIGATION_PAGE (page));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
star_changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PlannerConference *conference = PLANNER_CONFERENCE (source);
  g_autofree EntryChange *change = data;
  g_autoptr (PlannerWindow) self = change->window;
  g_autoptr (PlannerEntry) entry = change->entry;
  g_autoptr (GError) error = NULL;

  g_hash_table_remove (self->starring, entry);
  if (!planner_conference_set_starred_finish (conference, result, &error))
    adw_toast_overlay_add_toast (self->toast_overlay, planner_error_toast_new (error));
  else if (!planner_entry_get_starred (entry))
    adw_toast_overlay_add_toast (self->toast_overlay, planner_star_toast_new (conference, entry));
  else
    planner_reminders_dialog_present_once (GTK_WIDGET (self), self->settings,
                                           planner_entry_get_session (entry));
}

static void
toggle_star_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;
  const char *key = g_variant_get_string (parameter, NULL);
  PlannerEntry *entry = self->conference ? planner_conference_find_entry (self->conference, key) : NULL;
  EntryChange *change;

  if (entry == NULL || !g_hash_table_add (self->starring, g_object_ref (entry)))
    return;

  change = g_new (EntryChange, 1);
  *change = (EntryChange) { g_object_ref (self), g_object_ref (entry) };
  planner_conference_set_starred_async (self->conference, entry, !planner_entry_get_starred (entry), NULL,
                                        star_changed_cb, change);
}

static void
lead_set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree EntryChange *change = data;
  g_autoptr (PlannerWindow) self = change->window;
  g_autoptr (PlannerEntry) entry = change->entry;
  g_autoptr (GError) error = NULL;

  if (planner_conference_set_lead_finish (PLANNER_CONFERENCE (source), result, &error))
    return;

  /* What has chosen it shows again how it is. */
  g_object_notify (G_OBJECT (entry), "lead-s");
  adw_toast_overlay_add_toast (self->toast_overlay, planner_error_toast_new (error));
}

static void
set_lead_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;
  PlannerEntry *entry;
  const char *key;
  int lead_s;
  EntryChange *change;

  g_variant_get (parameter, "(&si)", &key, &lead_s);
  entry = self->conference ? planner_conference_find_entry (self->conference, key) : NULL;
  if (entry == NULL)
    return;

  change = g_new (EntryChange, 1);
  *change = (EntryChange) { g_object_ref (self), g_object_ref (entry) };
  planner_conference_set_lead_async (self->conference, entry, lead_s, NULL, lead_set_cb, change);
}

static void
search_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;

  if (g_str_equal (self->view, PLANNER_VIEW_EXHIBITION) || g_str_equal (self->view, PLANNER_VIEW_CHANGES))
    show_view (self, PLANNER_VIEW_ALL);
  show_root_page (self, "sessions");
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  planner_sessions_page_start_search (self->sessions_page);
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

/* The settings may name a conference that was removed elsewhere. */
static void
select_conference_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;
  PlannerConference *conference = planner_library_find (self->library, g_variant_get_int64 (parameter));

  if (conference)
    select_conference (self, conference, PLANNER_VIEW_ALL);
}

static void
conference_added_cb (PlannerWindow *self, PlannerConference *conference)
{
  select_conference (self, conference, PLANNER_VIEW_ALL);
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

  planner_remove_dialog_present (self->library, self->conference, self->toast_overlay);
}

static void
show_problems_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerWindow *self = data;

  adw_dialog_present (planner_problems_dialog_new (self->library, self->conference), GTK_WIDGET (self));
}

static const GActionEntry action_entries[] = {
  { .name = "show-view", .activate = show_view_action_cb, .parameter_type = "s" },
  { .name = "preview-view", .activate = preview_view_action_cb, .parameter_type = "s" },
  { .name = "show-sidebar", .activate = show_sidebar_action_cb },
  { .name = "show-forum", .activate = show_forum_action_cb, .parameter_type = "s" },
  { .name = "show-session", .activate = show_session_action_cb, .parameter_type = "s" },
  { .name = "review-changes", .activate = review_changes_action_cb },
  { .name = "toggle-star", .activate = toggle_star_action_cb, .parameter_type = "s" },
  { .name = "set-lead", .activate = set_lead_action_cb, .parameter_type = "(si)" },
  { .name = "search", .activate = search_action_cb },
  { .name = "refresh", .activate = refresh_action_cb },
  { .name = "stop-refresh", .activate = stop_refresh_action_cb },
  { .name = "select-conference",
    .activate = select_conference_action_cb,
    .parameter_type = "x",
    .state = "int64 0" },
  { .name = "add-conference", .activate = add_conference_action_cb },
  { .name = "remove-conference", .activate = remove_conference_action_cb },
  { .name = "show-problems", .activate = show_problems_action_cb },
};

static void
bind_settings (PlannerWindow *self)
{
  g_autoptr (GAction) local_time = g_settings_create_action (self->settings, "local-time");

  g_action_map_add_action (G_ACTION_MAP (self), local_time);
  g_settings_bind (self->settings, "local-time", self->sessions_page, "local-time", G_SETTINGS_BIND_GET);
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
  update_actions (self);
  self->sidebar_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), sidebar_tick_cb, self, NULL);
  g_signal_connect_object (self->library, "items-changed", G_CALLBACK (library_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
planner_window_dispose (GObject *object)
{
  PlannerWindow *self = PLANNER_WINDOW (object);

  g_clear_handle_id (&self->refresh_idle, g_source_remove);
  if (self->sidebar_tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->sidebar_tick);
  self->sidebar_tick = 0;
  g_clear_object (&self->signals);
  g_clear_object (&self->conference);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  g_clear_object (&self->banners);
  g_clear_object (&self->changes_banner);
  g_clear_pointer (&self->starring, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_WINDOW);

  G_OBJECT_CLASS (planner_window_parent_class)->dispose (object);
}

static void
planner_window_finalize (GObject *object)
{
  g_clear_pointer (&PLANNER_WINDOW (object)->view, g_free);

  G_OBJECT_CLASS (planner_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, PlannerWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlannerWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, PlannerWindow, content_view);
  gtk_widget_class_bind_template_child (widget_class, PlannerWindow, sessions_page);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_changed_cb);
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

  g_type_ensure (PLANNER_TYPE_SESSIONS_PAGE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
planner_window_init (PlannerWindow *self)
{
  self->view = g_strdup (PLANNER_VIEW_ALL);
  self->banners = planner_refresh_banners_new ();
  self->starring = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (self), action_entries, G_N_ELEMENTS (action_entries), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  if (DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");

  planner_refresh_banners_add_page (self->banners, ADW_NAVIGATION_PAGE (self->sessions_page));
  self->changes_banner = planner_changes_banner_new (ADW_NAVIGATION_PAGE (self->sessions_page));
  planner_sessions_page_set_key_capture (self->sessions_page, GTK_WIDGET (self));

  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);

  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::state", G_CALLBACK (update_actions), self);
  g_signal_group_connect_swapped (self->signals, "notify::agenda", G_CALLBACK (agenda_changed_cb), self);
}

PlannerWindow *
planner_window_new (GtkApplication *application, PlannerLibrary *library, GSettings *settings)
{
  return g_object_new (PLANNER_TYPE_WINDOW, "application", application, "library", library, "settings",
                       settings, NULL);
}

static PlannerConference *
choose_conference (PlannerWindow *self)
{
  gint64 id = g_settings_get_int64 (self->settings, "selected-conference");
  PlannerConference *conference = planner_library_find (self->library, id);

  return conference ? g_object_ref (conference) : g_list_model_get_item (G_LIST_MODEL (self->library), 0);
}

/**
 * planner_window_show_loading:
 *
 * Shows that the library is on its way.
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
 * Shows what was on screen the last time, or what is wrong.
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
  conference = choose_conference (self);
  view = g_settings_get_string (self->settings, "selected-view");
  if (conference)
    select_conference (self, conference, view);
  else
    show_start_page (self, "empty");
  update_actions (self);
}

/**
 * planner_window_offer_address:
 * @address: (nullable): what the dialog begins with
 *
 * Asks whether a conference is to be added.
 */
void
planner_window_offer_address (PlannerWindow *self, const char *address)
{
  PlannerAddDialog *dialog;

  g_return_if_fail (PLANNER_IS_WINDOW (self));

  dialog = planner_add_dialog_new (self->library);
  if (address)
    planner_add_dialog_set_address (dialog, address);
  g_signal_connect_object (dialog, "added", G_CALLBACK (conference_added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/**
 * planner_window_show_my_schedule:
 *
 * To be called when the library is loaded.
 */
void
planner_window_show_my_schedule (PlannerWindow *self)
{
  g_return_if_fail (PLANNER_IS_WINDOW (self));

  open_view (self, PLANNER_VIEW_MY_SCHEDULE);
}

/**
 * planner_window_open_session:
 * @id: "<conference's number>/<session's key>", from outside; without a key for My Schedule
 *
 * Shows the details of a session, and behind it the conference's My Schedule; only that where there is no such session.
 * To be called when the library is loaded.
 */
void
planner_window_open_session (PlannerWindow *self, const char *id)
{
  PlannerConference *conference;
  char *key = NULL;
  gint64 number;

  g_return_if_fail (PLANNER_IS_WINDOW (self));

  number = g_ascii_strtoll (id, &key, 10);
  conference = *key == '/' ? planner_library_find (self->library, number) : NULL;
  if (!conference)
    return;

  select_conference (self, conference, PLANNER_VIEW_MY_SCHEDULE);
  planner_window_show_my_schedule (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-session", "s", key + 1);
}

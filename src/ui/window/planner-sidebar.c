/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window/planner-sidebar.h"

#include "model/planner-fold.h"
#include "ui/conference/planner-conference-menu.h"
#include "ui/window/planner-sidebar-item.h"
#include "ui/conference/planner-update-bar.h"
#include "ui/window/planner-view.h"

#include <glib/gi18n.h>

/* Longer lists of forums have a filter entry. */
#define MAX_FORUMS_WITHOUT_FILTER 10

/* Enough rows to fill a window of the usual size. */
#define FIRST_FORUMS 12

/* The number of rows that can be created within a frame. */
#define FORUMS_A_FRAME 8

struct _PlannerSidebar
{
  AdwNavigationPage parent_instance;

  PlannerLibrary *library;          /* owned, nullable */
  PlannerConference *conference;    /* owned, nullable */
  char *view;                       /* owned, nullable */
  GSignalGroup *signals;            /* owned: of the conference */
  GBindingGroup *bindings;          /* owned: of the conference */
  GSignalGroup *change_signals;     /* owned: of the changes of the conference */
  GtkSelectionModel *items;         /* owned: the items of all sections */
  char *needle;                     /* owned, nullable: folded */
  gboolean selecting;               /* while the program changes the selection */
  GtkFilterListModel *found_forums; /* owned: forums that match the filter entry */
  GtkSliceListModel *shown_forums;  /* owned: found forums that have rows */
  guint more_tick;

  GMenu *conferences_menu;
  GMenuModel *switcher_menu;
  GMenuModel *primary_menu;
  GtkMenuButton *switcher;
  GtkMenuButton *menu_button;
  GtkSearchEntry *filter_entry;
  AdwSidebar *sidebar;
  AdwSidebarSection *views;
  AdwSidebarSection *forums;
};

G_DEFINE_FINAL_TYPE (PlannerSidebar, planner_sidebar, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_CONFERENCE,
  PROP_VIEW,
  PROP_MODE,
} PlannerSidebarProperty;

static GParamSpec *properties[PROP_MODE + 1];

static gboolean
matches_needle (gpointer item, gpointer needle)
{
  g_autofree char *title = planner_fold (planner_forum_item_get_forum (item)->title.shown);

  return strstr (title, needle) != NULL;
}

static guint
find_view (PlannerSidebar *self)
{
  GListModel *items = G_LIST_MODEL (self->items);

  for (guint i = 0; self->view != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (PlannerSidebarItem) item = g_list_model_get_item (items, i);

      if (g_str_equal (planner_sidebar_item_get_view (item), self->view))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* In page mode nothing is selected: a sidebar that is mapped but hidden would keep trying to scroll to the selection. */
static void
select_view (PlannerSidebar *self)
{
  gboolean shown = adw_sidebar_get_mode (self->sidebar) == ADW_SIDEBAR_MODE_SIDEBAR;

  self->selecting = TRUE;
  if (self->view && find_view (self) == GTK_INVALID_LIST_POSITION)
    gtk_slice_list_model_set_size (self->shown_forums, G_MAXUINT);
  adw_sidebar_set_selected (self->sidebar, shown ? find_view (self) : GTK_INVALID_LIST_POSITION);
  self->selecting = FALSE;
}

static void
set_mode (PlannerSidebar *self, AdwSidebarMode mode)
{
  if (adw_sidebar_get_mode (self->sidebar) == mode)
    return;

  self->selecting = TRUE;
  adw_sidebar_set_selected (self->sidebar, GTK_INVALID_LIST_POSITION);
  self->selecting = FALSE;
  adw_sidebar_set_mode (self->sidebar, mode);
  select_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
}

static gboolean
has_many_forums (PlannerSidebar *self)
{
  GListModel *forums = self->conference ? planner_conference_get_forums (self->conference) : NULL;

  return forums && g_list_model_get_n_items (forums) > MAX_FORUMS_WITHOUT_FILTER;
}

/* Returns: whether some forums are still hidden */
static gboolean
show_more_forums (PlannerSidebar *self)
{
  const guint size = g_list_model_get_n_items (G_LIST_MODEL (self->shown_forums)) + FORUMS_A_FRAME;
  const gboolean more = size < g_list_model_get_n_items (G_LIST_MODEL (self->found_forums));

  gtk_slice_list_model_set_size (self->shown_forums, more ? size : G_MAXUINT);

  return more;
}

static gboolean
more_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PlannerSidebar *self = data;

  if (gtk_widget_get_mapped (widget) && (gtk_widget_get_width (widget) == 0 || show_more_forums (self)))
    return G_SOURCE_CONTINUE;

  self->more_tick = 0;

  return G_SOURCE_REMOVE;
}

/* A long list of forums is continued after the first frame, so that the window opens sooner. The sidebar of a phone is hidden at
 * first: it waits until it is shown, because frames until then would use the battery. */
static void
start_ticking (PlannerSidebar *self)
{
  if (self->more_tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)) && has_many_forums (self))
    self->more_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), more_tick_cb, self, NULL);
}

static void
show_forums (PlannerSidebar *self)
{
  GListModel *forums = self->conference ? planner_conference_get_forums (self->conference) : NULL;
  const gboolean many = has_many_forums (self);

  gtk_slice_list_model_set_size (self->shown_forums, many ? FIRST_FORUMS : G_MAXUINT);
  gtk_filter_list_model_set_model (self->found_forums, forums);
}

/* Creates the popover of a menu when the menu is first opened. */
static void
open_menu_cb (GtkMenuButton *button, gpointer menu)
{
  if (!gtk_menu_button_get_popover (button))
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (menu));
}

static AdwSidebarItem *
create_forum_item (gpointer forum, gpointer data)
{
  return planner_sidebar_item_new_for_forum (forum);
}

/* Creates the item of a view when the conference first has that view, and keeps it from then on. */
static AdwSidebarItem *
ensure_item (PlannerSidebar *self, const PlannerView *view, guint position, gboolean available)
{
  AdwSidebarItem *item = adw_sidebar_section_get_item (self->views, position);

  if (item && g_str_equal (planner_sidebar_item_get_view (PLANNER_SIDEBAR_ITEM (item)), view->id))
    return item;
  if (!available)
    return NULL;

  item = planner_sidebar_item_new (view);
  self->selecting = TRUE;
  adw_sidebar_section_insert (self->views, item, (int) position);
  self->selecting = FALSE;

  return item;
}

static void
update_views (PlannerSidebar *self)
{
  guint n_views, position = 0;
  const PlannerView *views = planner_views_get (&n_views);

  for (guint i = 0; i < n_views; i++)
    {
      const gboolean available =
          self->conference && views[i].icon_name && planner_view_is_available (views[i].id, self->conference);
      AdwSidebarItem *item = ensure_item (self, &views[i], position, available);

      if (!item)
        continue;
      planner_sidebar_item_set_count (PLANNER_SIDEBAR_ITEM (item),
                                      available && views[i].count ? views[i].count (self->conference) : 0);
      adw_sidebar_item_set_visible (item, available);
      position++;
    }
}

/* Counts again for one view. The other counts stay: counting the speakers takes long in a large schedule. */
static void
update_count (PlannerSidebar *self, const char *view)
{
  AdwSidebarItem *item;

  for (guint i = 0; (item = adw_sidebar_section_get_item (self->views, i)); i++)
    if (g_str_equal (planner_sidebar_item_get_view (PLANNER_SIDEBAR_ITEM (item)), view))
      planner_sidebar_item_set_count (PLANNER_SIDEBAR_ITEM (item),
                                      planner_view_find (view)->count (self->conference));
}

static void
n_starred_changed_cb (PlannerSidebar *self)
{
  update_count (self, PLANNER_VIEW_MY_SCHEDULE);
}

static void
n_unseen_changed_cb (PlannerSidebar *self)
{
  update_count (self, PLANNER_VIEW_CHANGES);
}

static void
agenda_changed_cb (PlannerSidebar *self)
{
  const gboolean many = has_many_forums (self);

  update_views (self);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_entry), many);
  start_ticking (self);
  if (!many)
    gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
}

static void
library_changed_cb (PlannerSidebar *self)
{
  planner_conference_menu_fill (self->conferences_menu, G_LIST_MODEL (self->library));
}

static void
title_changed_cb (PlannerSidebar *self)
{
  if (self->library != NULL)
    library_changed_cb (self);
}

/* Removed items are no longer selected, so select the view again. */
static void
items_changed_cb (PlannerSidebar *self)
{
  if (!self->selecting && adw_sidebar_get_selected (self->sidebar) == GTK_INVALID_LIST_POSITION)
    select_view (self);
}

static void
selected_cb (PlannerSidebar *self)
{
  AdwSidebarItem *item = adw_sidebar_get_selected_item (self->sidebar);

  if (self->selecting || item == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.preview-view", "s",
                              planner_sidebar_item_get_view (PLANNER_SIDEBAR_ITEM (item)));
}

static void
activated_cb (PlannerSidebar *self, guint index)
{
  AdwSidebarItem *item = adw_sidebar_get_item (self->sidebar, index);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s",
                              planner_sidebar_item_get_view (PLANNER_SIDEBAR_ITEM (item)));
  select_view (self);
}

static void
filter_changed_cb (PlannerSidebar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->filter_entry));

  g_autoptr (GtkFilter) filter = NULL;

  if (*text != '\0')
    filter = GTK_FILTER (gtk_custom_filter_new (matches_needle, planner_fold (text), g_free));
  gtk_filter_list_model_set_filter (self->found_forums, filter);
}

static void
filter_stopped_cb (PlannerSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->sidebar));
}

static void
planner_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerSidebar *self = PLANNER_SIDEBAR (object);

  switch ((PlannerSidebarProperty) id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    case PROP_VIEW:
      g_value_set_string (value, self->view);
      break;
    case PROP_MODE:
      g_value_set_enum (value, adw_sidebar_get_mode (self->sidebar));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannerSidebar *self = PLANNER_SIDEBAR (object);

  switch ((PlannerSidebarProperty) id)
    {
    case PROP_LIBRARY:
      planner_sidebar_set_library (self, g_value_get_object (value));
      break;
    case PROP_CONFERENCE:
      planner_sidebar_set_conference (self, g_value_get_object (value));
      break;
    case PROP_VIEW:
      planner_sidebar_set_view (self, g_value_get_string (value));
      break;
    case PROP_MODE:
      set_mode (self, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_sidebar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (planner_sidebar_parent_class)->map (widget);

  start_ticking (PLANNER_SIDEBAR (widget));
}

static void
planner_sidebar_dispose (GObject *object)
{
  PlannerSidebar *self = PLANNER_SIDEBAR (object);

  if (self->items)
    g_signal_handlers_disconnect_by_func (self->items, items_changed_cb, self);
  g_clear_object (&self->items);
  g_clear_object (&self->signals);
  g_clear_object (&self->bindings);
  g_clear_object (&self->change_signals);
  g_clear_object (&self->conference);
  g_clear_object (&self->library);
  if (self->more_tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->more_tick);
  self->more_tick = 0;
  g_clear_object (&self->shown_forums);
  g_clear_object (&self->found_forums);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_SIDEBAR);

  G_OBJECT_CLASS (planner_sidebar_parent_class)->dispose (object);
}

static void
planner_sidebar_finalize (GObject *object)
{
  PlannerSidebar *self = PLANNER_SIDEBAR (object);

  g_clear_pointer (&self->view, g_free);

  G_OBJECT_CLASS (planner_sidebar_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerSidebar, conferences_menu);
  gtk_widget_class_bind_template_child (widget_class, PlannerSidebar, switcher_menu);
  gtk_widget_class_bind_template_child (widget_class, PlannerSidebar, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, PlannerSidebar, switcher);
  gtk_widget_class_bind_template_child (widget_class, PlannerSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlannerSidebar, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, PlannerSidebar, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PlannerSidebar, views);
  gtk_widget_class_bind_template_child (widget_class, PlannerSidebar, forums);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
}

static void
planner_sidebar_class_init (PlannerSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_sidebar_get_property;
  object_class->set_property = planner_sidebar_set_property;
  object_class->dispose = planner_sidebar_dispose;
  object_class->finalize = planner_sidebar_finalize;
  GTK_WIDGET_CLASS (klass)->map = planner_sidebar_map;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, PLANNER_TYPE_LIBRARY, flags);
  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE, flags);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, NULL, flags);
  properties[PROP_MODE] =
      g_param_spec_enum ("mode", NULL, NULL, ADW_TYPE_SIDEBAR_MODE, ADW_SIDEBAR_MODE_SIDEBAR, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (PLANNER_TYPE_UPDATE_BAR);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
follow_conference (PlannerSidebar *self)
{
  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::agenda", G_CALLBACK (agenda_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::n-starred", G_CALLBACK (n_starred_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::title", G_CALLBACK (title_changed_cb), self);

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "title", self, "title", G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->bindings, "title", self->switcher, "label", G_BINDING_SYNC_CREATE);

  self->change_signals = g_signal_group_new (PLANNER_TYPE_CHANGE_LIST);
  g_signal_group_connect_swapped (self->change_signals, "notify::n-items", G_CALLBACK (update_views), self);
  g_signal_group_connect_swapped (self->change_signals, "notify::n-unseen", G_CALLBACK (n_unseen_changed_cb),
                                  self);
}

static void
planner_sidebar_init (PlannerSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  follow_conference (self);

  gtk_menu_button_set_create_popup_func (self->switcher, open_menu_cb, self->switcher_menu, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, open_menu_cb, self->primary_menu, NULL);
  self->found_forums = gtk_filter_list_model_new (NULL, NULL);
  self->shown_forums =
      gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->found_forums)), 0, G_MAXUINT);
  adw_sidebar_section_bind_model (self->forums, G_LIST_MODEL (self->shown_forums), create_forum_item, NULL,
                                  NULL);
  gtk_search_entry_set_key_capture_widget (self->filter_entry, NULL);
  self->items = adw_sidebar_get_items (self->sidebar);
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
planner_sidebar_set_library (PlannerSidebar *self, PlannerLibrary *library)
{
  g_return_if_fail (PLANNER_IS_SIDEBAR (self));

  if (!g_set_object (&self->library, library))
    return;

  if (library != NULL)
    {
      g_signal_connect_object (library, "items-changed", G_CALLBACK (library_changed_cb), self,
                               G_CONNECT_SWAPPED);
      library_changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

void
planner_sidebar_set_conference (PlannerSidebar *self, PlannerConference *conference)
{
  g_return_if_fail (PLANNER_IS_SIDEBAR (self));

  if (!g_set_object (&self->conference, conference))
    return;

  self->selecting = TRUE;
  show_forums (self);
  self->selecting = FALSE;
  g_signal_group_set_target (self->signals, conference);
  g_binding_group_set_source (self->bindings, conference);
  g_signal_group_set_target (self->change_signals,
                             conference ? planner_conference_get_changes (conference) : NULL);
  agenda_changed_cb (self);
  select_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFERENCE]);
}

void
planner_sidebar_set_view (PlannerSidebar *self, const char *view)
{
  g_return_if_fail (PLANNER_IS_SIDEBAR (self));

  if (!g_set_str (&self->view, view))
    return;

  select_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

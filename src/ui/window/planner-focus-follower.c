/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window/planner-focus-follower.h"

#include "ui/now/planner-now-row.h"

struct _PlannerFocusFollower
{
  GObject parent_instance;

  AdwNavigationSplitView *split_view; /* owned */
  AdwNavigationView *navigation_view; /* owned */
  PlannerSessionsPage *sessions_page; /* owned */
  PlannerPane *pane;                  /* owned */

  PlannerEntry *focused; /* owned, nullable: the session to emit next */
  guint idle;
  GtkWidget *last_focus; /* borrowed, nullable, weak: the widget of the view that had the focus last */
};

G_DEFINE_FINAL_TYPE (PlannerFocusFollower, planner_focus_follower, G_TYPE_OBJECT)

static guint entry_focused_signal;

/* Returns: (nullable): the widget of the view that has the focus */
static GtkWidget *
get_focus (PlannerFocusFollower *self)
{
  GtkWidget *view = GTK_WIDGET (self->navigation_view);
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, view) ? focus : NULL;
}

static gboolean
is_pane_beside (PlannerFocusFollower *self)
{
  return !adw_navigation_split_view_get_collapsed (self->split_view);
}

static gboolean
idle_cb (gpointer user_data)
{
  PlannerFocusFollower *self = user_data;
  g_autoptr (PlannerEntry) entry = g_steal_pointer (&self->focused);

  self->idle = 0;
  if (entry && is_pane_beside (self))
    g_signal_emit (self, entry_focused_signal, 0, entry);

  return G_SOURCE_REMOVE;
}

static void
planner_focus_follower_dispose (GObject *object)
{
  PlannerFocusFollower *self = PLANNER_FOCUS_FOLLOWER (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->focused);
  g_clear_weak_pointer (&self->last_focus);
  g_clear_object (&self->split_view);
  g_clear_object (&self->navigation_view);
  g_clear_object (&self->sessions_page);
  g_clear_object (&self->pane);

  G_OBJECT_CLASS (planner_focus_follower_parent_class)->dispose (object);
}

static void
planner_focus_follower_class_init (PlannerFocusFollowerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_focus_follower_dispose;

  entry_focused_signal = g_signal_new ("entry-focused", PLANNER_TYPE_FOCUS_FOLLOWER, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, PLANNER_TYPE_ENTRY);
}

static void
planner_focus_follower_init (PlannerFocusFollower *self)
{
}

/**
 * planner_focus_follower_new:
 * @split_view: is collapsed while the pane is not beside the view
 * @navigation_view: the pages of the view
 * @sessions_page: the page of sessions in @navigation_view
 * @pane: shows a session
 *
 * The new object keeps references to all four. Release it before their parent is disposed.
 *
 * Returns: (transfer full): a new object
 */
PlannerFocusFollower *
planner_focus_follower_new (AdwNavigationSplitView *split_view,
                            AdwNavigationView *navigation_view,
                            PlannerSessionsPage *sessions_page,
                            PlannerPane *pane)
{
  PlannerFocusFollower *self = g_object_new (PLANNER_TYPE_FOCUS_FOLLOWER, NULL);

  self->split_view = g_object_ref (split_view);
  self->navigation_view = g_object_ref (navigation_view);
  self->sessions_page = g_object_ref (sessions_page);
  self->pane = g_object_ref (pane);

  return self;
}

/**
 * planner_focus_follower_update:
 *
 * Call it when the focus of the window changes, and when the pane is shown beside the view.
 */
void
planner_focus_follower_update (PlannerFocusFollower *self)
{
  GtkWidget *focus = get_focus (self);
  PlannerEntry *entry = is_pane_beside (self) ? planner_focus_follower_find_entry (self) : NULL;

  if (focus)
    g_set_weak_pointer (&self->last_focus, focus);

  if (entry == planner_pane_get_entry (self->pane))
    entry = NULL;
  g_set_object (&self->focused, entry);
  if (self->focused && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

/**
 * planner_focus_follower_find_entry:
 *
 * Returns: (nullable) (transfer none): the session of the row or the cell of the view that has the focus
 */
PlannerEntry *
planner_focus_follower_find_entry (PlannerFocusFollower *self)
{
  GtkWidget *focus = get_focus (self);

  if (!focus)
    return NULL;

  return PLANNER_IS_NOW_ROW (focus) ? planner_now_row_get_entry (PLANNER_NOW_ROW (focus))
                                    : planner_sessions_page_get_focused (self->sessions_page);
}

/**
 * planner_focus_follower_restore:
 *
 * Moves the focus to the widget of the view that had it last, or to the first one.
 */
void
planner_focus_follower_restore (PlannerFocusFollower *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  if (!self->last_focus || !gtk_widget_get_mapped (self->last_focus) ||
      !gtk_widget_grab_focus (self->last_focus))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/board/planner-board-screen.h"

#include <glib/gi18n.h>

struct _PlannerBoardScreen
{
  GObject parent_instance;

  GtkWindow *window;            /* borrowed: it owns this */
  AdwToolbarView *toolbar_view; /* borrowed from the window */
  GtkMenuButton *menu_button;   /* borrowed from the window */
  GtkApplication *application;  /* owned, nullable: has the cookie */
  guint inhibitor;              /* cookie, while the desktop keeps the screen on */
  guint hide;                   /* source id, while the controls are visible in full screen */
  double x, y;                  /* where the pointer was last; negative if that is not known */
};

G_DEFINE_FINAL_TYPE (PlannerBoardScreen, planner_board_screen, G_TYPE_OBJECT)

/* As long as video players show their controls. */
#define VISIBLE_S 3

static void
keep_on (PlannerBoardScreen *self, gboolean on)
{
  if (on && self->inhibitor == 0)
    {
      g_set_object (&self->application, gtk_window_get_application (self->window));
      if (self->application)
        self->inhibitor =
            gtk_application_inhibit (self->application, self->window, GTK_APPLICATION_INHIBIT_IDLE,
                                     _ ("The board is on screen"));
    }
  else if (!on && self->inhibitor != 0)
    {
      gtk_application_uninhibit (self->application, self->inhibitor);
      self->inhibitor = 0;
    }
}

static void
set_controls_visible (PlannerBoardScreen *self, gboolean visible)
{
  adw_toolbar_view_set_reveal_top_bars (self->toolbar_view, visible);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->window), visible ? NULL : "none");
}

/* Returns: whether a control has the focus. The focus is nowhere until a key moves it. */
static gboolean
has_focused_control (PlannerBoardScreen *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  return focus && gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR);
}

static gboolean
hide_cb (gpointer data)
{
  PlannerBoardScreen *self = data;

  if (gtk_menu_button_get_active (self->menu_button) || has_focused_control (self))
    return G_SOURCE_CONTINUE;

  self->hide = 0;
  set_controls_visible (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
update (PlannerBoardScreen *self)
{
  const gboolean fullscreen = gtk_window_is_fullscreen (self->window);

  keep_on (self, fullscreen);
  self->x = self->y = -1;
  g_clear_handle_id (&self->hide, g_source_remove);
  adw_toolbar_view_set_extend_content_to_top_edge (self->toolbar_view, fullscreen);
  set_controls_visible (self, !fullscreen);
}

/* GTK also reports a motion when the window or a widget in it changes below the pointer. */
static void
moved_cb (PlannerBoardScreen *self, double x, double y)
{
  const gboolean moved = self->x >= 0 && (x != self->x || y != self->y);

  self->x = x;
  self->y = y;
  if (moved)
    planner_board_screen_show_controls (self);
}

static void
planner_board_screen_finalize (GObject *object)
{
  PlannerBoardScreen *self = PLANNER_BOARD_SCREEN (object);

  keep_on (self, FALSE);
  g_clear_handle_id (&self->hide, g_source_remove);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (planner_board_screen_parent_class)->finalize (object);
}

static void
planner_board_screen_class_init (PlannerBoardScreenClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_board_screen_finalize;
}

static void
planner_board_screen_init (PlannerBoardScreen *self)
{
}

/**
 * planner_board_screen_new:
 * @window: the board; it must keep the returned object alive
 * @toolbar_view: has the header bar
 * @menu_button: a menu in the header bar
 *
 * Returns: (transfer full): the full screen of @window, which follows whether the window is in full screen
 */
PlannerBoardScreen *
planner_board_screen_new (GtkWindow *window, AdwToolbarView *toolbar_view, GtkMenuButton *menu_button)
{
  PlannerBoardScreen *self = g_object_new (PLANNER_TYPE_BOARD_SCREEN, NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->window = window;
  self->toolbar_view = toolbar_view;
  self->menu_button = menu_button;
  g_signal_connect_object (window, "notify::fullscreened", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), motion);

  return self;
}

/**
 * planner_board_screen_show_controls:
 *
 * In full screen, shows the header bar and the pointer for a few seconds.
 */
void
planner_board_screen_show_controls (PlannerBoardScreen *self)
{
  g_return_if_fail (PLANNER_IS_BOARD_SCREEN (self));

  if (!gtk_window_is_fullscreen (self->window))
    return;

  g_clear_handle_id (&self->hide, g_source_remove);
  self->hide = g_timeout_add_seconds (VISIBLE_S, hide_cb, self);
  set_controls_visible (self, TRUE);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/timetable/planner-timetable-zoom.h"

#include <math.h>

#define ZOOM_STEP 1.2

static void
zoom_around_middle (PlannerTimetableViewport *viewport, double zoom)
{
  planner_timetable_viewport_zoom_at (viewport, zoom,
                                      planner_timetable_viewport_get_body_width (viewport) / 2.0,
                                      planner_timetable_viewport_get_body_height (viewport) / 2.0);
}

static gboolean
key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PlannerTimetableViewport *viewport = user_data;
  const double factor = g_variant_get_double (args);

  if (!gtk_widget_get_mapped (widget))
    return GDK_EVENT_PROPAGATE;

  zoom_around_middle (viewport, factor == 0 ? 1 : viewport->geometry.zoom * factor);

  return GDK_EVENT_STOP;
}

static gboolean
scrolled_cb (PlannerTimetableViewport *viewport, double dx, double dy, GtkEventController *controller)
{
  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;

  zoom_around_middle (viewport, viewport->geometry.zoom * pow (ZOOM_STEP, -dy));

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (PlannerTimetableViewport *viewport)
{
  viewport->zoom_at_pinch = viewport->geometry.zoom;
}

static void
pinched_cb (PlannerTimetableViewport *viewport, double scale, GtkGesture *gesture)
{
  double x = 0, y = 0;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  planner_timetable_viewport_zoom_at (viewport, viewport->zoom_at_pinch * scale,
                                      x - viewport->geometry.hours_width,
                                      y - viewport->geometry.header_height);
}

/* The keys work wherever the focus is. */
static GtkEventController *
create_keys (PlannerTimetableViewport *viewport)
{
  const struct
  {
    guint key;
    double factor;
  } zooming[] = {
    { GDK_KEY_plus, ZOOM_STEP },      { GDK_KEY_equal, ZOOM_STEP },           { GDK_KEY_KP_Add, ZOOM_STEP },
    { GDK_KEY_minus, 1 / ZOOM_STEP }, { GDK_KEY_KP_Subtract, 1 / ZOOM_STEP }, { GDK_KEY_0, 0 }
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (zooming); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (zooming[i].key, GDK_CONTROL_MASK),
                                                gtk_callback_action_new (key_cb, viewport, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_double (zooming[i].factor));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }

  return controller;
}

/**
 * planner_timetable_add_zoom_controllers:
 * @viewport: a viewport that lives as long as its widget
 *
 * Makes Ctrl with the wheel, plus, minus or 0, and pinching with two fingers zoom the timetable.
 */
void
planner_timetable_add_zoom_controllers (PlannerTimetableViewport *viewport)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_cb), viewport);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), viewport);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinched_cb), viewport);
  gtk_widget_add_controller (viewport->widget, scroll);
  gtk_widget_add_controller (viewport->widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (viewport->widget, create_keys (viewport));
}

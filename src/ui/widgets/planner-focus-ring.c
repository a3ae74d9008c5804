/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-focus-ring.h"

#include "ui/widgets/planner-widget-window.h"

/**
 * planner_show_focus_ring:
 * @widget: a widget in a window
 *
 * Shows the focus ring in the window after a key has moved the focus.
 */
void
planner_show_focus_ring (GtkWidget *widget)
{
  GtkWindow *window = planner_widget_get_window (widget);

  if (window)
    gtk_window_set_focus_visible (window, TRUE);
}

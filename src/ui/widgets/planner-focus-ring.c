/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-focus-ring.h"

/**
 * planner_show_focus_ring:
 * @widget: a widget in a window
 *
 * Shows the focus ring in the window after a key has moved the focus.
 */
void
planner_show_focus_ring (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

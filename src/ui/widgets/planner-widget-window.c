/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-widget-window.h"

/**
 * planner_widget_get_window:
 * @widget: (nullable): a widget; %NULL if it is gone
 *
 * Returns: (nullable) (transfer none): the window that contains @widget
 */
GtkWindow *
planner_widget_get_window (GtkWidget *widget)
{
  GtkRoot *root = widget ? gtk_widget_get_root (widget) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-link.h"

#include "text/planner-rich-text.h"
#include "text/planner-safe-link.h"
#include "ui/widgets/planner-widget-window.h"

static void
open_cb (GtkWidget *widget, const char *uri)
{
  planner_link_open (widget, uri);
}

static void
free_uri (gpointer uri, GClosure *closure)
{
  g_free (uri);
}

/**
 * planner_link_open:
 * @widget: a widget in the parent window
 * @uri: (nullable): an address from a schedule
 *
 * Opens an http, https or mailto address in the default application. Other addresses are ignored.
 */
void
planner_link_open (GtkWidget *widget, const char *uri)
{
  g_autoptr (GtkUriLauncher) launcher = NULL;

  if (!uri || !planner_safe_link_check (uri))
    return;

  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, planner_widget_get_window (widget), NULL, NULL, NULL);
}

/**
 * planner_link_connect:
 * @widget: the widget that emits the signal
 * @detailed_signal: a signal without arguments
 * @uri: an address from a schedule
 *
 * Calls planner_link_open() whenever the signal is emitted.
 */
void
planner_link_connect (GtkWidget *widget, const char *detailed_signal, const char *uri)
{
  g_signal_connect_data (widget, detailed_signal, G_CALLBACK (open_cb), g_strdup (uri), free_uri, 0);
}

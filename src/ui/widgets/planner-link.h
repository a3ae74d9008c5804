/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void planner_link_open (GtkWidget *widget, const char *uri);
void planner_link_connect (GtkWidget *widget, const char *detailed_signal, const char *uri);

G_END_DECLS

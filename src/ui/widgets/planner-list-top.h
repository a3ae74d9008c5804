/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void planner_list_view_keep_top (GtkListView *view);
void planner_list_view_go_to_top (GtkListView *view);
double planner_list_view_find_start (GtkListView *view, double value);

G_END_DECLS

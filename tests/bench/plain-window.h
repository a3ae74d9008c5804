/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The screen that Planner starts with, made of the widgets of GTK and libadwaita, with fixed texts and without any function. */

#pragma once

#include <gtk/gtk.h>

/* Returns: (transfer floating): the content of a window. Its list has the rows that fit into the window. */
GtkWidget *plain_window_create_content (void);

/* Gives the list as many rows as the schedule of 36C3 has sessions. */
void plain_window_add_further_rows (GtkWidget *content);

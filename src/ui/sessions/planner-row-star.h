/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The size that a star takes in a row, in pixels. The margins of style.css are part of it. */
#define PLANNER_ROW_STAR_WIDTH 34
#define PLANNER_ROW_STAR_HEIGHT 22

GtkWidget *planner_row_star_new (void);
void planner_row_star_show (GtkWidget *star, PlannerEntry *entry);

G_END_DECLS

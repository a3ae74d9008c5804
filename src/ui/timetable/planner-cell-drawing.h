/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerCellDrawing:
 * @widget: (unowned): the cell
 * @entry: (owned) (nullable): the session
 * @local: (owned) (nullable): the zone to show times in instead of the venue's
 * @forum_color: the color of the forum; of the conference, if that is another one
 * @past: whether the session is over, so that it is dimmed
 * @hidden_height: the height of the part that has scrolled below the headers, in pixels
 * @title: (owned) (nullable): the layout of the title; %NULL until it is drawn, as the others
 * @speakers: (owned) (nullable): the layout of the speakers
 * @time: (owned) (nullable): the layout of the time
 *
 * Draws a session in a cell of a timetable: a background, texts as far as they fit, and icons.
 */
typedef struct
{
  GtkWidget *widget;
  PlannerEntry *entry;
  GTimeZone *local;
  GdkRGBA forum_color;
  gboolean past;
  int hidden_height;
  PangoLayout *title;
  PangoLayout *speakers;
  PangoLayout *time;
} PlannerCellDrawing;

void planner_cell_drawing_init (PlannerCellDrawing *self, GtkWidget *widget);
void planner_cell_drawing_clear (PlannerCellDrawing *self);
void planner_cell_drawing_set_session (PlannerCellDrawing *self, PlannerEntry *entry, GTimeZone *local);
void planner_cell_drawing_forget_texts (PlannerCellDrawing *self);
void planner_cell_drawing_snapshot (PlannerCellDrawing *self, GtkSnapshot *snapshot);
gboolean planner_cell_drawing_is_star_at (PlannerCellDrawing *self, double x, double y);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerRowText:
 *
 * The texts of a session in its row: a title of up to two lines, a line with the speakers, and parts such as time and room. A dot
 * stands between parts. A part that does not fit starts a new line without a dot. A text that is too long is ellipsized.
 *
 * A list has many rows, and each widget in a row takes time and memory, so the row draws these texts itself. The item of the list
 * has an accessible name, so the texts have none.
 */
typedef struct _PlannerRowText PlannerRowText;

PlannerRowText *planner_row_text_new (GtkWidget *row);
void planner_row_text_free (PlannerRowText *self);

void planner_row_text_set_title (PlannerRowText *self, const char *title, gboolean struck);
void planner_row_text_set_speakers (PlannerRowText *self, const char *speakers);
void planner_row_text_set_parts (PlannerRowText *self, const char *const *parts);
void planner_row_text_set_pill (PlannerRowText *self, const char *label);
void planner_row_text_set_over (PlannerRowText *self, gboolean over);
void planner_row_text_set_query (PlannerRowText *self, PlannerQuery *query);
PlannerQuery *planner_row_text_get_query (PlannerRowText *self);

int planner_row_text_measure_width (PlannerRowText *self);
int planner_row_text_measure_height (PlannerRowText *self, int width);
void planner_row_text_place (PlannerRowText *self, const GdkRectangle *area);
void planner_row_text_draw (PlannerRowText *self, GtkSnapshot *snapshot);
void planner_row_text_drop_layouts (PlannerRowText *self);

GdkRectangle planner_row_text_get_area (PlannerRowText *self);
PangoLayout *planner_row_text_get_layout (PlannerRowText *self, guint n, graphene_rect_t *bounds);

G_END_DECLS

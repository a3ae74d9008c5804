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
 * Shows the texts of a session: a title of up to two lines, a line with the speakers, and parts such as time and room. A dot
 * stands between parts. A part that does not fit starts a new line without a dot. A text that is too long is ellipsized.
 *
 * A list has many rows, so this widget draws its texts itself: a label for each text would take several times as long. The item
 * of the list has an accessible name, so the texts have none.
 */
#define PLANNER_TYPE_ROW_TEXT (planner_row_text_get_type ())

G_DECLARE_FINAL_TYPE (PlannerRowText, planner_row_text, PLANNER, ROW_TEXT, GtkWidget)

void planner_row_text_set_title (PlannerRowText *self, const char *title, gboolean struck);
void planner_row_text_set_speakers (PlannerRowText *self, const char *speakers);
void planner_row_text_set_parts (PlannerRowText *self, const char *const *parts);
void planner_row_text_set_pill (PlannerRowText *self, const char *label);
void planner_row_text_set_over (PlannerRowText *self, gboolean over);
void planner_row_text_set_query (PlannerRowText *self, PlannerQuery *query);
PlannerQuery *planner_row_text_get_query (PlannerRowText *self);

PangoLayout *planner_row_text_get_layout (PlannerRowText *self, guint n, graphene_rect_t *bounds);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-entry.h"
#include "ui/sessions/planner-plan-strip.h"
#include "ui/sessions/planner-row-text.h"

G_BEGIN_DECLS

/**
 * PlannerRowLayout:
 *
 * The content of a #PlannerSessionRow and its places: the bar, the texts, the clash, the friend and the star are beside each other.
 * The plan is below them. Only what a row needs is a widget, because each widget takes time and memory in each of 200 rows.
 */
typedef struct
{
  GtkWidget *row;         /* borrowed */
  PlannerRowText *text;   /* owned */
  GtkWidget *clash;       /* borrowed, nullable: made for the first clash */
  GtkWidget *friend;      /* borrowed, nullable: made for the first friend */
  GtkWidget *star;        /* borrowed, nullable: made when the row comes on screen */
  PlannerPlanStrip *plan; /* borrowed, nullable: made for the first row of My Schedule */
  GtkWidget *highlight;   /* borrowed, nullable: made with the plan, behind the session above it */
  gboolean has_star;      /* when the row is on screen */
  gboolean over;
  gboolean has_color;
  GdkRGBA color; /* of the bar, if any */
} PlannerRowLayout;

void planner_row_layout_init (PlannerRowLayout *self, GtkWidget *row);
void planner_row_layout_clear (PlannerRowLayout *self);

void planner_row_layout_show_color (PlannerRowLayout *self, const GdkRGBA *color);
void planner_row_layout_show_clash (PlannerRowLayout *self, const char *clash);
void planner_row_layout_show_friends (PlannerRowLayout *self, const char *const *friends);
void planner_row_layout_show_star (PlannerRowLayout *self, gboolean has_star, PlannerEntry *entry);
void planner_row_layout_show_over (PlannerRowLayout *self, gboolean over);
void planner_row_layout_add_plan (PlannerRowLayout *self);
void planner_row_layout_mark_plan (PlannerRowLayout *self);

int planner_row_layout_measure_width (PlannerRowLayout *self);
int planner_row_layout_measure_height (PlannerRowLayout *self, int width);
void planner_row_layout_place (PlannerRowLayout *self, PlannerEntry *entry, int width, int height);
void planner_row_layout_draw (PlannerRowLayout *self, GtkSnapshot *snapshot);
void planner_row_layout_leave_screen (PlannerRowLayout *self);

G_END_DECLS

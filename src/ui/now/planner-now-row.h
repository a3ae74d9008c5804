/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerNowContent:
 * @entry: (nullable): the session that the row is about, and that it opens
 * @title: (nullable): the title of a row without a session
 * @free_time: (nullable): the target of win.show-free-time, which a row without a session activates
 * @heading: (nullable): the line above the title, such as the name of a room
 * @room: (nullable): the name that identifies the room whose page the heading opens
 * @state: (nullable): what stands at the end of the heading, such as "5 min left"
 * @details: (nullable): the line below the title
 * @warning: (nullable): what the session clashes with
 * @progress: how much of the session has passed, from 0.0 to 1.0; negative to show no progress
 * @next: (nullable): the session that follows
 * @next_label: (nullable): that session in a line, such as "13:30, in 10 min: A Talk"
 *
 * The content of a #PlannerNowRow. All fields are borrowed.
 */
typedef struct
{
  PlannerEntry *entry;
  const char *title;
  GVariant *free_time;
  const char *heading;
  const char *room;
  const char *state;
  const char *details;
  const char *warning;
  double progress;
  PlannerEntry *next;
  const char *next_label;
} PlannerNowContent;

/**
 * PlannerNowRow:
 *
 * A row about what happens now, in a room or in the attendee's own schedule. It uses win.show-session('key'),
 * win.show-room('name') and win.show-free-time.
 */
#define PLANNER_TYPE_NOW_ROW (planner_now_row_get_type ())

G_DECLARE_FINAL_TYPE (PlannerNowRow, planner_now_row, PLANNER, NOW_ROW, GtkListBoxRow)

void planner_now_row_set_content (PlannerNowRow *self, const PlannerNowContent *content);
void planner_now_row_show_moment (PlannerNowRow *self,
                                  PlannerEntry *entry,
                                  const char *details,
                                  const char *warning,
                                  gint64 now_utc,
                                  GTimeZone *local);
PlannerEntry *planner_now_row_get_entry (PlannerNowRow *self);
void planner_now_row_open (PlannerNowRow *self);

PlannerNowRow *planner_now_row_ensure (GtkListBox *list, guint index);
void planner_now_row_remove_from (GtkListBox *list, guint n);

G_END_DECLS

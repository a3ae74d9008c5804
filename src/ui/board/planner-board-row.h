/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerBoardRow:
 *
 * A row of a #PlannerBoard: a room with what runs in it and what comes next. It is a list item for screen readers.
 */
#define PLANNER_TYPE_BOARD_ROW (planner_board_row_get_type ())

G_DECLARE_FINAL_TYPE (PlannerBoardRow, planner_board_row, PLANNER, BOARD_ROW, GtkBox)

GtkWidget *planner_board_row_new (void);

void planner_board_row_show (PlannerBoardRow *self, const PlannerBoardItem *item, gint64 now_utc);

char *planner_board_format_cancelled (const PlannerSession *session);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLANNER_CSV_MAX_COLUMNS 200

/**
 * PlannerCsvRows:
 * @p: borrowed; the rest of the text
 * @delimiter: what stands between cells
 * @number: the number of the row that was read last, as spreadsheets count: the header is row 1
 * @cells: owned, of UTF-8; the first 200 cells of this row without their quotation marks
 * @n_left_out: the number of further cells in the row
 * @is_cut_off: whether the text ends within quotation marks
 *
 * The rows of a table (RFC 4180).
 */
typedef struct
{
  const char *p;
  char delimiter;
  guint number;
  GPtrArray *cells;
  guint n_left_out;
  gboolean is_cut_off;
} PlannerCsvRows;

void planner_csv_rows_init (PlannerCsvRows *self, const char *text);
gboolean planner_csv_rows_next (PlannerCsvRows *self);
const char *planner_csv_rows_get_cell (const PlannerCsvRows *self, guint column);
void planner_csv_rows_clear (PlannerCsvRows *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerCsvRows, planner_csv_rows_clear)

G_END_DECLS

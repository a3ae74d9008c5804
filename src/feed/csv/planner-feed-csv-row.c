/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Splits a table into rows and cells (RFC 4180). */

#include "feed/csv/planner-feed-csv-row.h"

#include <string.h>

/* Spreadsheets write semicolons in languages with decimal commas, and can write tabs. */
static char
find_delimiter (const char *text)
{
  static const char delimiters[] = ",;\t";
  const gsize length = strcspn (text, "\r\n");
  char best = ',';
  guint most = 0;

  for (const char *delimiter = delimiters; *delimiter; delimiter++)
    {
      guint n = 0;

      for (gsize i = 0; i < length; i++)
        n += text[i] == *delimiter;
      if (n > most)
        {
          most = n;
          best = *delimiter;
        }
    }

  return best;
}

/* Reads the text between quotation marks. A quotation mark in it is doubled. */
static void
read_quoted (PlannerCsvRows *self, GString *cell)
{
  self->p++;
  for (;;)
    {
      const gsize length = strcspn (self->p, "\"");

      g_string_append_len (cell, self->p, (gssize) length);
      self->p += length;
      if (!*self->p)
        {
          self->is_cut_off = TRUE;
          return;
        }
      self->p++;
      if (*self->p != '"')
        return;
      g_string_append_c (cell, '"');
      self->p++;
    }
}

static char *
read_cell (PlannerCsvRows *self)
{
  const char ends[] = { self->delimiter, '\r', '\n', '\0' };
  GString *cell = g_string_new (NULL);
  gsize length;

  if (*self->p == '"')
    read_quoted (self, cell);
  /* Text after the quotation marks belongs to the cell, too. */
  length = strcspn (self->p, ends);
  g_string_append_len (cell, self->p, (gssize) length);
  self->p += length;

  return g_string_free_and_steal (cell);
}

static void
skip_line_end (PlannerCsvRows *self)
{
  self->p += *self->p == '\r';
  self->p += *self->p == '\n';
}

/**
 * planner_csv_rows_init:
 * @self: (out): free it with planner_csv_rows_clear()
 * @text: borrowed; UTF-8
 */
void
planner_csv_rows_init (PlannerCsvRows *self, const char *text)
{
  *self = (PlannerCsvRows) { .p = text,
                             .delimiter = find_delimiter (text),
                             .cells = g_ptr_array_new_with_free_func (g_free) };
}

/**
 * planner_csv_rows_next:
 *
 * Reads a row.
 *
 * Returns: %FALSE at the end
 */
gboolean
planner_csv_rows_next (PlannerCsvRows *self)
{
  if (!*self->p)
    return FALSE;
  g_ptr_array_set_size (self->cells, 0);
  self->n_left_out = 0;
  self->number++;
  for (;;)
    {
      char *cell = read_cell (self);

      if (self->cells->len < PLANNER_CSV_MAX_COLUMNS)
        g_ptr_array_add (self->cells, cell);
      else
        {
          self->n_left_out++;
          g_free (cell);
        }
      if (*self->p != self->delimiter)
        break;
      self->p++;
    }
  skip_line_end (self);

  return TRUE;
}

/**
 * planner_csv_rows_get_cell:
 * @column: a number from 0
 *
 * Returns: (transfer none): the cell of the row that was read last; "" where the row has none
 */
const char *
planner_csv_rows_get_cell (const PlannerCsvRows *self, guint column)
{
  return column < self->cells->len ? g_ptr_array_index (self->cells, column) : "";
}

void
planner_csv_rows_clear (PlannerCsvRows *self)
{
  g_clear_pointer (&self->cells, g_ptr_array_unref);
}

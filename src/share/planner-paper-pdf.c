/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Draws a programme on sheets of paper, in black and gray. All texts are placed before the first is drawn, because the
 * foot of each sheet says how many sheets there are. */

#include "config.h"

#include "share/planner-paper-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

/* In points. */
#define TITLE_FONT "Sans Bold 18"
#define DAY_FONT "Sans Bold 13"
#define SESSION_FONT "Sans Bold 10"
#define TEXT_FONT "Sans 9"
#define MAX_TIME_SHARE 0.3 /* of the width */
#define COLUMN_GAP 12
#define ROW_GAP 8
#define DAY_GAP 14
#define FOOT_HEIGHT 24

#define MAX_LINES 8 /* of a text; the rest becomes an ellipsis */
#define BLACK 0.0
#define GRAY 0.3

typedef struct
{
  PangoLayout *layout; /* owned */
  guint sheet;
  double x;
  double y;
  double gray;
} Placed;

typedef struct
{
  const PlannerPaperSize *size;
  PangoContext *context; /* owned */
  GArray *placed;        /* owned, of Placed */
  double time_width;
  guint sheet;
  double y;
} Sheets;

static void
placed_clear (Placed *placed)
{
  g_clear_object (&placed->layout);
}

static double
get_width (const Sheets *self)
{
  return self->size->width - self->size->left - self->size->right;
}

static double
get_bottom (const Sheets *self)
{
  return self->size->height - self->size->bottom - FOOT_HEIGHT;
}

static PangoLayout *
create_layout (Sheets *self, const char *font, const char *text, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -MAX_LINES);

  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

/* Takes the layout. */
static void
place (Sheets *self, PangoLayout *layout, double x, double y, double gray)
{
  const Placed placed = { layout, self->sheet, self->size->left + x, y, gray };

  g_array_append_val (self->placed, placed);
}

/* Begins the next sheet if the rest of this one is too low. */
static void
make_room (Sheets *self, double height)
{
  if (self->y + height <= get_bottom (self) || self->y <= self->size->top)
    return;
  self->sheet++;
  self->y = self->size->top;
}

static void
place_line (Sheets *self, const char *font, const char *text, double gray)
{
  PangoLayout *layout = create_layout (self, font, text, get_width (self));

  place (self, layout, 0, self->y, gray);
  self->y += get_height (layout);
}

static void
place_session (Sheets *self, const PlannerPaperRow *row)
{
  const double x = self->time_width + COLUMN_GAP, width = MAX (get_width (self) - x, 1);
  PangoLayout *time = create_layout (self, TEXT_FONT, row->time, self->time_width);
  PangoLayout *title = create_layout (self, SESSION_FONT, row->title, width);
  PangoLayout *details = create_layout (self, TEXT_FONT, row->details, width);
  const double title_height = get_height (title);
  const double height = MAX (get_height (time), title_height + get_height (details));

  make_room (self, height);
  place (self, time, 0, self->y, BLACK);
  place (self, title, x, self->y, BLACK);
  place (self, details, x, self->y + title_height, GRAY);
  self->y += height + ROW_GAP;
}

/* The column of times is as wide as the longest of them. */
static double
find_time_width (Sheets *self, const PlannerPaper *paper)
{
  const double max_width = get_width (self) * MAX_TIME_SHARE;
  double width = 0;

  for (guint i = 0; i < paper->rows->len; i++)
    {
      const PlannerPaperRow *row = g_ptr_array_index (paper->rows, i);
      g_autoptr (PangoLayout) layout = create_layout (self, TEXT_FONT, row->day ? "" : row->time, max_width);
      int row_width;

      pango_layout_get_size (layout, &row_width, NULL);
      width = MAX (width, (double) row_width / PANGO_SCALE);
    }

  return width;
}

/* A day and its first session are on one sheet. */
static void
place_day (Sheets *self, const PlannerPaperRow *row)
{
  self->y += self->y > self->size->top ? DAY_GAP : 0;
  make_room (self, 6 * DAY_GAP);
  place_line (self, DAY_FONT, row->day, BLACK);
  self->y += ROW_GAP;
}

static void
place_all (Sheets *self, const PlannerPaper *paper)
{
  self->time_width = find_time_width (self, paper);
  place_line (self, TITLE_FONT, paper->title, BLACK);
  place_line (self, TEXT_FONT, paper->subtitle, GRAY);
  for (guint i = 0; i < paper->rows->len; i++)
    {
      const PlannerPaperRow *row = g_ptr_array_index (paper->rows, i);

      if (row->day)
        place_day (self, row);
      else
        place_session (self, row);
    }
}

static void
draw_layout (cairo_t *cr, PangoLayout *layout, double x, double y, double gray)
{
  cairo_set_source_rgb (cr, gray, gray, gray);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
finish_sheet (Sheets *self, cairo_t *cr, const PlannerPaper *paper, guint sheet)
{
  /* Translators: the foot of a printed sheet: the name of the conference, the number of the page and of all pages. */
  g_autofree char *text =
      g_strdup_printf (_ ("%s · Page %u of %u"), paper->subtitle, sheet + 1, self->sheet + 1);
  g_autoptr (PangoLayout) layout = create_layout (self, TEXT_FONT, text, get_width (self));

  pango_layout_set_height (layout, -1);
  draw_layout (cr, layout, self->size->left, self->size->height - self->size->bottom - get_height (layout),
               GRAY);
  cairo_show_page (cr);
}

static void
draw_all (Sheets *self, cairo_t *cr, const PlannerPaper *paper)
{
  guint sheet = 0;

  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *placed = &g_array_index (self->placed, Placed, i);

      if (placed->sheet != sheet)
        finish_sheet (self, cr, paper, sheet);
      sheet = placed->sheet;
      draw_layout (cr, placed->layout, placed->x, placed->y, placed->gray);
    }
  finish_sheet (self, cr, paper, sheet);
}

static cairo_status_t
append_bytes (void *array, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (array, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
write_sheets (cairo_t *cr, const PlannerPaper *paper, const PlannerPaperSize *size)
{
  Sheets sheets = {
    size, pango_cairo_create_context (cr), g_array_new (FALSE, FALSE, sizeof (Placed)), 0, 0, size->top
  };

  g_array_set_clear_func (sheets.placed, (GDestroyNotify) placed_clear);
  place_all (&sheets, paper);
  draw_all (&sheets, cr, paper);
  g_array_unref (sheets.placed);
  g_object_unref (sheets.context);
}

static gboolean
check (cairo_t *cr, cairo_surface_t *surface, GError **error)
{
  const cairo_status_t status = cairo_status (cr) ? cairo_status (cr) : cairo_surface_status (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The pages could not be drawn: %s"),
               cairo_status_to_string (status));

  return FALSE;
}

/**
 * planner_paper_to_pdf:
 * @size: the sheets; texts are within their margins
 * @error: return location for an error of %G_IO_ERROR
 *
 * Draws a programme as a PDF document.
 *
 * Returns: (nullable) (transfer full): the document
 */
GBytes *
planner_paper_to_pdf (const PlannerPaper *self, const PlannerPaperSize *size, GError **error)
{
  GByteArray *array;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean drawn;

  g_return_val_if_fail (self && size, NULL);

  array = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (append_bytes, array, size->width, size->height);
  /* Every printer and viewer reads this version. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cr = cairo_create (surface);
  write_sheets (cr, self, size);
  cairo_surface_finish (surface);
  drawn = check (cr, surface, error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  if (drawn)
    return g_byte_array_free_to_bytes (array);
  g_byte_array_unref (array);

  return NULL;
}

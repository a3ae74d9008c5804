/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/sessions/planner-row-text-sizes.h"

#define MAX_TITLE_LINES 2
#define MAX_PARTS 500

/* A text that is narrower than its limit by a quarter fits into one line, however the font moves its characters together or apart. */
#define SPARE_WIDTH 1.25

/* The lines of plain text, which is printable ASCII with a letter. */
typedef struct
{
  gboolean known;
  int height;         /* of each line, in pixels; -1 if lines differ */
  gboolean is_single; /* whether a text has one such line in any width */
  double widths[128]; /* of each character, in pixels */
} PlainLines;

/* The sizes of texts in a Pango context. When the font changes, the context gets another serial, and all sizes are measured again. */
typedef struct
{
  guint serial;
  GHashTable *parts; /* owned (element-type utf8 PlannerRowTextSize): without a limit of their width */
  PlainLines titles;
  PlainLines speakers;
} Sizes;

static void
free_sizes (gpointer data)
{
  Sizes *self = data;

  g_hash_table_unref (self->parts);
  g_free (self);
}

static Sizes *
get_sizes (PangoContext *context)
{
  static GQuark quark;
  Sizes *self;

  if (!quark)
    quark = g_quark_from_static_string ("planner-row-text-sizes");
  self = g_object_get_qdata (G_OBJECT (context), quark);
  if (!self)
    {
      self = g_new0 (Sizes, 1);
      self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_qdata_full (G_OBJECT (context), quark, self, free_sizes);
    }
  if (self->serial != pango_context_get_serial (context))
    {
      self->serial = pango_context_get_serial (context);
      self->titles.known = self->speakers.known = FALSE;
      g_hash_table_remove_all (self->parts);
    }

  return self;
}

/**
 * planner_row_text_make_attributes:
 *
 * Returns: (transfer full): the attributes of all texts of this kind
 */
PangoAttrList *
planner_row_text_make_attributes (PlannerRowTextKind kind)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, kind == PLANNER_ROW_TEXT_TITLE
                                          ? pango_attr_weight_new (PANGO_WEIGHT_BOLD)
                                          : pango_attr_scale_new (PANGO_SCALE_SMALL));
  if (kind == PLANNER_ROW_TEXT_PART)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));

  return attributes;
}

/**
 * planner_row_text_make_layout:
 *
 * Returns: (transfer full): a layout of the text, which is ellipsized if it gets a width and is longer
 */
PangoLayout *
planner_row_text_make_layout (PangoContext *context, PlannerRowTextKind kind, const char *string)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = planner_row_text_make_attributes (kind);

  pango_layout_set_text (layout, string, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, kind == PLANNER_ROW_TEXT_TITLE ? -MAX_TITLE_LINES : -1);
  pango_layout_set_single_paragraph_mode (layout, kind != PLANNER_ROW_TEXT_TITLE);
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static gboolean
has_one_font (PangoLayout *layout)
{
  GSList *runs = pango_layout_get_line_readonly (layout, 0)->runs;
  const PangoGlyphItem *first = runs->data;

  for (GSList *i = runs->next; i; i = i->next)
    if (((const PangoGlyphItem *) i->data)->item->analysis.font != first->item->analysis.font)
      return FALSE;

  return TRUE;
}

static int
get_height (PangoLayout *layout, int width)
{
  int height;

  pango_layout_set_width (layout, width);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

/* Pango looks for a font by script and character. All of this text is Latin for Pango, because it has letters, so the fonts of
 * every other plain text are among its fonts. The ellipsis may have another font. */
static void
measure_plain_lines (PlainLines *self, PangoContext *context, PlannerRowTextKind kind)
{
  static const char ascii[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                              " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  g_autoptr (PangoLayout) layout = planner_row_text_make_layout (context, kind, ascii);
  int width;

  self->known = TRUE;
  self->height = -1;
  self->is_single = FALSE;
  if (!has_one_font (layout))
    return;

  for (int i = 0; ascii[i]; i++)
    {
      PangoRectangle place;

      pango_layout_index_to_pos (layout, i, &place);
      self->widths[(guchar) ascii[i]] = (double) ABS (place.width) / PANGO_SCALE;
    }
  pango_layout_get_pixel_size (layout, &width, &self->height);
  self->is_single =
      get_height (layout, width / 2 * PANGO_SCALE) == self->height && get_height (layout, 0) == self->height;
}

/* Returns: whether the text is printable ASCII and has a letter */
static gboolean
is_plain (const char *string)
{
  gboolean has_letter = FALSE;

  for (; *string; string++)
    if (g_ascii_isprint (*string))
      has_letter |= g_ascii_isalpha (*string);
    else
      return FALSE;

  return has_letter;
}

static gboolean
fits_surely (const PlainLines *lines, const char *plain, int limit)
{
  double width = 0;

  for (; *plain; plain++)
    width += lines->widths[(guchar) *plain];

  return limit < 0 || width * SPARE_WIDTH <= limit;
}

/* Returns: the height of a plain text, in pixels, or -1 if it needs a layout */
static int
find_plain_height (PangoContext *context, PlannerRowTextKind kind, const char *plain, int limit)
{
  Sizes *sizes = get_sizes (context);
  PlainLines *lines = kind == PLANNER_ROW_TEXT_TITLE ? &sizes->titles : &sizes->speakers;

  if (!lines->known)
    measure_plain_lines (lines, context, kind);

  return lines->is_single || fits_surely (lines, plain, limit) ? lines->height : -1;
}

/**
 * planner_row_text_measure_string:
 * @kind: %PLANNER_ROW_TEXT_TITLE or %PLANNER_ROW_TEXT_SPEAKERS
 * @limit: the width at which the text is ellipsized, in pixels, or -1
 *
 * A text in ASCII has the height that its font gives to each line. It needs a layout only when it may need a second line.
 *
 * Returns: the height of a layout of the text, in pixels
 */
int
planner_row_text_measure_string (PangoContext *context,
                                 PlannerRowTextKind kind,
                                 const char *string,
                                 int limit)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height = is_plain (string) ? find_plain_height (context, kind, string, limit) : -1;

  if (height < 0)
    {
      layout = planner_row_text_make_layout (context, kind, string);
      height = get_height (layout, limit < 0 ? -1 : limit * PANGO_SCALE);
    }

  return height;
}

static PlannerRowTextSize *
make_part_size (PangoContext *context, const char *string)
{
  g_autoptr (PangoLayout) layout = planner_row_text_make_layout (context, PLANNER_ROW_TEXT_PART, string);
  PlannerRowTextSize *size = g_new (PlannerRowTextSize, 1);

  pango_layout_get_pixel_size (layout, &size->width, &size->height);
  size->baseline = PANGO_PIXELS (pango_layout_get_baseline (layout));

  return size;
}

/**
 * planner_row_text_measure_part:
 *
 * Measures a part. Many rows have the same room or the same time, so the sizes are kept.
 *
 * Returns: (transfer none): the size of a layout of the part, until the next part is measured
 */
const PlannerRowTextSize *
planner_row_text_measure_part (PangoContext *context, const char *string)
{
  Sizes *sizes = get_sizes (context);
  PlannerRowTextSize *size = g_hash_table_lookup (sizes->parts, string);

  if (!size)
    {
      size = make_part_size (context, string);
      if (g_hash_table_size (sizes->parts) >= MAX_PARTS)
        g_hash_table_remove_all (sizes->parts);
      g_hash_table_insert (sizes->parts, g_strdup (string), size);
    }

  return size;
}

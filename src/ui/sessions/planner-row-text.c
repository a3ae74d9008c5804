/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/sessions/planner-row-text.h"

#include "ui/sessions/planner-row-text-sizes.h"

#include <adwaita.h>

#define MIN_WIDTH 40
#define LINE_GAP 2
#define PILL_GAP 6

/* A pill that would take more than this part of the width has a line of its own. */
#define MAX_PILL_PART 0.2

/* Sizes as fractions of the height of a line, so that they follow the size of the text. */
#define PART_GAP 0.8
#define DOT 0.15

/* The same as the style class secondary. */
#define SECONDARY_ALPHA 0.8f

/* A color instead of an opacity, so that secondary text is not dimmed twice. The contrast is still 4.5:1. */
#define OVER_ALPHA 0.72f

/* The background of text that matches a search: a translucent yellow, which suits light and dark themes. */
#define HIT_RED 0xf5f5
#define HIT_GREEN 0xc2c2
#define HIT_BLUE 0x1111
#define HIT_ALPHA 0x5000

typedef enum
{
  TITLE,
  SPEAKERS,
  FIRST_PART,
} TextIndex;

typedef struct
{
  char *string;        /* owned */
  PangoLayout *layout; /* owned, nullable: only while the row is on screen */
  GdkRectangle place;  /* as if the direction were from left to right; empty if the text is not shown */
  int limit;           /* the width at which it is ellipsized, or -1 */
  int baseline;        /* of a part, from the top of its place */
  gboolean has_dot;    /* before it */
} Text;

struct _PlannerRowText
{
  GtkWidget *row;      /* borrowed */
  GdkRectangle area;   /* of the texts in the row */
  GArray *texts;       /* owned, of Text: those of TextIndex and more parts, which are kept for later texts */
  guint n_texts;       /* how many of them are shown */
  GtkWidget *pill;     /* borrowed from the row, nullable: made for the first label */
  PlannerQuery *query; /* owned, nullable: whose hits are highlighted */
  gboolean struck;     /* the title is struck through */
  gboolean over;

  /* The places of the texts are right for this width and this state of the Pango context. */
  gboolean placed;
  gboolean pill_below; /* the title, instead of beside it */
  int width;
  guint serial;
  int height; /* of all texts */
};

static Text *
get_text (PlannerRowText *self, guint n)
{
  return &g_array_index (self->texts, Text, n);
}

static void
clear_text (gpointer data)
{
  Text *text = data;

  g_free (text->string);
  g_clear_object (&text->layout);
}

static gboolean
is_rtl (PlannerRowText *self)
{
  return gtk_widget_get_direction (self->row) == GTK_TEXT_DIR_RTL;
}

/* The rows of a list share the context of the list, because each context takes a kilobyte. */
static PangoContext *
get_context (PlannerRowText *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (self->row, GTK_TYPE_LIST_VIEW);

  return gtk_widget_get_pango_context (list ? list : self->row);
}

static PlannerRowTextKind
get_kind (guint n)
{
  static const PlannerRowTextKind kinds[] = { PLANNER_ROW_TEXT_TITLE, PLANNER_ROW_TEXT_SPEAKERS,
                                              PLANNER_ROW_TEXT_PART };

  return kinds[MIN (n, FIRST_PART)];
}

/* Attributes. Those that are added here do not change the size of the text. */

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, const PlannerQueryHit *hit)
{
  attribute->start_index = hit->start;
  attribute->end_index = hit->end;
  pango_attr_list_insert (attributes, attribute);
}

static void
add_hits (PangoAttrList *attributes, const PlannerQuery *query, const char *string)
{
  g_autoptr (GArray) hits = planner_query_find_hits (query, string);

  for (guint i = 0; i < hits->len; i++)
    {
      const PlannerQueryHit *hit = &g_array_index (hits, PlannerQueryHit, i);

      add_attribute (attributes, pango_attr_background_new (HIT_RED, HIT_GREEN, HIT_BLUE), hit);
      add_attribute (attributes, pango_attr_background_alpha_new (HIT_ALPHA), hit);
      add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), hit);
    }
}

static void
decorate (PlannerRowText *self, guint n)
{
  const Text *text = get_text (self, n);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (!text->layout)
    return;

  attributes = planner_row_text_make_attributes (get_kind (n));
  if (n == TITLE && self->struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  if (self->query)
    add_hits (attributes, self->query, text->string);
  pango_layout_set_attributes (text->layout, attributes);
}

/* Before the row is in a window, its font is not known, and a layout would make GTK compute a style in vain. */
static PangoLayout *
ensure_layout (PlannerRowText *self, guint n)
{
  Text *text = get_text (self, n);

  if (!text->layout)
    {
      text->layout = planner_row_text_make_layout (get_context (self), get_kind (n), text->string);
      decorate (self, n);
    }
  pango_layout_set_width (text->layout, text->limit < 0 ? -1 : text->limit * PANGO_SCALE);
  pango_layout_set_alignment (text->layout, is_rtl (self) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);

  return text->layout;
}

static void
texts_changed (PlannerRowText *self)
{
  self->placed = FALSE;
  gtk_widget_queue_resize (self->row);
}

static void
set_text (PlannerRowText *self, guint n, const char *string)
{
  Text *text;

  if (n >= self->texts->len)
    g_array_set_size (self->texts, n + 1);
  text = get_text (self, n);
  if (!g_set_str (&text->string, string))
    return;

  if (text->layout)
    pango_layout_set_text (text->layout, string, -1);
  decorate (self, n);
  texts_changed (self);
}

/* Places */

static void
measure_pill (PlannerRowText *self, int *width, int *height)
{
  *width = *height = 0;
  if (!self->pill || !gtk_widget_should_layout (self->pill))
    return;

  gtk_widget_measure (self->pill, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
  gtk_widget_measure (self->pill, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

/* Ellipsizes a text at this width, which is -1 for no limit. Returns: its height */
static int
limit_text (PlannerRowText *self, guint n, int width)
{
  Text *text = get_text (self, n);

  text->limit = width;

  return planner_row_text_measure_string (get_context (self), get_kind (n), text->string, width);
}

/* The pill takes space from the title only, or is below it. Returns the height of both. */
static int
place_title (PlannerRowText *self, int width)
{
  Text *title = get_text (self, TITLE);
  int pill_width, pill_height;

  measure_pill (self, &pill_width, &pill_height);
  self->pill_below = width >= 0 && pill_width > MAX_PILL_PART * width;
  if (width >= 0 && pill_width > 0 && !self->pill_below)
    width = MAX (width - PILL_GAP - pill_width, 0);
  title->place.width = width;
  title->place.height = limit_text (self, TITLE, width);
  if (self->pill_below)
    return title->place.height + LINE_GAP + pill_height;

  title->place.height = MAX (title->place.height, pill_height);

  return title->place.height;
}

static int
place_speakers (PlannerRowText *self, int width, int y)
{
  Text *speakers = get_text (self, SPEAKERS);

  if (*speakers->string == '\0')
    return y;

  speakers->place.y = y + LINE_GAP;
  speakers->place.width = width;
  speakers->place.height = limit_text (self, SPEAKERS, width);

  return speakers->place.y + speakers->place.height;
}

/* Puts the parts of a line on one baseline, because Chinese fonts have higher lines than Latin ones.
 *
 * Returns: the height of the line, in pixels */
static int
align_line (PlannerRowText *self, guint first, guint end)
{
  int above = 0, below = 0;

  for (guint i = first; i < end; i++)
    {
      const Text *part = get_text (self, i);

      above = MAX (above, part->baseline);
      below = MAX (below, part->place.height - part->baseline);
    }
  for (guint i = first; i < end; i++)
    get_text (self, i)->place.y += above - get_text (self, i)->baseline;

  return above + below;
}

/* Places a part at @x, or at the start of the next line if it does not fit there. */
static void
place_part (PlannerRowText *self, Text *part, int x, int y, int limit)
{
  const PlannerRowTextSize *size = planner_row_text_measure_part (get_context (self), part->string);

  if (x > 0)
    x += (int) (PART_GAP * size->height);
  part->has_dot = x > 0 && size->width <= limit - x;
  part->place.x = part->has_dot ? x : 0;
  part->place.y = y;
  part->place.width = MIN (size->width, limit - part->place.x);
  part->place.height = size->height;
  part->baseline = size->baseline;
  part->limit = size->width > part->place.width ? part->place.width : -1;
}

/* Places the parts in lines of this width. */
static int
place_parts (PlannerRowText *self, int width, int y)
{
  guint first = FIRST_PART;
  int x = 0;

  if (self->n_texts == FIRST_PART)
    return y;

  y += LINE_GAP;
  for (guint i = FIRST_PART; i < self->n_texts; i++)
    {
      Text *part = get_text (self, i);

      place_part (self, part, x, y, width < 0 ? G_MAXINT : width);
      if (i > first && !part->has_dot)
        {
          y += align_line (self, first, i);
          part->place.y = y;
          first = i;
        }
      x = part->place.x + part->place.width;
    }

  return y + align_line (self, first, self->n_texts);
}

/* The serial changes with the font and with the direction. */
static gboolean
is_placed (PlannerRowText *self, int width)
{
  return self->placed && self->width == width &&
         self->serial == pango_context_get_serial (get_context (self));
}

static void
place_texts (PlannerRowText *self, int width)
{
  int y;

  if (is_placed (self, width))
    return;

  for (guint i = 0; i < self->n_texts; i++)
    get_text (self, i)->place = (GdkRectangle) { 0 };
  y = place_title (self, width);
  y = place_speakers (self, width, y);
  self->height = place_parts (self, width, y);
  self->width = width;
  self->serial = pango_context_get_serial (get_context (self));
  self->placed = TRUE;
}

/* Drawing */

/* @logical: (out): the extents of the text in its layout, where a text of the other direction does not begin at the origin */
static graphene_rect_t
get_bounds (PlannerRowText *self, const Text *text, PangoRectangle *logical)
{
  int x = text->place.x, y;

  pango_layout_get_pixel_extents (text->layout, NULL, logical);
  if (is_rtl (self))
    x = self->width - text->place.x - logical->width;
  y = text->place.y + (text->place.height - logical->height) / 2;

  return GRAPHENE_RECT_INIT ((float) (self->area.x + x), (float) (self->area.y + y), (float) logical->width,
                             (float) logical->height);
}

static void
draw_dot (PlannerRowText *self, const Text *part, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const GdkRectangle *place = &part->place;
  const float size = (float) (DOT * place->height);
  const float middle = (float) (place->x - PART_GAP * place->height / 2);
  const float x = (float) self->area.x + (is_rtl (self) ? (float) self->width - middle : middle);
  const float y = (float) (self->area.y + place->y) + (float) place->height / 2;
  GskRoundedRect dot;

  gsk_rounded_rect_init_from_rect (&dot, &GRAPHENE_RECT_INIT (x - size / 2, y - size / 2, size, size),
                                   size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, color, &dot.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_text (PlannerRowText *self, guint n, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  PangoLayout *layout = ensure_layout (self, n);
  const Text *text = get_text (self, n);
  PangoRectangle logical;
  const graphene_rect_t bounds = get_bounds (self, text, &logical);

  if (text->has_dot)
    draw_dot (self, text, snapshot, color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (bounds.origin.x - (float) logical.x,
                                                          bounds.origin.y - (float) logical.y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* Only the title and the speakers have the primary color. */
static void
get_colors (PlannerRowText *self, GdkRGBA *primary, GdkRGBA *secondary)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (self->row));

  gtk_widget_get_color (self->row, primary);
  if (self->over)
    primary->alpha *= OVER_ALPHA;
  *secondary = *primary;
  if (!self->over && !adw_style_manager_get_high_contrast (style))
    secondary->alpha *= SECONDARY_ALPHA;
}

/**
 * planner_row_text_new:
 * @row: the widget that measures, places and draws the texts, and that unparents the pill
 *
 * Returns: (transfer full): texts to be freed with planner_row_text_free(), not after @row
 */
PlannerRowText *
planner_row_text_new (GtkWidget *row)
{
  PlannerRowText *self = g_new0 (PlannerRowText, 1);

  self->row = row;
  self->texts = g_array_new (FALSE, TRUE, sizeof (Text));
  g_array_set_clear_func (self->texts, clear_text);
  set_text (self, TITLE, "");
  set_text (self, SPEAKERS, "");
  self->n_texts = FIRST_PART;

  return self;
}

void
planner_row_text_free (PlannerRowText *self)
{
  g_array_unref (self->texts);
  g_clear_pointer (&self->query, planner_query_unref);
  g_free (self);
}

void
planner_row_text_set_title (PlannerRowText *self, const char *title, gboolean struck)
{
  set_text (self, TITLE, title);
  if (struck == self->struck)
    return;

  self->struck = struck;
  decorate (self, TITLE);
  gtk_widget_queue_draw (self->row);
}

/**
 * planner_row_text_set_speakers:
 * @speakers: the text of the second line; an empty text takes no line
 */
void
planner_row_text_set_speakers (PlannerRowText *self, const char *speakers)
{
  set_text (self, SPEAKERS, speakers);
}

/**
 * planner_row_text_set_parts:
 * @parts: the texts below the speakers, %NULL-terminated
 */
void
planner_row_text_set_parts (PlannerRowText *self, const char *const *parts)
{
  const guint n_texts = FIRST_PART + g_strv_length ((char **) parts);

  for (guint i = FIRST_PART; i < n_texts; i++)
    set_text (self, i, parts[i - FIRST_PART]);
  if (n_texts == self->n_texts)
    return;

  self->n_texts = n_texts;
  texts_changed (self);
}

/**
 * planner_row_text_set_pill:
 * @label: (nullable): a short text beside the title, or below it in a narrow row; %NULL for none
 */
void
planner_row_text_set_pill (PlannerRowText *self, const char *label)
{
  if (label && !self->pill)
    {
      self->pill = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->pill, "mark");
      gtk_widget_insert_after (self->pill, self->row, NULL);
    }
  if (!self->pill)
    return;

  if (label)
    gtk_label_set_label (GTK_LABEL (self->pill), label);
  gtk_widget_set_visible (self->pill, label != NULL);
  texts_changed (self);
}

/**
 * planner_row_text_set_over:
 * @over: whether the session is over; all its texts then have the same dimmed color
 */
void
planner_row_text_set_over (PlannerRowText *self, gboolean over)
{
  if (over == self->over)
    return;

  self->over = over;
  gtk_widget_queue_draw (self->row);
}

/**
 * planner_row_text_set_query:
 * @query: (nullable): the search whose hits are highlighted
 */
void
planner_row_text_set_query (PlannerRowText *self, PlannerQuery *query)
{
  if (query == self->query)
    return;

  g_clear_pointer (&self->query, planner_query_unref);
  self->query = query ? planner_query_ref (query) : NULL;
  for (guint i = 0; i < self->texts->len; i++)
    decorate (self, i);
  gtk_widget_queue_draw (self->row);
}

/**
 * planner_row_text_get_query:
 *
 * Returns: (nullable) (transfer none): the search whose hits are highlighted
 */
PlannerQuery *
planner_row_text_get_query (PlannerRowText *self)
{
  return self->query;
}

/**
 * planner_row_text_measure_width:
 *
 * Returns: the least width of the texts, in pixels
 */
int
planner_row_text_measure_width (PlannerRowText *self)
{
  int pill_width, pill_height;

  measure_pill (self, &pill_width, &pill_height);

  return MAX (MIN_WIDTH, pill_width);
}

/**
 * planner_row_text_measure_height:
 * @width: in pixels, or -1 for no limit
 *
 * Returns: the height of the texts in this width, in pixels
 */
int
planner_row_text_measure_height (PlannerRowText *self, int width)
{
  place_texts (self, width);

  return self->height;
}

/**
 * planner_row_text_place:
 * @area: in pixels of the row; if it is higher than the texts, these are in the middle
 */
void
planner_row_text_place (PlannerRowText *self, const GdkRectangle *area)
{
  const int height = planner_row_text_measure_height (self, area->width);
  int pill_width, pill_height, x, y;

  self->area = *area;
  self->area.y += MAX (area->height - height, 0) / 2;
  self->area.height = MIN (area->height, height);
  measure_pill (self, &pill_width, &pill_height);
  if (pill_width == 0)
    return;

  x = is_rtl (self) != self->pill_below ? 0 : area->width - pill_width;
  y = self->pill_below ? get_text (self, TITLE)->place.height + LINE_GAP : 0;
  gtk_widget_size_allocate (self->pill,
                            &(GtkAllocation) { self->area.x + x, self->area.y + y, pill_width, pill_height },
                            -1);
}

/* Draws everything but the pill, which is a widget. */
void
planner_row_text_draw (PlannerRowText *self, GtkSnapshot *snapshot)
{
  GdkRGBA primary, secondary;

  get_colors (self, &primary, &secondary);
  place_texts (self, self->area.width);
  for (guint i = 0; i < self->n_texts; i++)
    if (get_text (self, i)->place.height > 0)
      draw_text (self, i, snapshot, i < FIRST_PART ? &primary : &secondary);
}

/* GtkListView makes about two hundred rows, of which only a few are on screen. The layouts of the others would take 2 MB. */
void
planner_row_text_drop_layouts (PlannerRowText *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    g_clear_object (&get_text (self, i)->layout);
}

/**
 * planner_row_text_get_area:
 *
 * Returns: the area of the texts, in pixels of the row
 */
GdkRectangle
planner_row_text_get_area (PlannerRowText *self)
{
  return self->area;
}

/**
 * planner_row_text_get_layout:
 * @n: 0 for the title, 1 for the speakers, 2 for the first part
 * @bounds: (out) (optional): where the text is drawn, in pixels of the row
 *
 * Returns: (nullable) (transfer none): the layout of a text, which may be empty, or %NULL after the last part
 */
PangoLayout *
planner_row_text_get_layout (PlannerRowText *self, guint n, graphene_rect_t *bounds)
{
  PangoRectangle logical;

  if (n >= self->n_texts)
    return NULL;
  if (bounds || self->placed)
    place_texts (self, self->area.width);
  ensure_layout (self, n);
  if (bounds)
    *bounds = get_bounds (self, get_text (self, n), &logical);

  return get_text (self, n)->layout;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/timetable/planner-cell-drawing.h"

#include "ui/widgets/planner-color.h"
#include "words/planner-friend-words.h"
#include "words/planner-labels.h"
#include "words/planner-words.h"

#include <adwaita.h>

#define RADIUS 6.0f
#define EDGE_WIDTH 4
#define PADDING 6
#define ICON_SIZE 16
#define GAP 4 /* between icons, and between a text and an icon */
#define FRIEND_SIZE 10
#define MAX_SPEAKER_LINES 2

/* Lanes narrower than this show the star only if the session is starred. */
#define MIN_WIDTH_FOR_STAR 120

static gboolean
is_starred (PlannerCellDrawing *self)
{
  return planner_entry_get_starred (self->entry);
}

static PangoLayout *
create_layout (PlannerCellDrawing *self, const char *text, double scale, PangoWeight weight, gboolean struck)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  if (struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

static void
ensure_layouts (PlannerCellDrawing *self)
{
  const PlannerSession *session = planner_entry_get_session (self->entry);
  g_autofree char *title = NULL;
  g_autofree char *speakers = NULL;
  g_autofree char *time = NULL;

  if (self->title)
    return;

  title = planner_format_cell_title (session, planner_entry_get_plan_b (self->entry));
  speakers = planner_session_dup_speaker_names (session);
  time = planner_format_time_range (session, self->local);
  self->title = create_layout (self, title, 0.92, PANGO_WEIGHT_SEMIBOLD,
                               session->cancelled || planner_entry_get_withdrawn (self->entry));
  self->speakers = create_layout (self, speakers, 0.85, PANGO_WEIGHT_NORMAL, FALSE);
  self->time = create_layout (self, time, 0.85, PANGO_WEIGHT_NORMAL, FALSE);
}

static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * pow (color->red, 2.2) + 0.7152 * pow (color->green, 2.2) + 0.0722 * pow (color->blue, 2.2);
}

/* Of black and white, the one with more contrast has at least 4.5:1 on any color. */
static GdkRGBA
get_text_color_on (const GdkRGBA *background)
{
  return get_luminance (background) > 0.179 ? (GdkRGBA) { 0, 0, 0, 1 } : (GdkRGBA) { 1, 1, 1, 1 };
}

static GdkRGBA
with_alpha (GdkRGBA color, double alpha)
{
  color.alpha *= (float) alpha;

  return color;
}

static gboolean
is_filled (PlannerCellDrawing *self)
{
  return planner_entry_is_going (self->entry) && !self->past;
}

static void
snapshot_background (PlannerCellDrawing *self, GtkSnapshot *snapshot, const GdkRGBA *text)
{
  const float width = (float) gtk_widget_get_width (self->widget);
  const float height = (float) gtk_widget_get_height (self->widget);
  const gboolean rtl = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
  const gboolean hovered = gtk_widget_get_state_flags (self->widget) & GTK_STATE_FLAG_PRELIGHT;
  const gboolean dark = get_luminance (text) > 0.5;
  const GdkRGBA color = self->forum_color;
  double tint = planner_entry_is_going (self->entry) ? 0.3 : self->past ? 0.07 : dark ? 0.24 : 0.16;
  GskRoundedRect shape;

  tint = is_filled (self) ? 1 : hovered ? tint + 0.08 : tint;
  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { color.red, color.green, color.blue, (float) tint },
                             &shape.bounds);
  if (!is_filled (self))
    gtk_snapshot_append_color (snapshot,
                               &(GdkRGBA) { color.red, color.green, color.blue, self->past ? 0.55f : 1 },
                               &GRAPHENE_RECT_INIT (rtl ? width - EDGE_WIDTH : 0, 0, EDGE_WIDTH, height));
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_border (PlannerCellDrawing *self, GtkSnapshot *snapshot, const GdkRGBA *color, float line)
{
  const float width = (float) gtk_widget_get_width (self->widget);
  const float height = (float) gtk_widget_get_height (self->widget);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  gtk_snapshot_append_border (snapshot, &shape, (float[]) { line, line, line, line },
                              (GdkRGBA[]) { *color, *color, *color, *color });
}

static void
snapshot_icon (PlannerCellDrawing *self,
               GtkSnapshot *snapshot,
               const char *name,
               const graphene_point_t *at,
               const GdkRGBA *color)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (self->widget));
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme, name, NULL, ICON_SIZE, gtk_widget_get_scale_factor (self->widget),
                                  gtk_widget_get_direction (self->widget), 0);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, at);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE, ICON_SIZE,
                                            color, 1);
  gtk_snapshot_restore (snapshot);
}

static gboolean
shows_star (PlannerCellDrawing *self)
{
  return is_starred (self) || gtk_widget_get_width (self->widget) >= MIN_WIDTH_FOR_STAR;
}

static int
get_line_height (PangoLayout *layout)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  PangoRectangle extents;

  pango_layout_line_get_pixel_extents (line, NULL, &extents);

  return MAX (extents.height, 1);
}

/* The title and the star stay visible while the cell scrolls below the headers. */
static int
get_content_top (PlannerCellDrawing *self)
{
  ensure_layouts (self);

  return CLAMP (gtk_widget_get_height (self->widget) - get_line_height (self->title) - 2 * PADDING, 0,
                self->hidden_height);
}

/* A low cell has no room for the sign of a clash below the star. */
static gboolean
shows_clash_beside_star (PlannerCellDrawing *self)
{
  return planner_entry_get_clashing (self->entry) &&
         gtk_widget_get_height (self->widget) - get_content_top (self) < 2 * ICON_SIZE + 2 * PADDING;
}

static int
get_icons_width (PlannerCellDrawing *self)
{
  return (shows_star (self) ? ICON_SIZE + GAP : 0) + (shows_clash_beside_star (self) ? ICON_SIZE + GAP : 0);
}

/* Draws as many lines of a text as fit in @area, and takes their height off the top of @area. */
static void
snapshot_lines (GtkSnapshot *snapshot,
                PangoLayout *layout,
                graphene_rect_t *area,
                int max_lines,
                const GdkRGBA *color)
{
  const int line_height = get_line_height (layout);
  const int n_lines = MIN ((int) (area->size.height / (float) line_height), max_lines);
  int height;

  if (n_lines < 1 || *pango_layout_get_text (layout) == '\0')
    return;

  pango_layout_set_width (layout, (int) area->size.width * PANGO_SCALE);
  pango_layout_set_height (layout, n_lines == 1 ? 0 : n_lines * line_height * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &area->origin);
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
  area->origin.y += (float) height;
  area->size.height -= (float) height;
}

static graphene_point_t
get_star_origin (PlannerCellDrawing *self)
{
  const gboolean rtl = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
  const int top = get_content_top (self);
  const int height = gtk_widget_get_height (self->widget) - top;
  const int width = gtk_widget_get_width (self->widget);

  return GRAPHENE_POINT_INIT (rtl ? PADDING : (float) (width - PADDING - ICON_SIZE),
                              (float) (top + CLAMP ((height - ICON_SIZE) / 2, 0, PADDING + 1)));
}

/* Returns: the width of the icons at the lower end of a cell, in pixels */
static int
get_lower_icons_width (PlannerCellDrawing *self)
{
  if (shows_clash_beside_star (self))
    return get_icons_width (self);

  return planner_entry_get_clashing (self->entry) ? ICON_SIZE : 0;
}

/* The lines below the title take the whole width, unless they may reach the icons of a corner.
 *
 * @area: what is left below the title */
static int
get_reserved_width (PlannerCellDrawing *self, const graphene_rect_t *area)
{
  const int bottom = gtk_widget_get_height (self->widget);
  const int n_lines = MAX_SPEAKER_LINES + 1;
  const float end = area->origin.y + (float) (n_lines * get_line_height (self->speakers));
  int lower = get_lower_icons_width (self);

  if (area->origin.y < get_star_origin (self).y + ICON_SIZE)
    return get_icons_width (self);
  if (planner_entry_get_friends (self->entry))
    lower += 2 * FRIEND_SIZE;

  return end > (float) (bottom - ICON_SIZE - PADDING) ? lower : 0;
}

/* A cell that is too low for a line, or too narrow beside its icons, stays empty. Its tooltip and its accessible label give the title. */
static void
snapshot_texts (PlannerCellDrawing *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const int top = get_content_top (self);
  const int width = gtk_widget_get_width (self->widget);
  const int height = gtk_widget_get_height (self->widget) - top;
  const gboolean rtl = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
  const int icons = get_icons_width (self);
  const int title_height = get_line_height (self->title);
  int padding, widened;
  graphene_rect_t area;

  if (height < title_height - 2)
    return;

  padding = CLAMP ((height - title_height) / 2, 0, PADDING);
  area = GRAPHENE_RECT_INIT ((float) (rtl ? PADDING + icons : EDGE_WIDTH + PADDING), (float) (top + padding),
                             (float) MAX (width - EDGE_WIDTH - 2 * PADDING - icons, 1),
                             (float) MAX (height - 2 * padding, title_height));
  if (area.size.width < (float) title_height)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, (float) top, (float) width, (float) height));
  snapshot_lines (snapshot, self->title, &area, G_MAXINT, color);
  widened = icons - get_reserved_width (self, &area);
  area.size.width = MAX (area.size.width + (float) widened, 1);
  area.origin.x -= rtl ? (float) widened : 0;
  snapshot_lines (snapshot, self->speakers, &area, MAX_SPEAKER_LINES, color);
  snapshot_lines (snapshot, self->time, &area, 1, color);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_star (PlannerCellDrawing *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const graphene_point_t origin = get_star_origin (self);
  const gboolean active =
      gtk_widget_get_state_flags (self->widget) & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_VISIBLE);
  const GdkRGBA dimmed = with_alpha (*color, is_starred (self) || active ? 1 : 0.6);

  if (shows_star (self) && (is_starred (self) || active))
    snapshot_icon (self, snapshot, planner_get_star_icon (is_starred (self), FALSE), &origin, &dimmed);
}

static graphene_point_t
get_clash_origin (PlannerCellDrawing *self)
{
  const gboolean rtl = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
  graphene_point_t at = get_star_origin (self);

  if (!shows_clash_beside_star (self))
    at.y = (float) (gtk_widget_get_height (self->widget) - ICON_SIZE - PADDING + 2);
  else if (shows_star (self))
    at.x += rtl ? ICON_SIZE + GAP : -(ICON_SIZE + GAP);

  return at;
}

static void
snapshot_clash (PlannerCellDrawing *self, GtkSnapshot *snapshot, const GdkRGBA *text)
{
  const graphene_point_t at = get_clash_origin (self);

  snapshot_border (self, snapshot, text, 2);
  snapshot_icon (self, snapshot, "dialog-warning-symbolic", &at, text);
}

/* The disc is in the lower corner that the clash leaves free. Its ring makes it visible on every color. */
static void
snapshot_friend (PlannerCellDrawing *self, GtkSnapshot *snapshot, const char *name, const GdkRGBA *text)
{
  const gboolean rtl = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
  const float width = (float) gtk_widget_get_width (self->widget);
  const float height = (float) gtk_widget_get_height (self->widget);
  const float icons = (float) get_lower_icons_width (self);
  const float x = rtl ? PADDING + FRIEND_SIZE + icons : width - PADDING - 2 * FRIEND_SIZE - icons;
  const graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (x, height - FRIEND_SIZE - PADDING / 2, FRIEND_SIZE, FRIEND_SIZE);
  GskRoundedRect disc;
  GdkRGBA color;

  planner_friend_color (name, &color);
  gsk_rounded_rect_init_from_rect (&disc, &bounds, FRIEND_SIZE / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &color, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &disc, (float[]) { 1, 1, 1, 1 },
                              (GdkRGBA[]) { *text, *text, *text, *text });
}

/**
 * planner_cell_drawing_snapshot:
 *
 * Draws the session. There must be one.
 */
void
planner_cell_drawing_snapshot (PlannerCellDrawing *self, GtkSnapshot *snapshot)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (self->widget));
  const gboolean high_contrast = adw_style_manager_get_high_contrast (style);
  GdkRGBA text;

  gtk_widget_get_color (self->widget, &text);
  snapshot_background (self, snapshot, &text);
  if (is_filled (self))
    text = get_text_color_on (&self->forum_color);
  else if (self->past && !high_contrast)
    text = with_alpha (text, 0.75);
  if (high_contrast)
    snapshot_border (self, snapshot, &text, 1);
  snapshot_texts (self, snapshot, &text);
  snapshot_star (self, snapshot, &text);
  if (planner_entry_get_plan_b (self->entry))
    snapshot_border (self, snapshot, &self->forum_color, 2);
  if (planner_entry_get_clashing (self->entry))
    snapshot_clash (self, snapshot, &text);
  if (planner_entry_get_friends (self->entry))
    snapshot_friend (self, snapshot, planner_entry_get_friends (self->entry)[0], &text);
}

/**
 * planner_cell_drawing_is_star_at:
 * @x: a position in the cell, in pixels
 * @y: a position in the cell, in pixels
 *
 * Returns: whether a click there toggles the star
 */
gboolean
planner_cell_drawing_is_star_at (PlannerCellDrawing *self, double x, double y)
{
  const gboolean rtl = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
  const int width = gtk_widget_get_width (self->widget);
  const int size = ICON_SIZE + 2 * PADDING;
  const double from_top = y - get_content_top (self);

  return shows_star (self) && (rtl ? x < size : x >= width - size) && from_top >= 0 && from_top < size;
}

/**
 * planner_cell_drawing_init:
 * @widget: the cell, which must live as long as @self
 */
void
planner_cell_drawing_init (PlannerCellDrawing *self, GtkWidget *widget)
{
  *self = (PlannerCellDrawing) { .widget = widget };
}

/**
 * planner_cell_drawing_clear:
 *
 * Releases the session and its texts.
 */
void
planner_cell_drawing_clear (PlannerCellDrawing *self)
{
  planner_cell_drawing_set_session (self, NULL, NULL);
}

/**
 * planner_cell_drawing_set_session:
 * @entry: (nullable): the session
 * @local: (nullable): the zone to show times in instead of the venue's
 */
void
planner_cell_drawing_set_session (PlannerCellDrawing *self, PlannerEntry *entry, GTimeZone *local)
{
  g_clear_pointer (&self->local, g_time_zone_unref);
  self->local = local ? g_time_zone_ref (local) : NULL;
  g_set_object (&self->entry, entry);
  planner_cell_drawing_forget_texts (self);
}

/**
 * planner_cell_drawing_forget_texts:
 *
 * Creates the texts again when they are drawn next. Call it when the session or the font has changed.
 */
void
planner_cell_drawing_forget_texts (PlannerCellDrawing *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->speakers);
  g_clear_object (&self->time);
  gtk_widget_queue_draw (self->widget);
}

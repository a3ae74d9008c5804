/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/shown-texts.h"

#include "ui/sessions/planner-session-row.h"
#include "ui/timetable/planner-timetable-cell.h"
#include "ui/ui-fixture.h"

/* The rounding of positions to pixels, and what italic letters draw outside of their line. */
#define TOLERANCE 1.5f

/* The boxes of two texts may touch a little, because they include room for accents and for descenders. */
#define OVERLAP_TOLERANCE 3

/* The headers and the cells of a timetable scroll below each other, so only texts of one layer can overlap. */
typedef enum
{
  LAYER_PAGE,
  LAYER_ROOMS,
  LAYER_HOURS,
  LAYER_CELLS,
} Layer;

typedef struct
{
  const char *text; /* borrowed from the widget */
  graphene_rect_t rect;
  Layer layer;
} Shown;

/* The area that contains the texts of a part of the tree. All rectangles are in the coordinates of the root. */
typedef struct
{
  graphene_rect_t visible; /* the rest has scrolled away or is outside of the root */
  graphene_rect_t box;     /* the parent of the text */
  gboolean scrolls_horizontally;
  gboolean scrolls_vertically;
} Frame;

typedef struct
{
  UiShownTexts *texts;
  GtkWidget *root;
  GArray *shown; /* (element-type Shown) */
} Check;

/* The first width that has a fault is printed. */
static void
add_sentence (UiShownTexts *self, const char *sentence)
{
  g_autofree char *short_sentence = g_utf8_truncate_middle (sentence, 150);
  char *full = g_strdup_printf ("%s: %s", self->place, short_sentence);
  const int n = GPOINTER_TO_INT (g_hash_table_lookup (self->faults, full));

  if (n == 0)
    g_test_message ("%s at %d pixels", full, self->width);
  g_hash_table_insert (self->faults, full, GINT_TO_POINTER (n + 1));
}

G_GNUC_PRINTF (2, 3)
static void
add_fault (Check *check, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_sentence (check->texts, sentence);
}

static graphene_rect_t
get_bounds (Check *check, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, check->root, &bounds));

  return bounds;
}

/* The place where the label draws its text, which may be larger than the label. */
static graphene_rect_t
get_text_rect (Check *check, GtkLabel *label)
{
  graphene_point_t origin;
  PangoRectangle logical;
  int x, y;

  gtk_label_get_layout_offsets (label, &x, &y);
  pango_layout_get_pixel_extents (gtk_label_get_layout (label), NULL, &logical);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (label), check->root, graphene_point_zero (), &origin));

  return GRAPHENE_RECT_INIT (origin.x + (float) (x + logical.x), origin.y + (float) (y + logical.y),
                             (float) logical.width, (float) logical.height);
}

static gboolean
fits_horizontally (const graphene_rect_t *inner, const graphene_rect_t *outer)
{
  return inner->origin.x >= outer->origin.x - TOLERANCE &&
         inner->origin.x + inner->size.width <= outer->origin.x + outer->size.width + TOLERANCE;
}

static gboolean
fits_vertically (const graphene_rect_t *inner, const graphene_rect_t *outer)
{
  return inner->origin.y >= outer->origin.y - TOLERANCE &&
         inner->origin.y + inner->size.height <= outer->origin.y + outer->size.height + TOLERANCE;
}

static gboolean
fits (const graphene_rect_t *inner, const graphene_rect_t *outer)
{
  return fits_horizontally (inner, outer) && fits_vertically (inner, outer);
}

static Layer
get_layer (GtkWidget *label)
{
  if (gtk_widget_has_css_class (label, "timetable-hour") || gtk_widget_has_css_class (label, "timetable-now"))
    return LAYER_HOURS;
  if (gtk_widget_has_css_class (label, "timetable-group") ||
      gtk_widget_has_css_class (gtk_widget_get_parent (label), "timetable-room"))
    return LAYER_ROOMS;

  return LAYER_PAGE;
}

/* A text that has scrolled away is not shown. */
static void
add_shown (Check *check, const char *text, const graphene_rect_t *rect, const Frame *frame, Layer layer)
{
  Shown shown = { .text = text, .layer = layer };

  if (graphene_rect_intersection (rect, &frame->visible, &shown.rect))
    {
      g_array_append_val (check->shown, shown);
      check->texts->n_texts++;
    }
}

static void
check_text (Check *check,
            const graphene_rect_t *bounds,
            PangoLayout *layout,
            const graphene_rect_t *rect,
            const Frame *frame,
            Layer layer)
{
  const char *text = pango_layout_get_text (layout);

  if (*text == '\0')
    return;

  if (!fits (rect, bounds))
    add_fault (check, "“%s” does not fit into its place", text);
  if (layer == LAYER_PAGE && !fits (rect, &frame->box))
    add_fault (check, "“%s” sticks out of its box", text);
  if ((!frame->scrolls_horizontally && !fits_horizontally (rect, &frame->visible)) ||
      (!frame->scrolls_vertically && !fits_vertically (rect, &frame->visible)))
    add_fault (check, "“%s” sticks out", text);
  if (pango_layout_get_ellipsize (layout) == PANGO_ELLIPSIZE_NONE && pango_layout_is_ellipsized (layout))
    add_fault (check, "“%s” is cut", text);
  add_shown (check, text, rect, frame, layer);
}

static void
check_label (Check *check, GtkLabel *label, const Frame *frame)
{
  const graphene_rect_t bounds = get_bounds (check, GTK_WIDGET (label));
  const graphene_rect_t rect = get_text_rect (check, label);

  check_text (check, &bounds, gtk_label_get_layout (label), &rect, frame, get_layer (GTK_WIDGET (label)));
}

/* A row draws its texts itself. */
static void
check_row (Check *check, PlannerSessionRow *row, const Frame *frame)
{
  PlannerRowText *texts = planner_session_row_get_text (row);
  const graphene_rect_t bounds = get_bounds (check, GTK_WIDGET (row));
  const GdkRectangle area = planner_row_text_get_area (texts);
  const graphene_rect_t box =
      GRAPHENE_RECT_INIT (bounds.origin.x + (float) area.x, bounds.origin.y + (float) area.y,
                          (float) area.width, (float) area.height);
  PangoLayout *layout;
  graphene_rect_t rect;

  for (guint i = 0; (layout = planner_row_text_get_layout (texts, i, &rect)); i++)
    {
      graphene_rect_offset (&rect, bounds.origin.x, bounds.origin.y);
      check_text (check, &box, layout, &rect, frame, LAYER_PAGE);
    }
}

static void
check_node (Check *check,
            const char *text,
            GskRenderNode *node,
            graphene_point_t offset,
            const graphene_rect_t *box)
{
  graphene_rect_t bounds;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_TEXT_NODE:
      gsk_render_node_get_bounds (node, &bounds);
      graphene_rect_offset (&bounds, offset.x, offset.y);
      if (!fits (&bounds, box))
        add_fault (check, "the text of the cell “%s” is cut", text);
      break;
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        check_node (check, text, gsk_container_node_get_child (node, i), offset, box);
      break;
    case GSK_CLIP_NODE:
      check_node (check, text, gsk_clip_node_get_child (node), offset, box);
      break;
    case GSK_TRANSFORM_NODE:
      {
        float x, y;

        gsk_transform_to_translate (gsk_transform_node_get_transform (node), &x, &y);
        check_node (check, text, gsk_transform_node_get_child (node),
                    GRAPHENE_POINT_INIT (offset.x + x, offset.y + y), box);
      }
      break;
    default:
      break;
    }
}

/* A cell draws its texts itself. */
static void
check_cell (Check *check, PlannerTimetableCell *cell, const Frame *frame)
{
  PlannerEntry *entry = planner_timetable_cell_get_entry (cell);
  const graphene_rect_t bounds = get_bounds (check, GTK_WIDGET (cell));
  const graphene_rect_t box = GRAPHENE_RECT_INIT (0, 0, bounds.size.width, bounds.size.height);
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *snapshot;
  const char *title;

  if (!entry)
    return;

  title = planner_entry_get_session (entry)->title.shown;
  snapshot = gtk_snapshot_new ();
  GTK_WIDGET_GET_CLASS (cell)->snapshot (GTK_WIDGET (cell), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node)
    check_node (check, title, node, *graphene_point_zero (), &box);
  add_shown (check, title, &bounds, frame, LAYER_CELLS);
}

static Frame
enter (Check *check, GtkWidget *widget, const Frame *outer)
{
  Frame frame = *outer;
  GtkPolicyType horizontal, vertical;

  frame.box = get_bounds (check, widget);
  if (!GTK_IS_SCROLLED_WINDOW (widget))
    return frame;

  if (!graphene_rect_intersection (&outer->visible, &frame.box, &frame.visible))
    frame.visible = *graphene_rect_zero ();
  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &horizontal, &vertical);
  frame.scrolls_horizontally |= horizontal != GTK_POLICY_NEVER;
  frame.scrolls_vertically |= vertical != GTK_POLICY_NEVER;

  return frame;
}

static void
check_tree (Check *check, GtkWidget *widget, const Frame *frame)
{
  Frame inner;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget) ||
      gtk_widget_get_opacity (widget) == 0)
    return;
  /* The row of an entry has its title twice and shows one of them. */
  if (ADW_IS_ENTRY_ROW (widget) || (GTK_IS_NATIVE (widget) && widget != check->root))
    return;
  if (GTK_IS_LABEL (widget))
    {
      check_label (check, GTK_LABEL (widget), frame);
      return;
    }
  if (PLANNER_IS_SESSION_ROW (widget))
    check_row (check, PLANNER_SESSION_ROW (widget), frame);
  if (PLANNER_IS_TIMETABLE_CELL (widget))
    {
      check_cell (check, PLANNER_TIMETABLE_CELL (widget), frame);
      return;
    }

  inner = enter (check, widget, frame);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    check_tree (check, child, &inner);
}

static void
check_overlaps (Check *check)
{
  for (guint i = 0; i < check->shown->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const Shown *a = &g_array_index (check->shown, Shown, i);
        const Shown *b = &g_array_index (check->shown, Shown, j);
        graphene_rect_t common;

        if (a->layer == b->layer && graphene_rect_intersection (&a->rect, &b->rect, &common) &&
            common.size.width > OVERLAP_TOLERANCE && common.size.height > OVERLAP_TOLERANCE)
          add_fault (check, "“%s” overlaps “%s”", a->text, b->text);
      }
}

static void
logged_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  UiShownTexts *self = data;

  if (!(level & (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL)))
    self->log_func (domain, level, message, NULL);
  else if (self->place)
    add_sentence (self, message);
}

static gboolean
is_fatal_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return FALSE;
}

UiShownTexts *
ui_shown_texts_new (void)
{
  UiShownTexts *self = g_new0 (UiShownTexts, 1);

  self->faults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->log_func = g_log_set_default_handler (logged_cb, self);
  g_test_log_set_fatal_handler (is_fatal_cb, NULL);

  return self;
}

void
ui_shown_texts_free (UiShownTexts *self)
{
  g_log_set_default_handler (self->log_func, NULL);
  g_test_log_set_fatal_handler (NULL, NULL);
  g_hash_table_unref (self->faults);
  g_free (self->place);
  g_free (self);
}

void
ui_shown_texts_set_place (UiShownTexts *self, const char *place, int width)
{
  g_set_str (&self->place, place);
  self->width = width;
}

void
ui_shown_texts_check (UiShownTexts *self, GtkWidget *root)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (Shown));
  Check check = { self, root, shown };
  Frame frame = { 0 };

  frame.visible = frame.box =
      GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (root), (float) gtk_widget_get_height (root));
  check_tree (&check, root, &frame);
  check_overlaps (&check);
}

void
ui_shown_texts_report (UiShownTexts *self)
{
  GHashTableIter iter;
  gpointer sentence, n;

  g_assert_cmpuint (self->n_texts, >, 0);
  g_test_message ("%" G_GUINT64_FORMAT " texts, %u faults", self->n_texts, g_hash_table_size (self->faults));
  g_hash_table_iter_init (&iter, self->faults);
  while (g_hash_table_iter_next (&iter, &sentence, &n))
    g_test_fail_printf ("%s at %d widths", (char *) sentence, GPOINTER_TO_INT (n));
}

void
ui_wait_for_layout (GtkWidget *window)
{
  ui_wait_for_n_frames (window, 3);
}

static gboolean
has_size (GtkWidget *widget, int width, int height)
{
  return gtk_widget_get_width (widget) == width && gtk_widget_get_height (widget) == height;
}

/* The size of a window includes its shadow. The content may still have another size than the window gave it. */
void
ui_resize_content (GtkWidget *window, int width, int height)
{
  GtkWidget *content = gtk_window_get_child (GTK_WINDOW (window));
  int window_width, border;

  gtk_widget_queue_resize (content);
  ui_wait_for_layout (window);
  gtk_window_get_default_size (GTK_WINDOW (window), &window_width, NULL);
  border = window_width - gtk_widget_get_width (content);

  gtk_window_set_default_size (GTK_WINDOW (window), width + border, height + border);
  for (int i = 0; i < 10 && (i == 0 || !has_size (content, width, height)); i++)
    ui_wait_for_layout (window);
  if (!has_size (content, width, height))
    g_test_fail_printf ("The window cannot have %d × %d pixels", width, height);
}

void
ui_load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/gotc/Planner/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
ui_set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * scale), NULL);
}

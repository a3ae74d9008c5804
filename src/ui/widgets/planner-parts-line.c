/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-parts-line.h"

/* Sizes as fractions of the height of a line, so that they follow the size of the text. */
#define GAP 0.8
#define DOT 0.15

struct _PlannerPartsLine
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PlannerPartsLine, planner_parts_line, GTK_TYPE_WIDGET)

typedef void (*PlaceFunc) (GtkWidget *part, const GdkRectangle *place, gboolean starts_line, gpointer data);

static GtkWidget *
get_shown (GtkWidget *part)
{
  while (part && !gtk_widget_get_visible (part))
    part = gtk_widget_get_next_sibling (part);

  return part;
}

static int
get_natural (GtkWidget *part, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (part, orientation, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* Finds the place of each part in lines of this width, and returns the height of all lines. */
static int
place_parts (GtkWidget *widget, int width, PlaceFunc place_func, gpointer data)
{
  GdkRectangle place = { 0 };

  for (GtkWidget *part = get_shown (gtk_widget_get_first_child (widget)); part;
       part = get_shown (gtk_widget_get_next_sibling (part)))
    {
      const int natural = get_natural (part, GTK_ORIENTATION_HORIZONTAL);
      const int height = get_natural (part, GTK_ORIENTATION_VERTICAL);
      const int x = place.width > 0 ? place.x + place.width + (int) (GAP * height) : 0;
      const gboolean starts_line = x == 0 || x + natural > width;

      if (starts_line)
        place.y += place.height;
      place.x = starts_line ? 0 : x;
      place.width = MIN (natural, width - place.x);
      place.height = starts_line ? height : MAX (height, place.height);
      if (place_func)
        place_func (part, &place, starts_line, data);
    }

  return place.y + place.height;
}

static void
planner_parts_line_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = place_parts (widget, for_size < 0 ? G_MAXINT : for_size, NULL, NULL);
      return;
    }

  for (GtkWidget *part = get_shown (gtk_widget_get_first_child (widget)); part;
       part = get_shown (gtk_widget_get_next_sibling (part)))
    {
      int part_minimum, part_natural;
      const int gap = *natural > 0 ? (int) (GAP * get_natural (part, GTK_ORIENTATION_VERTICAL)) : 0;

      gtk_widget_measure (part, orientation, -1, &part_minimum, &part_natural, NULL, NULL);
      *minimum = MAX (*minimum, part_minimum);
      *natural += gap + part_natural;
    }
}

static void
allocate_part (GtkWidget *part, const GdkRectangle *place, gboolean starts_line, gpointer data)
{
  GtkWidget *self = gtk_widget_get_parent (part);
  const int left = gtk_widget_get_direction (self) == GTK_TEXT_DIR_RTL
                       ? gtk_widget_get_width (self) - place->x - place->width
                       : place->x;

  gtk_widget_size_allocate (part, &(GtkAllocation) { left, place->y, place->width, place->height }, -1);
}

static void
planner_parts_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  place_parts (widget, width, allocate_part, NULL);
}

static void
draw_dot (GtkWidget *part, const GdkRectangle *place, gboolean starts_line, gpointer snapshot)
{
  GtkWidget *self = gtk_widget_get_parent (part);
  const float size = (float) (DOT * place->height);
  const float middle = (float) (place->x - GAP * place->height / 2);
  const float x = gtk_widget_get_direction (self) == GTK_TEXT_DIR_RTL
                      ? (float) gtk_widget_get_width (self) - middle
                      : middle;
  const float y = (float) place->y + (float) place->height / 2;
  GskRoundedRect dot;
  GdkRGBA color;

  if (starts_line)
    return;

  gtk_widget_get_color (self, &color);
  gsk_rounded_rect_init_from_rect (&dot, &GRAPHENE_RECT_INIT (x - size / 2, y - size / 2, size, size),
                                   size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, &color, &dot.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
planner_parts_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (planner_parts_line_parent_class)->snapshot (widget, snapshot);
  place_parts (widget, gtk_widget_get_width (widget), draw_dot, snapshot);
}

static GtkSizeRequestMode
planner_parts_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
planner_parts_line_dispose (GObject *object)
{
  GtkWidget *part;

  while ((part = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (part);

  G_OBJECT_CLASS (planner_parts_line_parent_class)->dispose (object);
}

static void
planner_parts_line_class_init (PlannerPartsLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = planner_parts_line_dispose;
  widget_class->measure = planner_parts_line_measure;
  widget_class->size_allocate = planner_parts_line_size_allocate;
  widget_class->snapshot = planner_parts_line_snapshot;
  widget_class->get_request_mode = planner_parts_line_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "parts-line");
}

static void
planner_parts_line_init (PlannerPartsLine *self)
{
}

static GtkWidget *
add_label (PlannerPartsLine *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

/**
 * planner_parts_line_set_parts:
 * @parts: the texts, %NULL-terminated
 *
 * Shows the texts. Labels are kept for later texts, so that a row that is used again creates none.
 */
void
planner_parts_line_set_parts (PlannerPartsLine *self, const char *const *parts)
{
  GtkWidget *label;
  gsize n = 0;

  g_return_if_fail (PLANNER_IS_PARTS_LINE (self));

  for (label = gtk_widget_get_first_child (GTK_WIDGET (self)); label && parts[n];
       label = gtk_widget_get_next_sibling (label))
    {
      gtk_label_set_label (GTK_LABEL (label), parts[n++]);
      gtk_widget_set_visible (label, TRUE);
    }
  for (; label; label = gtk_widget_get_next_sibling (label))
    gtk_widget_set_visible (label, FALSE);
  for (; parts[n]; n++)
    gtk_label_set_label (GTK_LABEL (add_label (self)), parts[n]);
}

/**
 * planner_parts_line_foreach_label:
 * @func: called with each label that is shown
 */
void
planner_parts_line_foreach_label (PlannerPartsLine *self,
                                  void (*func) (GtkLabel *label, gpointer data),
                                  gpointer data)
{
  g_return_if_fail (PLANNER_IS_PARTS_LINE (self));

  for (GtkWidget *part = get_shown (gtk_widget_get_first_child (GTK_WIDGET (self))); part;
       part = get_shown (gtk_widget_get_next_sibling (part)))
    func (GTK_LABEL (part), data);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-color-bar.h"

struct _PlannerColorBar
{
  GtkWidget parent_instance;

  GdkRGBA *color; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (PlannerColorBar, planner_color_bar, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_COLOR = 1,
} PlannerColorBarProperty;

static GParamSpec *properties[PROP_COLOR + 1];

static gboolean
is_same_color (const GdkRGBA *a, const GdkRGBA *b)
{
  return a == b || (a && b && gdk_rgba_equal (a, b));
}

/**
 * planner_color_bar_set_color:
 * @color: (nullable): the color; %NULL to draw nothing
 */
void
planner_color_bar_set_color (PlannerColorBar *self, const GdkRGBA *color)
{
  if (is_same_color (self->color, color))
    return;

  g_clear_pointer (&self->color, gdk_rgba_free);
  self->color = color ? gdk_rgba_copy (color) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOR]);
}

/**
 * planner_color_bar_draw:
 * @bounds: where to draw
 *
 * Draws what a #PlannerColorBar shows, for widgets of which there are too many to have one each.
 */
void
planner_color_bar_draw (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *color)
{
  /* The edge makes white visible on white, and black on black. */
  const GdkRGBA edge = { 0.5f, 0.5f, 0.5f, 0.4f };
  const GdkRGBA edges[] = { edge, edge, edge, edge };
  const float widths[] = { 1, 1, 1, 1 };
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, bounds, MIN (bounds->size.width, bounds->size.height) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, color, &shape.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &shape, widths, edges);
}

static void
planner_color_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlannerColorBar *self = PLANNER_COLOR_BAR (widget);

  if (self->color)
    planner_color_bar_draw (snapshot,
                            &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                 (float) gtk_widget_get_height (widget)),
                            self->color);
}

static void
planner_color_bar_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerColorBar *self = PLANNER_COLOR_BAR (object);

  switch ((PlannerColorBarProperty) property_id)
    {
    case PROP_COLOR:
      g_value_set_boxed (value, self->color);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_color_bar_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  PlannerColorBar *self = PLANNER_COLOR_BAR (object);

  switch ((PlannerColorBarProperty) property_id)
    {
    case PROP_COLOR:
      planner_color_bar_set_color (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_color_bar_finalize (GObject *object)
{
  PlannerColorBar *self = PLANNER_COLOR_BAR (object);

  g_clear_pointer (&self->color, gdk_rgba_free);

  G_OBJECT_CLASS (planner_color_bar_parent_class)->finalize (object);
}

static void
planner_color_bar_class_init (PlannerColorBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = planner_color_bar_get_property;
  object_class->set_property = planner_color_bar_set_property;
  object_class->finalize = planner_color_bar_finalize;
  widget_class->snapshot = planner_color_bar_snapshot;

  properties[PROP_COLOR] =
      g_param_spec_boxed ("color", NULL, NULL, GDK_TYPE_RGBA,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "color-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
planner_color_bar_init (PlannerColorBar *self)
{
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-swatch.h"

#define SIZE 16
#define DIAMETER 12

struct _PlannerSwatch
{
  GObject parent_instance;

  GdkRGBA rgba;
};

static int
get_size (GdkPaintable *paintable)
{
  return SIZE;
}

static GdkPaintableFlags
get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

/* The ring makes white visible on white, and black on black. */
static void
snapshot (GdkPaintable *paintable, GdkSnapshot *gdk_snapshot, double width, double height)
{
  PlannerSwatch *self = PLANNER_SWATCH (paintable);
  GtkSnapshot *into = GTK_SNAPSHOT (gdk_snapshot);
  float diameter = (float) (MIN (width, height) * DIAMETER / SIZE);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (width - diameter) / 2,
                                               (float) (height - diameter) / 2, diameter, diameter);
  const GdkRGBA ring = { 0.5, 0.5, 0.5, 0.5 };
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (&circle, &bounds, diameter / 2);
  gtk_snapshot_push_rounded_clip (into, &circle);
  gtk_snapshot_append_color (into, &self->rgba, &bounds);
  gtk_snapshot_pop (into);
  gtk_snapshot_append_border (into, &circle, (float[]) { 1, 1, 1, 1 },
                              (GdkRGBA[]) { ring, ring, ring, ring });
}

static void
paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = snapshot;
  iface->get_flags = get_flags;
  iface->get_intrinsic_width = get_size;
  iface->get_intrinsic_height = get_size;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlannerSwatch,
                               planner_swatch,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_init))

static void
planner_swatch_class_init (PlannerSwatchClass *klass)
{
}

static void
planner_swatch_init (PlannerSwatch *self)
{
}

GdkPaintable *
planner_swatch_new (const GdkRGBA *rgba)
{
  PlannerSwatch *self = g_object_new (PLANNER_TYPE_SWATCH, NULL);

  self->rgba = *rgba;

  return GDK_PAINTABLE (self);
}

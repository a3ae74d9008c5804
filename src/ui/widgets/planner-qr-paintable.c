/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-qr-paintable.h"

/* Cameras of phones read modules of three pixels on common screens. Small codes are enlarged to the second size. */
#define MIN_MODULE_PX 3
#define PREFERRED_PX 300

struct _PlannerQrPaintable
{
  GObject parent_instance;

  PlannerQrCode *code; /* owned */
};

static guint
count_modules (PlannerQrPaintable *self)
{
  return self->code->width + 2 * PLANNER_QR_QUIET_ZONE;
}

static int
get_size (GdkPaintable *paintable)
{
  const guint n = count_modules (PLANNER_QR_PAINTABLE (paintable));

  return (int) (n * MAX (MIN_MODULE_PX, PREFERRED_PX / n));
}

static GdkPaintableFlags
get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

/* Paints the dark modules of a row. Neighbors are painted as one, so that no line is between them. */
static void
snapshot_row (PlannerQrPaintable *self, GtkSnapshot *into, guint row, float left, float top, float module)
{
  const GdkRGBA black = { 0, 0, 0, 1 };

  for (guint column = 0; column < self->code->width; column++)
    {
      const guint first = column;

      while (column < self->code->width && planner_qr_code_is_dark (self->code, column, row))
        column++;
      if (column > first)
        gtk_snapshot_append_color (into, &black,
                                   &GRAPHENE_RECT_INIT (left + (float) first * module,
                                                        top + (float) row * module,
                                                        (float) (column - first) * module, module));
    }
}

static void
snapshot (GdkPaintable *paintable, GdkSnapshot *gdk_snapshot, double width, double height)
{
  PlannerQrPaintable *self = PLANNER_QR_PAINTABLE (paintable);
  GtkSnapshot *into = GTK_SNAPSHOT (gdk_snapshot);
  const GdkRGBA white = { 1, 1, 1, 1 };
  const float room = (float) MIN (width, height) / (float) count_modules (self);
  const float module = room >= 1 ? (float) (int) room : room;
  const float side = module * (float) count_modules (self);
  const float left = (float) (int) ((width - side) / 2), top = (float) (int) ((height - side) / 2);
  const float border = PLANNER_QR_QUIET_ZONE * module;

  gtk_snapshot_append_color (into, &white, &GRAPHENE_RECT_INIT (left, top, side, side));
  for (guint row = 0; row < self->code->width; row++)
    snapshot_row (self, into, row, left + border, top + border, module);
}

static void
paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = snapshot;
  iface->get_flags = get_flags;
  iface->get_intrinsic_width = get_size;
  iface->get_intrinsic_height = get_size;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlannerQrPaintable,
                               planner_qr_paintable,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_init))

static void
planner_qr_paintable_finalize (GObject *object)
{
  planner_qr_code_free (PLANNER_QR_PAINTABLE (object)->code);

  G_OBJECT_CLASS (planner_qr_paintable_parent_class)->finalize (object);
}

static void
planner_qr_paintable_class_init (PlannerQrPaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_qr_paintable_finalize;
}

static void
planner_qr_paintable_init (PlannerQrPaintable *self)
{
}

/**
 * planner_qr_paintable_new:
 * @code: (transfer full): a code
 *
 * Returns: (transfer full): a paintable
 */
GdkPaintable *
planner_qr_paintable_new (PlannerQrCode *code)
{
  PlannerQrPaintable *self;

  g_return_val_if_fail (code != NULL, NULL);

  self = g_object_new (PLANNER_TYPE_QR_PAINTABLE, NULL);
  self->code = code;

  return GDK_PAINTABLE (self);
}

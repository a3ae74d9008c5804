/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "share/planner-qr-code.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerQrPaintable:
 *
 * A QR code in black on white with its quiet zone, whatever the color scheme: many readers do not know the reverse. Modules
 * are whole pixels if there is room.
 */
#define PLANNER_TYPE_QR_PAINTABLE (planner_qr_paintable_get_type ())

G_DECLARE_FINAL_TYPE (PlannerQrPaintable, planner_qr_paintable, PLANNER, QR_PAINTABLE, GObject)

GdkPaintable *planner_qr_paintable_new (PlannerQrCode *code);

G_END_DECLS

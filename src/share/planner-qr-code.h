/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The white border that a reader needs around a code, in modules (ISO/IEC 18004, section 6.3.8). */
#define PLANNER_QR_QUIET_ZONE 4

/**
 * PlannerQrCode:
 * @width: the number of modules in a row, without the quiet zone
 * @dark: for each module whether it is dark, row by row
 *
 * A QR code. Its modules are the squares that it consists of.
 */
typedef struct
{
  guint width;
  gboolean *dark;
} PlannerQrCode;

PlannerQrCode *planner_qr_code_new (const char *text, GError **error);
void planner_qr_code_free (PlannerQrCode *self);
gboolean planner_qr_code_is_dark (const PlannerQrCode *self, guint column, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerQrCode, planner_qr_code_free)

G_END_DECLS

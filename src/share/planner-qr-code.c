/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "share/planner-qr-code.h"

#include <errno.h>
#include <qrencode.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QRcode, QRcode_free)

/**
 * planner_qr_code_new:
 * @text: UTF-8; about 2,300 bytes at most
 *
 * Encodes a text as a QR code that stays readable when 15 % of it are not, as with a reflection on a screen.
 *
 * Returns: (transfer full) (nullable): the code, or %NULL if @text is too long
 */
PlannerQrCode *
planner_qr_code_new (const char *text, GError **error)
{
  g_autoptr (QRcode) encoded = NULL;
  PlannerQrCode *self;
  gsize n;

  g_return_val_if_fail (text != NULL && *text, NULL);

  encoded = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  if (!encoded)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "No QR code can hold this text: %s",
                   g_strerror (errno));
      return NULL;
    }

  n = (gsize) encoded->width * (gsize) encoded->width;
  self = g_new0 (PlannerQrCode, 1);
  self->width = (guint) encoded->width;
  self->dark = g_new (gboolean, n);
  for (gsize i = 0; i < n; i++)
    self->dark[i] = encoded->data[i] & 1;

  return self;
}

void
planner_qr_code_free (PlannerQrCode *self)
{
  g_free (self->dark);
  g_free (self);
}

gboolean
planner_qr_code_is_dark (const PlannerQrCode *self, guint column, guint row)
{
  g_return_val_if_fail (self != NULL && column < self->width && row < self->width, FALSE);

  return self->dark[row * self->width + column];
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "share/planner-name-uuid.h"

#include <string.h>

/* The namespace of this program, a random UUID. It never changes. */
static const guint8 name_space[16] = { 0x5b, 0x0c, 0x9a, 0x3e, 0x71, 0xd4, 0x4f, 0x26,
                                       0x8e, 0x13, 0xc7, 0x60, 0x2a, 0xf9, 0x45, 0xb8 };

/**
 * planner_name_uuid_new:
 * @kind: what @name is a name of, such as "room"
 * @name: UTF-8
 *
 * Returns: (transfer full): the UUID that belongs to the name, which is always the same (RFC 9562, section 5.5, version 5)
 */
char *
planner_name_uuid_new (const char *kind, const char *name)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 b[20];
  gsize length = sizeof b;

  g_return_val_if_fail (kind != NULL && name != NULL, NULL);

  g_checksum_update (checksum, name_space, sizeof name_space);
  g_checksum_update (checksum, (const guchar *) kind, (gssize) strlen (kind) + 1);
  g_checksum_update (checksum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_get_digest (checksum, b, &length);
  b[6] = (guint8) ((b[6] & 0x0f) | 0x50);
  b[8] = (guint8) ((b[8] & 0x3f) | 0x80);

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1],
                          b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14],
                          b[15]);
}

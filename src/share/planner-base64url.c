/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "share/planner-base64url.h"

#include <string.h>

/**
 * planner_base64url_encode:
 *
 * Returns: (transfer full): @data in base64url without padding (RFC 4648, section 5)
 */
char *
planner_base64url_encode (const guint8 *data, gsize n_bytes)
{
  char *encoded = g_base64_encode (data, n_bytes);

  g_strdelimit (encoded, "+", '-');
  g_strdelimit (encoded, "/", '_');
  encoded[strcspn (encoded, "=")] = '\0';

  return encoded;
}

/**
 * planner_base64url_decode:
 * @text: from outside
 *
 * Returns: (transfer full) (nullable): the bytes of @text; %NULL if it is not base64url without padding
 */
GBytes *
planner_base64url_decode (const char *text)
{
  const gsize length = strlen (text);
  g_autofree char *padded = NULL;
  guint8 *bytes;
  gsize n_bytes;

  for (const char *p = text; *p; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return NULL;
  if (length % 4 == 1)
    return NULL;

  padded = g_strconcat (text, length % 4 == 2 ? "==" : length % 4 == 3 ? "=" : "", NULL);
  g_strdelimit (padded, "-", '+');
  g_strdelimit (padded, "_", '/');
  bytes = g_base64_decode (padded, &n_bytes);

  return g_bytes_new_take (bytes, n_bytes);
}

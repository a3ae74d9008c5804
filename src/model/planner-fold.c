/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "planner-fold.h"

#include <string.h>

/**
 * planner_fold:
 * @text: UTF-8
 *
 * Brings text into the form in which a search compares it: compatibility decomposition (full-width forms become
 * plain ones, UAX #15), case folding (ß becomes ss), no combining marks (é becomes e, İ becomes i), one space for
 * any white space.
 *
 * Returns: (transfer full): the folded text
 */
char *
planner_fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
  g_autofree char *again = g_utf8_casefold (decomposed ? decomposed : "", -1);
  GString *result = g_string_sized_new (strlen (again));
  gboolean space = FALSE;

  for (const char *p = again; *p; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }
      if (g_unichar_ismark (c) || g_unichar_iszerowidth (c))
        continue;
      if (space && result->len > 0)
        g_string_append_c (result, ' ');
      space = FALSE;
      g_string_append_len (result, p, g_utf8_next_char (p) - p);
    }

  return g_string_free_and_steal (result);
}

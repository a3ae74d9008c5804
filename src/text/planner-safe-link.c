/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/planner-safe-link.h"

#include <string.h>

#define MAX_LINK 2048 /* bytes */

static gboolean
is_web_link (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  return (g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) && host && *host;
}

/* A ")" belongs to the address only if a "(" does. */
static gboolean
ends_sentence (const char *begin, const char *last)
{
  if (*last != ')')
    return strchr (".,;:!?'\"]}*_`~", *last) != NULL;

  return !memchr (begin, '(', last - begin);
}

/**
 * planner_safe_link_check:
 * @uri: an address from a schedule
 *
 * Returns: whether @uri is an absolute http, https or mailto address, which may be shown as a link and opened
 */
gboolean
planner_safe_link_check (const char *uri)
{
  g_autoptr (GUri) parsed = NULL;

  if (strnlen (uri, MAX_LINK + 1) > MAX_LINK || !g_utf8_validate (uri, -1, NULL))
    return FALSE;
  for (const char *p = uri; *p; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)) || g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;

  parsed = g_uri_parse (uri, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (!parsed)
    return FALSE;

  return is_web_link (parsed) ||
         (g_str_equal (g_uri_get_scheme (parsed), "mailto") && *g_uri_get_path (parsed));
}

/**
 * planner_safe_link_measure:
 * @begin: the start of a text
 * @p: a position in the text
 * @end: the end of the text
 *
 * Measures the http or https address that starts at @p, without the punctuation that ends its sentence.
 *
 * Returns: the length of the address in bytes; 0 if no address starts at @p
 */
gsize
planner_safe_link_measure (const char *begin, const char *p, const char *end)
{
  const gsize scheme = g_ascii_strncasecmp (p, "https://", 8) == 0  ? 8
                       : g_ascii_strncasecmp (p, "http://", 7) == 0 ? 7
                                                                    : 0;
  const char *q = p + scheme;

  if (scheme == 0 || (p > begin && g_ascii_isalnum (p[-1])))
    return 0;

  while (q < end && q - p < MAX_LINK && (guchar) *q > 0x20 && !strchr ("<>\"\\^|{}", *q))
    {
      const gunichar c = g_utf8_get_char (q);

      if (g_unichar_isspace (c) || g_unichar_iswide (c))
        break;
      q = g_utf8_next_char (q);
    }
  while (q > p + scheme && ends_sentence (p, q - 1))
    q--;

  return q > p + scheme && q <= end ? q - p : 0;
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/build/planner-feed-text.h"

#include <string.h>

#define REPLACEMENT "\357\277\275"
#define BYTE_ORDER_MARK "\357\273\277"

/* Returns: the length in bytes of the control character at p, or 0; C1 characters have two bytes */
static inline gsize
measure_control (const guchar *p)
{
  if (p[0] >= 0x20 && p[0] != 0x7f && p[0] != 0xc2)
    return 0;
  if ((p[0] < 0x20 && p[0] != '\t' && p[0] != '\n') || p[0] == 0x7f)
    return 1;

  return p[0] == 0xc2 && p[1] >= 0x80 && p[1] < 0xa0 ? 2 : 0;
}

static gboolean
is_clean (const char *text, PlannerTextKind kind)
{
  for (const guchar *p = (const guchar *) text; *p; p++)
    if (measure_control (p) > 0 || (kind == PLANNER_TEXT_LINE && (*p == '\n' || *p == '\t')))
      return FALSE;

  return TRUE;
}

static char *
replace_controls (const char *text, PlannerTextKind kind, gboolean *replaced)
{
  GString *clean = g_string_sized_new (strlen (text) + 16);
  const guchar *p = (const guchar *) text;

  while (*p)
    {
      const gsize length = measure_control (p);

      if (*p == '\r')
        {
          p += p[1] == '\n' ? 2 : 1;
          g_string_append_c (clean, kind == PLANNER_TEXT_LINE ? ' ' : '\n');
          continue;
        }
      if (length > 0)
        {
          g_string_append (clean, REPLACEMENT);
          *replaced = TRUE;
          p += length;
          continue;
        }
      g_string_append_c (clean, kind == PLANNER_TEXT_LINE && (*p == '\n' || *p == '\t') ? ' ' : (char) *p);
      p++;
    }

  return g_string_free_and_steal (clean);
}

/* Removes U+FEFF, and all but one of the spaces in a row. g_str_has_prefix() would measure the rest of the text each time. */
static void
remove_spaces (char *line)
{
  char *to = line;

  for (const char *p = line; *p; p++)
    {
      if (*p == *BYTE_ORDER_MARK && strncmp (p, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
        p += strlen (BYTE_ORDER_MARK) - 1;
      else if (*p != ' ' || (to > line && to[-1] != ' '))
        *to++ = *p;
    }
  *to = '\0';
}

static void
cut_text (char *text, gsize size)
{
  char *end = g_utf8_find_prev_char (text, text + size + 1);

  /* The last character may reach beyond the limit. */
  if (end && g_utf8_next_char (end) - text > (gssize) size)
    *end = '\0';
  else
    text[size] = '\0';
}

/**
 * planner_feed_clean_text:
 * @text: (nullable): text, which may contain invalid UTF-8
 * @replaced: (inout): set to %TRUE when a control character or an invalid byte was replaced
 * @cut: (inout): set to %TRUE when the text was cut to its limit
 *
 * Converts a text to the form that #PlannerText requires: lines end with line feeds, there are no other control characters,
 * and no white space at both ends. A line has neither U+FEFF nor several spaces in a row.
 *
 * Returns: (nullable) (transfer full): the text, or %NULL when there is none
 */
char *
planner_feed_clean_text (const char *text, PlannerTextKind kind, gboolean *replaced, gboolean *cut)
{
  const gsize limit = kind == PLANNER_TEXT_LINE ? PLANNER_FEED_MAX_LINE_BYTES : PLANNER_FEED_MAX_TEXT_BYTES;
  g_autofree char *valid = NULL, *clean = NULL;

  if (!text)
    return NULL;
  if (!g_utf8_validate (text, -1, NULL))
    {
      text = valid = g_utf8_make_valid (text, -1);
      *replaced = TRUE;
    }
  clean = is_clean (text, kind) ? g_strdup (text) : replace_controls (text, kind, replaced);
  if (kind == PLANNER_TEXT_LINE)
    remove_spaces (clean);
  g_strstrip (clean);
  if (strlen (clean) > limit)
    {
      cut_text (clean, limit);
      *cut = TRUE;
    }

  return *clean ? g_steal_pointer (&clean) : NULL;
}

/**
 * planner_feed_is_language:
 *
 * Returns: whether @name has the form of a language, such as "en", "zh_CN", "zh-Hant" or "pt-BR"
 */
gboolean
planner_feed_is_language (const char *name)
{
  gsize base = 0, rest = 0;

  while (g_ascii_islower (name[base]))
    base++;
  if (base < 2 || base > 3)
    return FALSE;
  if (!name[base])
    return TRUE;
  if (name[base] != '-' && name[base] != '_')
    return FALSE;
  for (const char *p = name + base + 1; *p; p++, rest++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return FALSE;

  return rest >= 2 && rest <= 16;
}

/**
 * planner_feed_is_yes:
 *
 * Returns: whether a word means yes
 */
gboolean
planner_feed_is_yes (const char *word)
{
  return g_ascii_strcasecmp (word, "true") == 0 || g_ascii_strcasecmp (word, "yes") == 0 ||
         g_str_equal (word, "1");
}

/**
 * planner_feed_is_cancelled:
 * @status: (nullable): the status of a session
 *
 * Returns: whether the session is cancelled
 */
gboolean
planner_feed_is_cancelled (const char *status)
{
  return status &&
         (g_ascii_strcasecmp (status, "cancelled") == 0 || g_ascii_strcasecmp (status, "canceled") == 0);
}

/**
 * planner_feed_parse_color:
 * @text: (nullable): a colour, such as "#1e66f5" or "#fff"
 *
 * Returns: (nullable) (transfer full): the colour with six digits, or %NULL when @text is not a colour
 */
char *
planner_feed_parse_color (const char *text)
{
  const gsize n = text && *text == '#' ? strspn (text + 1, "0123456789abcdefABCDEF") : 0;

  if (n == 6 && !text[7])
    return g_strdup (text);
  if (n == 3 && !text[4])
    return g_strdup_printf ("#%c%c%c%c%c%c", text[1], text[1], text[2], text[2], text[3], text[3]);

  return NULL;
}

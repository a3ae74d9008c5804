/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/build/planner-feed-text.h"

#include "model/planner-text-find.h"

#include <string.h>

#define REPLACEMENT "\357\277\275"
#define BYTE_ORDER_MARK "\357\273\277"
#define DELETE '\x7f'
#define FIRST_OF_C1 '\xc2'

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

static const char *
find_special (const char *p, const char *end)
{
  return planner_text_find_special (p, end, DELETE, FIRST_OF_C1);
}

static gboolean
is_clean (const char *text, gsize length, PlannerTextKind kind)
{
  const char *const end = text + length;

  for (const char *p = find_special (text, end); p < end; p = find_special (p + 1, end))
    if (measure_control ((const guchar *) p) > 0 || (kind == PLANNER_TEXT_LINE && (*p == '\n' || *p == '\t')))
      return FALSE;

  return TRUE;
}

/* Appends the character at @p, or what replaces it. Returns: the position after it */
static const char *
append_special (GString *clean, const char *p, PlannerTextKind kind, gboolean *replaced)
{
  const gsize length = measure_control ((const guchar *) p);
  const gboolean is_line = kind == PLANNER_TEXT_LINE;

  if (*p == '\r')
    {
      g_string_append_c (clean, is_line ? ' ' : '\n');
      return p + (p[1] == '\n' ? 2 : 1);
    }
  if (length > 0)
    {
      g_string_append (clean, REPLACEMENT);
      *replaced = TRUE;
      return p + length;
    }
  g_string_append_c (clean, is_line && (*p == '\n' || *p == '\t') ? ' ' : *p);

  return p + 1;
}

static char *
replace_controls (const char *text, PlannerTextKind kind, gboolean *replaced)
{
  const gsize length = strlen (text);
  const char *const end = text + length;
  GString *clean = g_string_sized_new (length + 16);

  while (text < end)
    {
      const char *special = find_special (text, end);

      g_string_append_len (clean, text, special - text);
      text = special < end ? append_special (clean, special, kind, replaced) : end;
    }

  return g_string_free_and_steal (clean);
}

/* Removes U+FEFF, and all but one of the spaces in a row. Returns: the length that is left, without a space at the end */
static gsize
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
  if (to > line && to[-1] == ' ')
    to--;
  *to = '\0';

  return (gsize) (to - line);
}

/* Returns: (transfer full): a copy without white space at both ends */
static char *
dup_stripped (const char *text, gsize *length)
{
  const char *end = text + *length;

  while (g_ascii_isspace (*text))
    text++;
  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  *length = (gsize) (end - text);

  return g_strndup (text, *length);
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
  g_autofree char *valid = NULL, *without_controls = NULL, *clean = NULL;
  gsize length;

  if (!text || !*text)
    return NULL;
  length = strlen (text);
  if (!g_utf8_validate_len (text, length, NULL))
    {
      text = valid = g_utf8_make_valid (text, (gssize) length);
      length = strlen (text);
      *replaced = TRUE;
    }
  if (!is_clean (text, length, kind))
    {
      text = without_controls = replace_controls (text, kind, replaced);
      length = strlen (text);
    }
  clean = dup_stripped (text, &length);
  if (kind == PLANNER_TEXT_LINE)
    length = remove_spaces (clean);
  if (length > limit)
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
 * @text: (nullable): a color, such as "#1e66f5" or "#fff"
 *
 * Returns: (nullable) (transfer full): the color with six digits, or %NULL when @text is not a color
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

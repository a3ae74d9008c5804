/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/build/planner-feed-text.h"

#include <string.h>

#define REPLACEMENT "\357\277\275"
#define BYTE_ORDER_MARK "\357\273\277"

/* C0 (but for white space), DEL, and C1, which is two bytes long. */
static gsize
measure_control (const guchar *p)
{
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

/* Removes U+FEFF, and all but one of the spaces in a row. */
static void
remove_spaces (char *line)
{
  char *to = line;

  for (const char *p = line; *p; p++)
    {
      if (g_str_has_prefix (p, BYTE_ORDER_MARK))
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

  /* What is found may reach beyond the limit. */
  if (end && g_utf8_next_char (end) - text > (gssize) size)
    *end = '\0';
  else
    text[size] = '\0';
}

/**
 * planner_feed_clean_text:
 * @text: (nullable): UTF-8; what is invalid, such as a library may make of it, is replaced
 * @replaced: (inout): set when a control character was replaced
 * @cut: (inout): set when the text was cut to its limit
 *
 * Brings a text from a schedule into the form that the model needs: line feeds only, no other control characters, no white
 * space around it, and in a line neither U+FEFF nor runs of spaces.
 *
 * Returns: (nullable) (transfer full): the text, %NULL when there is none
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
 * Returns: whether @name may be a language: "en", "zh_CN", "zh-Hant", "pt-BR"
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

/* Returns: whether a word says that something is so */
gboolean
planner_feed_is_yes (const char *word)
{
  return g_ascii_strcasecmp (word, "true") == 0 || g_ascii_strcasecmp (word, "yes") == 0 ||
         g_str_equal (word, "1");
}

/* Returns: whether the status of a session, which may be %NULL, says that it does not take place */
gboolean
planner_feed_is_cancelled (const char *status)
{
  return status &&
         (g_ascii_strcasecmp (status, "cancelled") == 0 || g_ascii_strcasecmp (status, "canceled") == 0);
}

/**
 * planner_feed_tell_generator:
 * @name: (nullable): of the program that wrote the feed, in lower case
 *
 * Returns: (nullable): the format it writes, %NULL when it is not known
 */
const char *
planner_feed_tell_generator (const char *name)
{
  if (!name)
    return NULL;
  if (strstr (name, "pretalx"))
    return "pretalx";
  if (strstr (name, "wafer"))
    return "wafer";

  return g_str_has_prefix (name, "voc") || strstr (name, "c3voc") ? "voc" : NULL;
}

/**
 * planner_feed_parse_color:
 * @text: (nullable): "#1e66f5" or "#fff"
 *
 * Returns: (nullable) (transfer full): the colour as six digits
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

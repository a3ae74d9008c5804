/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts of schedules are plain, Markdown or HTML, and no schedule says which. A text with tags of HTML's block elements is
 * HTML. All others are Markdown, which plain text is, too; Markdown may have inline tags.
 */

#include "text/planner-rich-text.h"

#include "text/planner-rich-html.h"
#include "text/planner-rich-inline.h"
#include "text/planner-rich-markdown.h"
#include "text/planner-rich-tags.h"

#include <string.h>

#define MAX_TEXT (256 * 1024) /* bytes */

/* Returns valid UTF-8 with line feeds as line ends, cut to the limit. libxml2 drops control characters, but a tabulator
 * or a page break is space between words.
 */
static char *
tidy (const char *text)
{
  const gsize length = strnlen (text, MAX_TEXT);
  g_autofree char *valid = g_utf8_make_valid (text, length);
  char *to = strpbrk (valid, "\r\v\f");

  if (!to)
    return g_steal_pointer (&valid);

  for (const char *p = to; *p; p++)
    if (*p != '\r')
      *to++ = *p == '\v' || *p == '\f' ? ' ' : *p;
    else if (p[1] != '\n')
      *to++ = '\n';
  *to = '\0';

  return g_steal_pointer (&valid);
}

static const char *
skip_code (const char *p, gboolean *no_more)
{
  const gsize length = strspn (p, "`");
  const char *close = length < PLANNER_RICH_MAX_BACKTICKS
                          ? planner_rich_inline_find_backticks (p + length, length, &no_more[length])
                          : NULL;

  return close ? close + length : p + length;
}

/* Tags in code are text. */
static const char *
find_tag (PlannerRichTagger *tagger, gboolean *no_more_backticks, const char *p, PlannerRichTag *tag)
{
  while ((p = strpbrk (p, "<`")))
    {
      if (*p == '`')
        p = skip_code (p, no_more_backticks);
      else if (planner_rich_tagger_read (tagger, p, tag))
        return p;
      else
        p++;
    }

  return NULL;
}

/**
 * planner_rich_text_is_html:
 *
 * Returns: whether the text has elements of HTML that Markdown does not need
 */
gboolean
planner_rich_text_is_html (const char *text)
{
  PlannerRichTagger tagger = { 0 };
  gboolean no_more_backticks[PLANNER_RICH_MAX_BACKTICKS] = { FALSE };
  PlannerRichTag tag;

  for (const char *p = text; (p = find_tag (&tagger, no_more_backticks, p, &tag)); p = tag.end)
    if (tag.kind >= PLANNER_RICH_TAG_BLOCK)
      return TRUE;

  return FALSE;
}

/* Removes scripts and comments, which may span blocks of Markdown, and replaces <br> by a line end. */
static char *
replace_breaks (const char *text)
{
  PlannerRichTagger tagger = { 0 };
  gboolean no_more_backticks[PLANNER_RICH_MAX_BACKTICKS] = { FALSE };
  GString *result = g_string_sized_new (strlen (text));
  PlannerRichTag tag;
  const char *copied = text;

  for (const char *p = text; (p = find_tag (&tagger, no_more_backticks, p, &tag)); p = tag.end)
    {
      if (tag.kind != PLANNER_RICH_TAG_BREAK && tag.kind != PLANNER_RICH_TAG_DROPPED)
        continue;
      g_string_append_len (result, copied, p - copied);
      copied = tag.end;
      if (tag.kind == PLANNER_RICH_TAG_BREAK)
        {
          const gsize space = strspn (copied, " \t");

          g_string_append_c (result, '\n');
          copied += copied[space] == '\n' ? space + 1 : 0;
        }
    }
  g_string_append (result, copied);

  return g_string_free_and_steal (result);
}

static GPtrArray *
parse (const char *text, gboolean plain)
{
  g_autofree char *tidied = tidy (text);
  PlannerRichWriter *writer = planner_rich_writer_new (plain);

  if (planner_rich_text_is_html (tidied))
    planner_rich_html_write (writer, tidied);
  else
    {
      g_autofree char *markdown = replace_breaks (tidied);

      planner_rich_markdown_write (writer, markdown);
    }

  return planner_rich_writer_finish (writer);
}

static gboolean
is_special (guchar c)
{
  return c < 0x20 || c == 0x7f || c == '<' || c == '&' || c == '*' || c == '_' || c == '`' || c == '[' ||
         c == '\\';
}

/* Returns whether @text has no character with a special meaning. */
static gboolean
is_plain_line (const char *text)
{
  gsize length = 0;

  for (; text[length]; length++)
    if (is_special ((guchar) text[length]) ||
        (text[length] == ' ' && (text[length + 1] == ' ' || text[length + 1] == '\0')))
      return FALSE;

  return length < MAX_TEXT && !strchr ("#>-+=~0123456789 ", *text) && !g_str_has_prefix (text, "•") &&
         !strstr (text, "\u00a0") && g_utf8_validate (text, length, NULL);
}

/**
 * planner_rich_text_parse:
 * @text: plain text, Markdown or HTML of a schedule
 *
 * Takes linear time. Text beyond 256 KiB or 2,000 blocks is left out.
 *
 * Returns: (transfer full) (element-type PlannerBlock): the blocks to show
 */
GPtrArray *
planner_rich_text_parse (const char *text)
{
  return parse (text, FALSE);
}

/**
 * planner_rich_text_to_plain:
 * @text: plain text, Markdown or HTML of a schedule
 *
 * Returns: (transfer full): the text of the blocks of planner_rich_text_parse(), one block per line, without markup
 */
char *
planner_rich_text_to_plain (const char *text)
{
  g_autoptr (GPtrArray) blocks = NULL;
  GString *plain;

  if (is_plain_line (text))
    return g_strdup (text);

  blocks = parse (text, TRUE);
  plain = g_string_sized_new (strlen (text));
  for (guint i = 0; i < blocks->len; i++)
    {
      const PlannerBlock *block = g_ptr_array_index (blocks, i);

      if (i > 0)
        g_string_append_c (plain, '\n');
      if (block->marker)
        g_string_append_printf (plain, "%s ", block->marker);
      g_string_append (plain, block->markup);
    }

  return g_string_free_and_steal (plain);
}

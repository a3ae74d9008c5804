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
#include "text/planner-rich-writer.h"

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

  if (!strchr (tidied, '<'))
    planner_rich_markdown_write (writer, tidied);
  else if (planner_rich_text_is_html (tidied))
    planner_rich_html_write (writer, tidied);
  else
    {
      g_autofree char *markdown = replace_breaks (tidied);

      planner_rich_markdown_write (writer, markdown);
    }

  return planner_rich_writer_finish (writer);
}

/* Characters of inline markup, and those of which there are none in lines of words. */
#define SPECIAL "<*_`[\\\t" PLANNER_RICH_CONTROLS

static gboolean
has_special (const char *text)
{
  if (strpbrk (text, SPECIAL))
    return TRUE;
  for (const char *p = strchr (text, '&'); p; p = strchr (p + 1, '&'))
    if (planner_rich_measure_reference (p) > 0)
      return TRUE;

  return FALSE;
}

/* Returns: whether the line is text, and no code, heading, item, quote or rule, whatever precedes it */
static gboolean
is_text_line (const char *line)
{
  return !strchr (" #>-+=~0123456789", *line) && !g_str_has_prefix (line, "•");
}

/* Copies a line with one space for several, and none at its end. The loop has no branches, because a processor cannot
 * predict where words end: the next character overwrites a space that is not needed.
 *
 * Returns: the end of the copy */
static char *
copy_line (char *to, const char *line, const char *end)
{
  gboolean after_space = FALSE;

  for (; line < end; line++)
    {
      const gboolean is_space = *line == ' ';

      *to = *line;
      to += !(is_space & after_space);
      after_space = is_space;
    }

  return to - after_space;
}

/* Most texts are lines of words. This function copies them in fewer steps than the reader of Markdown.
 *
 * Returns: (transfer full) (nullable): the lines that have text, or %NULL if the text may have markup, or too many blocks */
static char *
copy_lines (const char *text)
{
  const gsize length = strnlen (text, MAX_TEXT);
  g_autofree char *lines = NULL;
  char *to;
  guint n_lines = 0;

  if (length == MAX_TEXT || has_special (text) || !g_utf8_validate_len (text, length, NULL))
    return NULL;

  lines = to = g_malloc (length + 1);
  for (const char *line = text, *end; *line; line = end + strspn (end, "\n"))
    {
      end = line + strcspn (line, "\n");
      if (line + strspn (line, " ") == end)
        continue;
      if (!is_text_line (line) || ++n_lines > PLANNER_RICH_MAX_BLOCKS)
        return NULL;
      if (to > lines)
        *to++ = '\n';
      to = copy_line (to, line, end);
    }
  *to = '\0';

  return g_steal_pointer (&lines);
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
  char *lines = copy_lines (text);
  g_autoptr (GPtrArray) blocks = NULL;
  GString *plain;

  if (lines)
    return lines;

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

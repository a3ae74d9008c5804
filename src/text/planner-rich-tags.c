/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells tags from text. An HTML parser takes every "<" before a letter for a tag, but "List<String>" and "How <script>
 * works" are text. So the planner looks for tags itself and passes only known, complete tags to libxml2.
 */

#include "text/planner-rich-tags.h"

#include "text/planner-rich-writer.h"

#include <string.h>

#define MAX_NAME 10
#define MAX_REFERENCE 32 /* the longest name of HTML has 31 letters */

static const struct
{
  PlannerRichTagKind kind;
  guint style;
  const char *names[24];
} elements[] = {
  { PLANNER_RICH_TAG_PARAGRAPH, 0, { "p" } },
  { PLANNER_RICH_TAG_BREAK, 0, { "br" } },
  { PLANNER_RICH_TAG_ITEM, 0, { "li" } },
  { PLANNER_RICH_TAG_LINK, 0, { "a" } },
  { PLANNER_RICH_TAG_STYLE, PLANNER_RICH_BOLD, { "b", "strong" } },
  { PLANNER_RICH_TAG_STYLE, PLANNER_RICH_ITALIC, { "em", "i", "cite", "var" } },
  { PLANNER_RICH_TAG_STYLE, PLANNER_RICH_CODE, { "code", "kbd", "samp", "tt" } },
  { PLANNER_RICH_TAG_SPAN,
    0,
    { "abbr", "big", "del", "font", "ins", "mark", "s", "small", "span", "strike", "sub", "sup", "u" } },
  { PLANNER_RICH_TAG_BULLETS, 0, { "ul" } },
  { PLANNER_RICH_TAG_NUMBERS, 0, { "ol" } },
  { PLANNER_RICH_TAG_HEADING, 0, { "h1", "h2", "h3", "h4", "h5", "h6" } },
  { PLANNER_RICH_TAG_QUOTE, 0, { "blockquote" } },
  { PLANNER_RICH_TAG_PRE, 0, { "pre" } },
  { PLANNER_RICH_TAG_IMAGE, 0, { "img" } },
  { PLANNER_RICH_TAG_CELL, 0, { "td", "th" } },
  { PLANNER_RICH_TAG_BLOCK, 0, { "div",  "address",    "article", "aside",  "body",  "center", "dd", "dl",
                                 "dt",   "figcaption", "figure",  "footer", "form",  "header", "hr", "html",
                                 "main", "section",    "table",   "tbody",  "tfoot", "thead",  "tr" } },
  { PLANNER_RICH_TAG_DROPPED,
    0,
    { "head", "iframe", "object", "script", "style", "svg", "template", "title", "video" } },
};

/* Returns the ">" of the tag whose name ends at @p, or %NULL if there is no such tag. */
static const char *
find_tag_end (PlannerRichTagger *tagger, const char *p)
{
  char before = ' ';

  for (; *p && *p != '<'; p++)
    {
      gboolean *no_more = &tagger->no_more_quotes[*p == '\''];

      if (*p == '>')
        return p;
      if (before == '=' && (*p == '"' || *p == '\'') && !*no_more)
        {
          const char *quote = strchr (p + 1, *p);

          *no_more = quote == NULL;
          p = quote ? quote : p;
        }
      if (!g_ascii_isspace (*p))
        before = *p;
    }

  return NULL;
}

/* Returns the end of the next end tag with that name, or %NULL. */
static const char *
find_end_tag (const char *p, const char *name, gsize length)
{
  while ((p = strstr (p, "</")))
    {
      p += 2;
      if (g_ascii_strncasecmp (p, name, length) == 0 && !g_ascii_isalnum (p[length]))
        {
          const char *end = strchr (p, '>');

          return end ? end + 1 : p + length;
        }
    }

  return NULL;
}

static gboolean
read_comment (PlannerRichTagger *tagger, const char *p, PlannerRichTag *tag)
{
  const char *end = NULL;

  if (strncmp (p, "<!--", strlen ("<!--")) == 0 && !tagger->no_more_comments)
    {
      end = strstr (p + 4, "-->");
      tagger->no_more_comments = end == NULL;
    }
  else if (g_ascii_strncasecmp (p, "<!doctype", strlen ("<!doctype")) == 0)
    end = strpbrk (p + 1, "<>");
  if (!end || *end == '<')
    return FALSE;

  *tag = (PlannerRichTag) { .kind = PLANNER_RICH_TAG_DROPPED };
  tag->end = end + (*end == '-' ? 3 : 1);

  return TRUE;
}

/* A start tag without attributes and without an end tag is text, as in "How <script> works". */
static gboolean
drop_content (PlannerRichTagger *tagger, const char *name, gsize length, guint bit, PlannerRichTag *tag)
{
  const char *end = tagger->no_more_end_tags & bit ? NULL : find_end_tag (tag->end, name, length);

  if (end)
    {
      tag->end = end;
      return TRUE;
    }
  tagger->no_more_end_tags |= bit;

  return name[length] != '>';
}

/* Returns the index of the element in its row of the table, or -1. */
static int
find_element (const char *name, gsize length, PlannerRichTag *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    for (guint j = 0; j < G_N_ELEMENTS (elements[i].names) && elements[i].names[j]; j++)
      if (g_ascii_strncasecmp (elements[i].names[j], name, length) == 0 && !elements[i].names[j][length])
        {
          *tag = (PlannerRichTag) { elements[i].kind, elements[i].style, NULL };
          return (int) j;
        }

  return -1;
}

/**
 * planner_rich_tag_find:
 * @name: the name of an element, in either case
 * @length: the length of @name in bytes
 * @tag: (out caller-allocates): the kind and style of the element
 *
 * Returns: whether the planner knows the element
 */
gboolean
planner_rich_tag_find (const char *name, gsize length, PlannerRichTag *tag)
{
  return find_element (name, length, tag) >= 0;
}

/**
 * planner_rich_tagger_read:
 * @tagger: filled with zeros before the first call
 * @p: a "<" of the text, after those of earlier calls
 * @tag: (out caller-allocates): the tag
 *
 * Returns: whether a known tag or a comment starts at @p; otherwise the "<" is text
 */
gboolean
planner_rich_tagger_read (PlannerRichTagger *tagger, const char *p, PlannerRichTag *tag)
{
  const gboolean closing = p[1] == '/';
  const char *name = p + 1 + closing;
  const char *end;
  gsize length = 0;
  int index;

  if (*name == '!')
    return read_comment (tagger, p, tag);
  while (length <= MAX_NAME && g_ascii_isalnum (name[length]))
    length++;
  if (length == 0 || !(g_ascii_isspace (name[length]) || name[length] == '/' || name[length] == '>'))
    return FALSE;

  index = find_element (name, length, tag);
  end = index < 0 ? NULL : find_tag_end (tagger, name + length);
  if (!end)
    return FALSE;
  tag->end = end + 1;

  return tag->kind != PLANNER_RICH_TAG_DROPPED || closing ||
         drop_content (tagger, name, length, 1u << index, tag);
}

/**
 * planner_rich_measure_reference:
 * @p: a "&" of the text
 *
 * Returns: the length in bytes of the character reference at @p, including its ";"; 0 if there is none, as in "R&D"
 */
gsize
planner_rich_measure_reference (const char *p)
{
  gsize length = p[1] == '#' ? 2 : 1;

  while (length < MAX_REFERENCE && g_ascii_isalnum (p[length]))
    length++;

  return p[length] == ';' && g_ascii_isalnum (p[length - 1]) ? length + 1 : 0;
}

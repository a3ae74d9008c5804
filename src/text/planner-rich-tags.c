/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/planner-rich-tags.h"

#include "text/planner-rich-writer.h"

#include <string.h>

#define MAX_NAME 10

/* Only these are tags; List<String> is text. */
static const struct
{
  const char *name;
  PlannerRichTagKind kind;
  guint style;
} elements[] = {
  { "a", PLANNER_RICH_TAG_LINK },
  { "abbr", PLANNER_RICH_TAG_SPAN },
  { "address", PLANNER_RICH_TAG_BLOCK },
  { "article", PLANNER_RICH_TAG_BLOCK },
  { "aside", PLANNER_RICH_TAG_BLOCK },
  { "b", PLANNER_RICH_TAG_STYLE, PLANNER_RICH_BOLD },
  { "big", PLANNER_RICH_TAG_SPAN },
  { "blockquote", PLANNER_RICH_TAG_QUOTE },
  { "body", PLANNER_RICH_TAG_BLOCK },
  { "br", PLANNER_RICH_TAG_BREAK },
  { "center", PLANNER_RICH_TAG_BLOCK },
  { "cite", PLANNER_RICH_TAG_STYLE, PLANNER_RICH_ITALIC },
  { "code", PLANNER_RICH_TAG_STYLE, PLANNER_RICH_CODE },
  { "dd", PLANNER_RICH_TAG_BLOCK },
  { "del", PLANNER_RICH_TAG_SPAN },
  { "div", PLANNER_RICH_TAG_BLOCK },
  { "dl", PLANNER_RICH_TAG_BLOCK },
  { "dt", PLANNER_RICH_TAG_BLOCK },
  { "em", PLANNER_RICH_TAG_STYLE, PLANNER_RICH_ITALIC },
  { "figcaption", PLANNER_RICH_TAG_BLOCK },
  { "figure", PLANNER_RICH_TAG_BLOCK },
  { "font", PLANNER_RICH_TAG_SPAN },
  { "footer", PLANNER_RICH_TAG_BLOCK },
  { "form", PLANNER_RICH_TAG_BLOCK },
  { "h1", PLANNER_RICH_TAG_HEADING },
  { "h2", PLANNER_RICH_TAG_HEADING },
  { "h3", PLANNER_RICH_TAG_HEADING },
  { "h4", PLANNER_RICH_TAG_HEADING },
  { "h5", PLANNER_RICH_TAG_HEADING },
  { "h6", PLANNER_RICH_TAG_HEADING },
  { "head", PLANNER_RICH_TAG_DROPPED },
  { "header", PLANNER_RICH_TAG_BLOCK },
  { "hr", PLANNER_RICH_TAG_BLOCK },
  { "html", PLANNER_RICH_TAG_BLOCK },
  { "i", PLANNER_RICH_TAG_STYLE, PLANNER_RICH_ITALIC },
  { "iframe", PLANNER_RICH_TAG_DROPPED },
  { "img", PLANNER_RICH_TAG_IMAGE },
  { "ins", PLANNER_RICH_TAG_SPAN },
  { "kbd", PLANNER_RICH_TAG_STYLE, PLANNER_RICH_CODE },
  { "li", PLANNER_RICH_TAG_ITEM },
  { "main", PLANNER_RICH_TAG_BLOCK },
  { "mark", PLANNER_RICH_TAG_SPAN },
  { "object", PLANNER_RICH_TAG_DROPPED },
  { "ol", PLANNER_RICH_TAG_NUMBERS },
  { "p", PLANNER_RICH_TAG_PARAGRAPH },
  { "pre", PLANNER_RICH_TAG_PRE },
  { "s", PLANNER_RICH_TAG_SPAN },
  { "samp", PLANNER_RICH_TAG_STYLE, PLANNER_RICH_CODE },
  { "script", PLANNER_RICH_TAG_DROPPED },
  { "section", PLANNER_RICH_TAG_BLOCK },
  { "small", PLANNER_RICH_TAG_SPAN },
  { "span", PLANNER_RICH_TAG_SPAN },
  { "strike", PLANNER_RICH_TAG_SPAN },
  { "strong", PLANNER_RICH_TAG_STYLE, PLANNER_RICH_BOLD },
  { "style", PLANNER_RICH_TAG_DROPPED },
  { "sub", PLANNER_RICH_TAG_SPAN },
  { "sup", PLANNER_RICH_TAG_SPAN },
  { "svg", PLANNER_RICH_TAG_DROPPED },
  { "table", PLANNER_RICH_TAG_BLOCK },
  { "tbody", PLANNER_RICH_TAG_BLOCK },
  { "td", PLANNER_RICH_TAG_CELL },
  { "template", PLANNER_RICH_TAG_DROPPED },
  { "tfoot", PLANNER_RICH_TAG_BLOCK },
  { "th", PLANNER_RICH_TAG_CELL },
  { "thead", PLANNER_RICH_TAG_BLOCK },
  { "title", PLANNER_RICH_TAG_DROPPED },
  { "tr", PLANNER_RICH_TAG_BLOCK },
  { "tt", PLANNER_RICH_TAG_STYLE, PLANNER_RICH_CODE },
  { "u", PLANNER_RICH_TAG_SPAN },
  { "ul", PLANNER_RICH_TAG_BULLETS },
  { "var", PLANNER_RICH_TAG_STYLE, PLANNER_RICH_ITALIC },
  { "video", PLANNER_RICH_TAG_DROPPED },
};

G_STATIC_ASSERT (G_N_ELEMENTS (elements) <= 80);

static int
find_element (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_ascii_strncasecmp (elements[i].name, name, length) == 0 && elements[i].name[length] == '\0')
      return i;

  return -1;
}

/* Returns the ">" of the tag whose name ends at @p, %NULL if it is none. */
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

/* Returns what follows the next closing tag of that name after @p, %NULL if there is none. */
static const char *
find_closing_tag (const char *p, const char *name)
{
  const gsize length = strlen (name);

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

  if (g_str_has_prefix (p, "<!--") && !tagger->no_more_comments)
    {
      end = strstr (p + 4, "-->");
      tagger->no_more_comments = end == NULL;
    }
  else if (g_ascii_strncasecmp (p, "<!doctype", strlen ("<!doctype")) == 0)
    end = strpbrk (p + 1, "<>");
  if (!end || *end == '<')
    return FALSE;

  *tag = (PlannerRichTag) { .kind = PLANNER_RICH_TAG_DROPPED, .attributes = end };
  tag->end = end + (*end == '-' ? 3 : 1);

  return TRUE;
}

/* An author who writes about "the <script> tag" closes none: then it is text. */
static gboolean
drop_content (PlannerRichTagger *tagger, int element, PlannerRichTag *tag)
{
  const char *end = NULL;

  if (tag->closing)
    return TRUE;
  if (!tagger->no_more_closing[element])
    end = find_closing_tag (tag->end, elements[element].name);
  if (!end)
    {
      tagger->no_more_closing[element] = TRUE;
      return *tag->attributes != '>';
    }
  tag->end = end;

  return TRUE;
}

/**
 * planner_rich_tagger_read:
 * @p: a "<" of the text, not before those that were asked for earlier
 * @tag: (out caller-allocates): the tag
 *
 * Returns: whether there is a tag or a comment, and not just text
 */
gboolean
planner_rich_tagger_read (PlannerRichTagger *tagger, const char *p, PlannerRichTag *tag)
{
  const gboolean closing = p[1] == '/';
  const char *name = p + 1 + closing;
  const char *end;
  gsize length = 0;
  int element;

  if (*name == '!')
    return read_comment (tagger, p, tag);
  while (length <= MAX_NAME && g_ascii_isalnum (name[length]))
    length++;
  if (length == 0 || !(g_ascii_isspace (name[length]) || name[length] == '/' || name[length] == '>'))
    return FALSE;

  element = find_element (name, length);
  end = element < 0 ? NULL : find_tag_end (tagger, name + length);
  if (!end)
    return FALSE;

  *tag = (PlannerRichTag) { .kind = elements[element].kind,
                            .style = elements[element].style,
                            .closing = closing };
  tag->attributes = name + length;
  tag->end = end + 1;

  return tag->kind != PLANNER_RICH_TAG_DROPPED || drop_content (tagger, element, tag);
}

/* Reads the value that begins at @p and says where it ends. */
static char *
read_value (const char *p, const char *end, const char **after)
{
  const char quote = p < end && (*p == '"' || *p == '\'') ? *p++ : '\0';
  const char *q = p;

  while (q < end && (quote ? *q != quote : !g_ascii_isspace (*q)))
    q++;
  *after = q < end ? q + 1 : end;

  return planner_rich_decode_entities (p, q - p);
}

static const char *
skip_space (const char *p, const char *end)
{
  while (p < end && (g_ascii_isspace (*p) || *p == '/'))
    p++;

  return p;
}

/**
 * planner_rich_tag_dup_attribute:
 *
 * Returns: (transfer full) (nullable): the value of an attribute, without white space around it
 */
char *
planner_rich_tag_dup_attribute (const PlannerRichTag *tag, const char *name)
{
  const char *const end = tag->end - 1;
  const char *p = skip_space (tag->attributes, end);

  while (p < end)
    {
      const char *const begin = p;
      g_autofree char *value = NULL;
      gsize length;

      while (p < end && !g_ascii_isspace (*p) && *p != '=')
        p++;
      length = p - begin;
      p = skip_space (p, end);
      if (p < end && *p == '=')
        value = read_value (skip_space (p + 1, end), end, &p);
      if (value && length == strlen (name) && g_ascii_strncasecmp (begin, name, length) == 0)
        return g_strstrip (g_steal_pointer (&value));
      p = skip_space (p, end);
    }

  return NULL;
}

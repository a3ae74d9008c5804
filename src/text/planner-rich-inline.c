/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the text of one Markdown block, after CommonMark 0.31. Like CommonMark, it keeps HTML tags; unlike CommonMark, it
 * keeps line breaks. The GNOME runtime has no Markdown library.
 */

#include "text/planner-rich-inline.h"

#include "text/planner-rich-nodes.h"
#include "text/planner-rich-tags.h"
#include "text/planner-safe-link.h"

#include <string.h>

#define MAX_ADDRESS 2048 /* bytes */
#define MAX_PARENTHESES 32

typedef struct
{
  const char *begin; /* borrowed */
  const char *end;
  PlannerRichReferences *references; /* borrowed, nullable */
  GArray *nodes;                     /* owned, of #PlannerRichNode */
  GArray *brackets;                  /* owned, of guint: indexes of nodes */
  GArray *openers[2];                /* owned, of guint: indexes of nodes; of stars, of underscores */
  PlannerRichTagger tagger;
  gboolean no_more_backticks[PLANNER_RICH_MAX_BACKTICKS];
} Parser;

static PlannerRichNode *
get_node (Parser *parser, guint index)
{
  return &g_array_index (parser->nodes, PlannerRichNode, index);
}

static PlannerRichNode *
add_node (Parser *parser, PlannerRichNodeKind kind, const char *text, gsize length)
{
  const PlannerRichNode node = { .kind = kind, .text = text, .length = length };

  g_array_append_val (parser->nodes, node);

  return get_node (parser, parser->nodes->len - 1);
}

/* In scripts without spaces, a style may begin or end beside any letter. */
static gboolean
is_edge (gunichar c)
{
  return c == 0 || g_unichar_isspace (c) || g_unichar_ispunct (c) || g_unichar_iswide (c);
}

static gboolean
is_blank (gunichar c)
{
  return c == 0 || g_unichar_isspace (c);
}

static gunichar
get_character_before (const Parser *parser, const char *p)
{
  return p == parser->begin ? 0 : g_utf8_get_char (g_utf8_prev_char (p));
}

static void
close_styles (Parser *parser, guint closer, GArray *openers)
{
  PlannerRichNode *node = get_node (parser, closer);

  while (node->length > 0 && openers->len > 0)
    {
      PlannerRichNode *opener = get_node (parser, g_array_index (openers, guint, openers->len - 1));
      const gboolean bold = node->length >= 2 && opener->length >= 2;

      opener->begins_bold += bold;
      opener->begins_italic += !bold;
      node->ends_bold += bold;
      node->ends_italic += !bold;
      opener->length -= bold ? 2 : 1;
      node->length -= bold ? 2 : 1;
      if (opener->length == 0)
        g_array_set_size (openers, openers->len - 1);
    }
}

/* A single star inside a word is text: Besucher*innen, 2*3*4. */
static gboolean
is_inside_word (char delimiter, gsize length, gunichar before, gunichar after)
{
  return (delimiter == '_' || length == 1) && !is_edge (before) && !is_edge (after);
}

static const char *
read_stars (Parser *parser, const char *p)
{
  const gsize length = strspn (p, *p == '*' ? "*" : "_");
  const gunichar before = get_character_before (parser, p), after = g_utf8_get_char (p + length);
  const guint index = parser->nodes->len;
  GArray *openers = parser->openers[*p == '_'];

  add_node (parser, PLANNER_RICH_NODE_STARS, p, length);
  if (is_inside_word (*p, length, before, after))
    return p + length;

  if (!is_blank (before) && (!g_unichar_ispunct (before) || is_edge (after)))
    close_styles (parser, index, openers);
  if (get_node (parser, index)->length > 0 && !is_blank (after) &&
      (!g_unichar_ispunct (after) || is_edge (before)))
    g_array_append_val (openers, index);

  return p + length;
}

static const char *
read_code (Parser *parser, const char *p)
{
  const gsize length = strspn (p, "`");
  const char *content = p + length;
  const char *close =
      length < PLANNER_RICH_MAX_BACKTICKS
          ? planner_rich_inline_find_backticks (content, length, &parser->no_more_backticks[length])
          : NULL;

  if (close)
    add_node (parser, PLANNER_RICH_NODE_CODE, content, close - content);
  else
    add_node (parser, PLANNER_RICH_NODE_TEXT, p, length);

  return close ? close + length : content;
}

static const char *
read_bracket (Parser *parser, const char *p)
{
  const gsize length = *p == '!' ? 2 : 1;

  g_array_append_val (parser->brackets, parser->nodes->len);
  add_node (parser, PLANNER_RICH_NODE_BRACKET, p, length);

  return p + length;
}

static const char *
skip_title (const char *p)
{
  const char quote = *p;
  gsize length = 0;

  if (quote != '"' && quote != '\'')
    return p;
  for (p++; *p && *p != quote && length < MAX_ADDRESS; length++)
    p++;

  return *p ? p + 1 : p;
}

/* Returns the address in "(address)" or "(<address> "title")" and sets @after to the position after it. */
static char *
read_destination (const char *p, const char **after)
{
  const gboolean pointed = p[1] == '<';
  const char *begin = p + 1 + pointed;
  const char *end = begin;
  int depth = 0;

  while ((guchar) *end > 0x20 && end - begin < MAX_ADDRESS && depth >= 0 && depth <= MAX_PARENTHESES &&
         *end != '<' && !(pointed && *end == '>'))
    {
      depth += *end == '(' ? 1 : *end == ')' ? -1 : 0;
      end += depth >= 0;
    }
  p = end + (pointed && *end == '>');
  p += strspn (p, " ");
  p = skip_title (p);
  p += strspn (p, " ");
  *after = p + 1;

  return *p == ')' && end > begin ? g_strndup (begin, end - begin) : NULL;
}

/* "f[x](y)" is text and not a link. */
static gboolean
looks_like_address (const char *destination)
{
  return strpbrk (destination, ":/#.") != NULL;
}

/* "as in [1]" keeps its brackets, so that the number is not part of the sentence. */
static gboolean
is_footnote (const char *label)
{
  return g_ascii_isdigit (*label) || *label == '^';
}

/*
 * @bracket: the "[" of a link
 * @p: its "]"
 * @after: (out): the position after the link
 *
 * Reads "[words][label]", "[label][]" or "[label]" (CommonMark 0.31, section 6.3).
 *
 * Returns: (nullable) (transfer full): the address that a line of the text defines for the label
 */
static char *
read_label (Parser *parser, const PlannerRichNode *bracket, const char *p, const char **after)
{
  const char *words = bracket->text + bracket->length;
  const char *label = p[1] == '[' ? p + 2 : words;
  const char *end = p[1] == '[' ? planner_rich_references_find_end (label) : p;

  if (!parser->references || !end)
    return NULL;
  *after = end + 1;
  if (end == label)
    {
      label = words;
      end = p;
    }

  return g_strdup (planner_rich_references_find (parser->references, label, end - label));
}

static const char *
read_closing_bracket (Parser *parser, const char *p)
{
  g_autofree char *destination = NULL;
  const char *after = NULL;
  gboolean has_brackets = FALSE;
  PlannerRichNode *begin = NULL;

  if (parser->brackets->len > 0)
    {
      begin = get_node (parser, g_array_index (parser->brackets, guint, parser->brackets->len - 1));
      g_array_set_size (parser->brackets, parser->brackets->len - 1);
      destination = p[1] == '(' ? read_destination (p + 1, &after) : read_label (parser, begin, p, &after);
      has_brackets = after == p + 1 && is_footnote (begin->text + begin->length);
    }
  if (!destination || !looks_like_address (destination))
    {
      add_node (parser, PLANNER_RICH_NODE_TEXT, p, 1);
      return p + 1;
    }

  begin->kind = PLANNER_RICH_NODE_LINK_BEGIN;
  if (*begin->text == '[')
    begin->href = g_steal_pointer (&destination);
  if (!has_brackets)
    begin->length = 0;
  add_node (parser, PLANNER_RICH_NODE_LINK_END, p, has_brackets ? 1 : 0);

  return after;
}

/* <https://example.org/> and <name@example.org> */
static const char *
read_pointed_address (Parser *parser, const char *p)
{
  const gsize length = strcspn (p + 1, "<> \t\n");
  g_autofree char *address = p[1 + length] == '>' ? g_strndup (p + 1, length) : NULL;
  g_autofree char *mail = NULL;

  if (!address)
    return NULL;
  if (strchr (address, '@') && !strchr (address, ':'))
    mail = g_strconcat ("mailto:", address, NULL);
  if (!planner_safe_link_check (mail ? mail : address))
    return NULL;

  add_node (parser, PLANNER_RICH_NODE_LINK_BEGIN, NULL, 0)->href =
      mail ? g_steal_pointer (&mail) : g_steal_pointer (&address);
  add_node (parser, PLANNER_RICH_NODE_TEXT, p + 1, length);
  add_node (parser, PLANNER_RICH_NODE_LINK_END, NULL, 0);

  return p + length + 2;
}

static const char *
read_pointed (Parser *parser, const char *p)
{
  const char *after = read_pointed_address (parser, p);
  PlannerRichTag tag;

  if (after)
    return after;
  if (planner_rich_tagger_read (&parser->tagger, p, &tag))
    {
      if (tag.kind != PLANNER_RICH_TAG_DROPPED)
        add_node (parser, PLANNER_RICH_NODE_TAG, p, tag.end - p);
      return tag.end;
    }

  add_node (parser, PLANNER_RICH_NODE_TEXT, p, 1);

  return p + 1;
}

static const char *
read_backslash (Parser *parser, const char *p)
{
  if (p[1] == '\n')
    return p + 1;
  if (g_ascii_ispunct (p[1]))
    p++;
  add_node (parser, PLANNER_RICH_NODE_TEXT, p, 1);

  return p + 1;
}

/* Stars and underscores in an address begin no style. The HTML reader makes the link. */
static const char *
read_url (Parser *parser, const char *p)
{
  const gsize length = planner_safe_link_measure (parser->begin, p, parser->end);

  add_node (parser, PLANNER_RICH_NODE_TEXT, p, MAX (length, 1));

  return p + MAX (length, 1);
}

static const char *
read_reference (Parser *parser, const char *p)
{
  const gsize length = planner_rich_measure_reference (p);

  add_node (parser, length > 0 ? PLANNER_RICH_NODE_TAG : PLANNER_RICH_NODE_TEXT, p, MAX (length, 1));

  return p + MAX (length, 1);
}

static const char *
read_piece (Parser *parser, const char *p)
{
  switch (*p)
    {
    case '*':
    case '_':
      return read_stars (parser, p);
    case '`':
      return read_code (parser, p);
    case '[':
      return read_bracket (parser, p);
    case ']':
      return read_closing_bracket (parser, p);
    case '<':
      return read_pointed (parser, p);
    case '\\':
      return read_backslash (parser, p);
    case '&':
      return read_reference (parser, p);
    case 'h':
    case 'H':
      return read_url (parser, p);
    case '\n':
      add_node (parser, PLANNER_RICH_NODE_BREAK, p, 1);
      return p + 1;
    case '!':
      if (p[1] == '[')
        return read_bracket (parser, p);
      break;
    default:
      break;
    }
  add_node (parser, PLANNER_RICH_NODE_TEXT, p, 1);

  return p + 1;
}

/* An address begins with "http", and a picture with "![". */
static gboolean
may_mean_something (const char *p)
{
  static const gboolean special[256] = {
    ['\0'] = TRUE, ['\\'] = TRUE, ['`'] = TRUE, ['*'] = TRUE, ['_'] = TRUE, ['['] = TRUE, [']'] = TRUE,
    ['!'] = TRUE,  ['<'] = TRUE,  ['&'] = TRUE, ['h'] = TRUE, ['H'] = TRUE, ['\n'] = TRUE
  };

  if (!special[(guchar) *p])
    return FALSE;
  if (*p == 'h' || *p == 'H')
    return (p[1] == 't' || p[1] == 'T') && g_ascii_strncasecmp (p, "http", 4) == 0;

  return *p != '!' || p[1] == '[';
}

/* Returns the length of the text before the next character that may have a meaning. */
static gsize
get_plain_length (const char *p)
{
  gsize length = 0;

  while (!may_mean_something (p + length))
    length++;

  return length;
}

static void
parse (Parser *parser)
{
  const char *p = parser->begin;

  while (p < parser->end)
    {
      const gsize length = get_plain_length (p);

      if (length > 0)
        add_node (parser, PLANNER_RICH_NODE_TEXT, p, length);
      p += length;
      if (p < parser->end)
        p = read_piece (parser, p);
    }
}

/**
 * planner_rich_inline_find_backticks:
 * @p: the position after the opening backticks
 * @length: the number of opening backticks
 * @no_more: (inout): whether no run of that length follows
 *
 * Returns: (nullable): the next run of exactly @length backticks
 */
const char *
planner_rich_inline_find_backticks (const char *p, gsize length, gboolean *no_more)
{
  if (*no_more)
    return NULL;

  while ((p = strchr (p, '`')))
    {
      const gsize found = strspn (p, "`");

      if (found == length)
        return p;
      p += found;
    }
  *no_more = TRUE;

  return NULL;
}

/**
 * planner_rich_inline_write:
 * @writer: receives the text
 * @text: the lines of one block of Markdown
 * @references: (nullable): the addresses that the whole text defines
 */
void
planner_rich_inline_write (PlannerRichWriter *writer, const char *text, PlannerRichReferences *references)
{
  Parser parser = { .begin = text, .end = text + strlen (text), .references = references };

  if (planner_rich_writer_is_full (writer))
    return;
  if (get_plain_length (text) == strlen (text))
    {
      planner_rich_writer_add (writer, text, strlen (text), 0, NULL);
      return;
    }

  parser.nodes = planner_rich_nodes_new ();
  parser.brackets = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < 2; i++)
    parser.openers[i] = g_array_new (FALSE, FALSE, sizeof (guint));

  parse (&parser);
  planner_rich_nodes_write (parser.nodes, text, writer);

  for (guint i = 0; i < 2; i++)
    g_array_unref (parser.openers[i]);
  g_array_unref (parser.brackets);
  g_array_unref (parser.nodes);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of one Markdown block, after CommonMark 0.31 with what authors of schedules write: HTML tags in the middle,
 * bare addresses, line breaks that are meant. The GNOME runtime has no Markdown library.
 */

#include "text/planner-rich-inline.h"

#include "text/planner-rich-tags.h"

#include <string.h>

#define MAX_ADDRESS 2048

typedef enum
{
  NODE_TEXT,
  NODE_CHARACTER,
  NODE_CODE,
  NODE_LINK,
  NODE_STARS,
  NODE_BRACKET,
  NODE_LINK_BEGIN,
  NODE_LINK_END,
  NODE_STYLE_BEGIN,
  NODE_STYLE_END,
  NODE_BREAK,
} NodeKind;

/* A piece of the text. Stars (or underscores) tell how many styles they end and begin, and how many are left over. */
typedef struct
{
  NodeKind kind;
  guint style;
  const char *text; /* borrowed */
  gsize length;
  gunichar character;
  char *href; /* owned, nullable */
  guint ends_bold, ends_italic, begins_bold, begins_italic;
} Node;

typedef struct
{
  const char *begin; /* borrowed */
  const char *end;
  GArray *nodes;      /* owned, of Node */
  GArray *brackets;   /* owned, of guint: nodes */
  GArray *openers[2]; /* owned, of guint: nodes; of stars, of underscores */
  PlannerRichTagger tagger;
  gboolean no_more_backticks[PLANNER_RICH_MAX_BACKTICKS];
} Parser;

static void
node_clear (Node *node)
{
  g_free (node->href);
}

static Node *
get_node (Parser *parser, guint index)
{
  return &g_array_index (parser->nodes, Node, index);
}

static Node *
add_node (Parser *parser, NodeKind kind, const char *text, gsize length)
{
  const Node node = { .kind = kind, .text = text, .length = length };

  g_array_append_val (parser->nodes, node);

  return get_node (parser, parser->nodes->len - 1);
}

/* Text in scripts without spaces stands beside punctuation as if there were some. */
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
  Node *node = get_node (parser, closer);

  while (node->length > 0 && openers->len > 0)
    {
      Node *opener = get_node (parser, g_array_index (openers, guint, openers->len - 1));
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

/* A single star inside a word is a letter to its author: Besucher*innen, 2*3*4. */
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

  add_node (parser, NODE_STARS, p, length);
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
    add_node (parser, NODE_CODE, content, close - content);
  else
    add_node (parser, NODE_TEXT, p, length);

  return close ? close + length : content;
}

static const char *
read_bracket (Parser *parser, const char *p)
{
  const gsize length = *p == '!' ? 2 : 1;

  g_array_append_val (parser->brackets, parser->nodes->len);
  add_node (parser, NODE_BRACKET, p, length);

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

/* Reads "(address)" or "(<address> "title")" and says where it ends. */
static char *
read_destination (const char *p, const char **after)
{
  const gboolean pointed = p[1] == '<';
  const char *begin = p + 1 + pointed;
  const char *end = begin;
  int depth = 0;

  while ((guchar) *end > 0x20 && end - begin < MAX_ADDRESS && depth >= 0 && *end != '<' &&
         !(pointed && *end == '>'))
    {
      depth += *end == '(' ? 1 : *end == ')' ? -1 : 0;
      end += depth >= 0;
    }
  p = end + (pointed && *end == '>');
  p += strspn (p, " ");
  p = skip_title (p);
  p += strspn (p, " ");
  *after = p + 1;

  return *p == ')' && end > begin ? planner_rich_decode_entities (begin, end - begin) : NULL;
}

/* What is no address at all is not a link but an aside: f[x](y). */
static gboolean
looks_like_address (const char *destination)
{
  return strpbrk (destination, ":/#.") != NULL;
}

static const char *
read_closing_bracket (Parser *parser, const char *p)
{
  g_autofree char *destination = NULL;
  const char *after = NULL;
  Node *begin = NULL;

  if (parser->brackets->len > 0)
    {
      begin = get_node (parser, g_array_index (parser->brackets, guint, parser->brackets->len - 1));
      g_array_set_size (parser->brackets, parser->brackets->len - 1);
      destination = p[1] == '(' ? read_destination (p + 1, &after) : NULL;
    }
  if (!destination || !looks_like_address (destination))
    {
      add_node (parser, NODE_TEXT, p, 1);
      return p + 1;
    }

  begin->kind = NODE_LINK_BEGIN;
  if (*begin->text == '[' && planner_rich_text_is_safe_link (destination))
    begin->href = g_steal_pointer (&destination);
  add_node (parser, NODE_LINK_END, p, 0);

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
  if (!planner_rich_text_is_safe_link (mail ? mail : address))
    return NULL;

  add_node (parser, NODE_LINK, p + 1, length)->href =
      mail ? g_steal_pointer (&mail) : g_steal_pointer (&address);

  return p + length + 2;
}

static void
add_tag (Parser *parser, const PlannerRichTag *tag)
{
  g_autofree char *value = NULL;
  Node *node;

  switch ((guint) tag->kind)
    {
    case PLANNER_RICH_TAG_STYLE:
      add_node (parser, tag->closing ? NODE_STYLE_END : NODE_STYLE_BEGIN, NULL, 0)->style = tag->style;
      break;
    case PLANNER_RICH_TAG_LINK:
      node = add_node (parser, tag->closing ? NODE_LINK_END : NODE_LINK_BEGIN, NULL, 0);
      value = tag->closing ? NULL : planner_rich_tag_dup_attribute (tag, "href");
      if (value && planner_rich_text_is_safe_link (value))
        node->href = g_steal_pointer (&value);
      break;
    case PLANNER_RICH_TAG_BREAK:
      add_node (parser, NODE_BREAK, NULL, 0);
      break;
    case PLANNER_RICH_TAG_IMAGE:
      value = planner_rich_tag_dup_attribute (tag, "alt");
      for (const char *c = value; c && *c; c = g_utf8_next_char (c))
        add_node (parser, NODE_CHARACTER, NULL, 0)->character = g_utf8_get_char (c);
      break;
    default:
      break;
    }
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
      add_tag (parser, &tag);
      return tag.end;
    }

  add_node (parser, NODE_TEXT, p, 1);

  return p + 1;
}

static const char *
read_backslash (Parser *parser, const char *p)
{
  if (p[1] == '\n')
    return p + 1;
  if (g_ascii_ispunct (p[1]))
    p++;
  add_node (parser, NODE_TEXT, p, 1);

  return p + 1;
}

static const char *
read_entity (Parser *parser, const char *p)
{
  gunichar character;
  const gsize length = planner_rich_read_entity (p, &character);

  if (length > 0)
    add_node (parser, NODE_CHARACTER, NULL, 0)->character = character;
  else
    add_node (parser, NODE_TEXT, p, 1);

  return p + MAX (length, 1);
}

static const char *
read_url (Parser *parser, const char *p)
{
  const gsize length = planner_rich_read_url (parser->begin, p, parser->end);
  g_autofree char *url = length > 0 ? planner_rich_decode_entities (p, length) : NULL;

  if (url && planner_rich_text_is_safe_link (url))
    add_node (parser, NODE_LINK, NULL, 0)->href = g_steal_pointer (&url);
  else
    add_node (parser, NODE_TEXT, p, MAX (length, 1));

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
      return read_entity (parser, p);
    case 'h':
    case 'H':
      return read_url (parser, p);
    case '\n':
      add_node (parser, NODE_BREAK, NULL, 0);
      return p + 1;
    case '!':
      if (p[1] == '[')
        return read_bracket (parser, p);
      break;
    default:
      break;
    }
  add_node (parser, NODE_TEXT, p, 1);

  return p + 1;
}

/* Most letters "h" begin no address. */
static gsize
get_plain_length (const char *p)
{
  gsize length = strcspn (p, "\\`*_[]!<&hH\n");

  while ((p[length] == 'h' || p[length] == 'H') && p[length + 1] != 't' && p[length + 1] != 'T')
    length += 1 + strcspn (p + length + 1, "\\`*_[]!<&hH\n");

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
        add_node (parser, NODE_TEXT, p, length);
      p += length;
      if (p < parser->end)
        p = read_piece (parser, p);
    }
}

typedef struct
{
  PlannerRichWriter *writer;
  guint bold, italic, code;
  const char *href; /* borrowed, nullable */
} State;

static guint
get_style (const State *state)
{
  return (state->bold ? PLANNER_RICH_BOLD : 0) | (state->italic ? PLANNER_RICH_ITALIC : 0) |
         (state->code ? PLANNER_RICH_CODE : 0);
}

static void
write_text (const State *state, const char *text, gsize length)
{
  planner_rich_writer_add (state->writer, text, length, get_style (state), state->href);
}

static guint *
get_counter (State *state, guint style)
{
  return style == PLANNER_RICH_BOLD     ? &state->bold
         : style == PLANNER_RICH_ITALIC ? &state->italic
                                        : &state->code;
}

static void
write_stars (State *state, const Node *node)
{
  state->bold -= node->ends_bold;
  state->italic -= node->ends_italic;
  write_text (state, node->text, node->length);
  state->bold += node->begins_bold;
  state->italic += node->begins_italic;
}

/* A bare address is its own text; inside of a link it is nothing more. */
static void
write_address (State *state, const Node *node)
{
  const char *text = node->text ? node->text : node->href;
  const gsize length = node->text ? node->length : strlen (node->href);

  planner_rich_writer_add (state->writer, text, length, get_style (state),
                           state->href ? state->href : node->href);
}

static void
write_node (State *state, const Node *node)
{
  char character[6];

  switch (node->kind)
    {
    case NODE_TEXT:
    case NODE_BRACKET:
      write_text (state, node->text, node->length);
      break;
    case NODE_CHARACTER:
      write_text (state, character, g_unichar_to_utf8 (node->character, character));
      break;
    case NODE_CODE:
      planner_rich_writer_add (state->writer, node->text, node->length, get_style (state) | PLANNER_RICH_CODE,
                               state->href);
      break;
    case NODE_LINK:
      write_address (state, node);
      break;
    case NODE_STARS:
      write_stars (state, node);
      break;
    case NODE_LINK_BEGIN:
      state->href = node->href;
      break;
    case NODE_LINK_END:
      state->href = NULL;
      break;
    case NODE_STYLE_BEGIN:
      ++*get_counter (state, node->style);
      break;
    case NODE_STYLE_END:
      if (*get_counter (state, node->style) > 0)
        --*get_counter (state, node->style);
      break;
    case NODE_BREAK:
      planner_rich_writer_break_line (state->writer);
      break;
    }
}

/**
 * planner_rich_inline_find_backticks:
 * @p: what follows the opening backticks
 * @length: how many they are
 * @no_more: (inout): whether so many are known not to follow
 *
 * Returns: (nullable): the first run of exactly so many backticks
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
 * @writer: where to
 * @text: the lines of one block of Markdown
 */
void
planner_rich_inline_write (PlannerRichWriter *writer, const char *text)
{
  Parser parser = { .begin = text, .end = text + strlen (text) };
  State state = { .writer = writer };

  parser.nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_array_set_clear_func (parser.nodes, (GDestroyNotify) node_clear);
  parser.brackets = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < 2; i++)
    parser.openers[i] = g_array_new (FALSE, FALSE, sizeof (guint));

  parse (&parser);
  for (guint i = 0; i < parser.nodes->len; i++)
    write_node (&state, get_node (&parser, i));

  for (guint i = 0; i < 2; i++)
    g_array_unref (parser.openers[i]);
  g_array_unref (parser.brackets);
  g_array_unref (parser.nodes);
}

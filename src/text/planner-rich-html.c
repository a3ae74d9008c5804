/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text with HTML tags, from wherever authors copied it: tags are taken as they come and no tree is built, so that nothing
 * is too deep, what is never closed ends with its block, and what is no tag is text.
 */

#include "text/planner-rich-html.h"

#include "text/planner-rich-tags.h"

#include <string.h>

typedef struct
{
  PlannerRichWriter *writer;
  const char *begin; /* borrowed */
  const char *end;
  PlannerRichTagger tagger;
  guint bold, italic, code;
  char *href;                            /* owned, nullable */
  guint numbers[PLANNER_RICH_MAX_DEPTH]; /* the last item's number; 0 in lists with bullets */
  gboolean numbered[PLANNER_RICH_MAX_DEPTH];
  guint n_lists;
  guint n_quotes;
  gboolean in_heading;
  gboolean in_pre;
  gboolean in_paragraph;
  gboolean stray_list; /* of an item without a list */
} Parser;

static void
set_context (Parser *parser)
{
  if (parser->in_pre)
    planner_rich_writer_set_context (parser->writer, PLANNER_BLOCK_CODE, parser->n_lists);
  else if (parser->n_lists > 0)
    planner_rich_writer_set_context (parser->writer, PLANNER_BLOCK_LIST_ITEM,
                                     parser->n_lists - 1 + parser->n_quotes);
  else if (parser->in_heading)
    planner_rich_writer_set_context (parser->writer, PLANNER_BLOCK_HEADING, 0);
  else if (parser->n_quotes > 0)
    planner_rich_writer_set_context (parser->writer, PLANNER_BLOCK_QUOTE, parser->n_quotes - 1);
  else
    planner_rich_writer_set_context (parser->writer, PLANNER_BLOCK_PARAGRAPH, 0);
}

/* What was not closed goes no further than its block. */
static void
end_block (Parser *parser)
{
  planner_rich_writer_end_block (parser->writer);
  parser->bold = parser->italic = parser->code = 0;
  parser->in_paragraph = FALSE;
  g_clear_pointer (&parser->href, g_free);
}

static guint
get_style (const Parser *parser)
{
  return (parser->bold ? PLANNER_RICH_BOLD : 0) | (parser->italic ? PLANNER_RICH_ITALIC : 0) |
         (parser->code ? PLANNER_RICH_CODE : 0);
}

static void
write_text (Parser *parser, const char *text, gsize length, const char *href)
{
  if (parser->in_pre)
    planner_rich_writer_add_verbatim (parser->writer, text, length);
  else
    planner_rich_writer_add (parser->writer, text, length, get_style (parser), href);
}

/* Outside of all blocks an empty line parts paragraphs, as its author saw them. */
static gboolean
is_loose (const Parser *parser)
{
  return !parser->in_pre && !parser->in_paragraph && !parser->in_heading && parser->n_lists == 0;
}

static gsize
get_empty_line_length (const char *p)
{
  gsize length = 1;

  length += strspn (p + length, " \t");
  if (p[length] != '\n')
    return 0;

  return length + strspn (p + length, " \t\n");
}

static const char *
read_entity (Parser *parser, const char *p)
{
  char bytes[6];
  gunichar character;
  const gsize length = planner_rich_read_entity (p, &character);

  if (length > 0)
    write_text (parser, bytes, g_unichar_to_utf8 (character, bytes), parser->href);
  else
    write_text (parser, p, 1, parser->href);

  return p + MAX (length, 1);
}

static const char *
read_url (Parser *parser, const char *p)
{
  const gsize length =
      parser->href || parser->in_pre ? 0 : planner_rich_read_url (parser->begin, p, parser->end);
  g_autofree char *url = length > 0 ? planner_rich_decode_entities (p, length) : NULL;

  if (url && planner_rich_text_is_safe_link (url))
    write_text (parser, url, strlen (url), url);
  else
    write_text (parser, p, MAX (length, 1), parser->href);

  return p + MAX (length, 1);
}

static const char *
read_line_end (Parser *parser, const char *p)
{
  const gsize length = is_loose (parser) ? get_empty_line_length (p) : 0;

  if (length > 0)
    end_block (parser);
  else
    write_text (parser, p, 1, parser->href);

  return p + MAX (length, 1);
}

static void
begin_list (Parser *parser, gboolean numbered)
{
  if (parser->n_lists < PLANNER_RICH_MAX_DEPTH)
    {
      parser->numbers[parser->n_lists] = 0;
      parser->numbered[parser->n_lists] = numbered;
    }
  parser->n_lists++;
}

static char *
make_marker (Parser *parser)
{
  const guint level = MIN (parser->n_lists, PLANNER_RICH_MAX_DEPTH) - 1;

  return parser->numbered[level] ? g_strdup_printf ("%u.", ++parser->numbers[level]) : g_strdup ("•");
}

static void
read_item (Parser *parser, gboolean closing)
{
  end_block (parser);
  planner_rich_writer_take_marker (parser->writer, NULL);
  if (!closing && parser->n_lists == 0)
    {
      begin_list (parser, FALSE);
      parser->stray_list = TRUE;
    }
  if (!closing)
    planner_rich_writer_take_marker (parser->writer, make_marker (parser));
  else if (parser->stray_list && parser->n_lists == 1)
    {
      parser->n_lists = 0;
      parser->stray_list = FALSE;
    }
}

static void
read_list (Parser *parser, const PlannerRichTag *tag)
{
  end_block (parser);
  planner_rich_writer_take_marker (parser->writer, NULL);
  if (!tag->closing)
    begin_list (parser, tag->kind == PLANNER_RICH_TAG_NUMBERS);
  else if (parser->n_lists > 0)
    parser->n_lists--;
}

static void
read_link (Parser *parser, const PlannerRichTag *tag)
{
  g_autofree char *href = tag->closing ? NULL : planner_rich_tag_dup_attribute (tag, "href");

  g_set_str (&parser->href, href && planner_rich_text_is_safe_link (href) ? href : NULL);
}

static void
read_style (Parser *parser, const PlannerRichTag *tag)
{
  guint *counter = tag->style == PLANNER_RICH_BOLD     ? &parser->bold
                   : tag->style == PLANNER_RICH_ITALIC ? &parser->italic
                                                       : &parser->code;

  if (!tag->closing)
    ++*counter;
  else if (*counter > 0)
    --*counter;
}

static void
read_image (Parser *parser, const PlannerRichTag *tag)
{
  g_autofree char *alternative = planner_rich_tag_dup_attribute (tag, "alt");

  if (alternative)
    write_text (parser, alternative, strlen (alternative), parser->href);
}

static void
read_block_tag (Parser *parser, const PlannerRichTag *tag)
{
  end_block (parser);
  if (tag->kind == PLANNER_RICH_TAG_PARAGRAPH)
    parser->in_paragraph = !tag->closing;
  else if (tag->kind == PLANNER_RICH_TAG_HEADING)
    parser->in_heading = !tag->closing;
  else if (tag->kind == PLANNER_RICH_TAG_PRE)
    parser->in_pre = !tag->closing;
  else if (tag->kind == PLANNER_RICH_TAG_QUOTE && !tag->closing)
    parser->n_quotes++;
  else if (tag->kind == PLANNER_RICH_TAG_QUOTE && parser->n_quotes > 0)
    parser->n_quotes--;
}

static void
read_tag (Parser *parser, const PlannerRichTag *tag)
{
  switch (tag->kind)
    {
    case PLANNER_RICH_TAG_SPAN:
    case PLANNER_RICH_TAG_DROPPED:
      break;
    case PLANNER_RICH_TAG_STYLE:
      read_style (parser, tag);
      break;
    case PLANNER_RICH_TAG_LINK:
      read_link (parser, tag);
      break;
    case PLANNER_RICH_TAG_BREAK:
      if (parser->in_pre)
        write_text (parser, "\n", 1, NULL);
      else
        planner_rich_writer_break_line (parser->writer);
      break;
    case PLANNER_RICH_TAG_IMAGE:
      read_image (parser, tag);
      break;
    case PLANNER_RICH_TAG_CELL:
      write_text (parser, " ", 1, NULL);
      break;
    case PLANNER_RICH_TAG_BULLETS:
    case PLANNER_RICH_TAG_NUMBERS:
      read_list (parser, tag);
      break;
    case PLANNER_RICH_TAG_ITEM:
      read_item (parser, tag->closing);
      break;
    case PLANNER_RICH_TAG_BLOCK:
    case PLANNER_RICH_TAG_PARAGRAPH:
    case PLANNER_RICH_TAG_HEADING:
    case PLANNER_RICH_TAG_QUOTE:
    case PLANNER_RICH_TAG_PRE:
      read_block_tag (parser, tag);
      break;
    }
  set_context (parser);
}

static const char *
read_pointed (Parser *parser, const char *p)
{
  PlannerRichTag tag;

  if (planner_rich_tagger_read (&parser->tagger, p, &tag))
    {
      read_tag (parser, &tag);
      return tag.end;
    }

  write_text (parser, p, 1, parser->href);

  return p + 1;
}

static const char *
read_piece (Parser *parser, const char *p)
{
  switch (*p)
    {
    case '<':
      return read_pointed (parser, p);
    case '&':
      return read_entity (parser, p);
    case '\n':
      return read_line_end (parser, p);
    default:
      return read_url (parser, p);
    }
}

/**
 * planner_rich_html_write:
 * @writer: where to
 * @text: HTML, a document or a piece of one, with line feeds as line ends
 */
void
planner_rich_html_write (PlannerRichWriter *writer, const char *text)
{
  Parser parser = { .writer = writer, .begin = text, .end = text + strlen (text) };
  const char *p = text;

  set_context (&parser);
  while (*p)
    {
      const gsize length = strcspn (p, "<&\nhH");

      if (length > 0)
        write_text (&parser, p, length, parser.href);
      p += length;
      if (*p)
        p = read_piece (&parser, p);
    }
  g_free (parser.href);
}

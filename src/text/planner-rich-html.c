/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turns HTML into blocks. libxml2 splits the text into tags and characters (HTML 5, section 13.2.5) and builds no tree, so
 * that nesting costs neither stack nor time. Nesting beyond PLANNER_RICH_MAX_DEPTH is shown at that depth. A style or
 * link that is not closed ends with its block.
 */

#include "text/planner-rich-html.h"

#include "text/planner-rich-tags.h"
#include "text/planner-safe-link.h"

#include <libxml/HTMLparser.h>
#include <string.h>

typedef struct
{
  PlannerRichWriter *writer; /* borrowed */
  GString *text;             /* owned: the characters since the last tag */
  gboolean is_inline;        /* the caller decides about blocks */
  guint bold, italic, code;
  char *href;                            /* owned, nullable */
  guint numbers[PLANNER_RICH_MAX_DEPTH]; /* the last item's number; 0 in lists with bullets */
  gboolean numbered[PLANNER_RICH_MAX_DEPTH];
  guint n_lists;
  guint n_quotes;
  gboolean in_heading;
  gboolean in_pre;
  gboolean in_paragraph;
  gboolean stray_list; /* the open list belongs to an item outside of lists */
} Parser;

static void
set_context (Parser *parser)
{
  if (parser->is_inline)
    return;
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

/* Outside of block elements, an empty line separates paragraphs. */
static gboolean
is_loose (const Parser *parser)
{
  return !parser->in_pre && !parser->in_paragraph && !parser->in_heading && parser->n_lists == 0;
}

static gsize
measure_empty_line (const char *p)
{
  gsize length = 1;

  length += strspn (p + length, " \t");
  if (p[length] != '\n')
    return 0;

  return length + strspn (p + length, " \t\n");
}

static const char *
write_url (Parser *parser, const char *p)
{
  const GString *text = parser->text;
  const gsize length = parser->href ? 0 : planner_safe_link_measure (text->str, p, text->str + text->len);
  g_autofree char *url = length > 0 ? g_strndup (p, length) : NULL;

  write_text (parser, p, MAX (length, 1), url && planner_safe_link_check (url) ? url : parser->href);

  return p + MAX (length, 1);
}

static const char *
write_line_end (Parser *parser, const char *p)
{
  const gsize length = is_loose (parser) ? measure_empty_line (p) : 0;

  if (length > 0)
    end_block (parser);
  else
    write_text (parser, p, 1, parser->href);

  return p + MAX (length, 1);
}

/* Writes the characters since the last tag, and makes links of the addresses in them. */
static void
flush_text (Parser *parser)
{
  const char *p = parser->text->str;
  const char *const end = p + parser->text->len;

  if (parser->in_pre)
    {
      write_text (parser, p, end - p, NULL);
      p = end;
    }
  while (p < end)
    {
      const gsize length = strcspn (p, "\nhH");

      if (length > 0)
        write_text (parser, p, length, parser->href);
      p += length;
      if (p < end)
        p = *p == '\n' ? write_line_end (parser, p) : write_url (parser, p);
    }
  g_string_truncate (parser->text, 0);
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
read_list (Parser *parser, gboolean numbered, gboolean closing)
{
  end_block (parser);
  planner_rich_writer_take_marker (parser->writer, NULL);
  if (!closing)
    begin_list (parser, numbered);
  else if (parser->n_lists > 0)
    parser->n_lists--;
}

static const char *
get_attribute (const xmlChar **attributes, const char *name)
{
  for (guint i = 0; attributes && attributes[i]; i += 2)
    if (g_str_equal ((const char *) attributes[i], name))
      return (const char *) attributes[i + 1];

  return NULL;
}

static void
read_link (Parser *parser, const xmlChar **attributes)
{
  g_autofree char *href = g_strdup (get_attribute (attributes, "href"));

  g_set_str (&parser->href, href && planner_safe_link_check (g_strstrip (href)) ? href : NULL);
}

static void
read_style (Parser *parser, guint style, gboolean closing)
{
  guint *counter = style == PLANNER_RICH_BOLD     ? &parser->bold
                   : style == PLANNER_RICH_ITALIC ? &parser->italic
                                                  : &parser->code;

  if (!closing)
    ++*counter;
  else if (*counter > 0)
    --*counter;
}

static void
read_image (Parser *parser, const xmlChar **attributes)
{
  const char *alternative = get_attribute (attributes, "alt");

  if (alternative)
    write_text (parser, alternative, strlen (alternative), parser->href);
}

static void
read_break (Parser *parser)
{
  if (parser->in_pre)
    write_text (parser, "\n", 1, NULL);
  else
    planner_rich_writer_break_line (parser->writer);
}

static void
read_block_tag (Parser *parser, PlannerRichTagKind kind, gboolean closing)
{
  end_block (parser);
  if (kind == PLANNER_RICH_TAG_PARAGRAPH)
    parser->in_paragraph = !closing;
  else if (kind == PLANNER_RICH_TAG_HEADING)
    parser->in_heading = !closing;
  else if (kind == PLANNER_RICH_TAG_PRE)
    parser->in_pre = !closing;
  else if (kind == PLANNER_RICH_TAG_QUOTE && !closing)
    parser->n_quotes++;
  else if (kind == PLANNER_RICH_TAG_QUOTE && parser->n_quotes > 0)
    parser->n_quotes--;
}

static void
read_tag (Parser *parser, const PlannerRichTag *tag, const xmlChar **attributes, gboolean closing)
{
  switch (tag->kind)
    {
    case PLANNER_RICH_TAG_SPAN:
    case PLANNER_RICH_TAG_DROPPED:
      break;
    case PLANNER_RICH_TAG_STYLE:
      read_style (parser, tag->style, closing);
      break;
    case PLANNER_RICH_TAG_LINK:
      read_link (parser, attributes);
      break;
    case PLANNER_RICH_TAG_BREAK:
      read_break (parser);
      break;
    case PLANNER_RICH_TAG_IMAGE:
      read_image (parser, attributes);
      break;
    case PLANNER_RICH_TAG_CELL:
      write_text (parser, " ", 1, NULL);
      break;
    case PLANNER_RICH_TAG_BULLETS:
    case PLANNER_RICH_TAG_NUMBERS:
      read_list (parser, tag->kind == PLANNER_RICH_TAG_NUMBERS, closing);
      break;
    case PLANNER_RICH_TAG_ITEM:
      read_item (parser, closing);
      break;
    case PLANNER_RICH_TAG_BLOCK:
    case PLANNER_RICH_TAG_PARAGRAPH:
    case PLANNER_RICH_TAG_HEADING:
    case PLANNER_RICH_TAG_QUOTE:
    case PLANNER_RICH_TAG_PRE:
      read_block_tag (parser, tag->kind, closing);
      break;
    }
  set_context (parser);
}

static void
tag_met (Parser *parser, const xmlChar *name, const xmlChar **attributes, gboolean closing)
{
  PlannerRichTag tag;

  if (!planner_rich_tag_find ((const char *) name, strlen ((const char *) name), &tag) ||
      (parser->is_inline && tag.kind >= PLANNER_RICH_TAG_BLOCK))
    return;
  flush_text (parser);
  read_tag (parser, &tag, attributes, closing);
}

static void
start_tag_cb (void *data, const xmlChar *name, const xmlChar **attributes)
{
  tag_met (data, name, attributes, FALSE);
}

static void
end_tag_cb (void *data, const xmlChar *name)
{
  tag_met (data, name, NULL, TRUE);
}

/* A reference such as "&#1;" may stand for a control character. */
static gboolean
is_control (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0);
}

static void
append_characters (GString *into, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!is_control (g_utf8_get_char (p)))
      g_string_append_len (into, p, g_utf8_next_char (p) - p);
}

static void
characters_cb (void *data, const xmlChar *text, int length)
{
  append_characters (((Parser *) data)->text, (const char *) text, (gsize) length);
}

static void
parse (const xmlSAXHandler *handler, void *data, const char *text, gsize length)
{
  htmlParserCtxt *context = htmlNewSAXParserCtxt (handler, data);

  xmlFreeDoc (htmlCtxtReadMemory (context, text, (int) length, NULL, "UTF-8",
                                  HTML_PARSE_HTML5 | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                      HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC));
  htmlFreeParserCtxt (context);
}

static void
read_html (Parser *parser, const char *text)
{
  static const xmlSAXHandler handler = {
    .startElement = start_tag_cb,
    .endElement = end_tag_cb,
    .characters = characters_cb,
    .ignorableWhitespace = characters_cb,
    .cdataBlock = characters_cb,
  };

  parser->text = g_string_new (NULL);
  set_context (parser);
  parse (&handler, parser, text, strlen (text));
  flush_text (parser);
  g_string_free (parser->text, TRUE);
  g_free (parser->href);
}

/* Returns @text without comments, scripts and the like, and with all characters escaped that are not markup. */
static char *
escape_text (const char *text)
{
  GString *escaped = g_string_sized_new (strlen (text) + 64);
  PlannerRichTagger tagger = { 0 };
  PlannerRichTag tag;

  while (*text)
    {
      const gsize length = strcspn (text, "<&");

      g_string_append_len (escaped, text, length);
      text += length;
      if (*text == '<' && planner_rich_tagger_read (&tagger, text, &tag))
        {
          if (tag.kind != PLANNER_RICH_TAG_DROPPED)
            g_string_append_len (escaped, text, tag.end - text);
          text = tag.end;
        }
      else if (*text)
        {
          g_string_append (escaped, *text == '<'                                ? "&lt;"
                                    : planner_rich_measure_reference (text) > 0 ? "&"
                                                                                : "&amp;");
          text++;
        }
    }

  return g_string_free_and_steal (escaped);
}

/**
 * planner_rich_html_write:
 * @writer: receives the blocks
 * @text: HTML, a document or a piece of one, with line feeds as line ends
 */
void
planner_rich_html_write (PlannerRichWriter *writer, const char *text)
{
  g_autofree char *escaped = escape_text (text);
  Parser parser = { .writer = writer };

  read_html (&parser, escaped);
}

/**
 * planner_rich_html_write_inline:
 * @writer: receives the text
 * @text: HTML in which all that is no markup is escaped
 *
 * Adds @text to the open block and ignores the tags of other blocks.
 */
void
planner_rich_html_write_inline (PlannerRichWriter *writer, const char *text)
{
  Parser parser = { .writer = writer, .is_inline = TRUE };

  read_html (&parser, text);
}

static void
append_cb (void *data, const xmlChar *text, int length)
{
  append_characters (data, (const char *) text, (gsize) length);
}

/**
 * planner_rich_html_decode:
 * @text: text with character references of HTML, but without tags
 * @length: the length of @text in bytes
 *
 * Returns: (transfer full): @text with its references replaced; unknown references stay
 */
char *
planner_rich_html_decode (const char *text, gsize length)
{
  static const xmlSAXHandler handler = { .characters = append_cb, .ignorableWhitespace = append_cb };
  GString *decoded = g_string_new (NULL);

  parse (&handler, decoded, text, length);

  return g_string_free_and_steal (decoded);
}

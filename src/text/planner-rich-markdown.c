/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The blocks of a Markdown text. Plain text is Markdown without markup. Where authors and CommonMark differ, authors
 * win: two spaces nest a list, a line break is one.
 */

#include "text/planner-rich-markdown.h"

#include "text/planner-rich-inline.h"

#include <string.h>

#define TAB 4
#define MAX_HEADING 200

typedef struct
{
  guint indent;
  guint number; /* of an ordered list's item, else 0 */
} Level;

typedef struct
{
  PlannerRichWriter *writer;
  PlannerRichReferences *references; /* owned, nullable */
  GString *paragraph;                /* owned: lines that belong together */
  guint n_lines;
  Level levels[PLANNER_RICH_MAX_DEPTH];
  guint n_levels;
  guint n_quotes;
  gboolean in_code; /* indented */
  char fence;       /* '`' or '~' inside fenced code, else 0 */
  gsize fence_length;
  guint fence_indent;
} Parser;

static void
set_context (Parser *parser)
{
  if (parser->n_levels > 0)
    planner_rich_writer_set_context (parser->writer, PLANNER_BLOCK_LIST_ITEM,
                                     parser->n_levels - 1 + parser->n_quotes);
  else if (parser->n_quotes > 0)
    planner_rich_writer_set_context (parser->writer, PLANNER_BLOCK_QUOTE, parser->n_quotes - 1);
  else
    planner_rich_writer_set_context (parser->writer, PLANNER_BLOCK_PARAGRAPH, 0);
}

static void
end_paragraph (Parser *parser)
{
  if (parser->paragraph->len > 0)
    planner_rich_inline_write (parser->writer, parser->paragraph->str, parser->references);
  planner_rich_writer_end_block (parser->writer);
  g_string_truncate (parser->paragraph, 0);
  parser->n_lines = 0;
}

static void
add_line (Parser *parser, const char *text)
{
  if (parser->n_lines == 0)
    set_context (parser);
  else
    g_string_append_c (parser->paragraph, '\n');
  g_string_append (parser->paragraph, text);
  parser->n_lines++;
}

static void
add_heading (Parser *parser, const char *text)
{
  planner_rich_writer_set_context (parser->writer, PLANNER_BLOCK_HEADING, 0);
  planner_rich_inline_write (parser->writer, text, parser->references);
  planner_rich_writer_end_block (parser->writer);
}

/* Returns the number of columns of white space at @p. Tabs stop at every fourth column. */
static guint
get_indent (const char *line, const char **rest)
{
  guint column = 0;

  for (; *line == ' ' || *line == '\t'; line++)
    column = *line == '\t' ? (column / TAB + 1) * TAB : column + 1;
  *rest = line;

  return column;
}

static const char *
skip_columns (const char *line, guint columns)
{
  guint column = 0;

  for (; column < columns && (*line == ' ' || *line == '\t'); line++)
    column = *line == '\t' ? (column / TAB + 1) * TAB : column + 1;

  return line;
}

/* Returns the number of quotation marks at the start of a line: two in "> > text", none in "5 > 3". */
static guint
count_quotes (const char *line, const char **rest)
{
  guint n_quotes = 0;

  while (*line == '>')
    {
      n_quotes++;
      line += line[1] == ' ' ? 2 : 1;
    }
  *rest = line;

  return MIN (n_quotes, PLANNER_RICH_MAX_DEPTH);
}

static gboolean
is_rule (const char *line)
{
  guint n = 0;

  if (!strchr ("-*_", *line))
    return FALSE;
  for (const char *p = line; *p; p++)
    if (*p == *line)
      n++;
    else if (*p != ' ')
      return FALSE;

  return n >= 3;
}

static gboolean
is_underline (const char *line)
{
  return (*line == '=' || *line == '-') && line[strspn (line, *line == '=' ? "=" : "-")] == '\0' && line[1];
}

static const char *
get_heading (const char *line)
{
  const gsize level = strspn (line, "#");

  return level >= 1 && level <= 6 && (line[level] == ' ' || line[level] == '\0') ? line + level : NULL;
}

/* Returns the text after "- " or "12. ", and sets @number for a number. */
static const char *
get_item (const char *line, guint *number)
{
  const gsize n_digits = strspn (line, "0123456789");

  *number = 0;
  if (g_str_has_prefix (line, "•"))
    return line + strlen ("•");
  if (n_digits == 0)
    return strchr ("-*+", *line) && (line[1] == ' ' || line[1] == '\t') ? line + 1 : NULL;
  if (n_digits > 9 || (line[n_digits] != '.' && line[n_digits] != ')') || line[n_digits + 1] != ' ')
    return NULL;

  *number = MAX (1, (guint) g_ascii_strtoull (line, NULL, 10));

  return line + n_digits + 1;
}

static gboolean
is_fence (const char *line)
{
  const gsize length = *line == '`' || *line == '~' ? strspn (line, *line == '`' ? "`" : "~") : 0;

  return length >= 3 && !(*line == '`' && strchr (line + length, '`'));
}

static void
begin_fence (Parser *parser, const char *line, guint indent)
{
  end_paragraph (parser);
  parser->fence = *line;
  parser->fence_length = strspn (line, *line == '`' ? "`" : "~");
  parser->fence_indent = indent;
  planner_rich_writer_set_context (parser->writer, PLANNER_BLOCK_CODE, parser->n_levels);
}

static void
add_fenced_line (Parser *parser, const char *line)
{
  const char *rest;
  gsize length;

  get_indent (line, &rest);
  length = strspn (rest, parser->fence == '`' ? "`" : "~");
  if (length >= parser->fence_length && rest[length + strspn (rest + length, " ")] == '\0')
    {
      planner_rich_writer_end_block (parser->writer);
      parser->fence = 0;
      return;
    }

  line = skip_columns (line, parser->fence_indent);
  planner_rich_writer_add_verbatim (parser->writer, line, strlen (line));
  planner_rich_writer_add_verbatim (parser->writer, "\n", 1);
}

static void
leave_levels (Parser *parser, guint indent)
{
  while (parser->n_levels > 0 && indent < parser->levels[parser->n_levels - 1].indent)
    parser->n_levels--;
}

static char *
make_marker (Level *level, guint number, gboolean sibling)
{
  if (number == 0)
    return g_strdup ("•");
  if (sibling && level->number > 0)
    number = MAX (number, level->number + 1);
  level->number = number;

  return g_strdup_printf ("%u.", number);
}

static void
begin_item (Parser *parser, guint indent, guint number)
{
  Level *level;
  gboolean nested;

  end_paragraph (parser);
  leave_levels (parser, indent);
  nested = parser->n_levels == 0 || indent >= parser->levels[parser->n_levels - 1].indent + 2;
  if (nested && parser->n_levels < PLANNER_RICH_MAX_DEPTH)
    parser->levels[parser->n_levels++] = (Level) { .indent = indent };

  level = &parser->levels[parser->n_levels - 1];
  planner_rich_writer_take_marker (parser->writer, make_marker (level, number, !nested));
  if (number == 0)
    level->number = 0;
}

static void
set_quotes (Parser *parser, guint n_quotes)
{
  if (n_quotes == parser->n_quotes)
    return;

  end_paragraph (parser);
  parser->n_quotes = n_quotes;
  parser->n_levels = 0;
}

/* A paragraph after a blank line belongs to the item only if it is indented. */
static void
leave_lists (Parser *parser, guint indent)
{
  while (parser->n_levels > 0 && indent < parser->levels[parser->n_levels - 1].indent + 2)
    parser->n_levels--;
}

static gboolean
is_indented_code (const Parser *parser, guint indent)
{
  return parser->n_lines == 0 && parser->n_levels == 0 && indent >= TAB;
}

static void
add_indented_code (Parser *parser, const char *line)
{
  line = skip_columns (line, TAB);
  planner_rich_writer_set_context (parser->writer, PLANNER_BLOCK_CODE, 0);
  planner_rich_writer_add_verbatim (parser->writer, line, strlen (line));
  planner_rich_writer_add_verbatim (parser->writer, "\n", 1);
  parser->in_code = TRUE;
}

static void
end_indented_code (Parser *parser)
{
  if (parser->in_code)
    planner_rich_writer_end_block (parser->writer);
  parser->in_code = FALSE;
}

static char *
trim_heading (const char *line)
{
  char *text = g_strstrip (g_strdup (line));
  gsize length = strlen (text);

  while (length > 0 && text[length - 1] == '#')
    length--;
  if (length == 0 || text[length - 1] == ' ')
    text[length] = '\0';

  return text;
}

/* Inside a paragraph, a number starts an item only if it is 1 or the next one: "in\n2023. After that" is text. */
static gboolean
may_begin_item (const Parser *parser, guint number)
{
  return parser->n_lines == 0 || number <= 1 || parser->n_levels > 0;
}

static void
add_text_line (Parser *parser, const char *line)
{
  const char *rest, *text;
  const guint indent = get_indent (line, &rest);
  guint number;

  if (!is_indented_code (parser, indent))
    end_indented_code (parser);

  if (is_fence (rest))
    begin_fence (parser, rest, indent);
  else if (parser->n_lines == 1 && is_underline (rest) && parser->paragraph->len < MAX_HEADING &&
           parser->n_levels == 0)
    {
      g_autofree char *heading = g_strdup (parser->paragraph->str);

      g_string_truncate (parser->paragraph, 0);
      end_paragraph (parser);
      add_heading (parser, heading);
    }
  else if (is_rule (rest))
    {
      end_paragraph (parser);
      leave_lists (parser, indent);
    }
  else if ((text = get_item (rest, &number)) && may_begin_item (parser, number))
    {
      begin_item (parser, indent, number);
      add_line (parser, text);
    }
  else if (is_indented_code (parser, indent))
    add_indented_code (parser, line);
  else if (indent < TAB && (text = get_heading (rest)))
    {
      g_autofree char *heading = trim_heading (text);

      end_paragraph (parser);
      leave_lists (parser, indent);
      add_heading (parser, heading);
    }
  else
    {
      if (parser->n_lines == 0)
        leave_lists (parser, indent);
      add_line (parser, rest);
    }
}

static void
add_blank_line (Parser *parser)
{
  if (parser->n_lines > 0)
    end_paragraph (parser);
  else if (parser->in_code)
    planner_rich_writer_add_verbatim (parser->writer, "\n", 1);
}

static void
read_line (Parser *parser, const char *line)
{
  const char *rest;
  guint n_quotes;

  if (parser->fence)
    {
      count_quotes (line, &rest);
      add_fenced_line (parser, parser->n_quotes > 0 ? rest : line);
      return;
    }

  if (parser->references && planner_rich_references_define (parser->references, line))
    return;

  get_indent (line, &rest);
  n_quotes = count_quotes (rest, &rest);
  if (n_quotes == 0)
    rest = line;
  if (rest[strspn (rest, " \t")] == '\0')
    {
      add_blank_line (parser);
      return;
    }
  if (n_quotes > 0 || parser->n_lines == 0)
    set_quotes (parser, n_quotes);
  add_text_line (parser, rest);
}

/**
 * planner_rich_markdown_write:
 * @writer: receives the blocks
 * @text: Markdown, with line feeds as line ends
 */
void
planner_rich_markdown_write (PlannerRichWriter *writer, const char *text)
{
  Parser parser = { .writer = writer,
                    .references = planner_rich_references_new (text),
                    .paragraph = g_string_new (NULL) };
  g_autoptr (GString) line = g_string_new (NULL);

  while (*text)
    {
      const gsize length = strcspn (text, "\n");

      g_string_truncate (line, 0);
      g_string_append_len (line, text, length);
      read_line (&parser, line->str);
      text += length + (text[length] == '\n');
    }
  end_paragraph (&parser);
  g_string_free (parser.paragraph, TRUE);
  g_clear_pointer (&parser.references, planner_rich_references_free);
}

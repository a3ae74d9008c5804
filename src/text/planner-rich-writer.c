/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/planner-rich-writer.h"

#include <string.h>

struct _PlannerRichWriter
{
  GPtrArray *blocks;  /* owned */
  PlannerBlock *open; /* owned by blocks, nullable */
  GString *text;      /* owned: of the open block */
  gboolean plain;
  PlannerBlockKind kind;
  guint depth;
  char *marker; /* owned, nullable: of the block that begins next */
  guint style;
  char *href;       /* owned, nullable */
  gboolean visible; /* whether the open block has visible text */
  gboolean waiting_space;
  gboolean waiting_break;
};

static const struct
{
  guint style;
  const char *begin;
  const char *end;
} style_tags[] = {
  { PLANNER_RICH_BOLD, "<b>", "</b>" },
  { PLANNER_RICH_ITALIC, "<i>", "</i>" },
  { PLANNER_RICH_CODE, "<tt>", "</tt>" },
};

static void
block_free (PlannerBlock *block)
{
  g_free (block->marker);
  g_free (block->markup);
  g_free (block);
}

/* Returns the escape of @c, an empty string for control characters, or %NULL if @c needs no escape. */
static const char *
get_escape (const PlannerRichWriter *writer, char c)
{
  if (((guchar) c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
    return "";
  if (writer->plain)
    return NULL;

  return c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : NULL;
}

static gboolean
is_visible (char c)
{
  return (guchar) c > 0x20 && c != 0x7f;
}

/* Returns whether any visible text was added. */
static gboolean
append_escaped (PlannerRichWriter *writer, const char *text, gsize length)
{
  const char *const end = text + length;
  const char *copied = text;
  gboolean visible = FALSE;

  for (const char *p = text; p < end; p++)
    {
      const char *escape = get_escape (writer, *p);

      visible = visible || is_visible (*p);
      if (!escape)
        continue;
      g_string_append_len (writer->text, copied, p - copied);
      g_string_append (writer->text, escape);
      copied = p + 1;
    }
  g_string_append_len (writer->text, copied, end - copied);

  return visible;
}

static void
set_style (PlannerRichWriter *writer, guint style)
{
  if (style == writer->style)
    return;

  for (guint i = G_N_ELEMENTS (style_tags); i-- > 0;)
    if (writer->style & style_tags[i].style && !writer->plain)
      g_string_append (writer->text, style_tags[i].end);
  for (guint i = 0; i < G_N_ELEMENTS (style_tags); i++)
    if (style & style_tags[i].style && !writer->plain)
      g_string_append (writer->text, style_tags[i].begin);
  writer->style = style;
}

/* Links are the outermost tags, so that each address is written once, even if the style changes within the link. */
static void
set_href (PlannerRichWriter *writer, const char *href)
{
  if (g_strcmp0 (href, writer->href) == 0)
    return;

  set_style (writer, 0);
  if (writer->href && !writer->plain)
    g_string_append (writer->text, "</a>");
  g_set_str (&writer->href, href);
  if (href && !writer->plain)
    {
      g_string_append (writer->text, "<a href=\"");
      append_escaped (writer, href, strlen (href));
      g_string_append (writer->text, "\">");
    }
}

/**
 * planner_rich_writer_is_plain:
 *
 * Returns: whether the writer ignores styles and links
 */
gboolean
planner_rich_writer_is_plain (const PlannerRichWriter *writer)
{
  return writer->plain;
}

/**
 * planner_rich_writer_is_full:
 *
 * Returns: whether the writer has as many blocks as it takes, and ignores further text
 */
gboolean
planner_rich_writer_is_full (const PlannerRichWriter *writer)
{
  return !writer->open && writer->blocks->len >= PLANNER_RICH_MAX_BLOCKS;
}

static gboolean
ensure_block (PlannerRichWriter *writer)
{
  if (writer->open)
    return TRUE;
  if (planner_rich_writer_is_full (writer))
    return FALSE;

  writer->open = g_new0 (PlannerBlock, 1);
  writer->open->kind = writer->kind;
  writer->open->depth = writer->depth;
  if (writer->kind == PLANNER_BLOCK_LIST_ITEM)
    writer->open->marker = g_steal_pointer (&writer->marker);
  g_clear_pointer (&writer->marker, g_free);
  g_ptr_array_add (writer->blocks, writer->open);

  return TRUE;
}

/* A space beside a link or between two styles belongs to neither. */
static void
append_waiting (PlannerRichWriter *writer, guint style, const char *href)
{
  if (!writer->waiting_break && !writer->waiting_space)
    return;

  if (writer->waiting_break || g_strcmp0 (href, writer->href) != 0)
    set_href (writer, NULL);
  set_style (writer, writer->style & style);
  g_string_append_c (writer->text, writer->waiting_break ? '\n' : ' ');
  writer->waiting_break = FALSE;
  writer->waiting_space = FALSE;
}

static void
append_run (PlannerRichWriter *writer, const char *text, gsize length, guint style, const char *href)
{
  if (!ensure_block (writer))
    return;

  append_waiting (writer, style, href);
  set_href (writer, href);
  set_style (writer, style);
  writer->visible |= append_escaped (writer, text, length);
}

static gsize
get_space_length (const char *p, const char *end)
{
  if (*p == ' ' || (*p >= '\t' && *p <= '\r'))
    return 1;

  return p[0] == '\xc2' && end - p >= 2 && p[1] == '\xa0' ? 2 : 0;
}

PlannerRichWriter *
planner_rich_writer_new (gboolean plain)
{
  PlannerRichWriter *writer = g_new0 (PlannerRichWriter, 1);

  writer->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  writer->text = g_string_new (NULL);
  writer->plain = plain;

  return writer;
}

/**
 * planner_rich_writer_finish:
 * @writer: (transfer full): a writer
 *
 * Returns: (transfer full) (element-type PlannerBlock): its blocks
 */
GPtrArray *
planner_rich_writer_finish (PlannerRichWriter *writer)
{
  GPtrArray *blocks = writer->blocks;

  planner_rich_writer_end_block (writer);
  g_string_free (writer->text, TRUE);
  g_free (writer->marker);
  g_free (writer->href);
  g_free (writer);

  return blocks;
}

/**
 * planner_rich_writer_set_context:
 *
 * Sets the kind and depth of the next blocks.
 */
void
planner_rich_writer_set_context (PlannerRichWriter *writer, PlannerBlockKind kind, guint depth)
{
  writer->kind = kind;
  writer->depth = MIN (depth, PLANNER_RICH_MAX_DEPTH);
}

/**
 * planner_rich_writer_take_marker:
 * @marker: (transfer full) (nullable): the marker of the next block, if it is a list item
 */
void
planner_rich_writer_take_marker (PlannerRichWriter *writer, char *marker)
{
  g_free (writer->marker);
  writer->marker = marker;
}

/* Returns: the end of the words at @p that have one space between them, and so are written as they are */
static const char *
find_end_of_words (const char *p, const char *end)
{
  while (p < end)
    {
      while (p < end && is_visible (*p) && *p != '\xc2')
        p++;
      if (end - p < 2 || *p != ' ' || !is_visible (p[1]) || p[1] == '\xc2')
        break;
      p++;
    }

  return p;
}

/* Does the same as the rest of planner_rich_writer_add(), for text that most texts consist of. Returns: the rest */
static const char *
append_words (PlannerRichWriter *writer, const char *text, const char *end)
{
  const char *words_end = find_end_of_words (text, end);

  if (words_end > text && ensure_block (writer))
    {
      append_waiting (writer, 0, NULL);
      g_string_append_len (writer->text, text, words_end - text);
      writer->visible = TRUE;
    }

  return words_end;
}

/**
 * planner_rich_writer_add:
 * @text: text, not markup
 * @style: of #PlannerRichStyle
 * @href: (nullable): a safe address
 *
 * Adds text. Any white space becomes one space, also between two calls for the same block.
 */
void
planner_rich_writer_add (PlannerRichWriter *writer,
                         const char *text,
                         gsize length,
                         guint style,
                         const char *href)
{
  const char *const end = text + length;

  while (text < end)
    {
      const char *p = text;
      const gsize space = get_space_length (p, end);

      if (space > 0)
        {
          writer->waiting_space = writer->open != NULL;
          text += space;
          continue;
        }
      if (writer->plain)
        text = p = append_words (writer, p, end);
      while (p < end && get_space_length (p, end) == 0)
        p++;
      if (p > text)
        append_run (writer, text, p - text, style, href);
      text = p;
    }
}

/**
 * planner_rich_writer_add_verbatim:
 *
 * Adds text with its white space, for code.
 */
void
planner_rich_writer_add_verbatim (PlannerRichWriter *writer, const char *text, gsize length)
{
  const char *const end = text + length;

  while (!writer->open && text < end && (*text == '\n' || *text == '\r'))
    text++;
  if (text < end && ensure_block (writer))
    writer->visible |= append_escaped (writer, text, end - text);
}

/**
 * planner_rich_writer_break_line:
 *
 * Starts a new line. A second break in a row starts another block of the same kind.
 */
void
planner_rich_writer_break_line (PlannerRichWriter *writer)
{
  if (writer->waiting_break)
    planner_rich_writer_end_block (writer);
  else
    writer->waiting_break = writer->open != NULL;
}

void
planner_rich_writer_end_block (PlannerRichWriter *writer)
{
  writer->waiting_break = FALSE;
  writer->waiting_space = FALSE;
  if (!writer->open)
    return;

  set_href (writer, NULL);
  set_style (writer, 0);
  writer->open->markup = g_strdup (writer->text->str);
  if (writer->open->kind == PLANNER_BLOCK_CODE)
    g_strchomp (writer->open->markup);
  g_string_truncate (writer->text, 0);
  if (!writer->visible)
    g_ptr_array_set_size (writer->blocks, writer->blocks->len - 1);
  writer->open = NULL;
  writer->visible = FALSE;
}

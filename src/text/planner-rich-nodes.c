/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/planner-rich-nodes.h"

#include "text/planner-rich-html.h"
#include "text/planner-rich-tags.h"

#include <string.h>

static void
node_clear (PlannerRichNode *node)
{
  g_free (node->href);
}

static const PlannerRichNode *
get_node (GArray *nodes, guint index)
{
  return &g_array_index (nodes, PlannerRichNode, index);
}

/* With @references, an address keeps its character references. */
static void
append_escaped (GString *html, const char *text, gsize length, gboolean references)
{
  for (const char *p = text; p < text + length; p++)
    if (*p == '&' && !(references && planner_rich_measure_reference (p) > 0))
      g_string_append (html, "&amp;");
    else if (*p == '<')
      g_string_append (html, "&lt;");
    else if (*p == '"')
      g_string_append (html, "&quot;");
    else
      g_string_append_c (html, *p);
}

static void
append_times (GString *html, const char *tag, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (html, tag);
}

static void
append_stars (GString *html, const PlannerRichNode *node)
{
  append_times (html, "</b>", node->ends_bold);
  append_times (html, "</i>", node->ends_italic);
  g_string_append_len (html, node->text, node->length);
  append_times (html, "<b>", node->begins_bold);
  append_times (html, "<i>", node->begins_italic);
}

static void
append_node (GString *html, const PlannerRichNode *node)
{
  switch (node->kind)
    {
    case PLANNER_RICH_NODE_TEXT:
    case PLANNER_RICH_NODE_BRACKET:
      append_escaped (html, node->text, node->length, FALSE);
      break;
    case PLANNER_RICH_NODE_TAG:
      g_string_append_len (html, node->text, node->length);
      break;
    case PLANNER_RICH_NODE_CODE:
      g_string_append (html, "<code>");
      append_escaped (html, node->text, node->length, FALSE);
      g_string_append (html, "</code>");
      break;
    case PLANNER_RICH_NODE_STARS:
      append_stars (html, node);
      break;
    case PLANNER_RICH_NODE_LINK_BEGIN:
      g_string_append (html, "<a href=\"");
      append_escaped (html, node->href ? node->href : "", node->href ? strlen (node->href) : 0, TRUE);
      g_string_append (html, "\">");
      append_escaped (html, node->text, node->length, FALSE);
      break;
    case PLANNER_RICH_NODE_LINK_END:
      append_escaped (html, node->text, node->length, FALSE);
      g_string_append (html, "</a>");
      break;
    case PLANNER_RICH_NODE_BREAK:
      g_string_append (html, "<br>");
      break;
    }
}

static char *
to_html (GArray *nodes)
{
  GString *html = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    append_node (html, get_node (nodes, i));

  return g_string_free_and_steal (html);
}

/* Returns: whether the text has control characters, which the reader of HTML leaves out */
static gboolean
has_controls (const char *text)
{
  for (const char *p = text; (p = strpbrk (p, PLANNER_RICH_CONTROLS)); p++)
    if (*p != '\xc2' || (guchar) p[1] < 0xa0)
      return TRUE;

  return FALSE;
}

/* Returns: whether nodes have the text that is shown, and not markup that stands for it */
static gboolean
is_without_html (GArray *nodes, const char *text)
{
  for (guint i = 0; i < nodes->len; i++)
    if (get_node (nodes, i)->kind == PLANNER_RICH_NODE_TAG)
      return FALSE;

  return !has_controls (text);
}

/* Writes the text without styles and links, as the reader of HTML would in many more steps. */
static void
write_plain (GArray *nodes, PlannerRichWriter *writer)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const PlannerRichNode *node = get_node (nodes, i);

      if (node->kind == PLANNER_RICH_NODE_BREAK)
        planner_rich_writer_break_line (writer);
      else if (node->length > 0)
        planner_rich_writer_add (writer, node->text, node->length, 0, NULL);
    }
}

static void
write_html (GArray *nodes, PlannerRichWriter *writer)
{
  g_autofree char *html = to_html (nodes);

  planner_rich_html_write_inline (writer, html);
}

/**
 * planner_rich_nodes_new:
 *
 * Returns: (transfer full) (element-type PlannerRichNode): no nodes
 */
GArray *
planner_rich_nodes_new (void)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (PlannerRichNode));

  g_array_set_clear_func (nodes, (GDestroyNotify) node_clear);

  return nodes;
}

/**
 * planner_rich_nodes_write:
 * @nodes: (element-type PlannerRichNode): what was read
 * @text: the text that they were read from
 * @writer: receives the text of the nodes
 */
void
planner_rich_nodes_write (GArray *nodes, const char *text, PlannerRichWriter *writer)
{
  if (planner_rich_writer_is_plain (writer) && is_without_html (nodes, text))
    write_plain (nodes, writer);
  else
    write_html (nodes, writer);
}

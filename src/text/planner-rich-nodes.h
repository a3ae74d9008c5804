/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/planner-rich-writer.h"

G_BEGIN_DECLS

typedef enum
{
  PLANNER_RICH_NODE_TEXT,
  PLANNER_RICH_NODE_TAG,
  PLANNER_RICH_NODE_CODE,
  PLANNER_RICH_NODE_STARS,
  PLANNER_RICH_NODE_BRACKET,
  PLANNER_RICH_NODE_LINK_BEGIN,
  PLANNER_RICH_NODE_LINK_END,
  PLANNER_RICH_NODE_BREAK,
} PlannerRichNodeKind;

/**
 * PlannerRichNode:
 * @text: the piece of the text, without a 0 at its end
 * @length: of @text, in bytes; of a run of stars or underscores, how many are left as text
 * @href: (nullable): the address of a link, as HTML
 * @ends_bold: how often the run of stars or underscores ends bold text
 *
 * A piece of the text of a Markdown block. The text of the begin and the end of a link is inside the link.
 */
typedef struct
{
  PlannerRichNodeKind kind;
  const char *text;
  gsize length;
  char *href;
  guint ends_bold;
  guint ends_italic;
  guint begins_bold;
  guint begins_italic;
} PlannerRichNode;

GArray *planner_rich_nodes_new (void);
void planner_rich_nodes_write (GArray *nodes, const char *text, PlannerRichWriter *writer);

G_END_DECLS

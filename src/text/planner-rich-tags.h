/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLANNER_RICH_TAG_SPAN,
  PLANNER_RICH_TAG_STYLE,
  PLANNER_RICH_TAG_LINK,
  PLANNER_RICH_TAG_BREAK,
  PLANNER_RICH_TAG_IMAGE,
  PLANNER_RICH_TAG_DROPPED,
  /* A text with one of the following tags is HTML. */
  PLANNER_RICH_TAG_BLOCK,
  PLANNER_RICH_TAG_PARAGRAPH,
  PLANNER_RICH_TAG_HEADING,
  PLANNER_RICH_TAG_BULLETS,
  PLANNER_RICH_TAG_NUMBERS,
  PLANNER_RICH_TAG_ITEM,
  PLANNER_RICH_TAG_CELL,
  PLANNER_RICH_TAG_QUOTE,
  PLANNER_RICH_TAG_PRE,
} PlannerRichTagKind;

/**
 * PlannerRichTag:
 * @style: a #PlannerRichStyle, for %PLANNER_RICH_TAG_STYLE
 * @end: (nullable): the end of the tag in the text; for a dropped element, the end of its content
 */
typedef struct
{
  PlannerRichTagKind kind;
  guint style;
  const char *end;
} PlannerRichTag;

/**
 * PlannerRichTagger:
 *
 * Finds the HTML tags of a text that ends with NUL, from its start to its end. It remembers which quotation marks and end
 * tags do not occur in the rest of the text. So the whole search takes linear time.
 */
typedef struct
{
  gboolean no_more_quotes[2];
  gboolean no_more_comments;
  guint no_more_end_tags; /* a bit for each dropped element */
} PlannerRichTagger;

gboolean planner_rich_tag_find (const char *name, gsize length, PlannerRichTag *tag);
gboolean planner_rich_tagger_read (PlannerRichTagger *tagger, const char *p, PlannerRichTag *tag);
gsize planner_rich_measure_reference (const char *p);

G_END_DECLS

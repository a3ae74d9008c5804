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
  /* From here on, those that say a text is an HTML document and not Markdown. */
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
 * @style: of #PlannerRichStyle, for %PLANNER_RICH_TAG_STYLE
 * @attributes: borrowed from the text: what follows the name
 * @end: borrowed from the text: what follows the tag, or all that is dropped with it
 */
typedef struct
{
  PlannerRichTagKind kind;
  guint style;
  gboolean closing;
  const char *attributes;
  const char *end;
} PlannerRichTag;

/**
 * PlannerRichTagger:
 *
 * Finds HTML tags in a text that ends with NUL, from its beginning to its end. It remembers what is not to be found any
 * more, so that all of it takes linear time.
 */
typedef struct
{
  gboolean no_more_quotes[2];
  gboolean no_more_comments;
  gboolean no_more_closing[80];
} PlannerRichTagger;

gboolean planner_rich_tagger_read (PlannerRichTagger *tagger, const char *p, PlannerRichTag *tag);
char *planner_rich_tag_dup_attribute (const PlannerRichTag *tag, const char *name);

gsize planner_rich_read_entity (const char *p, gunichar *character);
char *planner_rich_decode_entities (const char *text, gsize length);
gsize planner_rich_read_url (const char *begin, const char *p, const char *end);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLANNER_BLOCK_PARAGRAPH,
  PLANNER_BLOCK_HEADING,
  PLANNER_BLOCK_LIST_ITEM,
  PLANNER_BLOCK_CODE,
  PLANNER_BLOCK_QUOTE,
} PlannerBlockKind;

/**
 * PlannerBlock:
 * @depth: how deep a list item or quote is nested, from 0
 * @marker: (nullable): "•" or "3." before a list item
 * @markup: Pango markup made here, never the feed's: b, i, tt and a with an http, https or mailto href
 */
typedef struct
{
  PlannerBlockKind kind;
  guint depth;
  char *marker;
  char *markup;
} PlannerBlock;

GPtrArray *planner_rich_text_parse (const char *text);
char *planner_rich_text_to_plain (const char *text);
gboolean planner_rich_text_is_safe_link (const char *uri);

G_END_DECLS

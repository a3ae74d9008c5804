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
 * @depth: the nesting of a list item or quote, from 0
 * @marker: (nullable): "•" or "3." before a list item
 * @markup: Pango markup with the tags b, i, tt and a. The planner writes all tags itself; text of the schedule is
 *   escaped. The href of a link is an http, https or mailto address.
 */
typedef struct
{
  PlannerBlockKind kind;
  guint depth;
  char *marker;
  char *markup;
} PlannerBlock;

G_END_DECLS

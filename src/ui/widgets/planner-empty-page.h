/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerEmptyPage:
 * @name: the name of the page in its stack
 * @icon_name: an icon
 * @title: a title, not translated yet
 * @description: (nullable): a sentence in markup, not translated yet; %NULL if it is set later
 *
 * A page that a stack shows instead of an empty list.
 */
typedef struct
{
  const char *name;
  const char *icon_name;
  const char *title;
  const char *description;
} PlannerEmptyPage;

AdwStatusPage *planner_empty_page_ensure (const PlannerEmptyPage *page, GtkStack *stack);

G_END_DECLS

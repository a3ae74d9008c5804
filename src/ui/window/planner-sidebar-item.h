/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-forum-item.h"
#include "ui/window/planner-view.h"

G_BEGIN_DECLS

/**
 * PlannerSidebarItem:
 *
 * An entry of the sidebar: a view of the conference with a count.
 *
 * Properties: view (string, construct-only): the id of the view; count (unsigned): hidden while it is 0.
 */
#define PLANNER_TYPE_SIDEBAR_ITEM (planner_sidebar_item_get_type ())

G_DECLARE_FINAL_TYPE (PlannerSidebarItem, planner_sidebar_item, PLANNER, SIDEBAR_ITEM, AdwSidebarItem)

AdwSidebarItem *planner_sidebar_item_new (const PlannerView *view);
AdwSidebarItem *planner_sidebar_item_new_for_forum (PlannerForumItem *forum);

const char *planner_sidebar_item_get_view (PlannerSidebarItem *self);
void planner_sidebar_item_set_count (PlannerSidebarItem *self, guint count);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-forum-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerSidebarItem:
 *
 * A view of the conference in the sidebar, with the number of its sessions.
 *
 * Properties: view (string), count (unsigned; nothing is shown for 0).
 */
#define PLANNER_TYPE_SIDEBAR_ITEM (planner_sidebar_item_get_type ())

G_DECLARE_FINAL_TYPE (PlannerSidebarItem, planner_sidebar_item, PLANNER, SIDEBAR_ITEM, AdwSidebarItem)

AdwSidebarItem *planner_sidebar_item_new_for_forum (PlannerForumItem *forum);

const char *planner_sidebar_item_get_view (PlannerSidebarItem *self);
void planner_sidebar_item_set_count (PlannerSidebarItem *self, guint count);

G_END_DECLS

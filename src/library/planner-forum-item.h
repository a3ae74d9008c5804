/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerForumItem:
 *
 * A forum as an item of a list.
 *
 * Properties: name, title, color (string or %NULL, "#rrggbb"), n-sessions (unsigned).
 */
#define PLANNER_TYPE_FORUM_ITEM (planner_forum_item_get_type ())

G_DECLARE_FINAL_TYPE (PlannerForumItem, planner_forum_item, PLANNER, FORUM_ITEM, GObject)

PlannerForumItem *planner_forum_item_new (PlannerAgenda *agenda, const PlannerForum *forum);

void planner_forum_item_set_forum (PlannerForumItem *self, PlannerAgenda *agenda, const PlannerForum *forum);
const PlannerForum *planner_forum_item_get_forum (PlannerForumItem *self);

G_END_DECLS

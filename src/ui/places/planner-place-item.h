/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerPlaceItem:
 *
 * A room or a speaker as an item of a list. It does not change: a refresh replaces the items that differ.
 */
#define PLANNER_TYPE_PLACE_ITEM (planner_place_item_get_type ())

G_DECLARE_FINAL_TYPE (PlannerPlaceItem, planner_place_item, PLANNER, PLACE_ITEM, GObject)

GPtrArray *planner_place_items_list_rooms (PlannerAgenda *agenda);
GPtrArray *planner_place_items_list_speakers (PlannerAgenda *agenda);
void planner_place_items_reuse (GPtrArray *items, GListModel *before);

const char *planner_place_item_get_key (PlannerPlaceItem *self);
const char *planner_place_item_get_title (PlannerPlaceItem *self);
const char *planner_place_item_get_subtitle (PlannerPlaceItem *self);
const char *planner_place_item_get_letter (PlannerPlaceItem *self);
guint planner_place_item_get_n_sessions (PlannerPlaceItem *self);
char *planner_place_item_format_sentence (PlannerPlaceItem *self);
gboolean planner_place_item_matches (PlannerPlaceItem *self, const char *const *words);

G_END_DECLS

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-directory.h"

G_BEGIN_DECLS

/**
 * PlannerDirectoryItem:
 *
 * A row of the list of conferences: a conference of a directory, or a command above them. It never changes.
 *
 * Properties:
 * - title (string), subtitle, icon-name (strings, nullable): construct-only
 * - has-subtitle, is-command (booleans, read-only)
 */
#define PLANNER_TYPE_DIRECTORY_ITEM (planner_directory_item_get_type ())

G_DECLARE_FINAL_TYPE (PlannerDirectoryItem, planner_directory_item, PLANNER, DIRECTORY_ITEM, GObject)

PlannerDirectoryItem *planner_directory_item_new_for_file (void);
PlannerDirectoryItem *planner_directory_item_new_for_address (const char *address);
PlannerDirectoryItem *planner_directory_item_new_for_listing (PlannerDirectory *directory,
                                                              const PlannerListing *listing,
                                                              gint64 now_utc);

const char *planner_directory_item_get_address (PlannerDirectoryItem *self);
const PlannerListing *planner_directory_item_get_listing (PlannerDirectoryItem *self);
gboolean planner_directory_item_is_over (PlannerDirectoryItem *self);
gboolean planner_directory_item_matches (PlannerDirectoryItem *self, const char *const *words);

G_END_DECLS

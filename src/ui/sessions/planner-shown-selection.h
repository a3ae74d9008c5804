/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerShownSelection:
 *
 * Wraps a model of entries for a list view, and selects the entry whose details are shown beside the list. The selection
 * follows the entry when the model changes. The list view cannot change it, so it does not follow the pointer.
 *
 * Properties: entry (#PlannerEntry, nullable): the selected entry, which may be missing from the model.
 */
#define PLANNER_TYPE_SHOWN_SELECTION (planner_shown_selection_get_type ())

G_DECLARE_FINAL_TYPE (PlannerShownSelection, planner_shown_selection, PLANNER, SHOWN_SELECTION, GObject)

PlannerShownSelection *planner_shown_selection_new (GListModel *model);

G_END_DECLS

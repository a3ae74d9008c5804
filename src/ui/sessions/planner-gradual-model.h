/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerGradualModel:
 *
 * Wraps another model and shows many new items gradually. GtkListView creates about two hundred rows as soon as there are as
 * many items, which takes longer than a frame. So this model shows the first items at once, and adds a few more in each frame
 * of the view that it is attached to.
 */
#define PLANNER_TYPE_GRADUAL_MODEL (planner_gradual_model_get_type ())

G_DECLARE_FINAL_TYPE (PlannerGradualModel, planner_gradual_model, PLANNER, GRADUAL_MODEL, GObject)

PlannerGradualModel *planner_gradual_model_new (GListModel *model);

void planner_gradual_model_attach (PlannerGradualModel *self, GtkWidget *view);
void planner_gradual_model_show_first (PlannerGradualModel *self);
gboolean planner_gradual_model_show_more (PlannerGradualModel *self);
void planner_gradual_model_show_all (PlannerGradualModel *self);

G_END_DECLS

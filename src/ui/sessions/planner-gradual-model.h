/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerGradualModel:
 *
 * Another model, of which many new items come a few at a time. A list view makes two hundred rows as soon as
 * there are as many items, which takes longer than a frame may; so the first rows are shown at once, and the others are
 * added once a frame of the view that the model is attached to.
 */
#define PLANNER_TYPE_GRADUAL_MODEL (planner_gradual_model_get_type ())

G_DECLARE_FINAL_TYPE (PlannerGradualModel, planner_gradual_model, PLANNER, GRADUAL_MODEL, GObject)

PlannerGradualModel *planner_gradual_model_new (GListModel *model);

void planner_gradual_model_attach (PlannerGradualModel *self, GtkWidget *view);
gboolean planner_gradual_model_show_more (PlannerGradualModel *self);
void planner_gradual_model_show_all (PlannerGradualModel *self);

G_END_DECLS

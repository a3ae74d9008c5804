/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLANNER_RECYCLER_NONE G_MAXUINT

/**
 * PlannerRecycler:
 *
 * The child widgets that show the visible items of a large collection. A widget whose item leaves the visible area is used
 * again for another item, so the number of widgets depends on the visible area only.
 */
typedef struct _PlannerRecycler PlannerRecycler;

typedef GtkWidget *(*PlannerRecyclerCreate) (void);

/* Makes a widget show the item at @index, or nothing if @index is %PLANNER_RECYCLER_NONE. */
typedef void (*PlannerRecyclerBind) (GtkWidget *widget, guint index, gpointer user_data);

PlannerRecycler *planner_recycler_new (GtkWidget *parent,
                                       PlannerRecyclerCreate create,
                                       PlannerRecyclerBind bind,
                                       gpointer user_data);
void planner_recycler_free (PlannerRecycler *self);

void planner_recycler_show (PlannerRecycler *self, const GArray *indices);
void planner_recycler_reset (PlannerRecycler *self);
GtkWidget *planner_recycler_find (PlannerRecycler *self, guint index);
void planner_recycler_snapshot (PlannerRecycler *self, GtkSnapshot *snapshot);

G_END_DECLS

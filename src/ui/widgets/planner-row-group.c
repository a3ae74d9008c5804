/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-row-group.h"

#include "ui/widgets/planner-rows.h"

struct _PlannerRowGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* owned; the rows are borrowed from the group */
};

G_DEFINE_FINAL_TYPE (PlannerRowGroup, planner_row_group, ADW_TYPE_PREFERENCES_GROUP)

static void
planner_row_group_finalize (GObject *object)
{
  g_ptr_array_unref (PLANNER_ROW_GROUP (object)->rows);

  G_OBJECT_CLASS (planner_row_group_parent_class)->finalize (object);
}

static void
planner_row_group_class_init (PlannerRowGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_row_group_finalize;
}

static void
planner_row_group_init (PlannerRowGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  planner_group_make_heading (ADW_PREFERENCES_GROUP (self));
}

/**
 * planner_row_group_add:
 * @row: (nullable): a row; %NULL adds nothing
 */
void
planner_row_group_add (PlannerRowGroup *self, GtkWidget *row)
{
  g_return_if_fail (PLANNER_IS_ROW_GROUP (self));

  if (!row)
    return;

  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
planner_row_group_clear (PlannerRowGroup *self)
{
  g_return_if_fail (PLANNER_IS_ROW_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

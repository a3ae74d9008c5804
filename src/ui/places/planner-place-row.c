/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/places/planner-place-row.h"

struct _PlannerPlaceRow
{
  AdwBin parent_instance;

  AdwAvatar *avatar;  /* template child */
  GtkLabel *title;    /* template child */
  GtkLabel *subtitle; /* template child */
  GtkLabel *count;    /* template child */
};

G_DEFINE_FINAL_TYPE (PlannerPlaceRow, planner_place_row, ADW_TYPE_BIN)

static void
planner_place_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNER_TYPE_PLACE_ROW);

  G_OBJECT_CLASS (planner_place_row_parent_class)->dispose (object);
}

static void
planner_place_row_class_init (PlannerPlaceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = planner_place_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerPlaceRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlaceRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlaceRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlaceRow, count);
}

static void
planner_place_row_init (PlannerPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

PlannerPlaceRow *
planner_place_row_new (void)
{
  return g_object_new (PLANNER_TYPE_PLACE_ROW, NULL);
}

void
planner_place_row_set_item (PlannerPlaceRow *self, PlannerPlaceItem *item)
{
  const char *title, *subtitle;
  g_autofree char *count = NULL;

  g_return_if_fail (PLANNER_IS_PLACE_ROW (self) && PLANNER_IS_PLACE_ITEM (item));

  title = planner_place_item_get_title (item);
  subtitle = planner_place_item_get_subtitle (item);
  count = g_strdup_printf ("%'u", planner_place_item_get_n_sessions (item));
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), planner_place_item_get_letter (item) != NULL);
  adw_avatar_set_text (self->avatar, title);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  gtk_label_set_label (self->count, count);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/timetable/planner-timetable-headers.h"

#include <glib/gi18n.h>

/**
 * planner_timetable_room_header_new:
 *
 * Returns: (transfer floating): the header of a column, which opens the page of its room
 */
GtkWidget *
planner_timetable_room_header_new (void)
{
  GtkWidget *header =
      g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_button_set_child (GTK_BUTTON (header), label);
  gtk_widget_add_css_class (header, "flat");
  gtk_widget_add_css_class (header, "timetable-room");
  gtk_widget_add_css_class (header, "numeric");

  return header;
}

/**
 * planner_timetable_room_header_show:
 *
 * Shows the room of a column. It opens the page of the room, if that is in the conference of the timetable.
 */
void
planner_timetable_room_header_show (GtkWidget *header, const PlannerTimetableColumn *column)
{
  const char *name = column->room ? column->room->title.shown : _ ("Room to be announced");
  const gboolean opens = column->room && !column->other;
  g_autofree char *whole =
      column->other
          ? g_strconcat (name, C_ ("between parts of a sentence read aloud", ", "), column->other, NULL)
          : g_strdup (name);

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (header))), name);
  gtk_widget_set_tooltip_text (header, whole);
  gtk_accessible_update_property (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  gtk_widget_set_focusable (header, opens);
  gtk_widget_set_can_target (header, opens);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (header), "s", opens ? column->room->name : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (header), "win.show-room");
}

/**
 * planner_timetable_group_label_new:
 *
 * Returns: (transfer floating): the heading above the rooms of a group
 */
GtkWidget *
planner_timetable_group_label_new (void)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 1, NULL);

  gtk_widget_add_css_class (label, "timetable-group");
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

/**
 * planner_timetable_hour_label_new:
 *
 * Returns: (transfer floating): the label of an hour
 */
GtkWidget *
planner_timetable_hour_label_new (void)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW_HEADER, "xalign", 1.0, NULL);

  gtk_widget_add_css_class (label, "timetable-hour");
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

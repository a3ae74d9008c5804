/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-row-star.h"

#include "words/planner-labels.h"

/**
 * planner_row_star_new:
 *
 * The button activates win.toggle-star('key').
 *
 * Returns: (transfer floating): a button that adds or removes the star of a session
 */
GtkWidget *
planner_row_star_new (void)
{
  static const char *const classes[] = { "flat", "circular", "star", NULL };

  return g_object_new (GTK_TYPE_BUTTON, "focus-on-click", FALSE, "valign", GTK_ALIGN_START, "css-classes",
                       classes, NULL);
}

/**
 * planner_row_star_show:
 * @star: the button
 * @entry: the session whose star it shows and changes
 */
void
planner_row_star_show (GtkWidget *star, PlannerEntry *entry)
{
  const gboolean starred = planner_entry_get_starred (entry);
  const gboolean withdrawn = planner_entry_get_withdrawn (entry);
  g_autofree char *name = planner_format_star_name (planner_entry_get_session (entry), starred, withdrawn);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (star), "s", planner_entry_get_key (entry));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (star), "win.toggle-star");
  gtk_button_set_icon_name (GTK_BUTTON (star), planner_get_star_icon (starred, withdrawn));
  gtk_widget_set_name (star, starred ? "starred" : "unstarred");
  gtk_widget_set_tooltip_text (star, planner_get_star_label (starred, withdrawn));
  gtk_accessible_update_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

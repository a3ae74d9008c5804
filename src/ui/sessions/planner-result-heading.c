/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-result-heading.h"

#include "words/planner-search-words.h"

static char *
get_place_label (gpointer header, PlannerEntry *entry, PlannerQuery *query)
{
  guint rank;

  if (!entry || !query)
    return NULL;

  rank = planner_entry_rank (entry, query);

  return rank > 0 ? g_strdup (planner_get_place_label (planner_query_get_place (rank))) : NULL;
}

/* The first result of a section may be the same as before, although the search matches it in another place. */
static void
bind_place (PlannerSessionLists *lists, GtkListHeader *header, GtkWidget *label)
{
  GtkExpression *item = gtk_property_expression_new (GTK_TYPE_LIST_HEADER, NULL, "item");
  GtkExpression *object = gtk_object_expression_new (G_OBJECT (lists));
  GtkExpression *query = gtk_property_expression_new (PLANNER_TYPE_SESSION_LISTS, object, "query");
  GtkExpression *params[] = { item, query };

  gtk_expression_bind (gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 2, params,
                                                    G_CALLBACK (get_place_label), NULL, NULL),
                       label, "label", header);
}

/**
 * planner_result_heading_set_up:
 * @header: a header of the list of results
 * @lists: the lists whose results it is above
 *
 * Makes the header name where the search matches the sessions below it, such as "In Titles".
 */
void
planner_result_heading_set_up (GtkListHeader *header, PlannerSessionLists *lists)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "wrap",
                                   TRUE, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "title-4");
  gtk_widget_add_css_class (label, "section-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  bind_place (lists, header, label);
  gtk_list_header_set_child (header, label);
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/planner-empty-page.h"

#include <glib/gi18n.h>

/**
 * planner_empty_page_ensure:
 * @page: a description of the page
 * @stack: the stack that shows the page
 *
 * Creates the page when it is first needed, so that the window opens sooner.
 *
 * Returns: (transfer none): the page in @stack
 */
AdwStatusPage *
planner_empty_page_ensure (const PlannerEmptyPage *page, GtkStack *stack)
{
  GtkWidget *widget = gtk_stack_get_child_by_name (stack, page->name);

  if (widget)
    return ADW_STATUS_PAGE (widget);

  widget = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (widget), page->icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (widget), _ (page->title));
  if (page->description)
    adw_status_page_set_description (ADW_STATUS_PAGE (widget), _ (page->description));
  gtk_stack_add_named (stack, widget, page->name);

  return ADW_STATUS_PAGE (widget);
}

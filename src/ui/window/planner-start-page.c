/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/planner-start-page.h"

#include "ui/widgets/planner-wrapped-button.h"
#include "words/planner-messages.h"

#include <glib/gi18n.h>

struct _PlannerStartPage
{
  AdwBin parent_instance;

  AdwStatusPage *status_page; /* template child */
  GtkWidget *add_button;      /* template child */
};

G_DEFINE_FINAL_TYPE (PlannerStartPage, planner_start_page, ADW_TYPE_BIN)

static void
planner_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNER_TYPE_START_PAGE);

  G_OBJECT_CLASS (planner_start_page_parent_class)->dispose (object);
}

static void
planner_start_page_class_init (PlannerStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = planner_start_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerStartPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, PlannerStartPage, add_button);
}

static void
planner_start_page_init (PlannerStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  planner_button_wrap_label (GTK_BUTTON (self->add_button));
}

GtkWidget *
planner_start_page_new (void)
{
  return g_object_new (PLANNER_TYPE_START_PAGE, NULL);
}

/**
 * planner_start_page_new_loading:
 *
 * Returns: (transfer floating): a page with a spinner, which is cheaper to create than a #PlannerStartPage
 */
GtkWidget *
planner_start_page_new_loading (void)
{
  GtkWidget *page = adw_toolbar_view_new ();
  GtkWidget *spinner = adw_spinner_new ();

  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (spinner, 32, 32);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (page), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (page), spinner);

  return page;
}

/**
 * planner_start_page_set_error:
 * @error: the error that prevented the library from loading
 *
 * Shows the error instead of the invitation to add a conference.
 */
void
planner_start_page_set_error (PlannerStartPage *self, const GError *error)
{
  /* The message names the file; it is not translated. */
  const char *more = planner_error_tells_more (error) ? error->message : "";
  g_autofree char *description =
      g_markup_printf_escaped ("%s\n\n%s", planner_message_for_error (error), more);

  adw_status_page_set_icon_name (self->status_page, "dialog-warning-symbolic");
  adw_status_page_set_title (self->status_page, _ ("Your Schedule Cannot Be Opened"));
  adw_status_page_set_description (self->status_page, g_strchomp (description));
  gtk_widget_set_visible (self->add_button, FALSE);
}

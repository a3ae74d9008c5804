/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-session-views.h"

#include "library/planner-list-find.h"
#include "ui/sessions/planner-result-heading.h"
#include "ui/sessions/planner-section-heading.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/sessions/planner-shown-selection.h"
#include "ui/widgets/planner-list-top.h"

struct _PlannerSessionViews
{
  GObject parent_instance;

  GObject *page;              /* borrowed: it owns this object */
  PlannerSessionLists *lists; /* owned */
  GtkListView *browse_view;   /* owned */
  GtkListView *results_view;  /* owned */
};

G_DEFINE_FINAL_TYPE (PlannerSessionViews, planner_session_views, G_TYPE_OBJECT)

static void
row_setup_cb (PlannerSessionViews *self, GtkListItem *item)
{
  static const char *const followed[] = { "conference", "local-time", "now-utc",
                                          "show-forum", "show-plan",  NULL };

  planner_session_row_set_up (item, self->page, followed);
}

static void
result_setup_cb (PlannerSessionViews *self, GtkListItem *item)
{
  static const char *const followed[] = { "conference", "local-time", "now-utc", "show-forum", NULL };
  PlannerSessionRow *row = planner_session_row_set_up (item, self->page, followed);

  g_object_set (row, "show-day", TRUE, NULL);
  g_object_bind_property (self->lists, "query", row, "query", G_BINDING_SYNC_CREATE);
}

static void
heading_setup_cb (PlannerSessionViews *self, GtkListHeader *header)
{
  planner_section_heading_set_up (header, planner_session_lists_get_browsed (self->lists), self->page);
}

static void
result_heading_setup_cb (PlannerSessionViews *self, GtkListHeader *header)
{
  planner_result_heading_set_up (header, self->lists);
}

static GtkListItemFactory *
create_factory (PlannerSessionViews *self, GCallback setup_cb)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup_cb, self, G_CONNECT_SWAPPED);

  return factory;
}

static void
fill_view (PlannerSessionViews *self,
           GtkListView *view,
           gpointer model,
           GCallback row_cb,
           GCallback heading_cb)
{
  g_autoptr (GtkListItemFactory) rows = create_factory (self, row_cb);
  g_autoptr (GtkListItemFactory) headings = create_factory (self, heading_cb);
  g_autoptr (PlannerShownSelection) selection = planner_shown_selection_new (G_LIST_MODEL (model));

  g_object_bind_property (self->page, "shown-entry", selection, "entry", G_BINDING_SYNC_CREATE);
  gtk_list_view_set_factory (view, rows);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
  gtk_list_view_set_header_factory (view, headings);
  planner_list_view_keep_top (view);
}

static GtkListScrollFlags
get_scroll_flags (GtkListView *view)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (view)));

  return !focus || gtk_widget_is_ancestor (focus, GTK_WIDGET (view)) ? GTK_LIST_SCROLL_FOCUS
                                                                     : GTK_LIST_SCROLL_NONE;
}

static void
planner_session_views_dispose (GObject *object)
{
  PlannerSessionViews *self = PLANNER_SESSION_VIEWS (object);

  g_clear_object (&self->lists);
  g_clear_object (&self->browse_view);
  g_clear_object (&self->results_view);

  G_OBJECT_CLASS (planner_session_views_parent_class)->dispose (object);
}

static void
planner_session_views_class_init (PlannerSessionViewsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_session_views_dispose;
}

static void
planner_session_views_init (PlannerSessionViews *self)
{
}

/**
 * planner_session_views_new:
 * @page: an object with the properties shown-entry, conference, local-time, now-utc, show-forum and show-plan
 * @lists: the sessions and the results
 * @browse_view: shows the sessions
 * @results_view: shows the results
 *
 * The new object keeps references to all but @page. Release it before @page is disposed.
 *
 * Returns: (transfer full): an object that fills both views
 */
PlannerSessionViews *
planner_session_views_new (gpointer page,
                           PlannerSessionLists *lists,
                           GtkListView *browse_view,
                           GtkListView *results_view)
{
  PlannerSessionViews *self = g_object_new (PLANNER_TYPE_SESSION_VIEWS, NULL);
  PlannerGradualModel *shown = planner_session_lists_get_shown (lists);
  PlannerGradualModel *found = planner_session_lists_get_found (lists);

  self->page = page;
  self->lists = g_object_ref (lists);
  self->browse_view = g_object_ref (browse_view);
  self->results_view = g_object_ref (results_view);
  fill_view (self, browse_view, shown, G_CALLBACK (row_setup_cb), G_CALLBACK (heading_setup_cb));
  planner_gradual_model_attach (shown, GTK_WIDGET (browse_view));
  fill_view (self, results_view, found, G_CALLBACK (result_setup_cb), G_CALLBACK (result_heading_setup_cb));
  planner_gradual_model_attach (found, GTK_WIDGET (results_view));

  return self;
}

/**
 * planner_session_views_reveal:
 * @entry: a session, which the list may lack
 *
 * Scrolls the list on screen until the session is visible, and moves the cursor of the list there. The focus moves there if
 * it was in the list, or if no widget had it.
 */
void
planner_session_views_reveal (PlannerSessionViews *self, PlannerEntry *entry)
{
  const gboolean searching = planner_session_lists_is_searching (self->lists);
  GtkListView *view = searching ? self->results_view : self->browse_view;
  const guint position = planner_list_find (planner_session_lists_get_current (self->lists), entry);

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  planner_gradual_model_show_all (searching ? planner_session_lists_get_found (self->lists)
                                            : planner_session_lists_get_shown (self->lists));
  gtk_list_view_scroll_to (view, position, get_scroll_flags (view), NULL);
}

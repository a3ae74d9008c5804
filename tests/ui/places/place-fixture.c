/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/places/place-fixture.h"

static void
activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_set_str (&((PlaceFixture *) data)->activated, g_variant_get_string (parameter, NULL));
}

void
place_set_up (PlaceFixture *fixture, PlaceFunc create_page)
{
  const GActionEntry entries[] = {
    { .name = "show-session", .activate = activated_cb, .parameter_type = "s" },
    { .name = "toggle-star", .activate = activated_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *view = adw_navigation_view_new ();

  ui_set_up (&fixture->base, NULL);
  fixture->page = create_page (fixture->base.conference);
  fixture->window = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (fixture->page));
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_frames (fixture->window);
}

void
place_tear_down (PlaceFixture *fixture, gconstpointer data)
{
  GtkWidget *page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_iterate ();
  g_assert_null (page);
  g_free (fixture->activated);
  ui_tear_down (&fixture->base, NULL);
}

guint
place_count_rows (PlaceFixture *fixture)
{
  GtkListView *view = ui_find_widget (fixture->page, GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view)));
}

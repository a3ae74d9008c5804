/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "bench/big-schedule.h"
#include "ui/places/planner-place-row.h"
#include "ui/places/planner-places-page.h"

typedef struct
{
  UiFixture base;
  GtkWidget *window;
  AdwNavigationPage *page;
  char *activated; /* owned, nullable: the room or the speaker that was opened last */
} Fixture;

static void
activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_set_str (&((Fixture *) data)->activated, g_variant_get_string (parameter, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const GActionEntry entries[] = {
    { .name = "show-room", .activate = activated_cb, .parameter_type = "s" },
    { .name = "show-speaker", .activate = activated_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *view = adw_navigation_view_new ();

  ui_set_up (&fixture->base, NULL);
  fixture->page = data ? planner_places_page_new_for_rooms () : planner_places_page_new_for_speakers ();
  fixture->window = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), fixture->page);
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  g_object_set (fixture->page, "conference", fixture->base.conference, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_frames (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_iterate ();
  g_assert_null (page);
  g_free (fixture->activated);
  ui_tear_down (&fixture->base, NULL);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static GtkListView *
find_view (Fixture *fixture)
{
  return ui_find_widget (fixture->page, GTK_TYPE_LIST_VIEW);
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (find_view (fixture))));
}

static void
search (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (ui_find_widget (fixture->page, GTK_TYPE_SEARCH_ENTRY), text);
  ui_wait_for_frames (fixture->window);
}

static void
test_speakers (Fixture *fixture, gconstpointer data)
{
  GtkWidget *heading = ui_find_label (GTK_WIDGET (fixture->page), "A");
  GtkWidget *row = ui_find_widget (fixture->page, PLANNER_TYPE_PLACE_ROW);

  /* The three speakers have the same name and different ids. */
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  g_assert_nonnull (ui_find_label (row, "Ann <i>O</i> & Co"));
  g_assert_nonnull (ui_find_label (row, "1"));
  g_assert_nonnull (heading);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_view (fixture)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Speakers");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Ann <i>O</i> & Co, 1 session");
}

static void
test_rooms (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->page), "Hall"));
  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->page), "3"));
  g_signal_emit_by_name (find_view (fixture), "activate", 0);
  g_assert_cmpstr (fixture->activated, ==, "Hall");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  search (fixture, "ann co");
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  search (fixture, "bob");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->page), "No speaker matches."));
  search (fixture, "");
  g_assert_cmpuint (count_rows (fixture), ==, 3);
}

/* The heading above the first row is in view after a search, too. */
static void
test_top (Fixture *fixture, gconstpointer data)
{
  GtkScrolledWindow *scroller = ui_find_widget (fixture->page, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);

  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 180);
  /* A list that has just got another height may go back to its top once. */
  while (gtk_adjustment_get_value (adjustment) == 0)
    {
      gtk_adjustment_set_value (adjustment, 1000);
      ui_wait_for_frames (fixture->window);
    }
  search (fixture, "ann");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

/* A long list places its rows some frames after it is on screen. */
static void
test_opens_at_top (Fixture *fixture, gconstpointer data)
{
  AdwNavigationView *view = ui_find_widget (fixture->window, ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationPage *other = adw_navigation_page_new (gtk_label_new ("Other"), "Other");
  AdwNavigationPage *page = planner_places_page_new_for_speakers ();
  g_autofree char *feed = big_schedule_make_json (BIG_SESSIONS, 1);
  g_autofree char *path = g_build_filename (fixture->base.folder, "big.json", NULL);
  g_autoptr (GError) error = NULL;
  GtkAdjustment *adjustment;

  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  adw_navigation_view_replace (view, &other, 1);
  ui_wait_for_frames (fixture->window);
  adw_navigation_page_set_tag (page, "speakers");
  adw_navigation_view_add (view, page);
  g_object_set (page, "conference", add_to_library (fixture->base.library, path, &error), NULL);
  g_assert_no_error (error);
  adw_navigation_view_replace_with_tags (view, (const char *[]) { "speakers" }, 1);
  ui_wait_for_frames (fixture->window);
  adjustment = gtk_scrolled_window_get_vadjustment (ui_find_widget (page, GTK_TYPE_SCROLLED_WINDOW));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  GtkSearchEntry *entry = ui_find_widget (fixture->page, GTK_TYPE_SEARCH_ENTRY);

  planner_places_page_start_search (PLANNER_PLACES_PAGE (fixture->page));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (entry)));
  search (fixture, "ann");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (fixture->activated, ==, "1\nAnn <i>O</i> & Co");

  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (find_view (fixture))));
  g_signal_emit_by_name (find_view (fixture), "activate", 2);
  g_assert_cmpstr (fixture->activated, ==, "3\nAnn <i>O</i> & Co");
}

static void
test_widths (Fixture *fixture, gconstpointer data)
{
  const int widths[] = { 360, 700, 1600 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int minimum;

      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 640);
      ui_wait_for_frames (fixture->window);
      gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, <=, 360);
      g_assert_cmpint (gtk_widget_get_width (ui_find_widget (fixture->page, PLANNER_TYPE_PLACE_ROW)), <=,
                       MIN (widths[i], 720));
    }
}

static void
test_no_conference (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->page, "conference", NULL, NULL);

  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->page), "The schedule has no speakers yet."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/places/U4/speakers-by-letter-with-counts", Fixture, NULL, set_up, test_speakers,
              tear_down);
  g_test_add ("/ui/places/rooms-with-counts", Fixture, "rooms", set_up, test_rooms, tear_down);
  g_test_add ("/ui/places/search-finds-speakers", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/ui/places/list-begins-with-its-heading", Fixture, NULL, set_up, test_top, tear_down);
  g_test_add ("/ui/places/list-opens-with-its-heading", Fixture, NULL, set_up, test_opens_at_top, tear_down);
  g_test_add ("/ui/places/U4/list-and-search-by-keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/ui/places/U4/list-fits-all-widths", Fixture, NULL, set_up, test_widths, tear_down);
  g_test_add ("/ui/places/empty-list-in-a-sentence", Fixture, NULL, set_up, test_no_conference, tear_down);

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/details/planner-details-page.h"
#include "ui/places/planner-places-page.h"
#include "ui/sessions/planner-sessions-page.h"
#include "ui/window/planner-content.h"

typedef struct
{
  UiFixture base;
  GSettings *settings;
  GtkWidget *window;
  PlannerContent *content;
  guint n_shown; /* how often "view" was notified */
} Fixture;

static void
view_shown_cb (Fixture *fixture)
{
  fixture->n_shown++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_set_up (&fixture->base, NULL);
  fixture->settings = ui_reset_settings ();
  fixture->window = gtk_window_new ();
  fixture->content = g_object_new (PLANNER_TYPE_CONTENT, NULL);
  planner_content_set_settings (fixture->content, fixture->settings);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->content));
  planner_content_set_conference (fixture->content, fixture->base.conference);
  g_signal_connect_swapped (fixture->content, "notify::view", G_CALLBACK (view_shown_cb), fixture);
  planner_content_show_view (fixture->content, "all");
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_frames (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->content);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_iterate ();
  g_assert_finalize_object (fixture->content);
  g_object_unref (fixture->settings);
  ui_tear_down (&fixture->base, NULL);
}

static AdwNavigationPage *
get_page (Fixture *fixture)
{
  return adw_navigation_view_get_visible_page (ui_find_widget (fixture->content, ADW_TYPE_NAVIGATION_VIEW));
}

static void
assert_title (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->content)), ==, expected);
}

static void
test_titles (Fixture *fixture, gconstpointer data)
{
  assert_title (fixture, "All Sessions");
  planner_content_show_view (fixture->content, "my-schedule");
  assert_title (fixture, "My Schedule");
  planner_content_show_view (fixture->content, "forum:Food");
  assert_title (fixture, "Food");
  planner_content_show_view (fixture->content, "all");
  assert_title (fixture, "All Sessions");
  planner_content_show_session (fixture->content, ui_find_entry (&fixture->base, 3));
  assert_title (fixture, "Wiener café");
}

static void
test_unavailable_views (Fixture *fixture, gconstpointer data)
{
  const char *const unavailable[] = { "changes", "exhibition", "forum:Gone", "no such view", "" };

  for (guint i = 0; i < G_N_ELEMENTS (unavailable); i++)
    {
      planner_content_show_view (fixture->content, "my-schedule");
      planner_content_show_view (fixture->content, unavailable[i]);
      g_assert_cmpstr (planner_content_get_view (fixture->content), ==, "all");
    }
}

static void
test_same_view_is_notified (Fixture *fixture, gconstpointer data)
{
  planner_content_show_view (fixture->content, "all");
  planner_content_show_view (fixture->content, "all");
  g_assert_cmpuint (fixture->n_shown, ==, 3);
}

static void
test_details_and_back (Fixture *fixture, gconstpointer data)
{
  planner_content_show_session (fixture->content, ui_find_entry (&fixture->base, 1));
  g_assert_true (PLANNER_IS_DETAILS_PAGE (get_page (fixture)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "navigation.pop", NULL));
  g_assert_true (PLANNER_IS_SESSIONS_PAGE (get_page (fixture)));
  g_assert_cmpstr (planner_content_get_view (fixture->content), ==, "all");
}

static void
test_places_and_back (Fixture *fixture, gconstpointer data)
{
  planner_content_show_room (fixture->content, "Hall");
  assert_title (fixture, "Hall");
  planner_content_show_speaker (fixture->content, "1\nAnn <i>O</i> & Co");
  assert_title (fixture, "Ann <i>O</i> & Co");
  planner_content_show_room (fixture->content, "No Such Room");
  planner_content_show_speaker (fixture->content, "no such speaker");
  assert_title (fixture, "Ann <i>O</i> & Co");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "navigation.pop", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "navigation.pop", NULL));
  assert_title (fixture, "All Sessions");
}

static void
test_search_finds_speakers (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  planner_content_show_view (fixture->content, "speakers");
  planner_content_start_search (fixture->content);
  ui_wait_for_frames (fixture->window);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (PLANNER_IS_PLACES_PAGE (get_page (fixture)));
  gtk_test_accessible_assert_property (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Find a speaker");
}

static void
test_search_leaves_details (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  planner_content_show_session (fixture->content, ui_find_entry (&fixture->base, 1));
  planner_content_start_search (fixture->content);
  ui_wait_for_frames (fixture->window);
  g_assert_true (PLANNER_IS_SESSIONS_PAGE (get_page (fixture)));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY));
  gtk_test_accessible_assert_property (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Search sessions");
}

/* A preset opens all sessions, whatever the view shows. */
static void
test_show_filtered (Fixture *fixture, gconstpointer data)
{
  const PlannerFilter second = { .day = (char *) "2037-07-02",
                                 .from_min = PLANNER_FILTER_ANY_MIN,
                                 .to_min = PLANNER_FILTER_ANY_MIN };
  g_autofree char *subtitle = NULL;

  planner_content_show_view (fixture->content, "my-schedule");
  planner_content_show_filtered (fixture->content, &second);
  g_assert_cmpstr (planner_content_get_view (fixture->content), ==, "all");
  g_object_get (get_page (fixture), "subtitle", &subtitle, NULL);
  g_assert_cmpstr (subtitle, ==, "1 result");
}

#define ADD(path, test) g_test_add ("/ui/content/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("titles-follow-view", test_titles);
  ADD ("unavailable-views-show-all-sessions", test_unavailable_views);
  ADD ("same-view-is-notified", test_same_view_is_notified);
  ADD ("details-and-back", test_details_and_back);
  ADD ("places-and-back", test_places_and_back);
  ADD ("U4/search-on-speakers-finds-speakers", test_search_finds_speakers);
  ADD ("preset-filter-shows-all-sessions", test_show_filtered);
  ADD ("U4/search-leaves-details-and-takes-focus", test_search_leaves_details);

  return g_test_run ();
}

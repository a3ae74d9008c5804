/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "memory.h"
#include "ui/ui-fixture.h"

#include "ui/details/planner-details-page.h"
#include "ui/places/planner-places-page.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/sessions/planner-sessions-page.h"
#include "ui/timetable/planner-timetable-view.h"
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
set_up_content (Fixture *fixture)
{
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
tear_down_content (Fixture *fixture)
{
  g_object_ref (fixture->content);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_iterate ();
  g_assert_finalize_object (fixture->content);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_set_up (&fixture->base, NULL);
  fixture->settings = ui_reset_settings ();
  set_up_content (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tear_down_content (fixture);
  g_object_unref (fixture->settings);
  ui_tear_down (&fixture->base, NULL);
}

static AdwNavigationPage *
get_main_page (Fixture *fixture)
{
  AdwNavigationSplitView *view = ui_find_widget (fixture->content, ADW_TYPE_NAVIGATION_SPLIT_VIEW);

  return ui_get_visible_page (adw_navigation_split_view_get_sidebar (view));
}

static AdwNavigationPage *
get_pane_page (Fixture *fixture)
{
  AdwNavigationSplitView *view = ui_find_widget (fixture->content, ADW_TYPE_NAVIGATION_SPLIT_VIEW);

  return ui_get_visible_page (adw_navigation_split_view_get_content (view));
}

static gboolean
is_beside (Fixture *fixture)
{
  return !adw_navigation_split_view_get_collapsed (
      ui_find_widget (fixture->content, ADW_TYPE_NAVIGATION_SPLIT_VIEW));
}

/* Returns the page that is on screen, or on top where there is only room for one. */
static AdwNavigationPage *
get_page (Fixture *fixture)
{
  return ui_get_page_of_content (fixture->content);
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
set_wide (Fixture *fixture, gboolean wide)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), wide ? 1000 : 500, 600);
  g_object_set (fixture->content, "wide", wide, NULL);
  ui_wait_for_frames (fixture->window);
}

static gboolean
is_banner_revealed (AdwNavigationPage *page)
{
  AdwBanner *banner = ui_find_widget (page, ADW_TYPE_BANNER);

  return banner && adw_banner_get_revealed (banner);
}

/* Details that cover the list say themselves that a refresh has failed. Beside the list, one banner is enough. */
static void
test_failed_refresh (Fixture *fixture, gconstpointer data)
{
  planner_content_show_session (fixture->content, ui_find_entry (&fixture->base, 3));
  g_assert_false (is_banner_revealed (get_page (fixture)));
  ui_fail_refresh (&fixture->base);
  g_assert_true (is_banner_revealed (get_page (fixture)));
  set_wide (fixture, TRUE);
  g_assert_false (is_banner_revealed (get_pane_page (fixture)));
  g_assert_true (is_banner_revealed (get_main_page (fixture)));

  set_wide (fixture, FALSE);
  planner_content_show_room (fixture->content, "Hall");
  g_assert_true (is_banner_revealed (get_page (fixture)));
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

static const char *
get_pane_title (Fixture *fixture)
{
  return adw_navigation_page_get_title (get_pane_page (fixture));
}

static void
wait_for_pane (Fixture *fixture, const char *title)
{
  while (g_strcmp0 (get_pane_title (fixture), title) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
get_list (Fixture *fixture)
{
  return ui_find_widget (get_main_page (fixture), GTK_TYPE_LIST_VIEW);
}

static const char *
get_focused_title (Fixture *fixture)
{
  PlannerEntry *entry = planner_session_row_find_focused (GTK_WIDGET (fixture->content));

  return entry ? planner_entry_get_session (entry)->title.shown : NULL;
}

static void
focus_row (Fixture *fixture, guint position)
{
  gtk_list_view_scroll_to (GTK_LIST_VIEW (get_list (fixture)), position, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (get_list (fixture));
}

static GtkWidget *
get_pane (Fixture *fixture)
{
  return GTK_WIDGET (adw_navigation_split_view_get_content (
      ui_find_widget (fixture->content, ADW_TYPE_NAVIGATION_SPLIT_VIEW)));
}

static void
test_wide_shows_both (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_beside (fixture));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  set_wide (fixture, TRUE);
  g_assert_true (is_beside (fixture));
  g_assert_nonnull (ui_find_label (GTK_WIDGET (get_pane_page (fixture)), "No Session Selected"));
  planner_content_show_view (fixture->content, "my-schedule");
  g_assert_false (is_beside (fixture));
  ui_star (&fixture->base, 1, TRUE);
  ui_wait_for_frames (fixture->window);
  g_assert_true (is_beside (fixture));
}

/* A view that is no list has all the width. */
static void
test_nothing_selected (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *view, *title;
  } cases[] = { { "speakers", "No Speaker Selected" },
                { "rooms", "No Room Selected" },
                { "all", "No Session Selected" },
                { "conference", NULL } };

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  set_wide (fixture, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      planner_content_show_view (fixture->content, cases[i].view);
      g_assert_cmpint (is_beside (fixture), ==, cases[i].title != NULL);
      if (cases[i].title)
        g_assert_nonnull (ui_find_label (GTK_WIDGET (get_pane_page (fixture)), cases[i].title));
    }
}

/* The focused row is the one whose details are shown, and the list shows it as selected. */
static void
test_pane_follows_focus (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model;

  set_wide (fixture, TRUE);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (get_list (fixture)));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (G_LIST_MODEL (model), i);

      focus_row (fixture, i);
      wait_for_pane (fixture, planner_entry_get_session (entry)->title.shown);
      g_assert_cmpstr (get_focused_title (fixture), ==, get_pane_title (fixture));
      g_assert_true (gtk_selection_model_is_selected (model, i));
      g_assert_false (gtk_selection_model_is_selected (model, 1 - i));
    }
}

/* A session that was opened stays on screen; one that only followed the focus gives way to the list. */
static void
test_resizing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;

  set_wide (fixture, TRUE);
  focus_row (fixture, 1);
  wait_for_pane (fixture, get_focused_title (fixture));
  title = g_strdup (get_focused_title (fixture));
  set_wide (fixture, FALSE);
  g_assert_true (PLANNER_IS_SESSIONS_PAGE (get_page (fixture)));
  g_assert_cmpstr (get_focused_title (fixture), ==, title);
  set_wide (fixture, TRUE);
  g_assert_cmpstr (get_pane_title (fixture), ==, title);
  g_assert_cmpstr (get_focused_title (fixture), ==, title);

  planner_content_show_session (fixture->content, ui_find_entry (&fixture->base, 3));
  set_wide (fixture, FALSE);
  assert_title (fixture, "Wiener café");
  set_wide (fixture, TRUE);
  g_assert_cmpstr (get_pane_title (fixture), ==, "Wiener café");
  assert_title (fixture, "All Sessions");
}

/* Pages that are opened from the pane are on top of its page; those from the list replace it. */
static void
test_pages_of_pane (Fixture *fixture, gconstpointer data)
{
  AdwNavigationPage *details;

  set_wide (fixture, TRUE);
  planner_content_show_session (fixture->content, ui_find_entry (&fixture->base, 3));
  details = get_pane_page (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (details), "win.show-room", "s", "Hall"));
  g_assert_cmpstr (get_pane_title (fixture), ==, "Hall");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_pane_page (fixture)), "navigation.pop", NULL));
  g_assert_true (get_pane_page (fixture) == details);
  planner_content_show_room (fixture->content, "Hall");
  g_assert_null (adw_navigation_view_get_previous_page (
      ADW_NAVIGATION_VIEW (
          gtk_widget_get_ancestor (GTK_WIDGET (get_pane_page (fixture)), ADW_TYPE_NAVIGATION_VIEW)),
      get_pane_page (fixture)));
}

static void
test_timetable_opens_pane (Fixture *fixture, gconstpointer data)
{
  set_wide (fixture, TRUE);
  planner_view_state_set_show_timetable (planner_conference_get_view_state (fixture->base.conference), TRUE);
  g_assert_false (is_beside (fixture));
  g_object_set (fixture->content, "extra-wide", TRUE, NULL);
  g_assert_false (is_beside (fixture));
  planner_content_show_session (fixture->content, ui_find_entry (&fixture->base, 3));
  g_assert_true (is_beside (fixture));
  ui_wait_for_frames (fixture->window);
  g_assert_true (planner_sessions_page_shows_timetable (PLANNER_SESSIONS_PAGE (get_main_page (fixture))));
  g_assert_true (ui_press (get_pane (fixture), GDK_KEY_Escape, 0));
  g_assert_false (is_beside (fixture));
  planner_view_state_set_show_timetable (planner_conference_get_view_state (fixture->base.conference), FALSE);
  g_assert_true (is_beside (fixture));
}

/* The cell keeps the focus. */
static void
test_escape_in_timetable (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page, *focus;

  set_wide (fixture, TRUE);
  planner_view_state_set_show_timetable (planner_conference_get_view_state (fixture->base.conference), TRUE);
  g_object_set (fixture->content, "extra-wide", TRUE, NULL);
  planner_content_show_session (fixture->content, ui_find_entry (&fixture->base, 3));
  ui_wait_for_frames (fixture->window);
  page = GTK_WIDGET (get_main_page (fixture));
  gtk_widget_grab_focus (ui_find_widget (page, PLANNER_TYPE_TIMETABLE_VIEW));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, page));
  g_assert_true (ui_press (gtk_widget_get_ancestor (page, ADW_TYPE_NAVIGATION_VIEW), GDK_KEY_Escape, 0));
  g_assert_false (is_beside (fixture));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == focus);
  g_assert_false (ui_press (gtk_widget_get_ancestor (page, ADW_TYPE_NAVIGATION_VIEW), GDK_KEY_Escape, 0));
}

static void
test_escape_returns_to_row (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;

  set_wide (fixture, TRUE);
  focus_row (fixture, 1);
  title = g_strdup (get_focused_title (fixture));
  wait_for_pane (fixture, title);
  gtk_widget_child_focus (GTK_WIDGET (get_pane_page (fixture)), GTK_DIR_TAB_FORWARD);
  g_assert_null (get_focused_title (fixture));
  g_assert_true (ui_press (get_pane (fixture), GDK_KEY_Escape, 0));
  g_assert_cmpstr (get_focused_title (fixture), ==, title);
  g_assert_cmpstr (get_pane_title (fixture), ==, title);
}

/* The list follows when the pane goes to another session. */
static void
test_step (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model;

  set_wide (fixture, TRUE);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (get_list (fixture)));
  focus_row (fixture, 0);
  planner_content_show_session (fixture->content, ui_find_entry (&fixture->base, 1));
  g_assert_true (ui_press (fixture->content, GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_cmpstr (get_pane_title (fixture), ==, "A <b>bold</b> talk");
  g_assert_true (gtk_selection_model_is_selected (model, 1));
  g_assert_cmpstr (get_focused_title (fixture), ==, "A <b>bold</b> talk");
  g_assert_true (ui_press (fixture->content, GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_cmpstr (get_pane_title (fixture), ==, "R&D <3");
  set_wide (fixture, FALSE);
  g_assert_true (ui_press (fixture->content, GDK_KEY_Down, GDK_ALT_MASK));
  assert_title (fixture, "A <b>bold</b> talk");
}

/* In a narrow window, the list is where the attendee went in the details. */
static void
test_back_after_step (Fixture *fixture, gconstpointer data)
{
  set_wide (fixture, FALSE);
  focus_row (fixture, 0);
  planner_content_show_session (fixture->content, ui_find_entry (&fixture->base, 1));
  ui_wait_for_frames (fixture->window);
  g_assert_true (ui_press (fixture->content, GDK_KEY_Down, GDK_ALT_MASK));
  assert_title (fixture, "A <b>bold</b> talk");
  ui_wait_for_frames (fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (get_pane_page (fixture)), "navigation.pop", NULL);
  ui_wait_for_frames (fixture->window);
  g_assert_true (PLANNER_IS_SESSIONS_PAGE (get_page (fixture)));
  g_assert_cmpstr (get_focused_title (fixture), ==, "A <b>bold</b> talk");
}

/* After a search, the next session is that of the list of all sessions. */
static void
test_step_after_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  set_wide (fixture, TRUE);
  planner_content_start_search (fixture->content);
  entry =
      gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "R&D");
  g_signal_emit_by_name (entry, "search-changed");
  planner_content_show_session (fixture->content, ui_find_entry (&fixture->base, 1));
  g_assert_true (ui_press (fixture->content, GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_cmpstr (get_pane_title (fixture), ==, "R&D <3");

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_true (ui_press (fixture->content, GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_cmpstr (get_pane_title (fixture), ==, "A <b>bold</b> talk");
}

/* The key for the star means the focused row, else the details on screen. */
static void
test_current (Fixture *fixture, gconstpointer data)
{
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_null (planner_content_get_current (fixture->content));
  planner_content_show_session (fixture->content, ui_find_entry (&fixture->base, 3));
  g_assert_true (planner_content_get_current (fixture->content) == ui_find_entry (&fixture->base, 3));
  set_wide (fixture, TRUE);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (planner_content_get_current (fixture->content) == ui_find_entry (&fixture->base, 3));
  focus_row (fixture, 0);
  g_assert_true (planner_content_get_current (fixture->content) == ui_find_entry (&fixture->base, 1));
}

static void
test_session_is_restored (Fixture *fixture, gconstpointer data)
{
  set_wide (fixture, TRUE);
  planner_content_show_session (fixture->content, ui_find_entry (&fixture->base, 3));
  planner_content_leave (fixture->content);
  tear_down_content (fixture);
  set_up_content (fixture);
  set_wide (fixture, TRUE);
  g_assert_cmpstr (get_pane_title (fixture), ==, "Wiener café");
}

#define ADD(path, test) g_test_add ("/ui/content/" path, Fixture, NULL, set_up, test, tear_down)

static void
test_trims (Fixture *fixture, gconstpointer data)
{
  g_autofree char *last = memory_leave_hole ();
  const gint64 before = memory_get_resident_bytes ();

  if (!last)
    return;

  planner_content_show_view (fixture->content, "my-schedule");
  while (memory_get_resident_bytes () > before - MEMORY_HOLE_BYTES / 2)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_tolerate_frame_timings ();

  ADD ("empty-pane-names-what-the-list-has", test_nothing_selected);
  ADD ("titles-follow-view", test_titles);
  ADD ("unavailable-views-show-all-sessions", test_unavailable_views);
  ADD ("same-view-is-notified", test_same_view_is_notified);
  ADD ("details-and-back", test_details_and_back);
  ADD ("details-say-that-a-refresh-failed", test_failed_refresh);
  ADD ("places-and-back", test_places_and_back);
  ADD ("U4/search-on-speakers-finds-speakers", test_search_finds_speakers);
  ADD ("preset-filter-shows-all-sessions", test_show_filtered);
  ADD ("U4/wide-window-shows-list-and-details", test_wide_shows_both);
  ADD ("U9/details-follow-focus-in-list", test_pane_follows_focus);
  ADD ("U9/resizing-keeps-session-and-focus", test_resizing);
  ADD ("U9/escape-in-details-returns-to-row", test_escape_returns_to_row);
  ADD ("details-open-pages-on-top", test_pages_of_pane);
  ADD ("timetable-gives-room-to-details", test_timetable_opens_pane);
  ADD ("U4/escape-in-timetable-closes-details", test_escape_in_timetable);
  ADD ("U9/next-session-moves-list", test_step);
  ADD ("U9/back-goes-to-the-session-of-the-details", test_back_after_step);
  ADD ("U9/next-session-after-search", test_step_after_search);
  ADD ("U4/star-key-means-focused-row-or-details", test_current);
  ADD ("shown-view-gives-memory-back", test_trims);
  ADD ("session-is-restored", test_session_is_restored);
  ADD ("U4/search-leaves-details-and-takes-focus", test_search_leaves_details);

  return g_test_run ();
}

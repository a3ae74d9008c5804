/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* U4: the window at phone size, with the keyboard, and with a screen reader. */

#include "ui/window/window-fixture.h"

#include "ui/conference/planner-update-bar.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/window/planner-content.h"

/* Returns whether room and forum of a row are on the same line. */
static gboolean
shares_line (Fixture *fixture)
{
  PlannerRowText *texts;
  graphene_rect_t room, forum;

  ui_wait_for_label (GTK_WIDGET (fixture->window), "10:00 – 11:00");
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  texts = planner_session_row_get_text (
      PLANNER_SESSION_ROW (ui_find_label (GTK_WIDGET (fixture->window), "10:00 – 11:00")));
  /* After title, speakers and time. */
  g_assert_nonnull (planner_row_text_get_layout (texts, 3, &room));
  g_assert_nonnull (planner_row_text_get_layout (texts, 4, &forum));

  return forum.origin.y == room.origin.y;
}

/* The content must fit into the smallest window. */
static void
test_phone (Fixture *fixture, gconstpointer data)
{
  int minimum_width, minimum_height;

  close_window (fixture);
  g_settings_set_int (fixture->settings, "window-width", 360);
  g_settings_set_int (fixture->settings, "window-height", 294);
  open_window (fixture);

  g_assert_true (adw_navigation_split_view_get_collapsed (
      ui_find_widget (fixture->window, ADW_TYPE_NAVIGATION_SPLIT_VIEW)));
  g_assert_cmpint (adw_sidebar_get_mode (ui_find_widget (fixture->window, ADW_TYPE_SIDEBAR)), ==,
                   ADW_SIDEBAR_MODE_PAGE);
  g_assert_true (shares_line (fixture));
  gtk_widget_measure (adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window)),
                      GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window)),
                      GTK_ORIENTATION_VERTICAL, 360, &minimum_height, NULL, NULL, NULL);
  g_assert_cmpint (minimum_width, <=, 360);
  g_assert_cmpint (minimum_height, <=, 294);
}

static void
test_wide (Fixture *fixture, gconstpointer data)
{
  g_assert_false (adw_navigation_split_view_get_collapsed (
      ui_find_widget (fixture->window, ADW_TYPE_NAVIGATION_SPLIT_VIEW)));
  g_assert_cmpint (adw_sidebar_get_mode (ui_find_widget (fixture->window, ADW_TYPE_SIDEBAR)), ==,
                   ADW_SIDEBAR_MODE_SIDEBAR);
  g_assert_true (shares_line (fixture));
}

static gboolean
is_pane_beside (Fixture *fixture)
{
  GtkWidget *content = ui_find_widget (fixture->window, PLANNER_TYPE_CONTENT);

  return !adw_navigation_split_view_get_collapsed (ui_find_widget (content, ADW_TYPE_NAVIGATION_SPLIT_VIEW));
}

static void
open_with_width (Fixture *fixture, int width)
{
  close_window (fixture);
  g_settings_set_int (fixture->settings, "window-width", width);
  open_window (fixture);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
}

/* The window has a margin of a few pixels, as its shadow is outside. */
static void
test_breakpoint (Fixture *fixture, gconstpointer data)
{
  const int widths[] = { 1000, 1099, 1109, 1110, 1111, 1200, 1500 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      open_with_width (fixture, widths[i]);
      g_assert_cmpint (is_pane_beside (fixture), ==,
                       gtk_widget_get_width (GTK_WIDGET (fixture->window)) >= 1100);
    }
  g_assert_true (is_pane_beside (fixture));
}

static void
test_timetable_breakpoint (Fixture *fixture, gconstpointer data)
{
  const char *key = "11111111-1111-4111-8111-000000000003";

  planner_view_state_set_show_timetable (planner_conference_get_view_state (fixture->conference), TRUE);
  open_with_width (fixture, 1200);
  ui_activate (fixture->window, "win.show-session", key);
  g_assert_false (is_pane_beside (fixture));
  open_with_width (fixture, 1500);
  g_assert_false (is_pane_beside (fixture));
  ui_activate (fixture->window, "win.show-session", key);
  g_assert_true (is_pane_beside (fixture));
  ui_activate (fixture->window, "win.hide-details", NULL);
  g_assert_false (is_pane_beside (fixture));
}

static gboolean
covers_view (Fixture *fixture)
{
  GtkWidget *content = ui_find_widget (fixture->window, PLANNER_TYPE_CONTENT);
  AdwNavigationSplitView *split_view = ui_find_widget (content, ADW_TYPE_NAVIGATION_SPLIT_VIEW);

  return adw_navigation_split_view_get_collapsed (split_view) &&
         adw_navigation_split_view_get_show_content (split_view);
}

/* The page of the timetable had the width of the list, so that list and timetable took turns without end. */
static void
test_list_to_timetable (Fixture *fixture, gconstpointer data)
{
  open_with_width (fixture, 1200);
  ui_activate (fixture->window, "win.show-session", "11111111-1111-4111-8111-000000000003");
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  g_assert_true (is_pane_beside (fixture));

  ui_activate (fixture->window, "win.show-timetable", NULL);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  g_assert_false (is_pane_beside (fixture));
  g_assert_false (covers_view (fixture));
  ui_activate (fixture->window, "win.show-timetable", NULL);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  g_assert_true (is_pane_beside (fixture));
}

static const char *
get_view (Fixture *fixture)
{
  return planner_content_get_view (ui_find_widget (fixture->window, PLANNER_TYPE_CONTENT));
}

static gboolean
prefers_timetable (Fixture *fixture)
{
  return planner_view_state_get_show_timetable (planner_conference_get_view_state (fixture->conference));
}

/* Ctrl+T */
static void
test_timetable_key (Fixture *fixture, gconstpointer data)
{
  ui_activate (fixture->window, "win.show-view", PLANNER_VIEW_MY_SCHEDULE);
  ui_activate (fixture->window, "win.show-timetable", NULL);
  g_assert_cmpstr (get_view (fixture), ==, PLANNER_VIEW_MY_SCHEDULE);
  g_assert_true (prefers_timetable (fixture));

  ui_activate (fixture->window, "win.show-view", PLANNER_VIEW_ROOMS);
  ui_activate (fixture->window, "win.show-timetable", NULL);
  g_assert_cmpstr (get_view (fixture), ==, PLANNER_VIEW_ALL);
  g_assert_true (prefers_timetable (fixture));

  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  ui_activate (fixture->window, "win.show-timetable", NULL);
  g_assert_cmpstr (get_view (fixture), ==, PLANNER_VIEW_ALL);
  g_assert_false (prefers_timetable (fixture));
}

/* The key for the star works in the sidebar too. */
static void
test_star_key (Fixture *fixture, gconstpointer data)
{
  ui_activate (fixture->window, "win.show-session", "11111111-1111-4111-8111-000000000003");
  ui_activate (fixture->window, "win.show-sidebar", NULL);
  ui_activate (fixture->window, "win.star-current", NULL);
  ui_wait_for_stars (fixture->conference, 1);
}

static void
test_tab (Fixture *fixture, gconstpointer data)
{
  GtkWidget *refresh =
      ui_find_widget (ui_find_widget (fixture->window, PLANNER_TYPE_UPDATE_BAR), GTK_TYPE_BUTTON);
  AdwSidebar *sidebar = ui_find_widget (fixture->window, ADW_TYPE_SIDEBAR);
  gboolean reached_sidebar = FALSE, reached_refresh = FALSE;

  for (int i = 0; i < 30; i++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      reached_sidebar |= focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (sidebar));
      reached_refresh |= focus == refresh;
    }
  g_assert_true (reached_sidebar);
  g_assert_true (reached_refresh);
}

/* Enter must not remove a conference, in a narrow window either. */
static void
test_remove_is_not_default (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  close_window (fixture);
  g_settings_set_int (fixture->settings, "window-width", GPOINTER_TO_INT (data));
  open_window (fixture);
  ui_activate (fixture->window, "win.show-view", "conference");
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_null (gtk_window_get_default_widget (GTK_WINDOW (fixture->window)));
  g_assert_nonnull (focus);
  g_assert_null (gtk_widget_get_ancestor (focus, ADW_TYPE_BUTTON_ROW));
}

/* Skips window controls, back buttons, and buttons inside a labelled widget, which the toolkit creates. */
static gboolean
is_own_icon_button (GtkWidget *widget)
{
  const GType foreign[] = { GTK_TYPE_WINDOW_CONTROLS, ADW_TYPE_BANNER, GTK_TYPE_SEARCH_ENTRY,
                            GTK_TYPE_MENU_BUTTON };

  if (g_str_equal (G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), "AdwBackButton"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (gtk_widget_get_ancestor (gtk_widget_get_parent (widget), foreign[i]))
      return FALSE;

  return (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget))) ||
         (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)));
}

static guint
check_icon_buttons (GtkWidget *widget)
{
  guint n = 0;

  if (gtk_widget_get_parent (widget) && is_own_icon_button (widget))
    {
      g_assert_nonnull (gtk_widget_get_tooltip_text (widget));
      g_assert_true (
          gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
      n = 1;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    n += check_icon_buttons (child);

  return n;
}

static void
test_icon_buttons (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (check_icon_buttons (ui_find_widget (fixture->window, PLANNER_TYPE_UPDATE_BAR)), ==, 2);
  g_assert_cmpuint (check_icon_buttons (ui_find_widget (fixture->window, PLANNER_TYPE_SIDEBAR)), ==, 3);
}

static guint
check_rows (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_LIST_BOX_ROW (widget))
    {
      g_assert_true (
          gtk_widget_get_tooltip_text (widget) ||
          gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
      n = 1;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    n += check_rows (child);

  return n;
}

/* The tooltip is the name of a sidebar row. */
static void
test_rows_are_spoken (Fixture *fixture, gconstpointer data)
{
  present_with_forums (fixture);
  g_assert_cmpuint (check_rows (ui_find_widget (fixture->window, ADW_TYPE_SIDEBAR)), ==, 6 + N_FORUMS);
}

static void
test_count_is_spoken (Fixture *fixture, gconstpointer data)
{
  GtkWidget *counter;

  present_with_forums (fixture);
  counter = adw_sidebar_item_get_suffix (ADW_SIDEBAR_ITEM (get_item (fixture, 6)));
  gtk_test_accessible_assert_property (counter, GTK_ACCESSIBLE_PROPERTY_LABEL, "2 sessions");
  counter = adw_sidebar_item_get_suffix (ADW_SIDEBAR_ITEM (get_item (fixture, 7)));
  gtk_test_accessible_assert_property (counter, GTK_ACCESSIBLE_PROPERTY_LABEL, "1 session");
  counter = adw_sidebar_item_get_suffix (ADW_SIDEBAR_ITEM (get_item (fixture, 4)));
  gtk_test_accessible_assert_property (counter, GTK_ACCESSIBLE_PROPERTY_LABEL, "1 exhibitor");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_tolerate_frame_timings ();

  add ("U4/fits-phone", set_up, test_phone, NULL);
  add ("U4/wide-window-shows-sidebar", set_up, test_wide, NULL);
  add ("U4/star-key-works-in-sidebar", set_up, test_star_key, NULL);
  add ("U4/details-are-beside-list-from-1100-pixels", set_up, test_breakpoint, NULL);
  add ("U4/details-are-beside-timetable-from-1400-pixels", set_up, test_timetable_breakpoint, NULL);
  add ("U4/timetable-after-details-beside-list", set_up, test_list_to_timetable, NULL);
  add ("timetable-key-switches-sessions-on-screen", set_up, test_timetable_key, NULL);
  add ("U4/tab-reaches-sidebar-and-refresh", set_up, test_tab, NULL);
  add ("U8/removing-is-not-focused", set_up, test_remove_is_not_default, GINT_TO_POINTER (1000));
  add ("U8/removing-is-not-focused-when-narrow", set_up, test_remove_is_not_default, GINT_TO_POINTER (360));
  add ("U4/icon-buttons-have-names", set_up, test_icon_buttons, NULL);
  add ("U4/sidebar-rows-have-names", set_up, test_rows_are_spoken, NULL);
  add ("U4/sidebar-counts-have-names", set_up, test_count_is_spoken, NULL);

  return g_test_run ();
}

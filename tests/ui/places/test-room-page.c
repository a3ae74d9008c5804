/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/places/place-fixture.h"

#include "ui/now/planner-now-row.h"
#include "ui/places/planner-place-page.h"
#include "ui/sessions/planner-session-row.h"

#include <string.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)

/* 10:00 at the venue on the first day, when the first of three sessions starts; the second one starts at 10:30. */
#define START G_GINT64_CONSTANT (2130048000)

static GtkWidget *
create_page (PlannerConference *conference)
{
  return GTK_WIDGET (planner_place_page_new_for_room (conference, "Hall"));
}

static void
set_up (PlaceFixture *fixture, gconstpointer data)
{
  place_set_up (fixture, create_page);
}

static void
set_now (PlaceFixture *fixture, gint64 now_utc)
{
  g_object_set (fixture->page, "now-utc", now_utc, NULL);
  ui_wait_for_frames (fixture->window);
}

static void
assert_label (PlaceFixture *fixture, const char *text)
{
  if (!ui_find_label (fixture->page, text))
    g_error ("no label “%s”", text);
}

static void
test_sessions (PlaceFixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==, "Hall");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ui_find_label (fixture->page, "Hall")),
                                   GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_cmpuint (place_count_rows (fixture), ==, 3);
  assert_label (fixture, "Wednesday, 1 July");
  assert_label (fixture, "Thursday, 2 July");
  assert_label (fixture, "Wiener café");
  g_assert_null (ui_find_label (fixture->page, "Now"));
}

static void
test_now (PlaceFixture *fixture, gconstpointer data)
{
  PlannerNowRow *row;

  set_now (fixture, START + 20 * MINUTE);
  row = ui_find_widget (fixture->page, PLANNER_TYPE_NOW_ROW);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Now, R&D <3, 40 min left, 10:00 – 11:00");
  assert_label (fixture, "Next");
  assert_label (fixture, "10:30, in 10 min");
  g_signal_emit_by_name (row, "activate");
  g_assert_cmpstr (fixture->activated, ==, planner_entry_get_key (ui_find_entry (&fixture->base, 1)));

  set_now (fixture, START + 48 * HOUR);
  g_assert_null (ui_find_label (fixture->page, "Next"));
}

/* The list begins at the present, and a button shows the rest. */
static void
test_earlier (PlaceFixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  set_now (fixture, START + 22 * HOUR);
  button = ui_find_button (fixture->page, "Show 2 Earlier Sessions");
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpuint (place_count_rows (fixture), ==, 1);

  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "clicked");
  ui_wait_for_frames (fixture->window);
  g_assert_cmpuint (place_count_rows (fixture), ==, 3);
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         ui_find_widget (fixture->page, GTK_TYPE_LIST_VIEW)));

  set_now (fixture, START + 72 * HOUR);
  g_assert_cmpuint (place_count_rows (fixture), ==, 3);
}

/* With large text, the button has several lines instead of an ellipsis. */
static void
test_large_button (PlaceFixture *fixture, gconstpointer data)
{
  PangoLayout *layout;
  GtkWidget *label;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  set_now (fixture, START + 22 * HOUR);
  ui_wait_for_frames (fixture->window);
  label = gtk_button_get_child (GTK_BUTTON (ui_find_button (fixture->page, "Show 2 Earlier Sessions")));
  layout = gtk_label_get_layout (GTK_LABEL (label));
  g_assert_false (pango_layout_is_ellipsized (layout));
  g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
}

/* The title of the page says the room. A screen reader hears a row by itself. */
static void
test_room_said_once (PlaceFixture *fixture, gconstpointer data)
{
  GtkWidget *row = ui_find_widget (fixture->page, PLANNER_TYPE_SESSION_ROW);
  g_autofree char *sentence = NULL;

  g_assert_nonnull (ui_find_label (row, "R&D <3"));
  g_assert_null (ui_find_label (row, "Hall"));
  g_object_get (row, "sentence", &sentence, NULL);
  g_assert_nonnull (strstr (sentence, "Hall"));
}

static void
test_keyboard (PlaceFixture *fixture, gconstpointer data)
{
  GtkWidget *row = ui_find_widget (fixture->page, PLANNER_TYPE_SESSION_ROW);
  GtkListView *view = ui_find_widget (fixture->page, GTK_TYPE_LIST_VIEW);

  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_parent (row)));
  g_assert_true (planner_session_row_find_focused (fixture->page) == ui_find_entry (&fixture->base, 1));
  g_signal_emit_by_name (view, "activate", 2);
  g_assert_cmpstr (fixture->activated, ==, planner_entry_get_key (ui_find_entry (&fixture->base, 3)));
}

static void
test_widths (PlaceFixture *fixture, gconstpointer data)
{
  const int widths[] = { 360, 700, 1600 };

  set_now (fixture, START + 20 * MINUTE);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int minimum;

      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 640);
      ui_wait_for_frames (fixture->window);
      gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
      g_assert_cmpint (gtk_widget_get_width (ui_find_widget (fixture->page, PLANNER_TYPE_SESSION_ROW)), <=,
                       MIN (widths[i], 720));
    }
}

static void
test_board (PlaceFixture *fixture, gconstpointer data)
{
  GtkMenuButton *button = ui_find_widget (fixture->page, GTK_TYPE_MENU_BUTTON);
  GMenuModel *menu = gtk_menu_button_get_menu_model (button);
  g_autofree char *action = NULL;
  g_autofree char *target = NULL;

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (button)));
  g_assert_true (g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_ACTION, "s", &action));
  g_assert_true (g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_TARGET, "s", &target));
  g_assert_cmpstr (action, ==, "win.show-board");
  g_assert_cmpstr (target, ==, "Hall");
}

static void
add (const char *path, void (*test) (PlaceFixture *, gconstpointer))
{
  g_autofree char *full_path = g_strconcat ("/ui/places/room/", path, NULL);

  g_test_add (full_path, PlaceFixture, NULL, set_up, test, place_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("sessions-by-day", test_sessions);
  add ("U5/now-and-next-in-the-room", test_now);
  add ("L1/list-begins-at-the-present", test_earlier);
  add ("U4/button-has-lines-with-large-text", test_large_button);
  add ("L6/menu-shows-the-room-on-the-board", test_board);
  add ("U4/room-is-said-once", test_room_said_once);
  add ("U4/opens-sessions-by-keyboard", test_keyboard);
  add ("U4/page-fits-all-widths", test_widths);

  return g_test_run ();
}

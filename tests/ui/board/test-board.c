/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/board/planner-board-menu.h"
#include "ui/board/planner-board-row.h"
#include "ui/board/planner-board.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* 10:00 at the venue on the first day, when the first of three sessions starts; the second one starts at 10:30. */
#define START G_GINT64_CONSTANT (2130048000)

#define N_ROOMS 92

typedef struct
{
  UiFixture base;
  PlannerConference *conference; /* borrowed from the library */
  PlannerBoard *board;           /* owned by GTK */
} Fixture;

static void
show (Fixture *fixture, const char *room, gint64 now_utc)
{
  PlannerTimeSource *time_source = planner_library_get_time_source (fixture->base.library);

  planner_time_source_set_now_us (time_source, now_utc * G_USEC_PER_SEC);
  if (fixture->board)
    gtk_window_destroy (GTK_WINDOW (fixture->board));
  fixture->board = planner_board_new (NULL, fixture->conference, room, time_source);
  gtk_window_present (GTK_WINDOW (fixture->board));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_set_up (&fixture->base, NULL);
  fixture->conference = fixture->base.conference;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *board = GTK_WIDGET (fixture->board);

  g_object_add_weak_pointer (G_OBJECT (board), (gpointer *) &board);
  gtk_window_destroy (GTK_WINDOW (fixture->board));
  ui_iterate ();
  g_assert_null (board);
  ui_tear_down (&fixture->base, NULL);
}

static void
assert_label (Fixture *fixture, const char *text)
{
  if (!ui_find_label (GTK_WIDGET (fixture->board), text))
    g_error ("no label “%s”", text);
}

static void
assert_no_label (Fixture *fixture, const char *text)
{
  g_assert_null (ui_find_label (GTK_WIDGET (fixture->board), text));
}

/* Adds a conference with these sessions, which are JSON objects, one room for each. */
static void
add_conference (Fixture *fixture, GPtrArray *sessions)
{
  g_autoptr (GString) rooms = g_string_new (NULL);
  g_autofree char *path = g_build_filename (fixture->base.folder, "rooms.json", NULL);
  g_autofree char *feed = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < sessions->len; i++)
    g_string_append_printf (rooms, "%s\"Room %02u\":[%s]", i > 0 ? "," : "", i + 1,
                            (const char *) g_ptr_array_index (sessions, i));
  feed = g_strdup_printf (
      "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"Rooms\",\"acronym\":\"rooms\","
      "\"time_zone_name\":\"Europe/Berlin\",\"days\":[{\"index\":1,\"date\":\"2037-07-01\","
      "\"rooms\":{%s}}]}}}",
      rooms->str);
  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  fixture->conference = add_to_library (fixture->base.library, path, &error);
  g_assert_no_error (error);
}

static char *
make_session_in (const char *room, guint n, const char *title, const char *status)
{
  return g_strdup_printf ("{\"guid\":\"22222222-2222-4222-8222-%012u\",\"id\":%u,\"title\":\"%s\","
                          "\"date\":\"2037-07-01T10:00:00+02:00\",\"start\":\"10:00\",\"duration\":\"01:00\","
                          "\"room\":\"%s\",\"status\":\"%s\"}",
                          n, n, title, room, status);
}

static char *
make_session (guint n, const char *title, const char *status)
{
  g_autofree char *room = g_strdup_printf ("Room %02u", n);

  return make_session_in (room, n, title, status);
}

static void
test_room (Fixture *fixture, gconstpointer data)
{
  show (fixture, "Hall", START + 20 * MINUTE);
  assert_label (fixture, "Hall");
  assert_label (fixture, "10:20");
  assert_label (fixture, "R&D <3");
  assert_label (fixture, "Ann <i>O</i> & Co");
  assert_label (fixture, "10:00 – 11:00 · 40 min left");
  assert_label (fixture, "A <b>bold</b> talk");
  assert_label (fixture, "10:30, in 10 min · Ann <i>O</i> & Co");
}

static void
test_clock (Fixture *fixture, gconstpointer data)
{
  show (fixture, "Hall", START + 20 * MINUTE);
  planner_time_source_set_now_us (planner_library_get_time_source (fixture->base.library),
                                  (START + 21 * MINUTE) * G_USEC_PER_SEC);
  assert_label (fixture, "10:21");
  assert_label (fixture, "10:00 – 11:00 · 39 min left");
}

static void
test_gap (Fixture *fixture, gconstpointer data)
{
  show (fixture, "Hall", START + 10 * HOUR);
  assert_label (fixture, "No session is running now.");
  assert_no_label (fixture, "Now");
  assert_label (fixture, "Wiener café");
}

static void
test_before_and_after (Fixture *fixture, gconstpointer data)
{
  show (fixture, NULL, START - 3 * DAY);
  assert_label (fixture, "Starts in 3 days");
  show (fixture, "Hall", START + 3 * DAY);
  assert_label (fixture, "The Conference Is Over");
}

static void
test_unknown_room (Fixture *fixture, gconstpointer data)
{
  show (fixture, "Kitchen", START);
  assert_label (fixture, "Kitchen");
  assert_label (fixture, "There are no more sessions.");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (sessions, make_session (1, "Gone", "cancelled"));
  g_ptr_array_add (sessions, make_session (2, "Here", "confirmed"));
  add_conference (fixture, sessions);
  show (fixture, "Room 01", START + MINUTE);
  assert_label (fixture, "Cancelled: 10:00 Gone");
  assert_label (fixture, "No session is running now.");
  show (fixture, NULL, START + MINUTE);
  assert_label (fixture, "Cancelled: 10:00 Gone");
  assert_label (fixture, "Here");
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = g_strnfill (1000, 'm');

  for (guint i = 1; i <= N_ROOMS; i++)
    g_ptr_array_add (sessions, make_session (i, title, "confirmed"));
  add_conference (fixture, sessions);
  show (fixture, NULL, START + MINUTE);
  assert_label (fixture, "Rooms");
  assert_label (fixture, "Page 1 of 10");
  assert_label (fixture, "Room 01");
  assert_label (fixture, "Room 10");
  assert_no_label (fixture, "Room 11");

  g_assert_true (ui_press (fixture->board, GDK_KEY_Page_Down, 0));
  assert_label (fixture, "Page 2 of 10");
  assert_label (fixture, "Room 11");
  g_assert_true (ui_press (fixture->board, GDK_KEY_Page_Up, 0));
  g_assert_true (ui_press (fixture->board, GDK_KEY_Page_Up, 0));
  assert_label (fixture, "Page 10 of 10");
  assert_label (fixture, "Room 92");
  assert_no_label (fixture, "Room 90");
  planner_board_turn_page (fixture->board, 1);
  assert_label (fixture, "Page 1 of 10");
}

/* A font with high lines stands for a Chinese one. */
static void
test_high_lines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  GtkAdjustment *adjustment;

  for (guint i = 1; i <= 20; i++)
    g_ptr_array_add (sessions, make_session (i, "A Talk", "confirmed"));
  add_conference (fixture, sessions);
  gtk_css_provider_load_from_string (style, ".board label { line-height: 2.5; }");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  show (fixture, NULL, START + MINUTE);
  adjustment =
      gtk_scrolled_window_get_vadjustment (ui_find_widget (fixture->board, GTK_TYPE_SCROLLED_WINDOW));
  ui_wait_for_n_frames (GTK_WIDGET (fixture->board), 20);
  g_assert_cmpfloat (gtk_adjustment_get_page_size (adjustment), >, 0);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=, gtk_adjustment_get_page_size (adjustment));
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style));
}

static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "no-room.json", NULL);
  g_autofree char *session = make_session_in ("", 1, "Lunch", "confirmed");
  g_autofree char *other = make_session_in ("", 2, "Walk", "cancelled");
  g_autofree char *feed = g_strdup_printf (
      "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"Rooms\",\"acronym\":\"rooms\","
      "\"time_zone_name\":\"Europe/Berlin\",\"days\":[{\"index\":1,\"date\":\"2037-07-01\","
      "\"rooms\":{\"\":[%s,%s]}}]}}}",
      session, other);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  fixture->conference = add_to_library (fixture->base.library, path, &error);
  g_assert_no_error (error);
  show (fixture, NULL, START + MINUTE);
  assert_label (fixture, "Room to be announced");
  assert_label (fixture, "Lunch");
  assert_label (fixture, "59 min left");
  assert_label (fixture, "Cancelled: 10:00 Walk");
}

static GMenuModel *
get_rooms (Fixture *fixture)
{
  return gtk_menu_button_get_menu_model (ui_find_widget (fixture->board, GTK_TYPE_MENU_BUTTON));
}

static char *
dup_label (GMenuModel *section, int index)
{
  char *label = NULL;

  g_assert_true (g_menu_model_get_item_attribute (section, index, G_MENU_ATTRIBUTE_LABEL, "s", &label));

  return label;
}

static void
test_choose_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GMenuModel) all = NULL, rooms = NULL;
  g_autofree char *all_label = NULL;
  g_autofree char *last_label = NULL;

  for (guint i = 1; i <= 20; i++)
    g_ptr_array_add (sessions, make_session (i, "A Talk", "confirmed"));
  add_conference (fixture, sessions);
  show (fixture, NULL, START + MINUTE);
  planner_board_turn_page (fixture->board, 1);
  all = g_menu_model_get_item_link (get_rooms (fixture), 0, G_MENU_LINK_SECTION);
  rooms = g_menu_model_get_item_link (get_rooms (fixture), 1, G_MENU_LINK_SECTION);
  all_label = dup_label (all, 0);
  g_assert_cmpstr (all_label, ==, "All Rooms");
  g_assert_cmpint (g_menu_model_get_n_items (rooms), ==, 20);
  last_label = dup_label (rooms, 19);
  g_assert_cmpstr (last_label, ==, "Room 20");

  ui_activate (fixture->board, "board.room", "Room 20");
  assert_label (fixture, "Room 20");
  assert_label (fixture, "10:00 – 11:00 · 59 min left");
  ui_activate (fixture->board, "board.room", "");
  assert_label (fixture, "Page 1 of 2");
  assert_label (fixture, "Room 01");
}

static void
test_menu_label (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerRoom *room = planner_room_new ();
  g_autoptr (GMenuModel) menu = NULL, rooms = NULL;
  g_autofree char *label = NULL;

  room->name = g_strdup ("Main_Hall");
  planner_text_add (&room->title, "", "Main_Hall");
  g_ptr_array_add (agenda->rooms, room);
  planner_agenda_seal (agenda, (const char *[]) { "en", NULL });
  menu = planner_board_menu_new (agenda);
  rooms = g_menu_model_get_item_link (menu, 1, G_MENU_LINK_SECTION);
  label = dup_label (rooms, 0);
  g_assert_cmpstr (label, ==, "Main__Hall");
}

static void
test_long_title (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = g_strnfill (1000, 'm');
  int minimum;

  g_ptr_array_add (sessions, make_session (1, title, "confirmed"));
  add_conference (fixture, sessions);
  for (guint i = 0; i < 2; i++)
    {
      show (fixture, i == 0 ? "Room 01" : NULL, START + MINUTE);
      gtk_widget_measure (ui_find_widget (fixture->board, GTK_TYPE_STACK), GTK_ORIENTATION_HORIZONTAL, -1,
                          &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 500);
    }
}

/* An attendee who passes by cannot make a title longer. */
static void
test_two_lines (Fixture *fixture, gconstpointer data)
{
  const char *title = "Product development in mechanical engineering with free software and open standards";
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_free);
  PangoLayout *layout;

  for (guint i = 1; i <= 10; i++)
    g_ptr_array_add (sessions, make_session (i, title, "confirmed"));
  add_conference (fixture, sessions);
  show (fixture, NULL, START + MINUTE);
  ui_wait_for_n_frames (GTK_WIDGET (fixture->board), 20);
  layout = gtk_label_get_layout (GTK_LABEL (ui_find_label (GTK_WIDGET (fixture->board), title)));
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 2);
  g_assert_false (pango_layout_is_ellipsized (layout));
}

static void
test_roles (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  show (fixture, NULL, START + 20 * MINUTE);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ui_find_label (GTK_WIDGET (fixture->board), "Test")),
                                   GTK_ACCESSIBLE_ROLE_HEADING);
  row = gtk_widget_get_ancestor (ui_find_label (GTK_WIDGET (fixture->board), "Hall"),
                                 planner_board_row_get_type ());
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Hall, R&D <3, 40 min left, Next at 10:30, in 10 min: A <b>bold</b> talk");
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/ui/board/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_tolerate_frame_timings ();

  add ("L6/room-shows-now-and-next", test_room);
  add ("L6/board-follows-the-clock", test_clock);
  add ("L6/no-session-runs", test_gap);
  add ("L6/before-and-after-the-conference", test_before_and_after);
  add ("L6/cancelled-session-says-so", test_cancelled);
  add ("L6/many-rooms-have-pages", test_pages);
  add ("L6/rows-have-two-lines-for-a-title", test_two_lines);
  add ("L6/page-fits-in-fonts-with-high-lines", test_high_lines);
  add ("L6/sessions-without-a-room-come-last", test_no_room);
  add ("L6/choose-a-room", test_choose_room);
  add ("unknown-room-has-no-sessions", test_unknown_room);
  g_test_add_func ("/ui/board/underscore-in-a-room-is-shown", test_menu_label);
  add ("X2/long-titles-do-not-widen-the-board", test_long_title);
  add ("screen-reader-reads-rows", test_roles);

  return g_test_run ();
}

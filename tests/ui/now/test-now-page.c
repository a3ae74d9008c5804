/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/shown-texts.h"
#include "ui/ui-fixture.h"

#include "library/planner-conference-refresh.h"
#include "ui/now/planner-now-page.h"
#include "ui/now/planner-now-row.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)

/* 10:00 at the venue on the first day, when the first of three sessions starts; the second one starts at 10:30. */
#define START G_GINT64_CONSTANT (2130048000)

typedef struct
{
  UiFixture base;
  GtkWidget *window;
  AdwNavigationPage *page;
  char *activated; /* owned, nullable: the key of the session that was opened last, or the free time */
} Fixture;

static void
activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_set_str (&((Fixture *) data)->activated, g_variant_get_string (parameter, NULL));
}

static void
free_time_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Fixture *fixture = data;

  g_free (fixture->activated);
  fixture->activated = g_variant_print (parameter, FALSE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const GActionEntry entries[] = {
    { .name = "show-session", .activate = activated_cb, .parameter_type = "s" },
    { .name = "show-free-time", .activate = free_time_cb, .parameter_type = "(sxx)" },
    { .name = "show-room", .activate = activated_cb, .parameter_type = "s" },
  };
  const GActionEntry app_entries[] = {
    { .name = "open-session", .activate = activated_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleActionGroup) app_group = g_simple_action_group_new ();
  GtkWidget *view = adw_navigation_view_new ();

  ui_set_up (&fixture->base, NULL);
  fixture->page = planner_now_page_new ();
  fixture->window = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  g_action_map_add_action_entries (G_ACTION_MAP (app_group), app_entries, G_N_ELEMENTS (app_entries),
                                   fixture);
  gtk_widget_insert_action_group (fixture->window, "app", G_ACTION_GROUP (app_group));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), fixture->page);
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  g_object_set (fixture->page, "now-utc", START + 20 * MINUTE, "conference", fixture->base.conference, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
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

static void
assert_label (Fixture *fixture, const char *text)
{
  if (!ui_find_label (GTK_WIDGET (fixture->page), text))
    g_error ("no label “%s”", text);
}

static void
set_now (Fixture *fixture, gint64 now_utc)
{
  g_object_set (fixture->page, "now-utc", now_utc, NULL);
}

static void
test_rooms (Fixture *fixture, gconstpointer data)
{
  assert_label (fixture, "Hall");
  assert_label (fixture, "R&D <3");
  assert_label (fixture, "40 min left");
  assert_label (fixture, "Next at 10:30, in 10 min: A <b>bold</b> talk");
  assert_label (fixture, "Star sessions, and the next one appears here.");

  set_now (fixture, START + 21 * MINUTE);
  assert_label (fixture, "39 min left");
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (
                                      ui_find_widget (fixture->page, GTK_TYPE_PROGRESS_BAR)),
                                  0.35, 0.001);

  set_now (fixture, START + 24 * 60 * MINUTE - 10 * MINUTE);
  assert_label (fixture, "Next at 10:00, in 10 min");
}

/* Checks that the icon beside a text of one or more lines is beside its first line. */
static void
assert_icon_beside (Fixture *fixture, const char *text, const char *css_class)
{
  GtkWidget *label = ui_find_label (GTK_WIDGET (fixture->page), text);
  GtkWidget *row = gtk_widget_get_parent (label);
  PangoRectangle line;
  graphene_rect_t icon;
  int y;

  pango_layout_line_get_pixel_extents (
      pango_layout_get_line_readonly (gtk_label_get_layout (GTK_LABEL (label)), 0), NULL, &line);
  gtk_label_get_layout_offsets (GTK_LABEL (label), NULL, &y);
  g_assert_true (gtk_widget_compute_bounds (ui_find_child (row, css_class), row, &icon));
  g_assert_cmpfloat_with_epsilon (icon.origin.y + icon.size.height / 2, y + line.height / 2.0, 4);
}

static void
test_icons (Fixture *fixture, gconstpointer data)
{
  ui_load_style ();
  ui_star (&fixture->base, 1, TRUE);
  ui_star (&fixture->base, 2, TRUE);
  for (int scale = 1; scale <= 2; scale++)
    {
      ui_set_text_scale (scale);
      ui_wait_for_frames (GTK_WIDGET (fixture->page));
      assert_icon_beside (fixture, "R&D <3", "now-star");
      assert_icon_beside (fixture, "Clashes with A <b>bold</b> talk", "warning");
    }
  ui_set_text_scale (1);
}

static void
test_mine (Fixture *fixture, gconstpointer data)
{
  PlannerNowRow *row;

  ui_star (&fixture->base, 1, TRUE);
  ui_star (&fixture->base, 2, TRUE);

  row = ui_find_widget (fixture->page, PLANNER_TYPE_NOW_ROW);
  g_assert_true (planner_now_row_get_entry (row) == ui_find_entry (&fixture->base, 1));
  assert_label (fixture, "10:30, in 10 min");
  assert_label (fixture, "Clashes with A <b>bold</b> talk");
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Now, R&D <3, 40 min left, Hall · 10:00 – 11:00, Clashes with A <b>bold</b> talk, starred");
}

static PlannerEntry *
star_elsewhere (Fixture *fixture, const char *start)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "other.json", NULL);
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *schedule = NULL;
  PlannerConference *other;
  PlannerEntry *entry;

  ui_append_event (first, 7, "2037-07-01", start, "Meetup", "Fringe");
  schedule = ui_make_schedule ("1", "Other", first, second);
  g_assert_true (g_file_set_contents (path, schedule, -1, NULL));
  other = add_to_library (fixture->base.library, path, &error);
  g_assert_no_error (error);
  entry = g_list_model_get_item (planner_conference_get_entries (other), 0);
  g_object_unref (entry);
  planner_conference_set_starred_async (other, entry, TRUE, NULL, keep_result_cb, &result);
  planner_conference_set_starred_finish (other, wait_for_result (&result), &error);
  g_assert_no_error (error);

  return entry;
}

/* The attendee goes to a meetup of another conference before session 2. */
static void
test_other_conference (Fixture *fixture, gconstpointer data)
{
  PlannerEntry *meetup = star_elsewhere (fixture, "10:25");
  PlannerNowRow *row;

  ui_star (&fixture->base, 2, TRUE);
  row = ui_find_widget (fixture->page, PLANNER_TYPE_NOW_ROW);
  g_assert_true (planner_now_row_get_entry (row) == meetup);
  assert_label (fixture, "Other · Hall · 10:25 – 11:25");

  gtk_widget_activate (GTK_WIDGET (row));
  g_assert_nonnull (fixture->activated);
  g_assert_true (g_str_has_suffix (fixture->activated, planner_entry_get_key (meetup)));
  g_assert_cmpstr (fixture->activated, !=, planner_entry_get_key (meetup));
}

static void
refresh (Fixture *fixture, const char *schedule)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "schedule.json", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, schedule, -1, NULL));
  planner_conference_refresh_async (fixture->base.conference, NULL, keep_result_cb, &result);
  planner_conference_refresh_finish (fixture->base.conference, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

/* Adds session 4, from 10:00 to 10:20. */
static void
add_short_session (Fixture *fixture)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autofree char *schedule = NULL;

  ui_append_event (first, 4, "2037-07-01", "10:00", "Short talk", "Rust & Co");
  g_string_replace (first, "\"01:00\"", "\"00:20\"", 0);
  ui_append_event (first, 1, "2037-07-01", "10:00", "R&D <3", "Rust & Co");
  ui_append_event (first, 2, "2037-07-01", "10:30", "A <b>bold</b> talk", "Rust & Co");
  schedule = ui_make_schedule ("2", "Test", first, second);
  refresh (fixture, schedule);
}

/* In the evening of the first day, session 3 of the second day is next. */
static void
test_pause (Fixture *fixture, gconstpointer data)
{
  ui_star (&fixture->base, 1, TRUE);
  set_now (fixture, START + 75 * MINUTE);
  assert_label (fixture, "None of your starred sessions is running or still to come.");
  g_assert_null (ui_find_label (GTK_WIDGET (fixture->page), "No Session Now"));

  set_now (fixture, START + 8 * HOUR);
  assert_label (fixture, "No Session Now");
  assert_label (fixture, "Continues on Thursday, 2 July, at 10:00");
}

static gboolean
shows_arrow (GtkWidget *widget)
{
  if (GTK_IS_IMAGE (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), "go-next-symbolic") == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (shows_arrow (child))
      return TRUE;

  return FALSE;
}

/* At 10:00 half an hour is free until session 2. */
static void
test_free_time (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  set_now (fixture, START);
  g_assert_null (ui_find_label (GTK_WIDGET (fixture->page), "Free until 10:30"));

  ui_star (&fixture->base, 2, TRUE);
  assert_label (fixture, "Free until 10:30");
  row = ui_find_widget (fixture->page, PLANNER_TYPE_NOW_ROW);
  g_assert_null (planner_now_row_get_entry (PLANNER_NOW_ROW (row)));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_assert_false (shows_arrow (row));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Free until 10:30");

  ui_set_plan_b (&fixture->base, 2, TRUE);
  g_assert_null (ui_find_label (GTK_WIDGET (fixture->page), "Free until 10:30"));
  ui_set_plan_b (&fixture->base, 2, FALSE);
  set_now (fixture, START + 16 * MINUTE);
  g_assert_null (ui_find_label (GTK_WIDGET (fixture->page), "Free until 10:30"));
}

static void
test_fitting (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expected = NULL;
  GtkWidget *row;

  add_short_session (fixture);
  set_now (fixture, START);
  ui_star (&fixture->base, 2, TRUE);
  assert_label (fixture, "1 session fits");
  /* The target has the day of the session that is named, which starts in the free time. */
  row = ui_find_widget (fixture->page, PLANNER_TYPE_NOW_ROW);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Free until 10:30, 1 session fits");
  g_assert_true (shows_arrow (row));
  g_signal_emit_by_name (row, "activate");
  expected = g_strdup_printf ("('" KEY_FORMAT "', %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ")", 1, START,
                              START + 30 * MINUTE);
  g_assert_cmpstr (fixture->activated, ==, expected);
}

static guint
count_columns (Fixture *fixture)
{
  guint columns;

  g_object_get (fixture->page, "columns", &columns, NULL);

  return columns;
}

static void
resize (Fixture *fixture, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 640);
  ui_wait_for_frames (fixture->window);
}

/* Wide pages show the rooms beside the attendee's own sessions. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  GtkWidget *mine, *rooms;
  graphene_rect_t left, right;

  ui_star (&fixture->base, 1, TRUE);
  resize (fixture, 360);
  g_assert_cmpuint (count_columns (fixture), ==, 1);
  resize (fixture, 1000);
  g_assert_cmpuint (count_columns (fixture), ==, 2);
  for (guint i = 0; i < 2; i++)
    gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ui_find_label (GTK_WIDGET (fixture->page),
                                                                    i == 0 ? "My Schedule" : "Rooms")),
                                     GTK_ACCESSIBLE_ROLE_HEADING);
  mine = gtk_widget_get_ancestor (ui_find_label (GTK_WIDGET (fixture->page), "My Schedule"),
                                  ADW_TYPE_PREFERENCES_GROUP);
  rooms = gtk_widget_get_ancestor (ui_find_label (GTK_WIDGET (fixture->page), "Rooms"),
                                   ADW_TYPE_PREFERENCES_GROUP);
  g_assert_true (gtk_widget_compute_bounds (mine, GTK_WIDGET (fixture->page), &left));
  g_assert_true (gtk_widget_compute_bounds (rooms, GTK_WIDGET (fixture->page), &right));
  g_assert_cmpfloat (left.origin.x + left.size.width, <=, right.origin.x);
  g_assert_cmpfloat (left.origin.y, ==, right.origin.y);
  resize (fixture, 360);
  g_assert_cmpuint (count_columns (fixture), ==, 1);
}

/* Without starred sessions, a description is below the heading of My Schedule. */
static void
test_headings (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  graphene_rect_t left, right;

  resize (fixture, 1000);
  g_assert_true (gtk_widget_compute_bounds (ui_find_label (page, "My Schedule"), page, &left));
  g_assert_true (gtk_widget_compute_bounds (ui_find_label (page, "Rooms"), page, &right));
  g_assert_cmpfloat (left.origin.x, <, right.origin.x);
  g_assert_cmpfloat (left.origin.y, ==, right.origin.y);
}

static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  PlannerNowRow *row = ui_find_widget (fixture->page, PLANNER_TYPE_NOW_ROW);
  GtkWidget *next = gtk_widget_get_ancestor (ui_find_label (GTK_WIDGET (row),
                                                            "Next at 10:30, in 10 min: A <b>bold</b> talk"),
                                             GTK_TYPE_BUTTON);
  GtkWidget *room = gtk_widget_get_ancestor (ui_find_label (GTK_WIDGET (row), "Hall"), GTK_TYPE_BUTTON);

  ui_wait_for_frames (GTK_WIDGET (fixture->page));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->page), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (row)));
  g_signal_emit_by_name (row, "activate");
  g_assert_cmpstr (fixture->activated, ==, planner_entry_get_key (ui_find_entry (&fixture->base, 1)));

  g_assert_true (gtk_widget_grab_focus (next));
  g_signal_emit_by_name (next, "clicked");
  g_assert_cmpstr (fixture->activated, ==, planner_entry_get_key (ui_find_entry (&fixture->base, 2)));

  g_assert_true (gtk_widget_grab_focus (room));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (room), GTK_ACCESSIBLE_PROPERTY_LABEL, "Room Hall");
  g_signal_emit_by_name (room, "clicked");
  g_assert_cmpstr (fixture->activated, ==, "Hall");
}

/* The focus stays in the list when a session ends. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = ui_find_widget (fixture->page, PLANNER_TYPE_NOW_ROW);

  ui_wait_for_frames (GTK_WIDGET (fixture->page));
  g_assert_true (gtk_widget_grab_focus (row));
  set_now (fixture, START + 65 * MINUTE);
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (row)) == row);
}

static void
test_before (Fixture *fixture, gconstpointer data)
{
  set_now (fixture, START - 3 * 24 * HOUR);

  assert_label (fixture, "Starts in 3 days");
  assert_label (fixture, "Your First Session");
  assert_label (fixture, "Star sessions, and the first one appears here.");
  g_assert_null (ui_find_label (GTK_WIDGET (fixture->page), "Hall"));

  ui_star (&fixture->base, 3, TRUE);
  assert_label (fixture, "Wiener café");
}

/* Sessions 1 and 4 start at the same time. */
static void
test_first_sessions (Fixture *fixture, gconstpointer data)
{
  add_short_session (fixture);
  set_now (fixture, START - HOUR);
  ui_star (&fixture->base, 1, TRUE);
  assert_label (fixture, "Your First Session");
  ui_star (&fixture->base, 4, TRUE);
  assert_label (fixture, "Your First Sessions");
}

static void
test_over (Fixture *fixture, gconstpointer data)
{
  ui_star (&fixture->base, 3, TRUE);
  set_now (fixture, START + 3 * 24 * HOUR);

  assert_label (fixture, "The Conference Is Over");
  assert_label (fixture, "Wiener café");
  g_assert_null (ui_find_label (GTK_WIDGET (fixture->page), "Now, "));
}

/* The day of session 3 is to be announced. */
static void
test_unknown_day (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = ui_make_feed ();
  g_autoptr (GString) schedule = g_string_new (feed);

  g_string_replace (schedule, "2037-07-02T10:00:00+02:00", "", 0);
  g_string_replace (schedule, "2037-07-02", "", 0);
  refresh (fixture, schedule->str);

  set_now (fixture, START - HOUR);
  assert_label (fixture, "Wednesday, 1 July 2037");
  set_now (fixture, START + 3 * 24 * HOUR);
  assert_label (fixture, "Wednesday, 1 July 2037");
}

static void
test_no_times (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerConference) bundled = g_list_model_get_item (G_LIST_MODEL (fixture->base.library), 0);

  g_object_set (fixture->page, "conference", bundled, NULL);

  assert_label (fixture, "No Times Yet");
  assert_label (fixture, "The schedule has no times. The sessions are listed by day.");
  assert_label (fixture, "eBPF Technology Practice in Cloud Native Domain");
  g_assert_nonnull (ui_find_button (GTK_WIDGET (fixture->page), "Show All Sessions"));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *full_path = g_strconcat ("/ui/now/", path, NULL);

  g_test_add (full_path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_load_style ();

  add ("U5/rooms-with-running-and-next", test_rooms);
  add ("U5/own-sessions-come-first", test_mine);
  add ("pause-says-when-the-conference-continues", test_pause);
  add ("next-session-of-another-conference", test_other_conference);
  add ("free-time-until-the-next-session", test_free_time);
  add ("free-time-opens-what-fits", test_fitting);
  add ("U4/columns-on-wide-pages", test_columns);
  add ("icons-are-beside-their-texts", test_icons);
  add ("headings-side-by-side-are-at-one-height", test_headings);
  add ("U4/opens-sessions-by-keyboard", test_keyboard);
  add ("U4/focus-stays-when-a-session-ends", test_focus);
  add ("L3/before-counts-down", test_before);
  add ("L3/several-first-sessions", test_first_sessions);
  add ("L3/afterwards-nothing-is-now", test_over);
  add ("dates-without-the-day-to-be-announced", test_unknown_day);
  add ("no-times-in-a-sentence", test_no_times);

  return g_test_run ();
}

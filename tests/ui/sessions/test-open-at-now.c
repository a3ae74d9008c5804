/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/sessions/planner-day-switch.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/sessions/planner-sessions-page.h"
#include "ui/timetable/planner-timetable-view.h"

#define HOUR 3600

/* 13:20 at the venue on the second day. */
#define NOW G_GINT64_CONSTANT (2130146400)

/* The clock runs on during a test, so the position of the present may change by a few pixels. */
#define CLOCK_PX 5

typedef struct
{
  UiFixture base;
  PlannerConference *conference; /* borrowed from the library */
  GtkWidget *window;
  PlannerSessionsPage *page;
} Fixture;

/* Ten hours on each of two days, with four sessions every half hour, each of which lasts an hour. */
static void
append_day (GString *events, int first, const char *date)
{
  for (int i = 0; i < 80; i++)
    {
      g_autofree char *start = g_strdup_printf ("%02d:%02d", 9 + i / 8, i % 8 < 4 ? 0 : 30);
      g_autofree char *title = g_strdup_printf ("Talk %d", first + i);

      ui_append_event (events, first + i, date, start, title, "Main");
    }
}

static void
add_conference (Fixture *fixture)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autofree char *path = g_build_filename (fixture->base.folder, "large.json", NULL);
  g_autofree char *feed = NULL;
  g_autoptr (GError) error = NULL;

  append_day (first, 100, "2037-07-01");
  append_day (second, 200, "2037-07-02");
  feed = ui_make_schedule ("1", "Large", first, second);
  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  fixture->conference = add_to_library (fixture->base.library, path, &error);
  g_assert_no_error (error);
}

static void
open_page (Fixture *fixture, gint64 now_utc)
{
  planner_time_source_set_now_us (planner_library_get_time_source (fixture->base.library),
                                  now_utc * G_USEC_PER_SEC);
  g_object_set (fixture->page, "now-utc", now_utc, NULL);
  planner_sessions_page_show (fixture->page, fixture->conference, PLANNER_SCOPE_ALL, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_frames (GTK_WIDGET (fixture->page));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = adw_navigation_view_new ();

  ui_set_up (&fixture->base, NULL);
  add_conference (fixture);
  fixture->page = planner_sessions_page_new ();
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 500);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (fixture->page));
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_iterate ();
  g_assert_null (page);
  ui_tear_down (&fixture->base, NULL);
}

static GtkWidget *
get_list (Fixture *fixture)
{
  return ui_find_widget (fixture->page, GTK_TYPE_LIST_VIEW);
}

static GtkWidget *
get_now_button (Fixture *fixture)
{
  return ui_find_button (GTK_WIDGET (fixture->page), "Now");
}

/* Returns: (nullable): the first row on screen */
static PlannerSessionRow *
find_top_row (Fixture *fixture)
{
  GtkWidget *list = get_list (fixture);
  PlannerSessionRow *top = NULL;
  double top_y = 0;

  for (GtkWidget *item = gtk_widget_get_first_child (list); item; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);
      graphene_rect_t bounds;

      if (!PLANNER_IS_SESSION_ROW (row) || !gtk_widget_get_mapped (row) ||
          !gtk_widget_compute_bounds (row, list, &bounds) || bounds.origin.y < 0)
        continue;
      if (!top || bounds.origin.y < top_y)
        {
          top = PLANNER_SESSION_ROW (row);
          top_y = bounds.origin.y;
        }
    }

  return top;
}

/* The keys of the first section of the day are 100 to 103 or 200 to 203, and so on. */
static void
assert_top (Fixture *fixture, int first_key)
{
  PlannerSessionRow *row = find_top_row (fixture);
  int n;

  g_assert_nonnull (row);
  g_assert_cmpfloat (gtk_widget_get_opacity (get_list (fixture)), ==, 1.0);
  n = atoi (planner_entry_get_session (planner_session_row_get_entry (row))->title.shown + strlen ("Talk "));
  g_assert_cmpint (n, >=, first_key);
  g_assert_cmpint (n, <, first_key + 4);
}

static void
assert_day (Fixture *fixture, const char *day)
{
  PlannerDaySwitch *day_switch = ui_find_widget (fixture->page, PLANNER_TYPE_DAY_SWITCH);

  g_assert_cmpstr (planner_day_switch_get_day (day_switch), ==, day);
}

static void
test_running (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, NOW);

  assert_top (fixture, 232);
  assert_day (fixture, "2037-07-02");
  g_assert_false (gtk_widget_get_visible (get_now_button (fixture)));
}

/* The next Tab or Down goes to the present, not to the first session of the conference. */
static void
test_cursor_is_at_present (Fixture *fixture, gconstpointer data)
{
  PlannerSessionRow *top;

  open_page (fixture, NOW);
  top = find_top_row (fixture);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  gtk_widget_child_focus (get_list (fixture), GTK_DIR_TAB_FORWARD);
  g_assert_true (planner_session_row_find_focused (GTK_WIDGET (fixture->page)) ==
                 planner_session_row_get_entry (top));
}

static PlannerEntry *
find_talk (Fixture *fixture, const char *title)
{
  GListModel *entries = planner_conference_get_entries (fixture->conference);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (entries, i);

      if (g_str_equal (planner_entry_get_session (entry)->title.shown, title))
        return entry;
    }

  g_assert_not_reached ();
}

static void
star (Fixture *fixture, const char *title, gboolean starred, guint n_stars)
{
  planner_conference_set_starred_async (fixture->conference, find_talk (fixture, title), starred, NULL, NULL,
                                        NULL);
  ui_wait_for_stars (fixture->conference, n_stars);
  ui_wait_for_frames (GTK_WIDGET (fixture->page));
}

/* Checks which of two headings, of 9:00 and 9:30 on the second day, shows the day. */
static void
assert_day_above (Fixture *fixture, const char *time)
{
  GtkWidget *day = ui_find_label (GTK_WIDGET (fixture->page), "Thursday, 2 July");

  g_assert_nonnull (day);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_next_sibling (day))), ==, time);
}

/* The first session of a day has the day above it, also after the one before it has come or gone. */
static void
test_day_of_stars (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, NOW);
  star (fixture, "Talk 100", TRUE, 1);
  star (fixture, "Talk 200", TRUE, 2);
  star (fixture, "Talk 204", TRUE, 3);
  planner_sessions_page_show (fixture->page, fixture->conference, PLANNER_SCOPE_MY_SCHEDULE, NULL);
  ui_wait_for_frames (GTK_WIDGET (fixture->page));
  assert_day_above (fixture, "09:00");

  star (fixture, "Talk 200", FALSE, 2);
  assert_day_above (fixture, "09:30");

  star (fixture, "Talk 200", TRUE, 3);
  assert_day_above (fixture, "09:00");
}

static void
test_not_running (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, NOW + *(const gint64 *) data);

  assert_top (fixture, 100);
  assert_day (fixture, "2037-07-01");
  g_assert_false (gtk_widget_get_visible (get_now_button (fixture)));
}

static void
test_now_button (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  open_page (fixture, NOW);
  gtk_list_view_scroll_to (GTK_LIST_VIEW (get_list (fixture)), 0, GTK_LIST_SCROLL_NONE, NULL);
  ui_wait_for_frames (GTK_WIDGET (fixture->page));
  button = get_now_button (fixture);
  g_assert_true (gtk_widget_get_visible (button));

  g_signal_emit_by_name (button, "clicked");
  ui_wait_for_frames (GTK_WIDGET (fixture->page));
  assert_top (fixture, 232);
  assert_day (fixture, "2037-07-02");
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_nonnull (gtk_widget_get_focus_child (get_list (fixture)));
}

/* Another program may star a session of an earlier day while My Schedule shows the present. The list stays where it is, so the day
 * does, too. */
static void
test_day_of_new_row (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Talk 224", "Talk 232", "Talk 240", "Talk 248", "Talk 256" };

  open_page (fixture, NOW);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    star (fixture, titles[i], TRUE, i + 1);
  planner_sessions_page_show (fixture->page, fixture->conference, PLANNER_SCOPE_MY_SCHEDULE, NULL);
  ui_wait_for_frames (GTK_WIDGET (fixture->page));
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_list (fixture))), 20);
  ui_wait_for_frames (GTK_WIDGET (fixture->page));
  assert_day (fixture, "2037-07-02");

  star (fixture, "Talk 100", TRUE, G_N_ELEMENTS (titles) + 1);
  ui_wait_for_frames (GTK_WIDGET (fixture->page));
  assert_top (fixture, 224);
  assert_day (fixture, "2037-07-02");
}

/* Returns: the part of the uppermost row or heading that is cut off, in pixels */
static double
measure_cut (Fixture *fixture)
{
  GtkWidget *list = get_list (fixture);

  for (GtkWidget *item = gtk_widget_get_first_child (list); item; item = gtk_widget_get_next_sibling (item))
    {
      graphene_rect_t bounds;

      if (gtk_widget_get_mapped (item) && gtk_widget_compute_bounds (item, list, &bounds) &&
          bounds.origin.y < 0 && bounds.origin.y + bounds.size.height > 0)
        return -bounds.origin.y;
    }

  return 0;
}

/* The list is a little higher than the window, so the present cannot reach the top. */
static void
test_whole_top (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Talk 224", "Talk 232", "Talk 240", "Talk 248", "Talk 256" };
  GtkAdjustment *adjustment;

  open_page (fixture, NOW);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    star (fixture, titles[i], TRUE, i + 1);
  planner_sessions_page_show (fixture->page, fixture->conference, PLANNER_SCOPE_MY_SCHEDULE, NULL);
  ui_wait_for_frames (GTK_WIDGET (fixture->page));
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_list (fixture)));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpfloat (measure_cut (fixture), ==, 0);
  g_assert_false (gtk_widget_get_visible (get_now_button (fixture)));
}

/* Returns: how much of the row of a session is below the list, in pixels */
static double
measure_hidden (Fixture *fixture, const char *title)
{
  GtkWidget *list = get_list (fixture);
  GtkWidget *row = ui_find_label (list, title);
  graphene_rect_t bounds;

  g_assert_true (row && gtk_widget_compute_bounds (row, list, &bounds));

  return bounds.origin.y + bounds.size.height - gtk_widget_get_height (list);
}

/* In some of these windows, a whole heading at the top would leave no room for the session that runs. */
static void
test_whole_last_row (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Talk 224", "Talk 232", "Talk 240", "Talk 248", "Talk 256" };

  open_page (fixture, NOW + 3 * HOUR);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    star (fixture, titles[i], TRUE, i + 1);
  for (int height = 400; height <= 500; height += 50)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, height);
      planner_sessions_page_show (fixture->page, fixture->conference, PLANNER_SCOPE_ALL, NULL);
      ui_wait_for_frames (GTK_WIDGET (fixture->page));
      planner_sessions_page_show (fixture->page, fixture->conference, PLANNER_SCOPE_MY_SCHEDULE, NULL);
      ui_wait_for_frames (GTK_WIDGET (fixture->page));
      g_test_message ("%d pixels: the top lacks %g, the end %g", height, measure_cut (fixture),
                      measure_hidden (fixture, "Talk 256"));
      g_assert_cmpfloat (measure_hidden (fixture, "Talk 256"), <=, 0);
    }
}

/* A banner above the list makes it lower. */
static void
test_lower_list (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Talk 224", "Talk 232", "Talk 240", "Talk 248",
                                        "Talk 256", "Talk 264", "Talk 272" };
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_list (fixture)));
  GtkWidget *banner = adw_banner_new ("Banner");

  open_page (fixture, NOW);
  adw_toolbar_view_add_top_bar (ui_find_widget (fixture->page, ADW_TYPE_TOOLBAR_VIEW), banner);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    star (fixture, titles[i], TRUE, i + 1);
  planner_sessions_page_show (fixture->page, fixture->conference, PLANNER_SCOPE_MY_SCHEDULE, NULL);
  ui_wait_for_frames (GTK_WIDGET (fixture->page));

  for (int value = 30; value < 180; value += 30)
    {
      gtk_adjustment_set_value (adjustment, value);
      ui_wait_for_frames (GTK_WIDGET (fixture->page));
      adw_banner_set_revealed (ADW_BANNER (banner), TRUE);
      ui_wait_for_frames (GTK_WIDGET (fixture->page));
      g_assert_cmpint (gtk_widget_get_height (banner), >, 0);
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
      adw_banner_set_revealed (ADW_BANNER (banner), FALSE);
      ui_wait_for_frames (GTK_WIDGET (fixture->page));
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
    }
}

/* The last day cannot reach the top either. It stays the current one. */
static void
test_whole_top_of_day (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Talk 100", "Talk 108", "Talk 116", "Talk 124",
                                        "Talk 132", "Talk 200", "Talk 208" };
  PlannerDaySwitch *day_switch = ui_find_widget (fixture->page, PLANNER_TYPE_DAY_SWITCH);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_list (fixture)));

  open_page (fixture, NOW + 3 * 24 * HOUR);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    star (fixture, titles[i], TRUE, i + 1);
  planner_sessions_page_show (fixture->page, fixture->conference, PLANNER_SCOPE_MY_SCHEDULE, NULL);
  ui_wait_for_frames (GTK_WIDGET (fixture->page));
  planner_day_switch_set_day (day_switch, "2037-07-02");
  g_signal_emit_by_name (day_switch, "chosen", "2037-07-02");
  ui_wait_for_frames (GTK_WIDGET (fixture->page));
  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->page), "Thursday, 2 July"));
  g_assert_cmpfloat (measure_cut (fixture), ==, 0);
  assert_day (fixture, "2037-07-02");

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 5);
  ui_wait_for_frames (GTK_WIDGET (fixture->page));
  assert_day (fixture, "2037-07-02");
}

/* The header bar of a narrow window has room for the button, also with large text. */
static void
test_now_button_of_large_text (Fixture *fixture, gconstpointer data)
{
  int minimum;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 500);
  open_page (fixture, NOW);
  gtk_list_view_scroll_to (GTK_LIST_VIEW (get_list (fixture)), 0, GTK_LIST_SCROLL_NONE, NULL);
  ui_wait_for_frames (GTK_WIDGET (fixture->page));
  g_assert_true (gtk_widget_get_visible (get_now_button (fixture)));
  gtk_widget_measure (gtk_widget_get_ancestor (get_now_button (fixture), ADW_TYPE_HEADER_BAR),
                      GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
}

static void
wait_until_visible (GtkWidget *widget, gboolean visible)
{
  while (gtk_widget_get_visible (widget) != visible)
    g_main_context_iteration (NULL, TRUE);
  ui_wait_for_frames (gtk_widget_get_parent (widget));
}

/* The button follows the timetable while that is on screen, not the list behind it. */
static void
test_now_button_of_timetable (Fixture *fixture, gconstpointer data)
{
  GtkWidget *timetable = ui_find_widget (fixture->page, PLANNER_TYPE_TIMETABLE_VIEW);
  PlannerDaySwitch *day_switch = ui_find_widget (fixture->page, PLANNER_TYPE_DAY_SWITCH);
  GtkWidget *button = get_now_button (fixture);
  GtkAdjustment *adjustment;
  double present;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 500);
  planner_view_state_set_show_timetable (planner_conference_get_view_state (fixture->conference), TRUE);
  open_page (fixture, NOW);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (timetable));
  present = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (present, >, 0);
  g_assert_false (gtk_widget_get_visible (button));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  wait_until_visible (button, TRUE);
  g_signal_emit_by_name (button, "clicked");
  wait_until_visible (button, FALSE);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), present, CLOCK_PX);
  g_assert_nonnull (gtk_widget_get_focus_child (timetable));

  g_signal_emit_by_name (day_switch, "chosen", "2037-07-01");
  planner_day_switch_set_day (day_switch, "2037-07-01");
  wait_until_visible (button, TRUE);
  g_signal_emit_by_name (button, "clicked");
  wait_until_visible (button, FALSE);
  assert_day (fixture, "2037-07-02");
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), present, CLOCK_PX);
}

/* A list that was hidden by the timetable opens at the present if the timetable showed that day. */
static void
test_list_after_timetable (Fixture *fixture, gconstpointer data)
{
  PlannerViewState *state = planner_conference_get_view_state (fixture->conference);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 500);
  open_page (fixture, NOW);
  planner_view_state_set_show_timetable (state, TRUE);
  ui_wait_for_frames (GTK_WIDGET (fixture->page));
  planner_view_state_set_show_timetable (state, FALSE);
  ui_wait_for_frames (GTK_WIDGET (fixture->page));
  assert_day (fixture, "2037-07-02");
  assert_top (fixture, 232);
  g_assert_false (gtk_widget_get_visible (get_now_button (fixture)));
}

/* A list that showed the present before the window was hidden shows it again. */
static void
test_background (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, NOW);
  g_object_set (fixture->page, "now-utc", NOW + 3 * HOUR, NULL);
  ui_wait_for_frames (GTK_WIDGET (fixture->page));

  assert_top (fixture, 256);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  g_autofree char *sentence = NULL;

  open_page (fixture, NOW);
  row = GTK_WIDGET (find_top_row (fixture));
  g_assert_true (gtk_widget_has_css_class (row, "running"));
  g_object_get (row, "sentence", &sentence, NULL);
  g_assert_nonnull (strstr (sentence, "running, 40 min left"));

  g_object_set (fixture->page, "now-utc", NOW + 60, NULL);
  g_clear_pointer (&sentence, g_free);
  g_object_get (row, "sentence", &sentence, NULL);
  g_assert_nonnull (strstr (sentence, "running, 39 min left"));

  g_object_set (row, "now-utc", NOW + HOUR, NULL);
  g_clear_pointer (&sentence, g_free);
  g_object_get (row, "sentence", &sentence, NULL);
  g_assert_nonnull (strstr (sentence, ", over, "));
  g_assert_true (gtk_widget_has_css_class (row, "over"));
  g_assert_false (gtk_widget_has_css_class (row, "running"));
}

int
main (int argc, char **argv)
{
  static const gint64 days_before = -3 * 24 * HOUR, days_after = 3 * 24 * HOUR;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_tolerate_frame_timings ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add ("/ui/sessions/L1/list-opens-at-the-present", Fixture, NULL, set_up, test_running, tear_down);
  g_test_add ("/ui/sessions/U9/cursor-is-at-the-present", Fixture, NULL, set_up, test_cursor_is_at_present,
              tear_down);
  g_test_add ("/ui/sessions/day-is-above-its-first-star", Fixture, NULL, set_up, test_day_of_stars,
              tear_down);
  g_test_add ("/ui/sessions/day-stays-when-another-day-gets-a-star", Fixture, NULL, set_up,
              test_day_of_new_row, tear_down);
  g_test_add ("/ui/sessions/L3/list-opens-at-first-day-before", Fixture, &days_before, set_up,
              test_not_running, tear_down);
  g_test_add ("/ui/sessions/L3/list-opens-at-first-day-afterwards", Fixture, &days_after, set_up,
              test_not_running, tear_down);
  g_test_add ("/ui/sessions/L1/now-button-leads-back", Fixture, NULL, set_up, test_now_button, tear_down);
  g_test_add ("/ui/sessions/L1/top-is-whole-at-the-end", Fixture, NULL, set_up, test_whole_top, tear_down);
  g_test_add ("/ui/sessions/L1/running-session-is-whole-at-the-end", Fixture, NULL, set_up,
              test_whole_last_row, tear_down);
  g_test_add ("/ui/sessions/top-stays-below-banner", Fixture, NULL, set_up, test_lower_list, tear_down);
  g_test_add ("/ui/sessions/L3/top-is-whole-at-last-day", Fixture, NULL, set_up, test_whole_top_of_day,
              tear_down);
  g_test_add ("/ui/sessions/U7/now-button-fits-with-large-text", Fixture, NULL, set_up,
              test_now_button_of_large_text, tear_down);
  g_test_add ("/ui/sessions/L1/now-button-of-timetable-leads-back", Fixture, NULL, set_up,
              test_now_button_of_timetable, tear_down);
  g_test_add ("/ui/sessions/L1/list-opens-at-the-present-after-timetable", Fixture, NULL, set_up,
              test_list_after_timetable, tear_down);
  g_test_add ("/ui/sessions/L1/list-follows-after-background", Fixture, NULL, set_up, test_background,
              tear_down);
  g_test_add ("/ui/sessions/L2/rows-say-running-and-over", Fixture, NULL, set_up, test_rows, tear_down);

  return g_test_run ();
}

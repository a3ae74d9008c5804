/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A conference of three sessions, of which a new edition moves the first, leaves out the second, keeps the third and brings
 * a fourth. */

#include "config.h"

#include "ui/shown-texts.h"
#include "ui/ui-fixture.h"

#include "library/planner-conference-refresh.h"
#include "ui/changes/planner-change-row.h"
#include "ui/changes/planner-changes-page.h"
#include "ui/details/planner-details-page.h"
#include "ui/sessions/planner-row-star.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/window/planner-sidebar-item.h"
#include "ui/window/planner-window.h"

typedef struct
{
  UiFixture ui;
  GSettings *settings;
  PlannerWindow *window;
} Fixture;

static char *
make_next_feed (void)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  ui_append_event (first, 1, "2037-07-01", "14:00", "R&D <3", "Rust & Co");
  ui_append_event (second, 3, "2037-07-02", "10:00", "Wiener café", "Food");
  ui_append_event (second, 4, "2037-07-02", "12:00", "An <i>encore</i>", "Food");

  return ui_make_schedule ("2", "Test", first, second);
}

static gboolean
try_refresh (Fixture *fixture, const char *feed, GError **error)
{
  g_autofree char *path = g_build_filename (fixture->ui.folder, "schedule.json", NULL);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  planner_conference_refresh_async (fixture->ui.conference, NULL, keep_result_cb, &result);

  return planner_conference_refresh_finish (fixture->ui.conference, wait_for_result (&result), error);
}

static void
refresh (Fixture *fixture, char *feed)
{
  g_autofree char *owned = feed;
  g_autoptr (GError) error = NULL;

  try_refresh (fixture, owned, &error);
  g_assert_no_error (error);
}

static void
activate (Fixture *fixture, const char *action, const char *parameter)
{
  if (parameter)
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, "s", parameter);
  else
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_set_up (&fixture->ui, NULL);
  fixture->settings = g_settings_new (APP_ID);
  g_settings_set_int64 (fixture->settings, "selected-conference",
                        planner_conference_get_id (fixture->ui.conference));
  g_settings_set_string (fixture->settings, "selected-view", "all");
  fixture->window = planner_window_new (NULL, fixture->ui.library, fixture->settings);
  planner_window_library_loaded (fixture->window, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* A task that runs, such as a write to the store, holds the window until it ends. */
  while (fixture->window)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&fixture->settings);
  ui_tear_down (&fixture->ui, NULL);
}

static PlannerChangeList *
get_changes (Fixture *fixture)
{
  return planner_conference_get_changes (fixture->ui.conference);
}

static GtkWidget *
find_page (Fixture *fixture)
{
  return ui_find_widget (GTK_WIDGET (fixture->window), PLANNER_TYPE_CHANGES_PAGE);
}

static gboolean
is_seen_on_page (Fixture *fixture, const char *text)
{
  GtkWidget *page = find_page (fixture);
  GtkWidget *label = page ? ui_find_label (page, text) : NULL;

  return label && gtk_widget_get_mapped (label);
}

static AdwSidebarItem *
find_sidebar_item (Fixture *fixture)
{
  AdwSidebar *sidebar = ADW_SIDEBAR (ui_find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_SIDEBAR));

  for (guint i = 0; adw_sidebar_get_item (sidebar, i); i++)
    {
      AdwSidebarItem *item = adw_sidebar_get_item (sidebar, i);

      if (g_str_equal (planner_sidebar_item_get_view (PLANNER_SIDEBAR_ITEM (item)), "changes"))
        return item;
    }

  return NULL;
}

static void
assert_sidebar (Fixture *fixture, gboolean visible, guint expected)
{
  AdwSidebarItem *item = find_sidebar_item (fixture);
  guint count = 0;

  if (item && adw_sidebar_item_get_visible (item))
    g_object_get (item, "count", &count, NULL);
  g_assert_cmpint (item && adw_sidebar_item_get_visible (item), ==, visible);
  g_assert_cmpuint (count, ==, expected);
}

static PlannerMark
get_mark (Fixture *fixture, int n)
{
  return planner_entry_get_mark (ui_find_entry (&fixture->ui, n));
}

static char *
make_key (int n)
{
  return g_strdup_printf (KEY_FORMAT, n);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  assert_sidebar (fixture, FALSE, 0);
  activate (fixture, "win.show-view", "changes");
  g_assert_null (find_page (fixture));
  g_assert_null (ui_find_widget (GTK_WIDGET (fixture->window), PLANNER_TYPE_CHANGES_PAGE));
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *moved = make_key (1);

  refresh (fixture, make_next_feed ());
  assert_sidebar (fixture, TRUE, 3);
  g_assert_cmpint (get_mark (fixture, 1), ==, PLANNER_MARK_CHANGED);
  g_assert_cmpint (get_mark (fixture, 3), ==, PLANNER_MARK_NONE);
  g_assert_cmpint (get_mark (fixture, 4), ==, PLANNER_MARK_NEW);
  ui_wait_for_label (GTK_WIDGET (fixture->window), "Changed");
  ui_wait_for_label (GTK_WIDGET (fixture->window), "New");

  activate (fixture, "win.show-session", moved);
  g_assert_cmpint (get_mark (fixture, 1), ==, PLANNER_MARK_NONE);
  g_assert_cmpint (get_mark (fixture, 4), ==, PLANNER_MARK_NEW);
  assert_sidebar (fixture, TRUE, 2);
  g_assert_nonnull (ui_find_label (ui_find_widget (GTK_WIDGET (fixture->window), PLANNER_TYPE_DETAILS_PAGE),
                                   "10:00 – 11:00 → 14:00 – 15:00\nTimes in UTC+2"));
}

/* The venue is in Berlin, the computer in UTC. */
static void
test_zone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *moved = make_key (1);

  refresh (fixture, make_next_feed ());
  activate (fixture, "win.show-view", "changes");
  ui_wait_for_label (find_page (fixture), "10:00 – 11:00 → 14:00 – 15:00");
  g_assert_true (is_seen_on_page (fixture, "Times in UTC+2"));

  g_settings_set_boolean (fixture->settings, "local-time", TRUE);
  ui_wait_for_label (find_page (fixture), "08:00 – 09:00 → 12:00 – 13:00");
  g_assert_false (is_seen_on_page (fixture, "Times in UTC+2"));
  activate (fixture, "win.show-session", moved);
  g_assert_nonnull (ui_find_label (ui_find_widget (GTK_WIDGET (fixture->window), PLANNER_TYPE_DETAILS_PAGE),
                                   "08:00 – 09:00 → 12:00 – 13:00"));
  g_settings_reset (fixture->settings, "local-time");
}

static void
test_marks_are_spoken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerSessionRow) row = g_object_ref_sink (planner_session_row_new ());
  g_autofree char *marked = NULL, *unmarked = NULL;
  g_autofree char *moved = make_key (1);

  refresh (fixture, make_next_feed ());
  g_object_set (row, "entry", ui_find_entry (&fixture->ui, 1), NULL);
  g_object_get (row, "sentence", &marked, NULL);
  g_assert_cmpstr (marked, ==, "R&D <3, Changed, Ann <i>O</i> & Co, 14:00 – 15:00, Hall, not starred");
  planner_change_list_set_seen (get_changes (fixture), (const char *const[]) { moved, NULL });
  g_object_get (row, "sentence", &unmarked, NULL);
  g_assert_cmpstr (unmarked, ==, "R&D <3, Ann <i>O</i> & Co, 14:00 – 15:00, Hall, not starred");
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  ui_star (&fixture->ui, 2, TRUE);
  refresh (fixture, make_next_feed ());
  activate (fixture, "win.show-view", "changes");
  ui_wait_for_label (find_page (fixture), "An <i>encore</i>");
  g_assert_true (is_seen_on_page (fixture, "R&D <3"));
  g_assert_true (is_seen_on_page (fixture, "A <b>bold</b> talk"));
  g_assert_true (is_seen_on_page (fixture, "Withdrawn or Cancelled"));
  g_assert_false (is_seen_on_page (fixture, "Wiener café"));

  activate (fixture, "win.review-changes", NULL);
  g_assert_true (is_seen_on_page (fixture, "A <b>bold</b> talk"));
  g_assert_false (is_seen_on_page (fixture, "R&D <3"));
}

/* The star is where the rows of sessions have theirs. */
static void
test_star_place (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row, *star;
  graphene_rect_t bounds;

  ui_load_style ();
  ui_star (&fixture->ui, 2, TRUE);
  refresh (fixture, make_next_feed ());
  activate (fixture, "win.review-changes", NULL);
  row = ui_find_widget (find_page (fixture), PLANNER_TYPE_CHANGE_ROW);
  star = ui_find_widget (row, GTK_TYPE_IMAGE);
  g_assert_true (gtk_widget_get_mapped (star));
  g_assert_true (gtk_widget_compute_bounds (star, row, &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width / 2, ==,
                     (float) gtk_widget_get_width (row) - PLANNER_ROW_STAR_WIDTH / 2.0f);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y + bounds.size.height / 2, PLANNER_ROW_STAR_HEIGHT / 2.0f,
                                  1.5);
}

static char *
make_renamed_feed (void)
{
  g_autofree char *feed = ui_make_feed ();
  g_autoptr (GString) renamed = g_string_new (feed);

  g_string_replace (renamed, "Wiener café", "Grazer café", 0);
  g_string_replace (renamed, "A <b>bold</b> talk", "A shy talk", 0);

  return g_strdup (renamed->str);
}

/* Among many changes, those of the attendee's sessions come before the others. */
static void
test_sections (Fixture *fixture, gconstpointer data)
{
  ui_star (&fixture->ui, 3, TRUE);
  refresh (fixture, make_renamed_feed ());
  activate (fixture, "win.show-view", "changes");
  ui_wait_for_label (find_page (fixture), "Grazer café");
  g_assert_true (is_seen_on_page (fixture, "Other Changes to Your Sessions"));
  g_assert_true (is_seen_on_page (fixture, "Other Changes"));

  ui_star (&fixture->ui, 3, FALSE);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  g_assert_false (is_seen_on_page (fixture, "Other Changes to Your Sessions"));
  g_assert_true (is_seen_on_page (fixture, "Other Changes"));
}

/* A heading has several lines instead of an ellipsis, so it fits into a narrow window with large text. */
static void
test_heading_of_large_text (Fixture *fixture, gconstpointer data)
{
  GtkWidget *heading;
  int minimum;

  ui_star (&fixture->ui, 3, TRUE);
  refresh (fixture, make_renamed_feed ());
  activate (fixture, "win.show-view", "changes");
  ui_wait_for_label (find_page (fixture), "Grazer café");
  ui_set_text_scale (2);
  heading = ui_find_label (find_page (fixture), "Other Changes to Your Sessions");
  gtk_widget_measure (heading, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 340);
  g_assert_true (gtk_label_get_ellipsize (GTK_LABEL (heading)) == PANGO_ELLIPSIZE_NONE);
  ui_set_text_scale (1);
}

static void
test_leave (Fixture *fixture, gconstpointer data)
{
  ui_star (&fixture->ui, 2, TRUE);
  refresh (fixture, make_next_feed ());
  activate (fixture, "win.review-changes", NULL);
  assert_sidebar (fixture, TRUE, 3);
  activate (fixture, "win.show-view", "all");
  assert_sidebar (fixture, TRUE, 2);
  activate (fixture, "win.show-view", "changes");
  activate (fixture, "win.show-view", "all");
  assert_sidebar (fixture, TRUE, 0);
  g_assert_cmpint (get_mark (fixture, 4), ==, PLANNER_MARK_NONE);
}

/* Opening one session and going back leaves the other changes unseen. */
static void
test_details_and_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *moved = make_key (1);

  refresh (fixture, make_next_feed ());
  activate (fixture, "win.show-view", "changes");
  activate (fixture, "win.show-session", moved);
  assert_sidebar (fixture, TRUE, 2);
  activate (fixture, "navigation.pop", NULL);
  assert_sidebar (fixture, TRUE, 2);
}

/* @hour: the start of the first five of nine sessions. @n: how many of the others there are. */
static char *
make_long_feed (int hour, int n)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  for (int i = 1; i <= 5 + n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Talk %d", i);
      g_autofree char *start = g_strdup_printf ("%d:00", i <= 5 ? hour : 10);

      ui_append_event (first, i, "2037-07-01", start, title, "Food");
    }
  ui_append_event (second, 9, "2037-07-02", "10:00", "Talk 9", "Food");

  return ui_make_schedule ("2", "Test", first, second);
}

/* A list keeps its rows in place when others are added above them, also while it is hidden. */
static void
test_opens_at_top (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 300);
  refresh (fixture, make_long_feed (10, 3));
  refresh (fixture, make_long_feed (14, 3));
  activate (fixture, "win.show-view", "changes");
  adjustment = gtk_scrollable_get_vadjustment (ui_find_widget (find_page (fixture), GTK_TYPE_LIST_VIEW));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  activate (fixture, "win.show-view", "all");
  refresh (fixture, make_long_feed (14, 0));
  activate (fixture, "win.show-view", "changes");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  gtk_adjustment_set_value (adjustment, 200);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  activate (fixture, "win.show-view", "all");
  activate (fixture, "win.show-view", "changes");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  /* The settings keep the size for the next window. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
}

static AdwBanner *
find_banner (GtkWidget *widget, const char *title)
{
  AdwBanner *found = NULL;

  if (ADW_IS_BANNER (widget) && g_str_equal (adw_banner_get_title (ADW_BANNER (widget)), title) &&
      adw_banner_get_revealed (ADW_BANNER (widget)))
    return ADW_BANNER (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_banner (child, title);

  return found;
}

static void
test_banner (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  ui_star (&fixture->ui, 1, TRUE);
  ui_star (&fixture->ui, 2, TRUE);
  ui_star (&fixture->ui, 3, TRUE);
  refresh (fixture, make_next_feed ());
  g_assert_null (find_banner (window, "2 of your sessions have changed"));
  activate (fixture, "win.show-view", "my-schedule");
  g_assert_nonnull (find_banner (window, "2 of your sessions have changed"));
  ui_star (&fixture->ui, 1, FALSE);
  g_assert_nonnull (find_banner (window, "1 of your sessions has changed"));
  activate (fixture, "win.review-changes", NULL);
  activate (fixture, "win.show-view", "my-schedule");
  g_assert_null (find_banner (window, "1 of your sessions has changed"));
}

static char *
make_next_years_feed (void)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  ui_append_event (first, 6, "2038-07-01", "10:00", "Opening", "Food");
  ui_append_event (second, 7, "2038-07-02", "10:00", "Closing", "Food");

  return ui_make_schedule ("2", "Test 2038", first, second);
}

static void
test_next_year (Fixture *fixture, gconstpointer data)
{
  const char *sentence = "This is now the schedule of “Test 2038”. Your stars of “Test” are kept.";
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *dismiss;

  ui_star (&fixture->ui, 1, TRUE);
  g_assert_null (find_banner (window, sentence));
  g_assert_false (try_refresh (fixture, "<html>Sign in</html>", NULL));
  refresh (fixture, make_next_years_feed ());
  dismiss = ui_find_button (GTK_WIDGET (find_banner (window, sentence)), "_Dismiss");
  g_assert_true (gtk_widget_is_sensitive (dismiss));
  g_signal_emit_by_name (dismiss, "clicked");
  g_assert_null (find_banner (window, sentence));
  g_assert_cmpint (planner_conference_get_record (fixture->ui.conference)->replaced_utc, ==, 0);
}

static void
test_last_year (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  ui_star (&fixture->ui, 1, TRUE);
  activate (fixture, "win.show-view", "my-schedule");
  ui_wait_for_label (window, "Wednesday, 1 July");
  refresh (fixture, make_next_years_feed ());
  activate (fixture, "win.show-view", "all");
  activate (fixture, "win.show-view", "my-schedule");
  ui_wait_for_label (window, "Wednesday, 1 July 2037");
}

static void
test_dismiss (Fixture *fixture, gconstpointer data)
{
  refresh (fixture, make_next_feed ());
  activate (fixture, "win.show-view", "changes");
  planner_change_list_dismiss (get_changes (fixture));
  ui_wait_for_label (find_page (fixture), "No Changes");
  assert_sidebar (fixture, FALSE, 0);
  g_assert_cmpint (get_mark (fixture, 1), ==, PLANNER_MARK_NONE);
}

static void
test_back_as_it_was (Fixture *fixture, gconstpointer data)
{
  refresh (fixture, make_next_feed ());
  refresh (fixture, ui_make_feed ());
  assert_sidebar (fixture, FALSE, 0);
  g_assert_cmpint (get_mark (fixture, 1), ==, PLANNER_MARK_NONE);
}

static void
test_sentence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerChangeRow) row = g_object_ref_sink (planner_change_row_new ());
  g_autoptr (PlannerChangeItem) item = NULL;
  g_autofree char *unseen = NULL, *seen = NULL;

  refresh (fixture, make_next_feed ());
  item = g_list_model_get_item (G_LIST_MODEL (get_changes (fixture)), 0);
  g_object_set (row, "conference", fixture->ui.conference, "item", item, NULL);
  g_object_get (row, "sentence", &unseen, NULL);
  g_assert_cmpstr (unseen, ==, "R&D <3, 10:00 – 11:00 → 14:00 – 15:00, not starred, not seen yet");
  ui_star (&fixture->ui, 1, TRUE);
  planner_change_item_set_seen (item, TRUE);
  g_object_get (row, "sentence", &seen, NULL);
  g_assert_cmpstr (seen, ==, "R&D <3, 10:00 – 11:00 → 14:00 – 15:00, starred, seen");
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_tolerate_frame_timings ();

#define ADD(path, test) g_test_add ("/ui/changes/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("no-changes-without-second-edition", test_nothing);
  ADD ("rows-show-changes", test_marks);
  ADD ("R13/times-are-in-the-chosen-zone", test_zone);
  ADD ("U4/changes-are-spoken", test_marks_are_spoken);
  ADD ("filter-lists-own-sessions", test_filter);
  ADD ("star-is-in-its-usual-place", test_star_place);
  ADD ("own-sessions-come-first", test_sections);
  ADD ("U7/heading-of-large-text-is-whole", test_heading_of_large_text);
  ADD ("leaving-marks-changes-seen", test_leave);
  ADD ("opens-at-top", test_opens_at_top);
  ADD ("details-mark-only-their-session-seen", test_details_and_back);
  ADD ("R10/banner-reports-own-changes", test_banner);
  ADD ("L5/banner-reports-next-years-conference", test_next_year);
  ADD ("L5/days-of-last-year-have-the-year", test_last_year);
  ADD ("clearing-removes-changes", test_dismiss);
  ADD ("reverted-change-disappears", test_back_as_it_was);
  ADD ("U4/row-is-spoken-in-one-sentence", test_sentence);
#undef ADD

  return g_test_run ();
}

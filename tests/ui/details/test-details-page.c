/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "model/planner-lead.h"
#include "plan/planner-reminders.h"
#include "ui/widgets/planner-rows.h"
#include "ui/details/planner-details-page.h"
#include "ui/widgets/planner-lead-row.h"

static GtkWidget *
make_page (UiFixture *fixture, int n)
{
  return g_object_ref_sink (
      GTK_WIDGET (planner_details_page_new (fixture->conference, ui_find_entry (fixture, n))));
}

static void
test_literal (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = make_page (fixture, 1);

  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==, "R&D <3");
  g_assert_nonnull (ui_find_label (page, "R&D <3"));
  g_assert_nonnull (ui_find_label (page, "Rust & Co"));
  g_assert_nonnull (ui_find_label (page, "Ann <i>O</i> & Co"));
  g_assert_nonnull (ui_find_label (page, "All of it & more"));
  g_assert_finalize_object (page);
}

static void
test_times (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = make_page (fixture, 1);
  GtkWidget *local = ui_find_label (page, "08:00 – 09:00");

  g_assert_nonnull (ui_find_label (page, "Wednesday, 1 July 2037, 10:00 – 11:00"));
  g_assert_nonnull (ui_find_label (page, "Venue Time"));
  g_assert_nonnull (local);
  local = gtk_widget_get_ancestor (local, ADW_TYPE_ACTION_ROW);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (local)), ==, 1);
  g_object_set (page, "local-time", TRUE, NULL);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (local)), ==, 0);
  g_assert_finalize_object (page);
}

static void
test_link_rows (void)
{
  static const struct
  {
    const char *title;
    const char *uri;
    const char *shown;
  } cases[] = {
    { "Slides", "https://example.org/a/very/long/path?x=1", "Slides" },
    { NULL, "https://example.org/a/very/long/path?x=1", "example.org" },
    { NULL, "mailto:ann@example.org", "ann@example.org" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = g_object_ref_sink (planner_link_row_new (cases[i].title, cases[i].uri));

      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, cases[i].shown);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, cases[i].uri);
      g_assert_null (ui_find_label (row, cases[i].uri));
      g_assert_finalize_object (row);
    }
  g_assert_null (planner_link_row_new ("Slides", "javascript:alert(1)"));
}

/* Returns the first star button. */
static GtkWidget *
find_star (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.toggle-star") == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_star (child);

  return found;
}

/* Returns a group of rows, which may be hidden. */
static GtkWidget *
find_group (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_GROUP (widget) &&
      g_strcmp0 (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget)), title) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_group (child, title);

  return found;
}

static float
get_y (GtkWidget *window, const char *text)
{
  graphene_rect_t bounds;

  ui_wait_for_frames (window);
  g_assert_true (gtk_widget_compute_bounds (ui_find_label (window, text), window, &bounds));

  return bounds.origin.y;
}

static GtkWidget *
find_tooltip (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (gtk_widget_get_mapped (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_tooltip (child, text);

  return found;
}

/* The clash appears below the text, and as an icon beside the time. */
static void
test_clash_moves_no_text (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = GTK_WIDGET (planner_details_page_new (fixture->conference, ui_find_entry (fixture, 1)));
  GtkWidget *view = adw_navigation_view_new ();
  float y;

  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 600);
  gtk_window_present (GTK_WINDOW (window));
  ui_star (fixture, 1, TRUE);
  y = get_y (window, "All of it & more");
  ui_star (fixture, 2, TRUE);
  g_assert_nonnull (ui_find_label (find_group (page, "Clashes With"), "A <b>bold</b> talk"));
  g_assert_cmpfloat (get_y (window, "All of it & more"), ==, y);
  g_assert_nonnull (find_tooltip (page, "Clashes with A <b>bold</b> talk"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_star_and_clash (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = make_page (fixture, 1);
  GtkWidget *clashes = find_group (page, "Clashes With");

  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (find_star (page))), ==,
                   "planner-unstarred-symbolic");
  ui_star (fixture, 1, TRUE);
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (find_star (page))), ==, "starred-symbolic");
  g_assert_null (ui_find_label (clashes, "A <b>bold</b> talk"));
  ui_star (fixture, 2, TRUE);
  g_assert_nonnull (ui_find_label (clashes, "A <b>bold</b> talk"));
  g_assert_nonnull (ui_find_label (clashes, "10:30 – 11:30 · Hall"));
  g_object_set (page, "local-time", TRUE, NULL);
  g_assert_nonnull (ui_find_label (clashes, "08:30 – 09:30 · Hall"));
  ui_star (fixture, 2, FALSE);
  g_assert_null (ui_find_label (clashes, "A <b>bold</b> talk"));
  g_assert_finalize_object (page);
}

static void
test_star_is_spoken (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = make_page (fixture, 1);
  GtkAccessible *star = GTK_ACCESSIBLE (find_star (page));

  gtk_test_accessible_assert_property (star, GTK_ACCESSIBLE_PROPERTY_LABEL, "Star “R&D <3”");
  ui_star (fixture, 1, TRUE);
  gtk_test_accessible_assert_property (star, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove Star from “R&D <3”");
  g_assert_finalize_object (page);
}

static void
set_lead (UiFixture *fixture, int n, int lead_s)
{
  g_autoptr (GAsyncResult) result = NULL;

  planner_conference_set_lead_async (fixture->conference, ui_find_entry (fixture, n), lead_s, NULL,
                                     keep_result_cb, &result);
  g_assert_true (planner_conference_set_lead_finish (fixture->conference, wait_for_result (&result), NULL));
}

static const char *
get_choice (AdwComboRow *row)
{
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (row));
}

static void
chosen_cb (PlannerLeadRow *row, int lead_s, int *chosen_s)
{
  *chosen_s = lead_s;
}

/* Replaces the conference by the same one in a year that is over. */
static void
move_to_past (UiFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "past.json", NULL);
  g_autofree char *feed = ui_make_feed ();
  g_autoptr (GString) past = g_string_new (feed);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (past, "2037-07", "2015-07", 0), >, 0);
  g_assert_true (g_file_set_contents (path, past->str, -1, NULL));
  fixture->conference = add_to_library (fixture->library, path, &error);
  g_assert_no_error (error);
}

static void
test_no_reminder_afterwards (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) page = NULL;

  move_to_past (fixture);
  page = make_page (fixture, 1);
  ui_star (fixture, 1, TRUE);
  g_assert_false (gtk_widget_get_visible (ui_find_widget (page, PLANNER_TYPE_LEAD_ROW)));
}

/* The page goes by the clock of the program, and follows the present that its window shows. */
static void
test_no_choices_when_over (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) page = make_page (fixture, 1);
  g_autoptr (GtkWidget) later = NULL;
  const gint64 end_utc = planner_session_get_end_utc (planner_entry_get_session (ui_find_entry (fixture, 1)));

  ui_star (fixture, 1, TRUE);
  g_object_set (page, "now-utc", end_utc - 1, NULL);
  g_assert_true (gtk_widget_get_visible (ui_find_widget (page, PLANNER_TYPE_LEAD_ROW)));
  g_assert_true (gtk_widget_get_visible (ui_find_widget (page, ADW_TYPE_SWITCH_ROW)));
  g_object_set (page, "now-utc", end_utc, NULL);
  g_assert_false (gtk_widget_get_visible (ui_find_widget (page, PLANNER_TYPE_LEAD_ROW)));
  g_assert_false (gtk_widget_get_visible (ui_find_widget (page, ADW_TYPE_SWITCH_ROW)));

  planner_time_source_set_now_us (planner_library_get_time_source (fixture->library),
                                  end_utc * G_USEC_PER_SEC);
  later = make_page (fixture, 1);
  g_assert_false (gtk_widget_get_visible (ui_find_widget (later, PLANNER_TYPE_LEAD_ROW)));
}

static GtkAccessible *
find_row_of (GtkWidget *page, const char *text)
{
  return GTK_ACCESSIBLE (gtk_widget_get_ancestor (ui_find_label (page, text), ADW_TYPE_ACTION_ROW));
}

static void
test_facts_are_spoken (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) page = make_page (fixture, 1);

  gtk_test_accessible_assert_property (find_row_of (page, "Hall"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Where, Hall");
  gtk_test_accessible_assert_property (find_row_of (page, "1 h"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Session, 1 h");
}

static void
test_titles_are_headings (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) page = make_page (fixture, 1);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ui_find_label (page, "R&D <3")),
                                   GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ui_find_label (page, "Speakers")),
                                   GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ui_find_label (page, "Speakers")),
                                       GTK_ACCESSIBLE_PROPERTY_LEVEL, 2);
}

static guint
count_stars (GtkWidget *widget)
{
  guint n = GTK_IS_BUTTON (widget) &&
            g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.toggle-star") == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    n += count_stars (child);

  return n;
}

static void
test_one_star (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) page = make_page (fixture, 1);

  g_assert_cmpuint (count_stars (page), ==, 1);
}

static void
test_lead (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  AdwComboRow *row;
  int chosen_s = -99;

  page = make_page (fixture, 1);
  row = ADW_COMBO_ROW (ui_find_widget (page, PLANNER_TYPE_LEAD_ROW));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (row)));
  ui_star (fixture, 1, TRUE);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (row)));
  g_assert_cmpstr (get_choice (row), ==, "Default (10 min)");
  g_signal_connect (row, "chosen", G_CALLBACK (chosen_cb), &chosen_s);

  set_lead (fixture, 1, 3600);
  g_assert_cmpstr (get_choice (row), ==, "1 Hour Before");
  set_lead (fixture, 1, PLANNER_LEAD_NONE);
  g_assert_cmpstr (get_choice (row), ==, "No Reminder");
  g_object_set (page, "default-lead-minutes", 0, NULL);
  g_assert_cmpstr (get_choice (row), ==, "No Reminder");
  set_lead (fixture, 1, PLANNER_LEAD_DEFAULT);
  g_assert_cmpstr (get_choice (row), ==, "Default (At Start)");
  g_assert_cmpint (chosen_s, ==, -99);

  adw_combo_row_set_selected (row, 3);
  g_assert_cmpint (chosen_s, ==, 300);
  g_assert_cmpstr (get_choice (row), ==, "5 Minutes Before");

  /* The lead time could not be stored. */
  g_object_notify (G_OBJECT (ui_find_entry (fixture, 1)), "lead-s");
  g_assert_cmpstr (get_choice (row), ==, "Default (At Start)");
  ui_star (fixture, 1, FALSE);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (row)));
  g_assert_finalize_object (page);
}

static void
plan_b_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_assert_cmpstr (g_variant_get_string (parameter, NULL), ==, "11111111-1111-4111-8111-000000000001");
  ++*(guint *) data;
}

/* Returns: (transfer full): the actions of a window, which count how often plan B was chosen */
static GSimpleActionGroup *
make_actions (guint *n_chosen)
{
  const GActionEntry entries[] = {
    { .name = "toggle-plan-b", .activate = plan_b_cb, .parameter_type = "s" }
  };
  GSimpleActionGroup *actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), n_chosen);

  return actions;
}

static void
test_plan_b (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = make_page (fixture, 1);
  AdwSwitchRow *row = ui_find_widget (page, ADW_TYPE_SWITCH_ROW);
  guint n_chosen = 0;
  g_autoptr (GSimpleActionGroup) actions = make_actions (&n_chosen);

  gtk_widget_insert_action_group (page, "win", G_ACTION_GROUP (actions));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (row)));
  ui_star (fixture, 1, TRUE);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (row)));
  g_assert_false (adw_switch_row_get_active (row));
  ui_set_plan_b (fixture, 1, TRUE);
  g_assert_true (adw_switch_row_get_active (row));
  g_assert_false (gtk_widget_get_sensitive (ui_find_widget (page, PLANNER_TYPE_LEAD_ROW)));
  g_assert_cmpuint (n_chosen, ==, 0);

  adw_switch_row_set_active (row, FALSE);
  g_assert_cmpuint (n_chosen, ==, 1);
  /* The degree could not be stored. */
  g_object_notify (G_OBJECT (ui_find_entry (fixture, 1)), "plan-b");
  g_assert_true (adw_switch_row_get_active (row));
  g_assert_cmpuint (n_chosen, ==, 1);
  g_assert_true (ui_press (page, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  g_assert_cmpuint (n_chosen, ==, 2);
  g_assert_finalize_object (page);
}

static GPtrArray *
list_visible_rows (GtkWidget *page)
{
  GtkWidget *facts =
      gtk_widget_get_ancestor (ui_find_widget (page, PLANNER_TYPE_LEAD_ROW), GTK_TYPE_LIST_BOX);
  GPtrArray *rows = g_ptr_array_new ();

  for (GtkWidget *row = gtk_widget_get_first_child (facts); row; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_visible (row))
      g_ptr_array_add (rows, row);

  return rows;
}

/* The same facts are on the page with and without a star, so that nothing moves. */
static void
test_star_moves_nothing (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) page = make_page (fixture, 1);
  g_autoptr (GPtrArray) before = list_visible_rows (page);
  g_autoptr (GPtrArray) after = NULL;

  ui_star (fixture, 1, TRUE);
  after = list_visible_rows (page);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++)
    g_assert_true (g_ptr_array_index (after, i) == g_ptr_array_index (before, i));
}

static void
test_parallel (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) page = make_page (fixture, 1);
  GtkWidget *group = find_group (page, "At the Same Time");
  GtkWidget *title = ui_find_label (group, "A <b>bold</b> talk");
  GtkActionable *row = GTK_ACTIONABLE (gtk_widget_get_ancestor (title, ADW_TYPE_ACTION_ROW));

  g_assert_cmpstr (gtk_actionable_get_action_name (row), ==, "win.show-session");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (row), NULL), ==,
                   planner_entry_get_key (ui_find_entry (fixture, 2)));
  g_assert_nonnull (ui_find_label (group, "10:30 – 11:30 · Hall"));
  g_assert_null (ui_find_label (group, "Show All"));
  planner_details_page_set_entry (PLANNER_DETAILS_PAGE (page), ui_find_entry (fixture, 3));
  g_assert_false (gtk_widget_get_visible (group));
}

static void
assert_step (GtkWidget *page, const char *action, const char *title)
{
  gtk_widget_activate_action (page, action, NULL);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==, title);
}

static void
test_neighbors (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) page = make_page (fixture, 1);
  g_autoptr (GListStore) list = g_list_store_new (PLANNER_TYPE_ENTRY);
  const int order[] = { 3, 1, 2 };

  assert_step (page, "details.next", "R&D <3");
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    g_list_store_append (list, ui_find_entry (fixture, order[i]));
  planner_details_page_set_list (PLANNER_DETAILS_PAGE (page), G_LIST_MODEL (list));
  assert_step (page, "details.next", "A <b>bold</b> talk");
  assert_step (page, "details.next", "A <b>bold</b> talk");
  assert_step (page, "details.previous", "R&D <3");
  assert_step (page, "details.previous", "Wiener café");
  assert_step (page, "details.previous", "Wiener café");
  g_list_store_remove (list, 0);
  assert_step (page, "details.next", "Wiener café");
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copy (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) page = make_page (fixture, 1);
  g_autofree char *text = NULL;

  gtk_widget_activate_action (page, "details.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (page), NULL, text_read_cb, &text);
  while (!text)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "R&D <3\nWednesday, 1 July 2037, 10:00 – 11:00\nHall\nAnn <i>O</i> & Co");
}

static void
test_biography (void)
{
  const PlannerSpeaker speaker = {
    .id = (char *) "1",
    .name = { .shown = (char *) "Ann" },
    .biography = { .shown = (char *) "She *reads* & writes." },
  };
  GtkWidget *row = g_object_ref_sink (planner_speaker_row_new (&speaker));
  guint n_closed = ui_count_widgets (row);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_nonnull (ui_find_label (row, "She reads & writes."));
  g_assert_cmpuint (ui_count_widgets (row), >, n_closed);
  n_closed = ui_count_widgets (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_cmpuint (ui_count_widgets (row), ==, n_closed);
  g_assert_finalize_object (row);
}

/* All rows that open the browser have the same icon. */
static void
test_link_icons (void)
{
  const PlannerSpeaker speaker = { .id = (char *) "1",
                                   .name = { .shown = (char *) "Ann" },
                                   .url = (char *) "https://example.org/ann" };
  GtkWidget *row = g_object_ref_sink (planner_speaker_row_new (&speaker));
  GtkWidget *button = gtk_widget_get_ancestor (ui_find_widget (row, GTK_TYPE_BUTTON), GTK_TYPE_BUTTON);

  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Open Web Page");
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (button)), ==, "adw-external-link-symbolic");
  g_assert_finalize_object (row);
}

static void
test_many_pages (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = make_page (fixture, 1);
  const guint n_widgets = ui_count_widgets (page);

  for (int i = 0; i < 50; i++)
    g_object_set (page, "entry", ui_find_entry (fixture, 1 + i % 3), NULL);
  g_object_set (page, "entry", ui_find_entry (fixture, 1), NULL);

  g_assert_cmpuint (ui_count_widgets (page), ==, n_widgets);
  g_assert_finalize_object (page);
}

static void
add (const char *path, void (*test) (UiFixture *, gconstpointer))
{
  g_test_add (path, UiFixture, NULL, ui_set_up, test, ui_tear_down);
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/ui/details-page/X1/texts-are-not-markup", test_literal);
  add ("/ui/details-page/T8/local-time-is-shown-too", test_times);
  add ("/ui/details-page/U16/plan-b-by-switch-and-key", test_plan_b);
  add ("/ui/details-page/U12/starring-moves-nothing", test_star_moves_nothing);
  add ("/ui/details-page/sessions-at-the-same-time", test_parallel);
  add ("/ui/details-page/neighbors-in-the-list", test_neighbors);
  add ("/ui/details-page/copies-session-as-text", test_copy);
  add ("/ui/details-page/U3/starring-shows-clash", test_star_and_clash);
  add ("/ui/details-page/U12/clash-moves-no-text", test_clash_moves_no_text);
  add ("/ui/details-page/U4/star-button-speaks-state", test_star_is_spoken);
  add ("/ui/details-page/R7/lead-row-changes-lead-time", test_lead);
  add ("/ui/details-page/past-session-offers-no-reminder", test_no_reminder_afterwards);
  add ("/ui/details-page/L2/no-reminder-or-plan-b-once-it-is-over", test_no_choices_when_over);
  add ("/ui/details-page/U11/facts-are-spoken", test_facts_are_spoken);
  add ("/ui/details-page/U11/titles-are-headings", test_titles_are_headings);
  add ("/ui/details-page/U4/has-one-star", test_one_star);
  g_test_add_func ("/ui/details-page/link-rows-show-titles", test_link_rows);
  g_test_add_func ("/ui/details-page/link-of-speaker-has-icon-of-links", test_link_icons);
  g_test_add_func ("/ui/details-page/X2/biography-is-created-when-expanded", test_biography);
  add ("/ui/details-page/U1/pages-are-finalized", test_many_pages);

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/sessions/planner-day-switch.h"
#include "ui/sessions/planner-filter-chips.h"
#include "ui/sessions/planner-filter-dialog.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/sessions/planner-sessions-page.h"

typedef struct
{
  UiFixture base;
  GtkWidget *window;
  PlannerSessionsPage *page;
  char *activated; /* owned, nullable: the parameter of the last activated action */
} Fixture;

static void
activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_set_str (&((Fixture *) data)->activated, g_variant_get_string (parameter, NULL));
}

static void
add_actions (Fixture *fixture)
{
  const GActionEntry entries[] = {
    { .name = "show-session", .activate = activated_cb, .parameter_type = "s" },
    { .name = "toggle-star", .activate = activated_cb, .parameter_type = "s" }
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = adw_navigation_view_new ();

  ui_set_up (&fixture->base, NULL);
  fixture->page = planner_sessions_page_new ();
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 500);
  add_actions (fixture);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (fixture->page));
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  planner_sessions_page_show (fixture->page, fixture->base.conference, PLANNER_SCOPE_ALL, NULL);
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
search (Fixture *fixture, const char *text)
{
  GtkWidget *entry = ui_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);

  planner_sessions_page_start_search (fixture->page);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  ui_iterate ();
}

static GtkStack *
get_stack (Fixture *fixture)
{
  GtkWidget *child = adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (fixture->page));

  return GTK_STACK (adw_toolbar_view_get_content (ADW_TOOLBAR_VIEW (child)));
}

static GtkListView *
get_list (Fixture *fixture, const char *name)
{
  GtkWidget *child = gtk_stack_get_child_by_name (get_stack (fixture), name);

  return GTK_LIST_VIEW (ui_find_widget (child, GTK_TYPE_LIST_VIEW));
}

/* Returns the last digits of the keys in a list, such as "123". */
static char *
list_keys (Fixture *fixture, const char *name)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (get_list (fixture, name)));
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (model, i);
      const char *key = planner_entry_get_key (entry);

      g_string_append_c (keys, key[strlen (key) - 1]);
    }

  return g_string_free_and_steal (keys);
}

static void
assert_shows (Fixture *fixture, const char *page, const char *keys)
{
  g_autofree char *listed = NULL;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_stack (fixture)), ==, page);
  if (!keys)
    return;
  listed = list_keys (fixture, page);
  g_assert_cmpstr (listed, ==, keys);
}

static void
test_browse (Fixture *fixture, gconstpointer data)
{
  ui_wait_for_label (GTK_WIDGET (fixture->page), "R&D <3");

  assert_shows (fixture, "browse", "123");
  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->page), "Wednesday, 1 July"));
  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->page), "Thursday, 2 July"));
  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->page), "10:30"));
}

static void
test_scopes (Fixture *fixture, gconstpointer data)
{
  planner_sessions_page_show (fixture->page, fixture->base.conference, PLANNER_SCOPE_FORUM, "Rust & Co");
  assert_shows (fixture, "browse", "12");
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==, "Rust & Co");

  planner_sessions_page_show (fixture->page, fixture->base.conference, PLANNER_SCOPE_MY_SCHEDULE, NULL);
  assert_shows (fixture, "no-stars", NULL);
  ui_star (&fixture->base, 3, TRUE);
  assert_shows (fixture, "browse", "3");
  ui_star (&fixture->base, 3, FALSE);
  assert_shows (fixture, "no-stars", NULL);

  planner_sessions_page_show (fixture->page, NULL, PLANNER_SCOPE_ALL, NULL);
  assert_shows (fixture, "empty", NULL);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *page;
    const char *keys;
  } cases[] = {
    { "cafe", "results", "3" }, { "CAFÉ wien", "results", "3" }, { "rust", "results", "12" },
    { "<b>", "results", "2" },  { "R&D", "results", "1" },       { "<nothing> & \"", "no-results", NULL },
    { "   ", "browse", "123" }, { "ca", "results", "3" },        { "", "browse", "123" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      search (fixture, cases[i].text);
      assert_shows (fixture, cases[i].page, cases[i].keys);
    }
}

/* The sections of the results have headings, which change with the search even if the first result stays the same. */
static void
test_result_headings (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *heading;
  } cases[] = {
    { "bold", "In Titles" },
    { "rust", "In Speakers, Forums and Rooms" },
    { "<b>", "In Titles" },
    { "wednesday", "By Day and Time" },
  };
  GtkWidget *results = gtk_stack_get_child_by_name (get_stack (fixture), "results");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      search (fixture, cases[i].text);
      ui_wait_for_label (results, cases[i].heading);
      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        if (!g_str_equal (cases[j].heading, cases[i].heading))
          g_assert_null (ui_find_label (results, cases[j].heading));
    }
}

static void
assert_subtitle (Fixture *fixture, const char *expected)
{
  g_autofree char *subtitle = NULL;

  g_object_get (fixture->page, "subtitle", &subtitle, NULL);
  g_assert_cmpstr (subtitle, ==, expected);
}

static void
test_result_count (Fixture *fixture, gconstpointer data)
{
  const char *title = planner_conference_get_title (fixture->base.conference);

  assert_subtitle (fixture, title);
  search (fixture, "rust");
  assert_subtitle (fixture, "2 results");
  search (fixture, "cafe");
  assert_subtitle (fixture, "1 result");
  search (fixture, "tea");
  assert_subtitle (fixture, "No results");
  search (fixture, "");
  assert_subtitle (fixture, title);
}

/* Returns the parts of a text that have a background. */
static char *
get_highlighted (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  g_autoptr (PangoAttrIterator) iterator = attributes ? pango_attr_list_get_iterator (attributes) : NULL;
  GString *parts = g_string_new (NULL);
  int start, end;

  do
    if (iterator && pango_attr_iterator_get (iterator, PANGO_ATTR_BACKGROUND))
      {
        pango_attr_iterator_range (iterator, &start, &end);
        g_string_append_printf (parts, "[%.*s]", end - start, pango_layout_get_text (layout) + start);
      }
  while (iterator && pango_attr_iterator_next (iterator));

  return g_string_free_and_steal (parts);
}

static void
assert_highlighted (Fixture *fixture, const char *text, const char *label, const char *expected)
{
  GtkWidget *results = gtk_stack_get_child_by_name (get_stack (fixture), "results");
  g_autofree char *highlighted = NULL;

  search (fixture, text);
  ui_wait_for_label (results, label);
  highlighted = get_highlighted (ui_find_layout (ui_find_label (results, label), label, NULL));
  g_assert_cmpstr (highlighted, ==, expected);
}

/* Text of a schedule is never markup, so the hits are attributes. */
static void
test_highlighted_hits (Fixture *fixture, gconstpointer data)
{
  assert_highlighted (fixture, "d <", "R&D <3", "[D][<]");
  assert_highlighted (fixture, "r&d <3", "R&D <3", "[R&D][<3]");
  assert_highlighted (fixture, "hall", "R&D <3", "");
  assert_highlighted (fixture, "hall", "Hall", "[Hall]");
  assert_highlighted (fixture, "co", "Ann <i>O</i> & Co", "[Co]");
}

static void
test_search_ends (Fixture *fixture, gconstpointer data)
{
  search (fixture, "cafe");
  assert_shows (fixture, "results", "3");
  planner_sessions_page_show (fixture->page, fixture->base.conference, PLANNER_SCOPE_ALL, NULL);
  assert_shows (fixture, "browse", "123");
}

static PlannerEntry *
get_focused_entry (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  GtkWidget *row = focus ? gtk_widget_get_first_child (focus) : NULL;

  return PLANNER_IS_SESSION_ROW (row) ? planner_session_row_get_entry (PLANNER_SESSION_ROW (row)) : NULL;
}

static void
test_down_enters_results (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = ui_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);

  search (fixture, "");
  g_assert_false (ui_press (entry, GDK_KEY_Down, 0));
  search (fixture, "rust");
  ui_wait_for_frames (fixture->window);
  g_assert_true (ui_press (entry, GDK_KEY_Down, 0));
  g_assert_true (get_focused_entry (fixture) == ui_find_entry (&fixture->base, 1));
}

static void
test_escape_ends_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = ui_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);

  g_assert_false (ui_press (fixture->page, GDK_KEY_Escape, 0));
  search (fixture, "rust");
  ui_wait_for_frames (fixture->window);
  ui_press (entry, GDK_KEY_Down, 0);
  g_assert_true (ui_press (fixture->page, GDK_KEY_Escape, 0));
  assert_shows (fixture, "browse", "123");
}

/* The session that the pane shows keeps the focus, so that the pane does not go to another one. */
static void
test_escape_keeps_shown_session (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = ui_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);
  PlannerEntry *found = ui_find_entry (&fixture->base, 3);

  search (fixture, planner_entry_get_session (found)->title.shown);
  ui_wait_for_frames (fixture->window);
  ui_press (entry, GDK_KEY_Down, 0);
  g_assert_true (get_focused_entry (fixture) == found);
  g_object_set (fixture->page, "shown-entry", found, NULL);
  g_assert_true (ui_press (fixture->page, GDK_KEY_Escape, 0));
  assert_shows (fixture, "browse", "123");
  g_assert_true (get_focused_entry (fixture) == found);
}

static void
test_search_again_selects_text (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = ui_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);
  int start, end;

  search (fixture, "rust");
  gtk_editable_set_position (entry, -1);
  g_assert_false (gtk_editable_get_selection_bounds (entry, &start, &end));
  planner_sessions_page_start_search (fixture->page);
  g_assert_true (gtk_editable_get_selection_bounds (entry, &start, &end));
  g_assert_cmpint (start, ==, 0);
  g_assert_cmpint (end, ==, 4);
}

static void
test_star_rebuilds_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_list (fixture, "browse")));
  GtkWidget *label;
  guint n_widgets;
  double value, upper;

  ui_wait_for_label (page, "R&D <3");
  ui_wait_for_frames (page);
  label = ui_find_label (page, "R&D <3");
  n_widgets = ui_count_widgets (page);
  value = gtk_adjustment_get_value (adjustment);
  upper = gtk_adjustment_get_upper (adjustment);
  for (int i = 0; i < 20; i++)
    ui_star (&fixture->base, 1, i % 2 == 0);
  ui_wait_for_frames (page);

  g_assert_true (ui_find_label (page, "R&D <3") == label);
  g_assert_cmpuint (ui_count_widgets (page), ==, n_widgets);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, upper);
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (get_list (fixture, "browse"), "activate", 1);
  g_assert_cmpstr (fixture->activated, ==, "11111111-1111-4111-8111-000000000002");

  search (fixture, "cafe");
  g_signal_emit_by_name (ui_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_cmpstr (fixture->activated, ==, "11111111-1111-4111-8111-000000000003");
}

static void
test_accessible_row (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  ui_wait_for_label (GTK_WIDGET (fixture->page), "R&D <3");
  row = gtk_widget_get_ancestor (ui_find_label (GTK_WIDGET (fixture->page), "R&D <3"),
                                 PLANNER_TYPE_SESSION_ROW);
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "R&D <3, Ann <i>O</i> & Co, 10:00 – 11:00, Hall, not starred");
}

static void
set_filter (Fixture *fixture, const PlannerFilter *filter)
{
  planner_sessions_page_set_filter (fixture->page, filter);
  ui_iterate ();
}

#define ANY .from_min = PLANNER_FILTER_ANY_MIN, .to_min = PLANNER_FILTER_ANY_MIN

static void
test_filter_lists (Fixture *fixture, gconstpointer data)
{
  const PlannerFilter rust = { ANY, .forum = (char *) "Rust & Co" };
  const PlannerFilter second = { ANY, .day = (char *) "2037-07-02" };

  set_filter (fixture, &rust);
  assert_shows (fixture, "browse", "12");
  assert_subtitle (fixture, "2 results");
  search (fixture, "bold");
  assert_shows (fixture, "results", "2");
  search (fixture, "cafe");
  assert_shows (fixture, "no-matches", NULL);
  set_filter (fixture, &second);
  assert_shows (fixture, "results", "3");
  set_filter (fixture, NULL);
  search (fixture, "");
  assert_shows (fixture, "browse", "123");
  set_filter (fixture, &rust);
  planner_sessions_page_show (fixture->page, fixture->base.conference, PLANNER_SCOPE_ALL, NULL);
  assert_shows (fixture, "browse", "123");
}

static void
test_filter_follows_stars (Fixture *fixture, gconstpointer data)
{
  const PlannerFilter starred = { ANY, .starred = TRUE };

  set_filter (fixture, &starred);
  assert_shows (fixture, "no-matches", NULL);
  ui_star (&fixture->base, 2, TRUE);
  assert_shows (fixture, "browse", "2");
  ui_star (&fixture->base, 2, FALSE);
  assert_shows (fixture, "no-matches", NULL);
}

static GtkWidget *
find_chip (Fixture *fixture, const char *text)
{
  GtkWidget *chips = ui_find_widget (fixture->page, PLANNER_TYPE_FILTER_CHIPS);
  GtkWidget *label = ui_find_label (chips, text);

  return label ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

/* A removed chip that had the focus passes it to the next one, and the last one to the button in the header. */
static void
test_chips (Fixture *fixture, gconstpointer data)
{
  const PlannerFilter filter = {
    .day = (char *) "2037-07-01", .from_min = 10 * 60, .to_min = 11 * 60, .forum = (char *) "Rust & Co"
  };
  GtkWidget *chips = ui_find_widget (fixture->page, PLANNER_TYPE_FILTER_CHIPS);

  ui_wait_for_frames (fixture->window);
  g_assert_false (gtk_widget_get_visible (chips));
  set_filter (fixture, &filter);
  assert_shows (fixture, "browse", "1");
  g_assert_true (gtk_widget_get_visible (chips));
  gtk_test_accessible_assert_property (find_chip (fixture, "Rust & Co"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove filter Rust & Co");

  gtk_widget_grab_focus (find_chip (fixture, "10:00 – 11:00"));
  g_signal_emit_by_name (find_chip (fixture, "10:00 – 11:00"), "clicked");
  assert_shows (fixture, "browse", "12");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_chip (fixture, "Wed 1"));
  g_signal_emit_by_name (find_chip (fixture, "Wed 1"), "clicked");
  g_signal_emit_by_name (find_chip (fixture, "Rust & Co"), "clicked");
  assert_shows (fixture, "browse", "123");
  g_assert_false (gtk_widget_get_visible (chips));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (gtk_root_get_focus (GTK_ROOT (fixture->window))), ==,
                   "Filter");
}

static void
test_clear_filters (Fixture *fixture, gconstpointer data)
{
  const PlannerFilter nothing = { ANY, .type = (char *) "tea" };

  set_filter (fixture, &nothing);
  assert_shows (fixture, "no-matches", NULL);
  g_signal_emit_by_name (ui_find_button (GTK_WIDGET (fixture->page), "_Clear Filters"), "clicked");
  assert_shows (fixture, "browse", "123");
}

static void
store_filter_cb (PlannerFilterDialog *dialog, const PlannerFilter *filter, PlannerFilter **stored)
{
  g_clear_pointer (stored, planner_filter_free);
  *stored = planner_filter_copy (filter);
}

static AdwComboRow *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return (AdwComboRow *) widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      AdwComboRow *row = find_row (child, title);

      if (row)
        return row;
    }

  return NULL;
}

static void
test_filter_dialog (Fixture *fixture, gconstpointer data)
{
  PlannerAgenda *agenda = planner_conference_get_agenda (fixture->base.conference);
  const PlannerFilter preset = { .from_min = 10 * 60, .to_min = 10 * 60 + 25 };
  g_autoptr (PlannerFilter) chosen = NULL;
  PlannerFilterDialog *dialog = g_object_ref_sink (planner_filter_dialog_new (agenda, &preset));
  GtkWidget *widget = adw_dialog_get_child (ADW_DIALOG (dialog));

  g_signal_connect (dialog, "changed", G_CALLBACK (store_filter_cb), &chosen);
  g_assert_cmpstr (gtk_string_object_get_string (
                       adw_combo_row_get_selected_item (find_row (widget, "Until"))),
                   ==, "10:25");
  adw_combo_row_set_selected (find_row (widget, "Day"), 2);
  g_assert_cmpstr (chosen->day, ==, "2037-07-02");
  g_assert_cmpint (chosen->from_min, ==, 10 * 60);
  adw_combo_row_set_selected (find_row (widget, "From"), 0);
  g_assert_cmpint (chosen->from_min, ==, PLANNER_FILTER_ANY_MIN);
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_row (widget, "Starred")), TRUE);
  g_assert_true (chosen->starred);
  adw_combo_row_set_selected (find_row (widget, "Day"), 0);
  g_assert_null (chosen->day);
  g_object_unref (dialog);
}

/* The next Down goes from the day switch to the first session of the day. */
static void
test_day_moves_cursor (Fixture *fixture, gconstpointer data)
{
  PlannerDaySwitch *day_switch = ui_find_widget (fixture->page, PLANNER_TYPE_DAY_SWITCH);

  ui_wait_for_frames (fixture->window);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (day_switch), GTK_DIR_TAB_FORWARD));
  g_signal_emit_by_name (day_switch, "chosen", "2037-07-02");
  ui_wait_for_frames (fixture->window);
  gtk_widget_child_focus (GTK_WIDGET (get_list (fixture, "browse")), GTK_DIR_TAB_FORWARD);
  g_assert_true (get_focused_entry (fixture) == ui_find_entry (&fixture->base, 3));
}

/* The keys that move the focus show it, even after a click has hidden the focus ring. */
static void
test_focus_ring (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = ui_find_widget (fixture->page, GTK_TYPE_SEARCH_ENTRY);
  GtkWindow *window = GTK_WINDOW (fixture->window);

  search (fixture, "rust");
  ui_wait_for_frames (fixture->window);
  gtk_window_set_focus_visible (window, FALSE);
  ui_press (entry, GDK_KEY_Down, 0);
  g_assert_true (gtk_window_get_focus_visible (window));
  gtk_window_set_focus_visible (window, FALSE);
  ui_press (fixture->page, GDK_KEY_Escape, 0);
  g_assert_true (gtk_window_get_focus_visible (window));
  g_assert_nonnull (get_focused_entry (fixture));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
assert_layout (Fixture *fixture, gboolean wide, const char *page)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), wide ? 800 : 600, 500);
  ui_wait_for_frames (fixture->window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_stack (fixture)), ==, page);
}

static void
test_timetable (Fixture *fixture, gconstpointer data)
{
  GtkWidget *timetable = gtk_stack_get_child_by_name (get_stack (fixture), "timetable");
  PlannerDaySwitch *day_switch = ui_find_widget (GTK_WIDGET (fixture->page), PLANNER_TYPE_DAY_SWITCH);
  g_autofree char *day = NULL;

  ui_wait_for_frames (fixture->window);
  assert_layout (fixture, TRUE, "browse");
  planner_view_state_set_show_timetable (planner_conference_get_view_state (fixture->base.conference), TRUE);
  assert_layout (fixture, TRUE, "timetable");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (day_switch)));
  planner_day_switch_set_day (day_switch, "2037-07-02");
  g_object_get (timetable, "day", &day, NULL);
  g_assert_cmpstr (day, ==, "2037-07-02");

  assert_layout (fixture, FALSE, "browse");
  assert_layout (fixture, TRUE, "timetable");
  search (fixture, "bold");
  assert_shows (fixture, "results", "2");
  planner_sessions_page_show (fixture->page, fixture->base.conference, PLANNER_SCOPE_MY_SCHEDULE, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_stack (fixture)), ==, "no-stars");
  ui_star (&fixture->base, 1, TRUE);
  assert_layout (fixture, TRUE, "timetable");
  planner_sessions_page_show (fixture->page, fixture->base.conference, PLANNER_SCOPE_FORUM, "Rust & Co");
  assert_layout (fixture, TRUE, "timetable");
}

/* The timetable goes to the session that the pane shows, on its day. */
static void
test_escape_keeps_shown_session_in_timetable (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = ui_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);
  PlannerEntry *found = ui_find_entry (&fixture->base, 3);

  planner_view_state_set_show_timetable (planner_conference_get_view_state (fixture->base.conference), TRUE);
  ui_wait_for_frames (fixture->window);
  assert_layout (fixture, TRUE, "timetable");
  search (fixture, planner_entry_get_session (found)->title.shown);
  ui_wait_for_frames (fixture->window);
  ui_press (entry, GDK_KEY_Down, 0);
  g_object_set (fixture->page, "shown-entry", found, NULL);
  g_assert_true (ui_press (fixture->page, GDK_KEY_Escape, 0));
  ui_wait_for_frames (fixture->window);
  assert_layout (fixture, TRUE, "timetable");
  g_assert_true (planner_sessions_page_get_focused (fixture->page) == found);
}

/* The bundled conference has days without times. Its timetable is the list. */
static void
test_no_times (Fixture *fixture, gconstpointer data)
{
  const char *sentence = "The schedule has no times. The sessions are listed by day.";
  g_autoptr (PlannerConference) bundled = g_list_model_get_item (G_LIST_MODEL (fixture->base.library), 0);

  planner_view_state_set_show_timetable (planner_conference_get_view_state (fixture->base.conference), TRUE);
  planner_sessions_page_set_beside_pane (fixture->page, TRUE);
  g_assert_null (ui_find_label (GTK_WIDGET (fixture->page), sentence));
  planner_sessions_page_show (fixture->page, bundled, PLANNER_SCOPE_ALL, NULL);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->page), sentence));
  ui_wait_for_label (GTK_WIDGET (fixture->page), "Saturday, 27 May");
  search (fixture, "address");
  g_assert_null (ui_find_label (GTK_WIDGET (fixture->page), sentence));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_tolerate_frame_timings ();

  add ("/ui/sessions-page/lists-days-in-order", test_browse);
  add ("/ui/sessions-page/scope-selects-sessions", test_scopes);
  add ("/ui/sessions-page/timetable-where-there-is-room", test_timetable);
  add ("/ui/sessions-page/U9/escape-keeps-shown-session-in-timetable",
       test_escape_keeps_shown_session_in_timetable);
  add ("/ui/sessions-page/no-times-in-a-sentence", test_no_times);
  add ("/ui/sessions-page/S2/search-ignores-case-and-accents", test_search);
  add ("/ui/sessions-page/S4/results-have-headings", test_result_headings);
  add ("/ui/sessions-page/S4/results-are-counted", test_result_count);
  add ("/ui/sessions-page/X1/hits-are-highlighted", test_highlighted_hits);
  add ("/ui/sessions-page/S3/showing-view-ends-search", test_search_ends);
  add ("/ui/sessions-page/U4/down-in-search-focuses-first-result", test_down_enters_results);
  add ("/ui/sessions-page/U4/escape-ends-search-from-list", test_escape_ends_search);
  add ("/ui/sessions-page/S3/searching-again-selects-text", test_search_again_selects_text);
  add ("/ui/sessions-page/U2/star-rebuilds-nothing", test_star_rebuilds_nothing);
  add ("/ui/sessions-page/U9/escape-keeps-the-shown-session", test_escape_keeps_shown_session);
  add ("/ui/sessions-page/U9/day-moves-cursor", test_day_moves_cursor);
  add ("/ui/sessions-page/U9/keys-show-focus-ring", test_focus_ring);
  add ("/ui/sessions-page/filter-selects-sessions", test_filter_lists);
  add ("/ui/sessions-page/filter-follows-stars", test_filter_follows_stars);
  add ("/ui/sessions-page/U9/chips-remove-conditions", test_chips);
  add ("/ui/sessions-page/empty-page-clears-filters", test_clear_filters);
  add ("/ui/sessions-page/dialog-chooses-filter", test_filter_dialog);
  add ("/ui/sessions-page/U4/enter-opens-session", test_activate);
  add ("/ui/sessions-page/U4/row-is-spoken-in-one-sentence", test_accessible_row);

  return g_test_run ();
}

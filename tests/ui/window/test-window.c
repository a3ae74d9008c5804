/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The views, the sessions and the sidebar of the window, and its pages without a conference. */

#include "ui/window/window-fixture.h"

#include "store/database.h"

#include "words/planner-messages.h"
#include "ui/conference/planner-add-dialog.h"
#include "ui/conference/planner-directory-page.h"
#include "ui/details/planner-details-page.h"
#include "ui/conference/planner-exhibition-page.h"
#include "ui/now/planner-now-page.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/sessions/planner-sessions-page.h"
#include "ui/window/planner-content.h"
#include "ui/window/planner-pane.h"

static guint
get_count (PlannerSidebarItem *item)
{
  guint count;

  g_object_get (item, "count", &count, NULL);

  return count;
}

static const char *
get_selected_view (Fixture *fixture)
{
  AdwSidebarItem *item = adw_sidebar_get_selected_item (ui_find_widget (fixture->window, ADW_TYPE_SIDEBAR));

  return planner_sidebar_item_get_view (PLANNER_SIDEBAR_ITEM (item));
}

static GType
get_page_type (Fixture *fixture)
{
  return G_OBJECT_TYPE (ui_get_page_of_content (ui_find_widget (fixture->window, PLANNER_TYPE_CONTENT)));
}

static const char *
get_stack_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (ui_find_widget (fixture->window, GTK_TYPE_STACK));
}

static const char *
get_key (Fixture *fixture, guint index)
{
  g_autoptr (PlannerEntry) entry =
      g_list_model_get_item (planner_conference_get_entries (fixture->conference), index);

  return planner_entry_get_key (entry);
}

static void
test_sidebar_items (Fixture *fixture, gconstpointer data)
{
  const char *const fixed[] = { "now", "my-schedule", "all", "rooms", "exhibition", "conference" };
  const guint counts[] = { 0, 0, N_FORUMS + 1, 1, 1, 0 };

  present_with_forums (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      g_assert_cmpstr (planner_sidebar_item_get_view (get_item (fixture, i)), ==, fixed[i]);
      g_assert_cmpuint (get_count (get_item (fixture, i)), ==, counts[i]);
    }

  g_assert_cmpstr (planner_sidebar_item_get_view (get_item (fixture, 6)), ==, "forum:" ODD_FORUM);
  g_assert_cmpstr (adw_sidebar_item_get_title (ADW_SIDEBAR_ITEM (get_item (fixture, 6))), ==, ODD_FORUM);
  g_assert_cmpstr (adw_sidebar_item_get_tooltip (ADW_SIDEBAR_ITEM (get_item (fixture, 6))), ==,
                   "R&amp;D &lt;3 _x, 2 sessions");
  g_assert_nonnull (adw_sidebar_item_get_icon_paintable (ADW_SIDEBAR_ITEM (get_item (fixture, 6))));
  g_assert_cmpuint (get_count (get_item (fixture, 6)), ==, 2);
  g_assert_cmpuint (get_count (get_item (fixture, 7)), ==, 1);
  g_assert_cmpuint (get_count (get_item (fixture, 5 + N_FORUMS)), ==, 1);
}

static void
test_sidebar_filter (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = GTK_EDITABLE (ui_find_widget (fixture->window, GTK_TYPE_SEARCH_ENTRY));
  g_autoptr (GtkSelectionModel) items =
      adw_sidebar_get_items (ui_find_widget (fixture->window, ADW_TYPE_SIDEBAR));

  present_with_forums (fixture);
  while (!gtk_widget_get_visible (GTK_WIDGET (entry)))
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (entry, "r&d");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (items)), ==, 6 + 1);
  g_assert_cmpstr (planner_sidebar_item_get_view (get_item (fixture, 6)), ==, "forum:" ODD_FORUM);
  g_signal_emit_by_name (entry, "stop-search");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (items)), ==, 6 + N_FORUMS);
}

static void
test_views (Fixture *fixture, gconstpointer data)
{
  g_autofree char *view = NULL;
  g_autofree char *fallback = NULL;

  present_with_forums (fixture);
  g_assert_true (get_page_type (fixture) == PLANNER_TYPE_SESSIONS_PAGE);
  ui_activate (fixture->window, "win.show-view", "exhibition");
  g_assert_true (get_page_type (fixture) == PLANNER_TYPE_EXHIBITION_PAGE);
  ui_activate (fixture->window, "win.show-forum", ODD_FORUM);
  g_assert_true (get_page_type (fixture) == PLANNER_TYPE_SESSIONS_PAGE);
  g_assert_cmpstr (get_selected_view (fixture), ==, "forum:" ODD_FORUM);
  view = g_settings_get_string (fixture->settings, "selected-view");
  g_assert_cmpstr (view, ==, "forum:" ODD_FORUM);
  ui_activate (fixture->window, "win.show-session", get_key (fixture, 0));
  g_assert_true (get_page_type (fixture) == PLANNER_TYPE_DETAILS_PAGE);
  ui_activate (fixture->window, "win.show-view", "my-schedule");
  g_assert_true (get_page_type (fixture) == PLANNER_TYPE_SESSIONS_PAGE);

  ui_activate (fixture->window, "win.show-session", "no such key");
  g_assert_true (get_page_type (fixture) == PLANNER_TYPE_SESSIONS_PAGE);
  ui_activate (fixture->window, "win.show-view", "forum:gone");
  g_assert_cmpstr (get_selected_view (fixture), ==, "all");

  fallback = g_settings_get_string (fixture->settings, "selected-view");
  g_assert_cmpstr (fallback, ==, "all");
}

/* The conference runs from 10:00 to 11:00 at the venue. */
static void
test_start_while_running (Fixture *fixture, gconstpointer data)
{
  PlannerTimeSource *time_source = planner_library_get_time_source (fixture->library);
  g_autofree char *view = NULL;

  window_add_conference (fixture);
  g_settings_set_string (fixture->settings, "selected-view", "my-schedule");
  planner_time_source_set_now_us (time_source, G_GINT64_CONSTANT (1782894600) * G_USEC_PER_SEC);
  open_window (fixture);
  g_assert_true (get_page_type (fixture) == PLANNER_TYPE_NOW_PAGE);
  g_assert_cmpstr (get_selected_view (fixture), ==, "now");
  view = g_settings_get_string (fixture->settings, "selected-view");
  g_assert_cmpstr (view, ==, "my-schedule");

  close_window (fixture);
  planner_time_source_set_now_us (time_source, G_GINT64_CONSTANT (1782900000) * G_USEC_PER_SEC);
  open_window (fixture);
  g_assert_cmpstr (get_selected_view (fixture), ==, "my-schedule");
}

/* Ids come from notifications, so they may be wrong. */
static void
test_open_session (Fixture *fixture, gconstpointer data)
{
  const gint64 number = planner_conference_get_id (fixture->conference);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", number, get_key (fixture, 3));
  g_autofree char *no_session = g_strdup_printf ("%" G_GINT64_FORMAT "/no such key", number);
  const char *const no_ids[] = { "", "/", "x", "99999/x", "-1", "9999999999999999999999999/x" };

  for (guint i = 0; i < G_N_ELEMENTS (no_ids); i++)
    {
      planner_window_open_session (fixture->window, no_ids[i]);
      g_assert_true (get_page_type (fixture) == PLANNER_TYPE_SESSIONS_PAGE);
      g_assert_cmpstr (get_selected_view (fixture), ==, "all");
    }

  planner_window_open_session (fixture->window, id);
  g_assert_true (get_page_type (fixture) == PLANNER_TYPE_DETAILS_PAGE);
  g_assert_cmpstr (get_selected_view (fixture), ==, "my-schedule");

  planner_window_open_session (fixture->window, no_session);
  g_assert_true (get_page_type (fixture) == PLANNER_TYPE_SESSIONS_PAGE);
}

/* The details follow the focus of a list, but not when another view takes its place. */
static void
test_open_session_from_list (Fixture *fixture, gconstpointer data)
{
  const gint64 number = planner_conference_get_id (fixture->conference);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", number, get_key (fixture, 3));
  GtkWidget *content = ui_find_widget (GTK_WIDGET (fixture->window), PLANNER_TYPE_CONTENT);
  PlannerPane *pane = ui_find_widget (content, PLANNER_TYPE_PANE);
  GtkWidget *list;

  for (int i = 1; i <= 4; i++)
    ui_activate (fixture->window, "win.toggle-star", get_key (fixture, (guint) i));
  ui_wait_for_stars (fixture->conference, 4);
  g_object_set (content, "wide", TRUE, NULL);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  list = ui_find_widget (ui_find_widget (content, PLANNER_TYPE_SESSIONS_PAGE), GTK_TYPE_LIST_VIEW);
  gtk_list_view_scroll_to (GTK_LIST_VIEW (list), 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (list);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  g_assert_nonnull (planner_pane_get_entry (pane));

  planner_window_open_session (fixture->window, id);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (planner_entry_get_key (planner_pane_get_entry (pane)), ==, get_key (fixture, 3));
}

static PlannerConference *
add_other_conference (Fixture *fixture)
{
  static const char schedule[] =
      "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"Other\",\"time_zone_name\":\"UTC\",\"days\":["
      "{\"index\":1,\"date\":\"2026-07-01\",\"rooms\":{\"Hall\":[{\"guid\":\"other\",\"id\":1,"
      "\"title\":\"Zymurgy\",\"date\":\"2026-07-01T10:00:00+00:00\",\"duration\":\"01:00\"}]}}]}}}";
  g_autofree char *path = g_build_filename (fixture->folder, "other.json", NULL);
  g_autoptr (GError) error = NULL;
  PlannerConference *conference;

  g_assert_true (g_file_set_contents (path, schedule, -1, NULL));
  conference = add_to_library (fixture->library, path, &error);
  g_assert_no_error (error);

  return conference;
}

/* The stars of a friend would be invisible in another conference. The focus stays in the list. */
static void
test_friend_shows_conference (Fixture *fixture, gconstpointer data)
{
  PlannerConference *other = add_other_conference (fixture);
  GtkWidget *content = ui_find_widget (fixture->window, PLANNER_TYPE_CONTENT);
  GtkWidget *dialog, *name;

  ui_activate (fixture->window, "win.show-view", "all");
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  gtk_widget_grab_focus (ui_find_widget (content, GTK_TYPE_LIST_VIEW));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "show-friends"));
  planner_window_offer_address (fixture->window, "gotc-planner:stars?v=1&s=2SmKEA");
  dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  name = ui_find_widget (adw_navigation_view_get_visible_page (
                             ui_find_widget (dialog, ADW_TYPE_NAVIGATION_VIEW)),
                         ADW_TYPE_ENTRY_ROW);
  gtk_widget_grab_focus (name);
  gtk_editable_set_text (GTK_EDITABLE (name), "Ann");
  g_signal_emit_by_name (name, "entry-activated");
  g_assert_cmpint (g_settings_get_int64 (fixture->settings, "selected-conference"), ==,
                   planner_conference_get_id (other));
  g_assert_cmpstr (get_selected_view (fixture), ==, "all");
  ui_wait_for_label (GTK_WIDGET (fixture->window), "Showing the stars of Ann");
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  g_assert_nonnull (planner_session_row_find_focused (content));

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-friends", NULL);
  dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (dialog)), ==, "Friends");
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* The focus is on the page that the dialog shows, and afterwards where it was. */
static void
test_focus_of_link (Fixture *fixture, gconstpointer data)
{
  static const char *const links[] = { "gotc-planner:stars?v=1&a=https%3A%2F%2Fexample.org%2Fa&s=ungWvw",
                                       "gotc-planner:stars?v=1&s=2SmKEA", "webcal://example.org/a.ics" };
  GtkWidget *content = ui_find_widget (fixture->window, PLANNER_TYPE_CONTENT);

  add_other_conference (fixture);
  ui_activate (fixture->window, "win.show-view", "all");
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  gtk_widget_grab_focus (ui_find_widget (content, GTK_TYPE_LIST_VIEW));
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      AdwDialog *dialog;
      GtkWidget *focus;

      planner_window_offer_address (fixture->window, links[i]);
      ui_wait_for_frames (GTK_WIDGET (fixture->window));
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_true (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)));
      g_assert_true (gtk_widget_get_mapped (focus));
      adw_dialog_force_close (dialog);
      g_assert_nonnull (planner_session_row_find_focused (content));
    }
}

/* Commands have added both conferences. The other one starts two hours later. */
static void
test_first_choice (Fixture *fixture, gconstpointer data)
{
  const gint64 start_utc = 1782892800;
  PlannerConference *other = add_other_conference (fixture);
  const struct
  {
    gint64 now_utc;
    PlannerConference *expected;
  } cases[] = { { start_utc - 24 * 60 * 60, fixture->conference }, { start_utc + 24 * 60 * 60, other } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      close_window (fixture);
      g_settings_reset (fixture->settings, "selected-conference");
      planner_time_source_set_now_us (planner_library_get_time_source (fixture->library),
                                      cases[i].now_utc * G_USEC_PER_SEC);
      open_window (fixture);
      g_assert_cmpint (g_settings_get_int64 (fixture->settings, "selected-conference"), ==,
                       planner_conference_get_id (cases[i].expected));
    }
}

/* Presses a key as if the widget that has the focus got it: its parents get it after it, until one handles it. */
static void
press_at_focus (Fixture *fixture, guint key)
{
  for (GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (fixture->window)); widget;
       widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (GTK_IS_SHORTCUT_CONTROLLER (controller) &&
              gtk_shortcut_controller_get_scope (GTK_SHORTCUT_CONTROLLER (controller)) ==
                  GTK_SHORTCUT_SCOPE_LOCAL &&
              ui_press_in (G_LIST_MODEL (controller), widget, key, 0))
            return;
        }
    }
}

/* In a narrow window, the split view goes back to the sidebar at Escape. */
static void
test_escape_in_narrow_window (Fixture *fixture, gconstpointer data)
{
  AdwNavigationSplitView *split_view = ui_find_widget (fixture->window, ADW_TYPE_NAVIGATION_SPLIT_VIEW);
  GtkWidget *entry;

  adw_navigation_split_view_set_collapsed (split_view, TRUE);
  ui_activate (fixture->window, "win.show-view", "all");
  ui_activate (fixture->window, "win.search", NULL);
  entry =
      gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Talk");
  g_signal_emit_by_name (entry, "search-changed");
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  g_assert_true (ui_press (entry, GDK_KEY_Down, 0));
  g_assert_true (
      gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (gtk_widget_get_ancestor (entry, GTK_TYPE_SEARCH_BAR))));

  press_at_focus (fixture, GDK_KEY_Escape);
  g_assert_false (
      gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (gtk_widget_get_ancestor (entry, GTK_TYPE_SEARCH_BAR))));
  g_assert_true (adw_navigation_split_view_get_show_content (split_view));
  press_at_focus (fixture, GDK_KEY_Escape);
  g_assert_false (adw_navigation_split_view_get_show_content (split_view));
}

/* The text comes from the search of the desktop. If the selected conference has no match, another one is shown. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gboolean other;
  } cases[] = { { "talk", FALSE }, { "zymurgy", TRUE }, { "nowhere", TRUE }, { "talk", FALSE } };
  PlannerConference *other = add_other_conference (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkEditable *entry;

      ui_activate (fixture->window, "win.show-view", "my-schedule");
      planner_window_search (fixture->window, cases[i].text);
      entry = ui_find_widget (ui_find_widget (fixture->window, PLANNER_TYPE_SESSIONS_PAGE),
                              GTK_TYPE_SEARCH_ENTRY);
      g_assert_cmpstr (gtk_editable_get_text (entry), ==, cases[i].text);
      g_assert_cmpstr (get_selected_view (fixture), ==, "all");
      g_assert_cmpint (g_settings_get_int64 (fixture->settings, "selected-conference"), ==,
                       planner_conference_get_id (cases[i].other ? other : fixture->conference));
    }
}

static void
wanted_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_set_str ((char **) data, g_variant_get_string (parameter, NULL));
}

/* The action of the application gets the conference and the room. */
static void
test_board (Fixture *fixture, gconstpointer data)
{
  const GActionEntry entry = { .name = "show-board", .activate = wanted_cb, .parameter_type = "s" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const gint64 id = planner_conference_get_id (fixture->conference);
  g_autofree char *all = g_strdup_printf ("%" G_GINT64_FORMAT ":", id);
  g_autofree char *room = g_strdup_printf ("%" G_GINT64_FORMAT ":Hall: 1", id);
  g_autofree char *wanted = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, &wanted);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "app", G_ACTION_GROUP (group));
  ui_activate (fixture->window, "win.show-board", "");
  g_assert_cmpstr (wanted, ==, all);
  ui_activate (fixture->window, "win.show-board", "Hall: 1");
  g_assert_cmpstr (wanted, ==, room);
}

static void
test_state_survives (Fixture *fixture, gconstpointer data)
{
  ui_activate (fixture->window, "win.show-forum", "Forum 7");
  close_window (fixture);
  open_window (fixture);
  present_with_forums (fixture);
  ui_iterate ();

  g_assert_cmpstr (get_selected_view (fixture), ==, "forum:Forum 7");
  g_assert_cmpint (g_settings_get_int64 (fixture->settings, "selected-conference"), ==,
                   planner_conference_get_id (fixture->conference));
}

/* The session beside the list is there again at the next start. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  GtkWidget *content = ui_find_widget (fixture->window, PLANNER_TYPE_CONTENT);
  g_autofree char *stored = NULL;
  gboolean stopped;

  g_object_set (content, "wide", TRUE, NULL);
  ui_activate (fixture->window, "win.show-view", "all");
  ui_activate (fixture->window, "win.show-session", get_key (fixture, 3));
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  g_settings_reset (fixture->settings, "selected-session");
  g_signal_emit_by_name (fixture->window, "close-request", &stopped);
  g_assert_false (stopped);
  stored = g_settings_get_string (fixture->settings, "selected-session");
  g_assert_cmpstr (stored, ==, get_key (fixture, 3));
}

static void
test_star_undone (Fixture *fixture, gconstpointer data)
{
  PlannerEntry *entry = planner_conference_find_entry (fixture->conference, get_key (fixture, 3));
  GtkWidget *undo;

  ui_activate (fixture->window, "win.toggle-star", get_key (fixture, 3));
  ui_activate (fixture->window, "win.toggle-star", get_key (fixture, 3));
  ui_wait_for_stars (fixture->conference, 1);
  ui_iterate ();
  g_assert_true (planner_entry_get_starred (entry));
  g_assert_cmpuint (get_count (get_item (fixture, 1)), ==, 1);

  ui_activate (fixture->window, "win.toggle-star", get_key (fixture, 3));
  ui_wait_for_stars (fixture->conference, 0);
  while (!(undo = ui_find_button (GTK_WIDGET (fixture->window), "_Undo")))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (undo, "clicked");
  ui_wait_for_stars (fixture->conference, 1);
  g_assert_true (planner_entry_get_starred (entry));
}

/* U6: the attendee learns that the star could not be restored. */
static void
test_failed_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *store_path = g_build_filename (fixture->folder, "planner.db", NULL);
  g_autoptr (GError) error = g_error_new_literal (PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_FAILED, "");
  GtkWidget *undo;

  ui_activate (fixture->window, "win.toggle-star", get_key (fixture, 3));
  ui_wait_for_stars (fixture->conference, 1);
  ui_iterate ();
  ui_activate (fixture->window, "win.toggle-star", get_key (fixture, 3));
  while (!(undo = ui_find_button (GTK_WIDGET (fixture->window), "_Undo")))
    g_main_context_iteration (NULL, TRUE);

  execute (store_path, "CREATE TRIGGER full BEFORE INSERT ON stars BEGIN SELECT raise (FAIL, 'full'); END");
  g_signal_emit_by_name (undo, "clicked");
  ui_wait_for_label (GTK_WIDGET (fixture->window), planner_message_for_error (error));
  g_assert_cmpuint (planner_conference_get_n_starred (fixture->conference), ==, 0);
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* The row that chose the lead time shows the stored one again. */
static void
test_failed_lead (Fixture *fixture, gconstpointer data)
{
  g_autofree char *store_path = g_build_filename (fixture->folder, "planner.db", NULL);
  g_autoptr (GError) error = g_error_new_literal (PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_FAILED, "");
  PlannerEntry *entry = planner_conference_find_entry (fixture->conference, get_key (fixture, 3));
  guint n_notified = 0;

  ui_activate (fixture->window, "win.toggle-star", get_key (fixture, 3));
  ui_wait_for_stars (fixture->conference, 1);
  g_signal_connect_swapped (entry, "notify::lead-s", G_CALLBACK (count_cb), &n_notified);
  execute (store_path,
           "CREATE TRIGGER full BEFORE UPDATE OF lead_s ON stars BEGIN SELECT raise (FAIL, 'full'); END");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "set-lead",
                                  g_variant_new ("(si)", get_key (fixture, 3), 1800));
  ui_wait_for_label (GTK_WIDGET (fixture->window), planner_message_for_error (error));
  g_assert_cmpuint (n_notified, ==, 1);
  g_signal_handlers_disconnect_by_data (entry, &n_notified);
}

/* The window that would show the toasts is gone when the star is stored. */
static void
test_closed_while_starring (Fixture *fixture, gconstpointer data)
{
  for (guint was_starred = 0; was_starred < 2; was_starred++)
    {
      ui_activate (fixture->window, "win.toggle-star", get_key (fixture, 3));
      close_window (fixture);
      ui_wait_for_stars (fixture->conference, was_starred ? 0 : 1);
      ui_iterate ();
      open_window (fixture);
    }
}

static void
test_no_conference (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  g_assert_cmpstr (get_stack_page (fixture), ==, "empty");
  window_add_conference (fixture);
  g_assert_cmpstr (get_stack_page (fixture), ==, "conference");
  remove_bundled (fixture);
  g_assert_cmpstr (get_stack_page (fixture), ==, "empty");
}

static void
test_broken_store (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error =
      g_error_new_literal (PLANNER_STORE_ERROR, GPOINTER_TO_INT (data), "in “/a/planner.db”");
  GtkStack *stack;
  const char *description;

  fixture->window = planner_window_new (NULL, fixture->library, fixture->settings);
  planner_window_show_loading (fixture->window);
  g_assert_nonnull (ui_find_widget (fixture->window, ADW_TYPE_SPINNER));
  planner_window_library_loaded (fixture->window, error);
  g_assert_cmpstr (get_stack_page (fixture), ==, "broken");
  stack = ui_find_widget (fixture->window, GTK_TYPE_STACK);
  description = adw_status_page_get_description (
      ui_find_widget (gtk_stack_get_visible_child (stack), ADW_TYPE_STATUS_PAGE));
  g_assert_true (g_str_has_prefix (description, planner_message_for_error (error)));
  g_assert_true (g_str_has_suffix (description, "/a/planner.db”"));
}

static void
test_bad_address (Fixture *fixture, gconstpointer data)
{
  PlannerAddDialog *dialog = planner_add_dialog_new (fixture->library);
  GtkWidget *search;

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (fixture->window));
  search = ui_find_widget (ui_find_widget (dialog, PLANNER_TYPE_DIRECTORY_PAGE), GTK_TYPE_SEARCH_ENTRY);

  planner_add_dialog_set_address (dialog, "ftp://example.org/schedule.json");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "ftp://example.org/schedule.json");
  g_signal_emit_by_name (search, "activate");
  while (!gtk_widget_has_css_class (search, "error"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 1);

  planner_add_dialog_set_address (dialog, "example.org");
  g_assert_false (gtk_widget_has_css_class (search, "error"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_iterate ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("sidebar-items-have-titles-and-counts", set_up, test_sidebar_items, NULL);
  add ("sidebar-filter-finds-forums", set_up, test_sidebar_filter, NULL);
  add ("actions-show-views", set_up, test_views, NULL);
  add ("U9/escape-ends-search-in-narrow-window", set_up, test_escape_in_narrow_window, NULL);
  add ("V12/friend-shows-the-conference", set_up, test_friend_shows_conference, NULL);
  add ("U9/link-leaves-focus-where-it-was", set_up, test_focus_of_link, NULL);
  add ("R9/notification-opens-session", set_up, test_open_session, NULL);
  add ("R9/notification-opens-session-beside-list", set_up, test_open_session_from_list, NULL);
  add ("opens-the-next-or-latest-conference", set_up, test_first_choice, NULL);
  add ("G2/desktop-search-goes-on-in-the-window", set_up, test_search, NULL);
  add ("L1/start-while-conference-runs-shows-now", set_up_empty, test_start_while_running, NULL);
  add ("L6/board-shows-all-rooms-or-one", set_up, test_board, NULL);
  add ("view-survives-restart", set_up, test_state_survives, NULL);
  add ("closing-stores-the-session-on-screen", set_up, test_close, NULL);
  add ("U6/undo-restores-star", set_up, test_star_undone, NULL);
  add ("U6/failed-undo-is-reported", set_up, test_failed_undo, NULL);
  add ("failed-lead-time-is-reported", set_up, test_failed_lead, NULL);
  add ("U6/closing-while-starring-is-safe", set_up, test_closed_while_starring, NULL);
  add ("start-page-without-conference", set_up_empty, test_no_conference, NULL);
  for (int code = PLANNER_STORE_ERROR_FAILED; code <= PLANNER_STORE_ERROR_BUSY; code++)
    {
      g_autofree char *path = g_strdup_printf ("I6/broken-store-is-explained/%d", code);

      add (path, set_up_empty, test_broken_store, GINT_TO_POINTER (code));
    }
  add ("N2/bad-address-is-refused", set_up, test_bad_address, NULL);

  return g_test_run ();
}

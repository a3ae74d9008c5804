/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window with a library of its own: a conference of twelve forums read from a file. */

#include "config.h"

#include "../files.h"

#include "share/planner-messages.h"
#include "ui/planner-add-dialog.h"
#include "ui/planner-details-page.h"
#include "ui/planner-exhibition-page.h"
#include "ui/planner-sessions-page.h"
#include "ui/planner-sidebar-item.h"
#include "ui/planner-sidebar.h"
#include "ui/planner-update-bar.h"
#include "ui/planner-window.h"

#define N_FORUMS 12
#define ODD_FORUM "R&D <3 _x"

typedef struct
{
  char *folder;
  PlannerLibrary *library;
  PlannerConference *conference; /* borrowed from the library */
  GSettings *settings;
  PlannerWindow *window;
} Fixture;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **answer = data;

  *answer = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **answer)
{
  while (!*answer)
    g_main_context_iteration (NULL, TRUE);

  return *answer;
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The first forum has two sessions, the others have one. */
static char *
write_feed (Fixture *fixture)
{
  g_autoptr (GString) events = g_string_new (NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "schedule.json", NULL);
  g_autofree char *feed = NULL;

  for (int i = 0; i <= N_FORUMS; i++)
    {
      g_autofree char *forum = i < 2 ? g_strdup (ODD_FORUM) : g_strdup_printf ("Forum %d", i);

      g_string_append_printf (
          events,
          "%s{\"guid\":\"11111111-1111-4111-8111-0000000000%02d\",\"id\":%d,\"title\":\"Talk <b>%d & \","
          "\"date\":\"2026-07-01T10:00:00+02:00\",\"start\":\"10:00\",\"duration\":\"01:00\","
          "\"room\":\"Hall\",\"track\":\"%s\",\"persons\":[]}",
          i > 0 ? "," : "", i, i + 1, i, forum);
    }
  feed = g_strdup_printf (
      "{\"schedule\":{\"version\":\"1\",\"exhibitors\":[{\"name\":\"Stall\",\"kind\":\"booth\"}],"
      "\"conference\":{\"title\":\"Under_scored & Co\",\"acronym\":\"test\",\"days\":[{\"index\":1,"
      "\"date\":\"2026-07-01\",\"rooms\":{\"Hall\":[%s]}}]}}}",
      events->str);
  g_assert_true (g_file_set_contents (path, feed, -1, NULL));

  return g_steal_pointer (&path);
}

static void
remove_bundled (Fixture *fixture)
{
  g_autoptr (PlannerConference) bundled = g_list_model_get_item (G_LIST_MODEL (fixture->library), 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  planner_library_remove_async (fixture->library, bundled, NULL, done_cb, &result);
  planner_library_remove_finish (fixture->library, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
load_library (Fixture *fixture)
{
  g_autofree char *store_path = g_build_filename (fixture->folder, "planner.db", NULL);
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->library = planner_library_new (store_path, fetcher);
  planner_library_load_async (fixture->library, NULL, done_cb, &result);
  planner_library_load_finish (fixture->library, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
add_conference (Fixture *fixture)
{
  g_autofree char *path = write_feed (fixture);
  g_autoptr (PlannerConference) conference = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  planner_library_add_async (fixture->library, path, NULL, NULL, done_cb, &result);
  conference = planner_library_add_finish (fixture->library, wait_for (&result), &error);
  g_assert_no_error (error);
  fixture->conference = conference;
}

static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("planner-window-XXXXXX", NULL);
  fixture->settings = g_settings_new (APP_ID);
  g_settings_reset (fixture->settings, "selected-conference");
  g_settings_reset (fixture->settings, "selected-view");
  g_settings_reset (fixture->settings, "window-width");
  g_settings_reset (fixture->settings, "window-height");
  load_library (fixture);
  remove_bundled (fixture);
}

static gpointer
find_widget (gpointer root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_widget (child, type);

      if (found)
        return found;
    }

  return NULL;
}

/* The sidebar comes behind the first frame. */
static void
present (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (fixture->window)) ||
         gtk_widget_get_width (GTK_WIDGET (fixture->window)) == 0)
    g_main_context_iteration (NULL, TRUE);
  while (!find_widget (fixture->window, PLANNER_TYPE_SIDEBAR))
    g_main_context_iteration (NULL, TRUE);
  iterate ();
}

static void
open_window (Fixture *fixture)
{
  fixture->window = planner_window_new (NULL, fixture->library, fixture->settings);
  planner_window_library_loaded (fixture->window, NULL);
  present (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_empty (fixture, data);
  add_conference (fixture);
  open_window (fixture);
}

static void
close_window (Fixture *fixture)
{
  if (fixture->window == NULL)
    return;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_null (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
  g_assert_finalize_object (fixture->library);
  g_clear_object (&fixture->settings);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static GtkButton *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return GTK_BUTTON (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkButton *found = find_button (child, label);

      if (found)
        return found;
    }

  return NULL;
}

static PlannerSidebarItem *
get_item (Fixture *fixture, guint index)
{
  return PLANNER_SIDEBAR_ITEM (adw_sidebar_get_item (find_widget (fixture->window, ADW_TYPE_SIDEBAR), index));
}

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
  AdwSidebarItem *item = adw_sidebar_get_selected_item (find_widget (fixture->window, ADW_TYPE_SIDEBAR));

  return planner_sidebar_item_get_view (PLANNER_SIDEBAR_ITEM (item));
}

static GType
get_page_type (Fixture *fixture)
{
  return G_OBJECT_TYPE (
      adw_navigation_view_get_visible_page (find_widget (fixture->window, ADW_TYPE_NAVIGATION_VIEW)));
}

static const char *
get_stack_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (find_widget (fixture->window, GTK_TYPE_STACK));
}

static void
activate (Fixture *fixture, const char *action, const char *parameter)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, parameter ? "s" : NULL, parameter));
}

/* Many forums come behind the sidebar. */
static void
present_with_forums (Fixture *fixture)
{
  g_autoptr (GtkSelectionModel) items =
      adw_sidebar_get_items (find_widget (fixture->window, ADW_TYPE_SIDEBAR));

  present (fixture);
  while (g_list_model_get_n_items (G_LIST_MODEL (items)) < 3 + N_FORUMS ||
         !gtk_widget_get_visible (find_widget (fixture->window, GTK_TYPE_SEARCH_ENTRY)))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_stars (Fixture *fixture, guint n)
{
  while (planner_conference_get_n_starred (fixture->conference) != n)
    g_main_context_iteration (NULL, TRUE);
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
  const char *const fixed[] = { "my-schedule", "all", "exhibition" };
  const guint counts[] = { 0, N_FORUMS + 1, 1 };

  present_with_forums (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      g_assert_cmpstr (planner_sidebar_item_get_view (get_item (fixture, i)), ==, fixed[i]);
      g_assert_cmpuint (get_count (get_item (fixture, i)), ==, counts[i]);
    }

  g_assert_cmpstr (planner_sidebar_item_get_view (get_item (fixture, 3)), ==, "forum:" ODD_FORUM);
  g_assert_cmpstr (adw_sidebar_item_get_title (ADW_SIDEBAR_ITEM (get_item (fixture, 3))), ==, ODD_FORUM);
  g_assert_cmpstr (adw_sidebar_item_get_tooltip (ADW_SIDEBAR_ITEM (get_item (fixture, 3))), ==,
                   "R&amp;D &lt;3 _x");
  g_assert_nonnull (adw_sidebar_item_get_icon_paintable (ADW_SIDEBAR_ITEM (get_item (fixture, 3))));
  g_assert_cmpuint (get_count (get_item (fixture, 3)), ==, 2);
  g_assert_cmpuint (get_count (get_item (fixture, 4)), ==, 1);
  g_assert_cmpuint (get_count (get_item (fixture, 2 + N_FORUMS)), ==, 1);
}

static void
test_sidebar_filter (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = GTK_EDITABLE (find_widget (fixture->window, GTK_TYPE_SEARCH_ENTRY));
  g_autoptr (GtkSelectionModel) items =
      adw_sidebar_get_items (find_widget (fixture->window, ADW_TYPE_SIDEBAR));

  present_with_forums (fixture);
  while (!gtk_widget_get_visible (GTK_WIDGET (entry)))
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (entry, "r&d");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (items)), ==, 3 + 1);
  g_assert_cmpstr (planner_sidebar_item_get_view (get_item (fixture, 3)), ==, "forum:" ODD_FORUM);
  g_signal_emit_by_name (entry, "stop-search");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (items)), ==, 3 + N_FORUMS);
}

static void
test_views (Fixture *fixture, gconstpointer data)
{
  g_autofree char *view = NULL;
  g_autofree char *fallback = NULL;

  present_with_forums (fixture);
  g_assert_true (get_page_type (fixture) == PLANNER_TYPE_SESSIONS_PAGE);
  activate (fixture, "win.show-view", "exhibition");
  g_assert_true (get_page_type (fixture) == PLANNER_TYPE_EXHIBITION_PAGE);
  activate (fixture, "win.show-forum", ODD_FORUM);
  g_assert_true (get_page_type (fixture) == PLANNER_TYPE_SESSIONS_PAGE);
  g_assert_cmpstr (get_selected_view (fixture), ==, "forum:" ODD_FORUM);
  view = g_settings_get_string (fixture->settings, "selected-view");
  g_assert_cmpstr (view, ==, "forum:" ODD_FORUM);
  activate (fixture, "win.show-session", get_key (fixture, 0));
  g_assert_true (get_page_type (fixture) == PLANNER_TYPE_DETAILS_PAGE);
  activate (fixture, "win.show-view", "my-schedule");
  g_assert_true (get_page_type (fixture) == PLANNER_TYPE_SESSIONS_PAGE);

  activate (fixture, "win.show-session", "no such key");
  g_assert_true (get_page_type (fixture) == PLANNER_TYPE_SESSIONS_PAGE);
  activate (fixture, "win.show-view", "forum:gone");
  g_assert_cmpstr (get_selected_view (fixture), ==, "all");

  fallback = g_settings_get_string (fixture->settings, "selected-view");
  g_assert_cmpstr (fallback, ==, "all");
}

static void
test_state_survives (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "win.show-forum", "Forum 7");
  close_window (fixture);
  open_window (fixture);
  present_with_forums (fixture);
  iterate ();

  g_assert_cmpstr (get_selected_view (fixture), ==, "forum:Forum 7");
  g_assert_cmpint (g_settings_get_int64 (fixture->settings, "selected-conference"), ==,
                   planner_conference_get_id (fixture->conference));
}

static void
test_star_undone (Fixture *fixture, gconstpointer data)
{
  PlannerEntry *entry = planner_conference_find_entry (fixture->conference, get_key (fixture, 3));
  GtkButton *undo;

  activate (fixture, "win.toggle-star", get_key (fixture, 3));
  activate (fixture, "win.toggle-star", get_key (fixture, 3));
  wait_for_stars (fixture, 1);
  iterate ();
  g_assert_true (planner_entry_get_starred (entry));
  g_assert_cmpuint (get_count (get_item (fixture, 0)), ==, 1);

  activate (fixture, "win.toggle-star", get_key (fixture, 3));
  wait_for_stars (fixture, 0);
  while (!(undo = find_button (GTK_WIDGET (fixture->window), "_Undo")))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (undo, "clicked");
  wait_for_stars (fixture, 1);
  g_assert_true (planner_entry_get_starred (entry));
}

static void
test_no_conference (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  g_assert_cmpstr (get_stack_page (fixture), ==, "empty");
  add_conference (fixture);
  g_assert_cmpstr (get_stack_page (fixture), ==, "conference");
  remove_bundled (fixture);
  g_assert_cmpstr (get_stack_page (fixture), ==, "empty");
}

static void
test_broken_store (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error =
      g_error_new_literal (PLANNER_STORE_ERROR, GPOINTER_TO_INT (data), "in “/a/planner.db”");
  const char *description;

  fixture->window = planner_window_new (NULL, fixture->library, fixture->settings);
  planner_window_show_loading (fixture->window);
  g_assert_nonnull (find_widget (fixture->window, ADW_TYPE_SPINNER));
  planner_window_library_loaded (fixture->window, error);
  g_assert_cmpstr (get_stack_page (fixture), ==, "broken");
  description = adw_status_page_get_description (find_widget (fixture->window, ADW_TYPE_STATUS_PAGE));
  g_assert_true (g_str_has_prefix (description, planner_message_for_error (error)));
  g_assert_true (g_str_has_suffix (description, "/a/planner.db”"));
}

/* At the smallest size, all of it is in the window. */
static void
test_phone (Fixture *fixture, gconstpointer data)
{
  int minimum_width, minimum_height;

  close_window (fixture);
  g_settings_set_int (fixture->settings, "window-width", 360);
  g_settings_set_int (fixture->settings, "window-height", 294);
  open_window (fixture);

  g_assert_true (adw_navigation_split_view_get_collapsed (
      find_widget (fixture->window, ADW_TYPE_NAVIGATION_SPLIT_VIEW)));
  g_assert_cmpint (adw_sidebar_get_mode (find_widget (fixture->window, ADW_TYPE_SIDEBAR)), ==,
                   ADW_SIDEBAR_MODE_PAGE);
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
      find_widget (fixture->window, ADW_TYPE_NAVIGATION_SPLIT_VIEW)));
  g_assert_cmpint (adw_sidebar_get_mode (find_widget (fixture->window, ADW_TYPE_SIDEBAR)), ==,
                   ADW_SIDEBAR_MODE_SIDEBAR);
}

/* Window controls, the way back, and what is inside another widget that has the label, are not ours. */
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
  g_assert_cmpuint (check_icon_buttons (find_widget (fixture->window, PLANNER_TYPE_UPDATE_BAR)), ==, 2);
  g_assert_cmpuint (check_icon_buttons (find_widget (fixture->window, PLANNER_TYPE_SIDEBAR)), ==, 3);
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

/* A row of the sidebar has no other name than its tooltip. */
static void
test_rows_are_spoken (Fixture *fixture, gconstpointer data)
{
  present_with_forums (fixture);
  g_assert_cmpuint (check_rows (find_widget (fixture->window, ADW_TYPE_SIDEBAR)), ==, 3 + N_FORUMS);
}

static void
test_count_is_spoken (Fixture *fixture, gconstpointer data)
{
  GtkWidget *counter;

  present_with_forums (fixture);
  counter = adw_sidebar_item_get_suffix (ADW_SIDEBAR_ITEM (get_item (fixture, 3)));
  gtk_test_accessible_assert_property (counter, GTK_ACCESSIBLE_PROPERTY_LABEL, "2 sessions");
  counter = adw_sidebar_item_get_suffix (ADW_SIDEBAR_ITEM (get_item (fixture, 4)));
  gtk_test_accessible_assert_property (counter, GTK_ACCESSIBLE_PROPERTY_LABEL, "1 session");
  counter = adw_sidebar_item_get_suffix (ADW_SIDEBAR_ITEM (get_item (fixture, 2)));
  gtk_test_accessible_assert_property (counter, GTK_ACCESSIBLE_PROPERTY_LABEL, "1 exhibitor");
}

/* Round the window by Tab: the switcher, the menu, the sidebar, the refresh button. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  GtkWidget *refresh = find_widget (find_widget (fixture->window, PLANNER_TYPE_UPDATE_BAR), GTK_TYPE_BUTTON);
  AdwSidebar *sidebar = find_widget (fixture->window, ADW_TYPE_SIDEBAR);
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

static void
test_bad_address (Fixture *fixture, gconstpointer data)
{
  PlannerAddDialog *dialog = planner_add_dialog_new (fixture->library);
  GtkButton *next;
  GtkWidget *row;

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (fixture->window));
  next = find_button (GTK_WIDGET (dialog), "_Next");
  row = find_widget (dialog, ADW_TYPE_ENTRY_ROW);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (next)));

  planner_add_dialog_set_address (dialog, "ftp://example.org/schedule.json");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (next)));
  g_signal_emit_by_name (next, "clicked");
  while (!gtk_widget_has_css_class (row, "error"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 1);

  planner_add_dialog_set_address (dialog, "example.org");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  iterate ();
}

/* As a notification asks for it: from outside. */
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, set_up, test) g_test_add ("/ui/window/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("sidebar/items", set_up, test_sidebar_items);
  ADD ("sidebar/filter", set_up, test_sidebar_filter);
  ADD ("sidebar/U4/counts-spoken", set_up, test_count_is_spoken);
  ADD ("sidebar/U4/rows-spoken", set_up, test_rows_are_spoken);
  ADD ("views", set_up, test_views);
  ADD ("R9/open-session", set_up, test_open_session);
  ADD ("state-survives", set_up, test_state_survives);
  ADD ("U6/star-undone", set_up, test_star_undone);
  ADD ("no-conference", set_up_empty, test_no_conference);
  for (int code = PLANNER_STORE_ERROR_FAILED; code <= PLANNER_STORE_ERROR_BUSY; code++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/window/I6/broken-store/%d", code);

      g_test_add (path, Fixture, GINT_TO_POINTER (code), set_up_empty, test_broken_store, tear_down);
    }
  ADD ("U4/phone", set_up, test_phone);
  ADD ("U4/wide", set_up, test_wide);
  ADD ("U4/icon-buttons", set_up, test_icon_buttons);
  ADD ("U4/tab", set_up, test_tab);
  ADD ("N2/bad-address", set_up, test_bad_address);

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

void
ui_append_event (GString *events,
                 int n,
                 const char *date,
                 const char *start,
                 const char *title,
                 const char *track)
{
  g_string_append_printf (
      events,
      "%s{\"guid\":\"" KEY_FORMAT "\",\"id\":%d,\"title\":\"%s\",\"date\":\"%sT%s:00+02:00\","
      "\"start\":\"%s\",\"duration\":\"01:00\",\"room\":\"Hall\",\"track\":\"%s\","
      "\"abstract\":\"All of <b>it</b> & more\",\"persons\":[{\"id\":%d,\"name\":\"Ann <i>O</i> & Co\"}]}",
      events->len > 0 ? "," : "", n, n, title, date, start, start, track, n);
}

char *
ui_make_schedule (const char *version, const char *title, GString *first, GString *second)
{
  return g_strdup_printf (
      "{\"schedule\":{\"version\":\"%s\",\"conference\":{\"title\":\"%s\",\"acronym\":\"test\","
      "\"time_zone_name\":\"Europe/Berlin\",\"days\":["
      "{\"index\":1,\"date\":\"2037-07-01\",\"rooms\":{\"Hall\":[%s]}},"
      "{\"index\":2,\"date\":\"2037-07-02\",\"rooms\":{\"Hall\":[%s]}}]}}}",
      version, title, first->str, second->str);
}

char *
ui_make_feed (void)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  ui_append_event (first, 1, "2037-07-01", "10:00", "R&D <3", "Rust & Co");
  ui_append_event (first, 2, "2037-07-01", "10:30", "A <b>bold</b> talk", "Rust & Co");
  ui_append_event (second, 3, "2037-07-02", "10:00", "Wiener café", "Food");

  return ui_make_schedule ("1", "Test", first, second);
}

void
ui_set_up (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *feed = ui_make_feed ();
  g_autofree char *feed_path = NULL;
  g_autofree char *store_path = NULL;

  fixture->folder = g_dir_make_tmp ("planner-ui-XXXXXX", NULL);
  feed_path = g_build_filename (fixture->folder, "schedule.json", NULL);
  store_path = g_build_filename (fixture->folder, "planner.db", NULL);
  g_assert_true (g_file_set_contents (feed_path, feed, -1, NULL));

  fixture->library = load_library (store_path, fetcher);
  fixture->conference = add_to_library (fixture->library, feed_path, &error);
  g_assert_no_error (error);
}

void
ui_tear_down (UiFixture *fixture, gconstpointer data)
{
  finish_object (g_steal_pointer (&fixture->library));
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

PlannerEntry *
ui_find_entry (UiFixture *fixture, int n)
{
  g_autofree char *key = g_strdup_printf (KEY_FORMAT, n);
  PlannerEntry *entry = planner_conference_find_entry (fixture->conference, key);

  g_assert_nonnull (entry);

  return entry;
}

void
ui_star (UiFixture *fixture, int n, gboolean starred)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  planner_conference_set_starred_async (fixture->conference, ui_find_entry (fixture, n), starred, NULL,
                                        keep_result_cb, &result);
  planner_conference_set_starred_finish (fixture->conference, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

guint
ui_count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    n += ui_count_widgets (child);

  return n;
}

gpointer
ui_find_widget (gpointer root, GType type)
{
  gpointer found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = ui_find_widget (child, type);

  return found;
}

GtkWidget *
ui_find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = ui_find_label (child, text);

  return found;
}

GtkWidget *
ui_find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = ui_find_button (child, label);

  return found;
}

void
ui_iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

gboolean
ui_press_key (gpointer widget, guint key, GdkModifierType modifiers)
{
  GListModel *controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
                        j < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !handled;
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            handled = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                                    GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                                    gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_object_unref (controllers);

  return handled;
}

AdwNavigationPage *
ui_get_visible_page (gpointer page)
{
  return adw_navigation_view_get_visible_page (
      ADW_NAVIGATION_VIEW (adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (page))));
}

AdwNavigationPage *
ui_get_page_of_content (gpointer content)
{
  AdwNavigationSplitView *view = ui_find_widget (content, ADW_TYPE_NAVIGATION_SPLIT_VIEW);
  const gboolean covered =
      adw_navigation_split_view_get_collapsed (view) && adw_navigation_split_view_get_show_content (view);

  return ui_get_visible_page (covered ? adw_navigation_split_view_get_content (view)
                                      : adw_navigation_split_view_get_sidebar (view));
}

GSettings *
ui_reset_settings (void)
{
  const char *const keys[] = { "selected-conference", "selected-view", "selected-session",
                               "show-timetable",      "window-width",  "window-height" };
  GSettings *settings = g_settings_new (APP_ID);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);

  return settings;
}

void
ui_activate (gpointer window, const char *action, const char *parameter)
{
  g_assert_true (gtk_widget_activate_action (window, action, parameter ? "s" : NULL, parameter));
}

void
ui_wait_for_stars (PlannerConference *conference, guint n)
{
  while (planner_conference_get_n_starred (conference) != n)
    g_main_context_iteration (NULL, TRUE);
}

void
ui_wait_for_label (GtkWidget *widget, const char *text)
{
  while (!ui_find_label (widget, text))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
ui_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n_left = data;

  return --*n_left > 0;
}

void
ui_wait_for_frames (GtkWidget *widget)
{
  guint n_left = 8;

  gtk_widget_add_tick_callback (widget, ui_tick_cb, &n_left, NULL);
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
}

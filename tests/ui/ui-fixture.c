/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "library/planner-conference-refresh.h"
#include "ui/sessions/planner-session-row.h"

#include <glib/gstdio.h>

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
ui_fail_refresh (UiFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "schedule.json", NULL);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_cmpint (g_unlink (path), ==, 0);
  planner_conference_refresh_async (fixture->conference, NULL, keep_result_cb, &result);
  g_assert_false (planner_conference_refresh_finish (fixture->conference, wait_for_result (&result), NULL));
  g_assert_nonnull (planner_conference_get_error (fixture->conference));
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

void
ui_set_plan_b (UiFixture *fixture, int n, gboolean plan_b)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  planner_conference_set_plan_b_async (fixture->conference, ui_find_entry (fixture, n), plan_b, NULL,
                                       keep_result_cb, &result);
  planner_conference_set_plan_b_finish (fixture->conference, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

gboolean
ui_press_in (GListModel *shortcuts, gpointer widget, guint key, GdkModifierType modifiers)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
          gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
          gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers &&
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE,
                                        widget, gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }

  return FALSE;
}

gboolean
ui_press (gpointer widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller) &&
          ui_press_in (G_LIST_MODEL (controller), widget, key, modifiers))
        return TRUE;
    }

  return FALSE;
}

GtkWidget *
ui_present_phone_window (void)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  adw_window_set_content (ADW_WINDOW (window), gtk_label_new (NULL));
  gtk_window_present (GTK_WINDOW (window));

  return window;
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

void
ui_scroll_to_end (GtkWidget *page)
{
  GtkScrolledWindow *scroller = ui_find_widget (page, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
}

void
ui_assert_on_page (GtkWidget *widget, GtkWidget *page)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, page, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (page));
}

GtkWidget *
ui_find_child (gpointer parent, const char *css_class)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, css_class))
      return child;

  return NULL;
}

PangoLayout *
ui_find_layout (gpointer row, const char *text, graphene_rect_t *bounds)
{
  PlannerRowText *texts = planner_session_row_get_text (row);
  PangoLayout *layout;

  for (guint i = 0; (layout = planner_row_text_get_layout (texts, i, bounds)); i++)
    if (g_str_equal (pango_layout_get_text (layout), text))
      return layout;

  return NULL;
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  if (PLANNER_IS_SESSION_ROW (widget))
    return ui_find_layout (widget, text, NULL) != NULL;

  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

GtkWidget *
ui_find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (shows_text (widget, text))
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

GtkWidget *
ui_find_button_with_tooltip (GtkWidget *widget, const char *tooltip)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = ui_find_button_with_tooltip (child, tooltip);

  return found;
}

void
ui_iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
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
  const char *const keys[] = { "selected-conference", "selected-view", "selected-session", "window-width",
                               "window-height" };
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

static GLogWriterOutput
drop_frame_timings_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && strstr (fields[i].value, "gdk_frame_timings_submitted"))
      return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, data);
}

/* A tooltip shares the frame clock of its window. Without a compositor, as under Xvfb, the X11 backend of GTK 4.24 reports a
 * frame as submitted for each of the two surfaces, and then warns once that the frame is submitted already. A program cannot
 * avoid it. On a busy machine a test lasts long enough for a tooltip to appear. */
void
ui_tolerate_frame_timings (void)
{
  g_log_set_writer_func (drop_frame_timings_cb, NULL, NULL);
}

void
ui_wait_for_n_frames (GtkWidget *widget, guint n)
{
  guint n_left = n;

  gtk_widget_add_tick_callback (widget, ui_tick_cb, &n_left, NULL);
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
}

void
ui_wait_for_frames (GtkWidget *widget)
{
  ui_wait_for_n_frames (widget, 8);
}

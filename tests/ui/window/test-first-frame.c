/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The first frame of the window, and of a search, shows what later frames show, so that nothing moves on screen, not even a scroll
 * bar. */

#include "ui/window/window-fixture.h"

#include "bench/big-schedule.h"
#include "ui/sessions/planner-day-switch.h"
#include "ui/sessions/planner-section-heading.h"

#define N_SESSIONS 800 /* on three days */

/* The first rows fill this window. */
#define WIDTH 1000
#define HEIGHT 500

static void
add_big_conference (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "big.json", NULL);
  g_autofree char *schedule = big_schedule_make_json (N_SESSIONS, 1);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, schedule, -1, NULL));
  fixture->conference = add_to_library (fixture->library, path, &error);
  g_assert_no_error (error);
}

static guint
count_rows (Fixture *fixture)
{
  GtkListView *list = ui_find_widget (fixture->window, GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static void
assert_on_screen (Fixture *fixture, GType type)
{
  GtkWidget *widget = ui_find_widget (fixture->window, type);
  graphene_rect_t bounds;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_get_mapped (widget));
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->window), &bounds));
  g_assert_cmpfloat (bounds.size.height, >, 0);
}

static void
painted_cb (GdkFrameClock *clock, Fixture *fixture)
{
  GtkWidget *list = ui_find_widget (fixture->window, GTK_TYPE_LIST_VIEW);
  GtkWidget *sidebar = ui_find_widget (fixture->window, PLANNER_TYPE_SIDEBAR);
  g_autoptr (GtkSelectionModel) items = adw_sidebar_get_items (ui_find_widget (sidebar, ADW_TYPE_SIDEBAR));

  assert_on_screen (fixture, PLANNER_TYPE_DAY_SWITCH);
  assert_on_screen (fixture, PLANNER_TYPE_SECTION_HEADING);
  assert_on_screen (fixture, PLANNER_TYPE_SIDEBAR);
  g_assert_true (gtk_widget_get_visible (ui_find_widget (sidebar, GTK_TYPE_SEARCH_ENTRY)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (items)), >, N_FORUMS);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list))), ==,
                     0);
  g_object_set_data (G_OBJECT (fixture->window), "painted", clock);
  g_signal_handlers_disconnect_by_func (clock, painted_cb, fixture);
}

/* Scrolling would show the scroll bar for a second. */
static void
scrolled_cb (void)
{
  g_assert_not_reached ();
}

static void
mapped_cb (GtkWidget *window, Fixture *fixture)
{
  GtkWidget *list = ui_find_widget (window, GTK_TYPE_LIST_VIEW);

  g_signal_connect (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), "value-changed",
                    G_CALLBACK (scrolled_cb), NULL);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), fixture);
}

static void
test_complete (Fixture *fixture, gconstpointer data)
{
  add_big_conference (fixture);
  fixture->window = planner_window_new (NULL, fixture->library, fixture->settings);
  planner_window_library_loaded (fixture->window, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  g_signal_connect (fixture->window, "map", G_CALLBACK (mapped_cb), fixture);

  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!g_object_get_data (G_OBJECT (fixture->window), "painted") || count_rows (fixture) < N_SESSIONS)
    g_main_context_iteration (NULL, TRUE);
}

static GtkListView *
find_mapped_list (gpointer root)
{
  if (GTK_IS_LIST_VIEW (root) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkListView *list = find_mapped_list (child);

      if (list)
        return list;
    }

  return NULL;
}

/* The list is at its top, where its heading is, in each frame, also while more rows are added. */
static void
found_cb (GdkFrameClock *clock, GtkListView *browsed)
{
  GtkListView *list = find_mapped_list (gtk_widget_get_root (GTK_WIDGET (browsed)));
  const guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));

  if (list == browsed)
    return;

  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list))), ==,
                     0);
  g_assert_cmpuint (n_rows, >, 1);
  if (n_rows == N_SESSIONS)
    g_object_set_data (G_OBJECT (browsed), "found", clock);
}

static void
test_found (Fixture *fixture, gconstpointer data)
{
  GtkListView *browsed;
  GtkWidget *entry;

  test_complete (fixture, data);
  browsed = find_mapped_list (fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  entry =
      gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);

  gtk_editable_set_text (GTK_EDITABLE (entry), "session");
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (browsed)), "after-paint",
                           G_CALLBACK (found_cb), browsed, G_CONNECT_DEFAULT);
  while (!g_object_get_data (G_OBJECT (browsed), "found"))
    g_main_context_iteration (NULL, TRUE);
}

static void
resized_cb (GdkFrameClock *clock, GtkListView *list)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  if (gtk_adjustment_get_page_size (adjustment) < HEIGHT / 2)
    g_object_set_data (G_OBJECT (list), "resized", clock);
}

/* The heading above the first row stays on screen when the window gets lower. */
static void
test_resized (Fixture *fixture, gconstpointer data)
{
  GtkListView *list;

  test_complete (fixture, data);
  list = find_mapped_list (fixture->window);
  g_signal_handlers_disconnect_by_func (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), scrolled_cb,
                                        NULL);
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (list)), "after-paint",
                           G_CALLBACK (resized_cb), list, G_CONNECT_DEFAULT);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT / 2);
  while (!g_object_get_data (G_OBJECT (list), "resized"))
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("first-frame-is-complete", set_up_empty, test_complete, NULL);
  add ("results-are-complete", set_up_empty, test_found, NULL);
  add ("top-stays-when-resized", set_up_empty, test_resized, NULL);

  return g_test_run ();
}

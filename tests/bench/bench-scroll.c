/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures the processor time of each frame while the timetable of a day scrolls, in both directions. The day has 368
 * sessions in 92 rooms. A GtkListView of the same sessions, with two labels a row, is measured in the same run. The time
 * covers layout, snapshot and drawing in software. */

#include "ui/ui-fixture.h"

#include "bench/big-feed.h"
#include "ui/timetable/planner-timetable-view.h"

#include <time.h>

#define N_FRAMES 400
#define N_WARM_UP_FRAMES 20
#define MAX_FRAME_MS 16.0

typedef struct
{
  GtkAdjustment *horizontal;
  GtkAdjustment *vertical;
  GArray *times_ms;
  double began_ms;
  guint n_frames;
} Run;

static double
get_processor_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Goes back and forth by 40 pixels a frame. */
static double
get_position (GtkAdjustment *adjustment, guint frame)
{
  const double range = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  const double way = frame * 40.0;
  const guint turns = range > 0 ? (guint) (way / range) : 0;
  const double rest = way - turns * range;

  return range > 0 ? turns % 2 == 0 ? rest : range - rest : 0;
}

static void
before_paint_cb (GdkFrameClock *clock, Run *run)
{
  gtk_adjustment_set_value (run->horizontal, get_position (run->horizontal, run->n_frames));
  gtk_adjustment_set_value (run->vertical, get_position (run->vertical, run->n_frames));
  run->began_ms = get_processor_ms ();
}

static void
after_paint_cb (GdkFrameClock *clock, Run *run)
{
  const double time_ms = get_processor_ms () - run->began_ms;

  if (run->n_frames++ > N_WARM_UP_FRAMES)
    g_array_append_val (run->times_ms, time_ms);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const double *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

static double
get_percentile (Run *run, guint percent)
{
  return g_array_index (run->times_ms, double, (run->times_ms->len - 1) * percent / 100);
}

/* Returns the time that 95 % of the frames stay below, in milliseconds. */
static double
measure (const char *name, GtkWidget *scrollable)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  Run run = { .times_ms = g_array_new (FALSE, FALSE, sizeof (double)) };
  GdkFrameClock *clock;
  double result;

  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 1000);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), scrollable);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for_frames (window);
  run.horizontal = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  run.vertical = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &run);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &run);
  gdk_frame_clock_begin_updating (clock);
  while (run.n_frames < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gdk_frame_clock_end_updating (clock);
  g_signal_handlers_disconnect_by_data (clock, &run);

  g_array_sort (run.times_ms, compare_times);
  result = get_percentile (&run, 95);
  g_print ("%s: %u widgets, median %.1f ms, 95 %% %.1f ms, longest %.1f ms\n", name,
           ui_count_widgets (scrollable), get_percentile (&run, 50), result, get_percentile (&run, 100));
  g_array_unref (run.times_ms);
  gtk_window_destroy (GTK_WINDOW (window));

  return result;
}

static GPtrArray *
list_first_day (PlannerConference *conference)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all = planner_conference_get_entries (conference);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (all, i);

      if (planner_entry_get_session (entry)->day == 0)
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }

  return entries;
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (row), gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (row), gtk_label_new (NULL));
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  const PlannerSession *session = planner_entry_get_session (gtk_list_item_get_item (item));
  GtkWidget *row = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (row)), session->title.shown);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (row)), session->room->title.shown);
}

static GtkWidget *
create_list (GPtrArray *entries)
{
  GListStore *store = g_list_store_new (PLANNER_TYPE_ENTRY);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_list_store_splice (store, 0, 0, entries->pdata, entries->len);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);

  return gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (store))), factory);
}

int
main (int argc, char *argv[])
{
  const char *path = argc > 1 ? argv[1] : NULL;
  g_autofree char *folder = g_dir_make_tmp ("planner-bench-XXXXXX", NULL);
  g_autofree char *feed_path = g_build_filename (folder, "schedule.json", NULL);
  g_autofree char *store_path = g_build_filename (folder, "planner.db", NULL);
  g_autofree char *feed = make_big_feed ();
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  PlannerLibrary *library;
  PlannerConference *conference;
  PlannerTimetableView *view;
  double timetable_ms;

  adw_init ();
  g_assert_true (g_file_set_contents (feed_path, feed, -1, NULL));
  library = load_library (store_path, fetcher);
  conference = add_to_library (library, path ? path : feed_path, &error);
  g_assert_no_error (error);
  entries = list_first_day (conference);
  view = planner_timetable_view_new ();
  planner_timetable_view_set_entries (view, conference, entries, NULL);

  timetable_ms = measure ("Timetable", GTK_WIDGET (view));
  measure ("Plain list", create_list (entries));

  g_clear_pointer (&entries, g_ptr_array_unref);
  finish_object (library);
  remove_folder (folder);

  return timetable_ms <= MAX_FRAME_MS ? 0 : 1;
}

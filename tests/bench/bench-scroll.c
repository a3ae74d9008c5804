/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures the processor time of each frame while the list of sessions and the timetable of a day scroll, the latter in both
 * directions. The day has 368 sessions in 92 rooms. A GtkListView of the same sessions, with two labels a row, is the
 * reference. The time covers layout, snapshot and drawing in software. */

#include "ui/ui-fixture.h"

#include "bench/bench-samples.h"
#include "bench/big-schedule.h"
#include "ui/sessions/planner-sessions-page.h"
#include "ui/timetable/planner-timetable-view.h"

#include <string.h>

#define N_FRAMES 400
#define N_WARM_UP_FRAMES 20

typedef struct
{
  const char *figure;
  const char *who;
  GtkAdjustment *horizontal; /* nullable */
  GtkAdjustment *vertical;
  double began_ms;
  guint n_frames;
} Run;

/* Goes back and forth by 40 pixels a frame. */
static void
move (GtkAdjustment *adjustment, guint frame)
{
  const double range = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  const double way = frame * 40.0;
  const guint turns = range > 0 ? (guint) (way / range) : 0;
  const double rest = way - turns * range;

  if (range > 0)
    gtk_adjustment_set_value (adjustment, turns % 2 == 0 ? rest : range - rest);
}

static void
before_paint_cb (GdkFrameClock *clock, Run *run)
{
  if (run->horizontal)
    move (run->horizontal, run->n_frames);
  move (run->vertical, run->n_frames);
  run->began_ms = bench_get_thread_ms ();
}

static void
after_paint_cb (GdkFrameClock *clock, Run *run)
{
  if (run->n_frames++ > N_WARM_UP_FRAMES)
    bench_print (run->figure, run->who, bench_get_thread_ms () - run->began_ms);
}

static void
scroll (Run *run, GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), run);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), run);
  gdk_frame_clock_begin_updating (clock);
  while (run->n_frames < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gdk_frame_clock_end_updating (clock);
  g_signal_handlers_disconnect_by_data (clock, run);
}

static GtkWidget *
open_window (GtkWidget *content)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 1000);
  gtk_window_set_child (GTK_WINDOW (window), content);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for_frames (window);

  return window;
}

static void
measure_scrollable (const char *figure, const char *who, GtkWidget *scrollable)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *window;
  Run run = { .figure = figure, .who = who };

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), scrollable);
  window = open_window (scroller);
  run.horizontal = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  run.vertical = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  scroll (&run, window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
measure_sessions (PlannerConference *conference)
{
  PlannerSessionsPage *page = planner_sessions_page_new ();
  GtkWidget *window = open_window (GTK_WIDGET (page));
  Run run = { .figure = "scroll-list", .who = BENCH_PLANNER };

  planner_sessions_page_show (page, conference, PLANNER_SCOPE_ALL, NULL);
  ui_wait_for_frames (window);
  run.vertical = gtk_scrollable_get_vadjustment (ui_find_widget (page, GTK_TYPE_LIST_VIEW));
  scroll (&run, window);
  gtk_window_destroy (GTK_WINDOW (window));
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

static void
measure (PlannerConference *conference)
{
  g_autoptr (GPtrArray) entries = list_first_day (conference);
  PlannerTimetableView *view = g_object_new (PLANNER_TYPE_TIMETABLE_VIEW, NULL);

  planner_timetable_view_set_entries (view, conference, entries, NULL);
  measure_scrollable ("scroll-timetable", BENCH_PLANNER, GTK_WIDGET (view));
  measure_scrollable ("scroll-timetable", BENCH_REFERENCE, create_list (entries));
  measure_scrollable ("scroll-list", BENCH_REFERENCE, create_list (entries));
  measure_sessions (conference);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("planner-bench-XXXXXX", NULL);
  g_autofree char *schedule_path = g_build_filename (folder, "schedule.json", NULL);
  g_autofree char *store_path = g_build_filename (folder, "planner.db", NULL);
  g_autofree char *schedule = big_schedule_make_json (BIG_SESSIONS, BIG_SENTENCES);
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  g_autoptr (GError) error = NULL;
  PlannerLibrary *library;
  PlannerConference *conference;

  adw_init ();
  g_assert_true (g_file_set_contents (schedule_path, schedule, -1, NULL));
  library = load_library (store_path, fetcher);
  conference = add_to_library (library, schedule_path, &error);
  g_assert_no_error (error);
  measure (conference);

  finish_object (library);
  remove_folder (folder);

  return 0;
}

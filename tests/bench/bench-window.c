/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures the start of the planner with 1,351 sessions, as a ratio to the start of an empty window of the same toolkit,
 * and the longest time for which the import of a large schedule blocks the main loop. */

#include "config.h"

#include "files.h"
#include "bench/big-feed.h"

#include "library/planner-import.h"
#include "store/planner-store-conferences.h"
#include "ui/window/planner-application.h"

#define N_STARTS 15
#define MAX_START_RATIO 1.2
#define MAX_BUSY_MS 50.0

#define SMALL_FEED                                                                                                 \
  "{\"schedule\":{\"version\":\"0\",\"conference\":{\"title\":\"Big\",\"acronym\":\"big\",\"days\":[{\"index\":1," \
  "\"date\":\"2026-12-27\",\"rooms\":{\"Room 0\":[{\"id\":1,\"title\":\"One\","                                    \
  "\"date\":\"2026-12-27T10:00:00+01:00\",\"duration\":\"01:00\"}]}}]}}}"

static GtkWidget *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);

      if (found)
        return found;
    }

  return NULL;
}

static guint
count_rows (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);
  GtkWidget *list = window ? find_list (GTK_WIDGET (window)) : NULL;
  GtkSelectionModel *model = list ? gtk_list_view_get_model (GTK_LIST_VIEW (list)) : NULL;

  return model ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

typedef struct
{
  GCallback painted;
  gpointer data;
} Watch;

static void
mapped_cb (GtkWidget *window, gpointer data)
{
  Watch *watch = data;

  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", watch->painted, watch->data);
}

static void
window_added_cb (GtkApplication *application, GtkWidget *window, gpointer data)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), data);
}

/* Start: a child process exits when its window is painted with all its content. */

static void
empty_painted_cb (GdkFrameClock *clock, gpointer application)
{
  g_print ("ready\n");
  g_application_quit (application);
}

/* The window has room for this many rows. */
static gboolean
is_filled (GtkApplication *application)
{
  GtkWidget *list = find_list (GTK_WIDGET (gtk_application_get_active_window (application)));
  GtkAdjustment *adjustment = list ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)) : NULL;

  return adjustment && count_rows (application) > 1 &&
         gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);
}

static void
planner_painted_cb (GdkFrameClock *clock, gpointer application)
{
  if (!is_filled (application))
    return;

  g_print ("ready\n");
  g_application_quit (application);
}

static void
activate_empty_cb (GApplication *application, gpointer data)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  if (DEVELOPMENT)
    gtk_widget_add_css_class (window, "devel");
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_empty (void)
{
  g_autoptr (AdwApplication) application = adw_application_new (APP_ID ".Empty", G_APPLICATION_NON_UNIQUE);

  const Watch watch = { G_CALLBACK (empty_painted_cb), application };

  g_signal_connect (application, "activate", G_CALLBACK (activate_empty_cb), NULL);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), (gpointer) &watch);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static int
run_planner (void)
{
  g_autoptr (PlannerApplication) application = planner_application_new ();
  const Watch watch = { G_CALLBACK (planner_painted_cb), application };

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), (gpointer) &watch);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static double
time_start_ms (const char *program, const char *mode)
{
  const gint64 begin = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, mode, NULL);
  char answer[6] = { 0 };
  gsize n_read;
  double elapsed_ms;

  g_assert_no_error (error);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (child), answer, 5, &n_read, NULL, &error);
  elapsed_ms = (double) (g_get_monotonic_time () - begin) / 1000;
  g_assert_no_error (error);
  g_assert_cmpstr (answer, ==, "ready");
  g_subprocess_wait (child, NULL, NULL);

  return elapsed_ms;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_median (double *values, guint n)
{
  qsort (values, n, sizeof (double), compare_doubles);

  return values[n / 2];
}

static gboolean
bench_start (const char *program)
{
  double empty_ms[N_STARTS], planner_ms[N_STARTS], empty, planner;

  time_start_ms (program, "--empty");
  time_start_ms (program, "--planner");
  for (guint i = 0; i < N_STARTS; i++)
    {
      empty_ms[i] = time_start_ms (program, "--empty");
      planner_ms[i] = time_start_ms (program, "--planner");
    }
  empty = get_median (empty_ms, N_STARTS);
  planner = get_median (planner_ms, N_STARTS);
  g_print ("start: empty window %.0f ms, planner with 1,351 sessions %.0f ms, ratio %.2f, limit %.2f\n",
           empty, planner, planner / empty, MAX_START_RATIO);

  return planner / empty <= MAX_START_RATIO;
}

/* Import: the window shows one session, and then a refresh adds 1,351. */

typedef struct
{
  GtkApplication *application;
  const char *feed_path;
  gint64 last_turn_us;
  gint64 longest_us;
  guint n_frames;
} Import;

static gboolean
turn_cb (gpointer data)
{
  Import *import = data;
  const gint64 now_us = g_get_monotonic_time ();

  import->longest_us = MAX (import->longest_us, now_us - import->last_turn_us);
  import->last_turn_us = now_us;

  return G_SOURCE_CONTINUE;
}

static void
start_import (Import *import)
{
  g_autofree char *big = make_big_feed ();

  g_file_set_contents (import->feed_path, big, -1, NULL);
  gtk_widget_activate_action (GTK_WIDGET (gtk_application_get_active_window (import->application)),
                              "win.refresh", NULL);
  import->last_turn_us = g_get_monotonic_time ();
  g_timeout_add_full (G_PRIORITY_HIGH, 1, turn_cb, import, NULL);
}

static void
import_painted_cb (GdkFrameClock *clock, gpointer data)
{
  Import *import = data;
  const guint n_rows = count_rows (import->application);

  if (n_rows == 1 && import->n_frames == 0)
    start_import (import);
  if (n_rows > 0)
    import->n_frames++;
  if (n_rows > 1000)
    g_application_quit (G_APPLICATION (import->application));
}

static gboolean
bench_import (const char *feed_path)
{
  Import import = { .feed_path = feed_path };
  g_autoptr (PlannerApplication) application = planner_application_new ();
  const Watch watch = { G_CALLBACK (import_painted_cb), &import };

  import.application = GTK_APPLICATION (application);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), (gpointer) &watch);
  g_application_run (G_APPLICATION (application), 0, NULL);
  g_print ("import: longest turn of the main loop %.1f ms, limit %.0f ms\n",
           (double) import.longest_us / 1000, MAX_BUSY_MS);

  return (double) import.longest_us / 1000 <= MAX_BUSY_MS;
}

static void
fill_store (const char *feed_path, const char *feed)
{
  g_autofree char *path = planner_store_dup_default_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerStore) store = planner_store_open (path, &error);
  g_autoptr (GBytes) bytes = g_bytes_new (feed, strlen (feed));
  g_autoptr (PlannerConferenceRecord) record = g_new0 (PlannerConferenceRecord, 1);
  g_autoptr (PlannerAgenda) agenda = NULL;

  g_assert_no_error (error);
  agenda = planner_import_read (bytes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  record->address = g_filename_to_uri (feed_path, NULL, NULL);
  record->title = g_strdup ("Big");
  /* Prevents that the window refreshes by itself, because the refresh of the benchmark would then join that one. */
  record->updated_utc = g_get_real_time () / G_USEC_PER_SEC;
  g_assert_true (planner_store_set_value (store, "bundled-given", "yes", &error));
  g_assert_true (planner_store_add_conference (store, record, agenda, &error));
}

static gboolean
bench_all (const char *program)
{
  const char *names[] = { "start", "import" };
  gboolean good = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder_path = g_dir_make_tmp ("planner-bench-XXXXXX", NULL);
      g_autofree char *feed_path = g_build_filename (folder_path, "schedule.json", NULL);
      g_autoptr (GSubprocess) child = NULL;

      g_setenv ("XDG_DATA_HOME", folder_path, TRUE);
      child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, program, "--bench", names[i], feed_path, NULL);
      good &= g_subprocess_wait_check (child, NULL, NULL);
      remove_folder (folder_path);
    }

  return good;
}

int
main (int argc, char *argv[])
{
  if (argc == 1)
    return bench_all (argv[0]) ? 0 : 1;
  if (g_str_equal (argv[1], "--empty"))
    return run_empty ();
  if (g_str_equal (argv[1], "--planner"))
    return run_planner ();

  if (g_str_equal (argv[2], "start"))
    {
      g_autofree char *big = make_big_feed ();

      fill_store (argv[3], big);
      return bench_start (argv[0]) ? 0 : 1;
    }
  fill_store (argv[3], SMALL_FEED);
  g_file_set_contents (argv[3], SMALL_FEED, -1, NULL);

  return bench_import (argv[3]) ? 0 : 1;
}

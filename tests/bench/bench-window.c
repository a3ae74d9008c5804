/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opens a window and reports when its picture no longer changes.
 *
 * bench-window empty: a window of libadwaita without content
 * bench-window plain: the first screen of Planner, made of widgets of GTK and libadwaita
 * bench-window planner: Planner with the database of XDG_DATA_HOME
 * bench-window used: Planner; then scrolls through all sessions and opens each page
 * bench-window search: Planner; then opens the search, and types a key that all sessions match
 * bench-window fill [N]: writes that database, with the schedule of 36C3 or with N sessions
 *
 * Each frame is kept as it was drawn. When no frame came for a while, the pictures are compared with the last one, without scroll
 * bars, which fade. The window is settled from the first frame on after which all pictures are equal. PLANNER_PICTURES names a
 * folder for the different pictures. */

#include "config.h"

#include "bench/bench-samples.h"
#include "bench/big-schedule.h"
#include "bench/plain-window.h"
#include "store/database.h"
#include "ui/ui-fixture.h"

#include "agent/planner-process.h"
#include "library/planner-import.h"
#include "store/planner-store-conferences.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/window/planner-application.h"
#include "ui/window/planner-view.h"

#include <string.h>
#include <sys/resource.h>

#define QUIET_MS 700
#define MAX_QUIET_ROUNDS 40 /* until the content is there */
#define SCROLL_BAR_MARGIN 8
#define SEARCH_TEXT "e"
#define MAX_MALLOC_ARENAS 2 /* as in main.c */

typedef struct
{
  gint64 time_us;
  GdkPaintable *picture; /* owned */
} Frame;

typedef struct
{
  GtkApplication *application;
  const char *mode;
  GtkWidget *window;  /* nullable: before it is mapped */
  GtkWidget *browsed; /* nullable: the list before the search */
  GArray *frames;     /* of Frame */
  guint timeout;
  guint step;
  guint n_quiet_rounds;
  gboolean started; /* whether the window has settled */
  double began_ms;  /* the processor time before the use */
  gint64 began_us;  /* the time at which the key was typed, or 0 */
} Bench;

static void wait_until_quiet (Bench *bench);

static gboolean
is_plain (const Bench *bench)
{
  return g_str_equal (bench->mode, "plain");
}

static gboolean
is_reference (const Bench *bench)
{
  return is_plain (bench) || g_str_equal (bench->mode, "empty");
}

static double
get_process_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

/* Returns: the memory of this process, in MB, where pages that n processes share count as 1/n (proc(5), smaps_rollup) */
static double
get_memory_mb (void)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL));

  return g_ascii_strtod (strstr (text, "\nPss:") + strlen ("\nPss:"), NULL) / 1000;
}

static void
hide_scroll_bars (GtkWidget *widget, GtkWidget *window, cairo_t *cairo)
{
  graphene_rect_t bounds;

  if (GTK_IS_SCROLLBAR (widget) && gtk_widget_compute_bounds (widget, window, &bounds))
    cairo_rectangle (cairo, bounds.origin.x - SCROLL_BAR_MARGIN, bounds.origin.y,
                     bounds.size.width + 2 * SCROLL_BAR_MARGIN, bounds.size.height);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    hide_scroll_bars (child, window, cairo);
}

static cairo_surface_t *
draw (Bench *bench, GdkPaintable *picture)
{
  const int width = gtk_widget_get_width (bench->window), height = gtk_widget_get_height (bench->window);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cairo = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (picture, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node)
    gsk_render_node_draw (node, cairo);
  hide_scroll_bars (bench->window, bench->window, cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_fill (cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);

  return surface;
}

static gboolean
are_equal (cairo_surface_t *a, cairo_surface_t *b)
{
  const gsize size = (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);

  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;
}

/* Saves a picture that differs from the next one, for those who want to see what changes. */
static void
save (cairo_surface_t *picture, guint frame)
{
  const char *folder = g_getenv ("PLANNER_PICTURES");
  g_autofree char *name = g_strdup_printf ("frame-%03u.png", frame);
  g_autofree char *path = folder ? g_build_filename (folder, name, NULL) : NULL;

  if (path)
    cairo_surface_write_to_png (picture, path);
}

/* Returns: the time of the first frame that shows the last picture */
static gint64
find_settled_us (Bench *bench, guint *n_pictures)
{
  const Frame *last = &g_array_index (bench->frames, Frame, bench->frames->len - 1);
  cairo_surface_t *next = draw (bench, last->picture);
  gint64 settled_us = last->time_us;
  gboolean settled = TRUE;

  *n_pictures = 1;
  save (next, bench->frames->len - 1);
  for (guint i = bench->frames->len - 1; i-- > 0;)
    {
      const Frame *frame = &g_array_index (bench->frames, Frame, i);
      cairo_surface_t *picture = draw (bench, frame->picture);
      const gboolean same = are_equal (picture, next);

      if (!same)
        save (picture, i);
      *n_pictures += !same;
      settled &= same;
      if (settled)
        settled_us = frame->time_us;
      cairo_surface_destroy (next);
      next = picture;
    }
  cairo_surface_destroy (next);

  return settled_us;
}

static void
report_frames (Bench *bench)
{
  guint n_pictures;
  const gint64 settled_us = find_settled_us (bench, &n_pictures);

  g_print ("first-us\t%" G_GINT64_FORMAT "\n", g_array_index (bench->frames, Frame, 0).time_us);
  g_print ("settled-us\t%" G_GINT64_FORMAT "\n", settled_us);
  g_print ("frames\t%u\n", bench->frames->len);
  g_print ("pictures\t%u\n", n_pictures);
}

static GtkWidget *
find_mapped (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped (child, type);

      if (found)
        return found;
    }

  return NULL;
}

static gboolean
has_more_items (gpointer model, guint n)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model)) > n;
}

/* The start counts only if the screen has what it is for. */
static gboolean
has_content (Bench *bench)
{
  GtkWidget *list = find_mapped (bench->window, GTK_TYPE_LIST_VIEW);
  GtkWidget *sidebar = find_mapped (bench->window, ADW_TYPE_SIDEBAR);
  g_autoptr (GtkSelectionModel) items = sidebar ? adw_sidebar_get_items (ADW_SIDEBAR (sidebar)) : NULL;

  return list && items && has_more_items (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 1000) &&
         find_mapped (list, PLANNER_TYPE_SESSION_ROW) && has_more_items (items, 10);
}

static gboolean
scroll (Bench *bench)
{
  GtkWidget *list = find_mapped (bench->window, GTK_TYPE_LIST_VIEW);
  GtkAdjustment *adjustment = list ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)) : NULL;
  const double value = adjustment ? gtk_adjustment_get_value (adjustment) : 0;

  if (!adjustment)
    return FALSE;
  gtk_adjustment_set_value (adjustment, value + gtk_adjustment_get_page_size (adjustment));

  return gtk_adjustment_get_value (adjustment) > value;
}

/* Shows the next page, or the next part of the list of all sessions. Returns: %FALSE after the last page */
static gboolean
go_on (Bench *bench)
{
  static const char *const views[] = { PLANNER_VIEW_NOW, PLANNER_VIEW_MY_SCHEDULE, PLANNER_VIEW_CHANGES,
                                       PLANNER_VIEW_ALL };

  if (bench->step == 0 && scroll (bench))
    return TRUE;
  if (bench->step == G_N_ELEMENTS (views))
    return FALSE;
  gtk_widget_activate_action (bench->window, "win.show-view", "s", views[bench->step++]);

  return TRUE;
}

static gboolean
use_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;

  if (go_on (bench))
    return G_SOURCE_CONTINUE;
  wait_until_quiet (bench);

  return G_SOURCE_REMOVE;
}

/* Types a key into the search, which has the focus. */
static void
type_key (Bench *bench)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (bench->window));
  GtkWidget *entry = gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY);

  g_assert_nonnull (entry);
  bench->browsed = find_mapped (bench->window, GTK_TYPE_LIST_VIEW);
  bench->began_ms = get_process_ms ();
  bench->began_us = g_get_monotonic_time ();
  gtk_editable_set_text (GTK_EDITABLE (entry), SEARCH_TEXT);
}

/* The search counts only if the list of its results has replaced the list of all sessions. */
static void
report_use (Bench *bench)
{
  guint n_pictures;

  g_print ("used-processor-ms\t%.1f\n", get_process_ms () - bench->began_ms);
  g_print ("used-memory-mb\t%.2f\n", get_memory_mb ());
  if (!bench->browsed)
    return;

  g_assert_true (find_mapped (bench->window, GTK_TYPE_LIST_VIEW) != bench->browsed);
  g_print ("key-ms\t%.1f\n", (double) (find_settled_us (bench, &n_pictures) - bench->began_us) / 1e3);
}

static void
finish (Bench *bench)
{
  g_application_quit (G_APPLICATION (bench->application));
}

static void
report_start (Bench *bench)
{
  g_print ("processor-ms\t%.1f\n", get_process_ms ());
  g_print ("memory-mb\t%.2f\n", get_memory_mb ());
}

/* The search is open now. */
static void
key_cb (gpointer data)
{
  Bench *bench = data;

  bench->timeout = 0;
  type_key (bench);
  wait_until_quiet (bench);
}

/* Returns: whether there is something to do after the start */
static gboolean
start_use (Bench *bench)
{
  if (g_str_equal (bench->mode, "used"))
    {
      bench->began_ms = get_process_ms ();
      gtk_widget_add_tick_callback (bench->window, use_cb, bench, NULL);
    }
  else if (g_str_equal (bench->mode, "search"))
    {
      g_object_set (gtk_widget_get_settings (bench->window), "gtk-cursor-blink", FALSE, NULL);
      gtk_widget_activate_action (bench->window, "win.search", NULL);
      bench->timeout = g_timeout_add_once (QUIET_MS, key_cb, bench);
    }
  else
    return FALSE;

  return TRUE;
}

static void
quiet_cb (gpointer data)
{
  Bench *bench = data;

  bench->timeout = 0;
  if (bench->started)
    {
      report_use (bench);
      finish (bench);
      return;
    }

  /* On a busy machine, no frame may come for a while. */
  if (!is_reference (bench) && !has_content (bench))
    {
      g_assert_cmpuint (++bench->n_quiet_rounds, <, MAX_QUIET_ROUNDS);
      wait_until_quiet (bench);
      return;
    }

  bench->started = TRUE;
  report_start (bench);
  /* Pictures, and the glyphs that are drawn to compare them, would count as memory of Planner. */
  if (!g_str_equal (bench->mode, "used"))
    report_frames (bench);
  g_array_set_size (bench->frames, 0);
  if (!start_use (bench))
    finish (bench);
}

static void
wait_until_quiet (Bench *bench)
{
  g_clear_handle_id (&bench->timeout, g_source_remove);
  bench->timeout = g_timeout_add_once (QUIET_MS, quiet_cb, bench);
}

/* A new paintable has the picture of the last frame; an older one changes later. */
static GdkPaintable *
dup_picture (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);

  return gdk_paintable_get_current_image (paintable);
}

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;
  Frame frame = { g_get_monotonic_time (), NULL };

  if (bench->started && (!bench->timeout || bench->began_ms == 0))
    return;

  wait_until_quiet (bench);
  if (bench->started && bench->began_us == 0)
    return;

  frame.picture = dup_picture (bench->window);
  g_array_append_val (bench->frames, frame);
  if (is_plain (bench) && bench->frames->len == 1)
    plain_window_add_further_rows (
        adw_application_window_get_content (ADW_APPLICATION_WINDOW (bench->window)));
}

static void
clear_frame (gpointer frame)
{
  g_object_unref (((Frame *) frame)->picture);
}

static void
mapped_cb (GtkWidget *window, gpointer data)
{
  Bench *bench = data;

  bench->window = window;
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), bench);
}

static void
window_added_cb (GtkApplication *application, GtkWidget *window, gpointer data)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), data);
}

static GtkWidget *
create_header_bar (void)
{
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());

  return view;
}

static void
activate_reference_cb (GApplication *application, gpointer data)
{
  const Bench *bench = data;
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), is_plain (bench)
                                                                           ? plain_window_create_content ()
                                                                           : create_header_bar ());
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  if (DEVELOPMENT)
    gtk_widget_add_css_class (window, "devel");
  gtk_window_present (GTK_WINDOW (window));
}

static GtkApplication *
create_reference (Bench *bench)
{
  AdwApplication *application = adw_application_new (APP_ID ".Empty", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_reference_cb), bench);

  return GTK_APPLICATION (application);
}

static GtkApplication *
create_planner (void)
{
  PlannerApplication *application;

  planner_process_set_up (MAX_MALLOC_ARENAS);
  application = planner_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);

  return GTK_APPLICATION (application);
}

static GBytes *
get_schedule (const char *n_sessions)
{
  char *text;

  if (!n_sessions)
    return big_schedule_read ("json");
  text = big_schedule_make_json ((guint) atoi (n_sessions), 1);

  return g_bytes_new_take (text, strlen (text));
}

static int
fill (const char *n_sessions)
{
  g_autofree char *path = planner_store_dup_default_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerStore) store = planner_store_open (path, &error);
  g_autoptr (GBytes) bytes = get_schedule (n_sessions);
  g_autoptr (PlannerConferenceRecord) record = g_new0 (PlannerConferenceRecord, 1);
  g_autoptr (PlannerAgenda) agenda = planner_import_read (bytes, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  record->address = g_strdup ("file:///nowhere/schedule.json");
  record->title = g_strdup (agenda->title.shown);
  /* Otherwise the window would refresh by itself. */
  record->updated_utc = g_get_real_time () / G_USEC_PER_SEC;
  execute (path, "INSERT INTO named_values (name, value) VALUES ('bundled-given', 'yes')");
  g_assert_true (planner_store_add_conference (store, record, agenda, &error));

  return 0;
}

int
main (int argc, char *argv[])
{
  Bench bench = { .mode = argc > 1 ? argv[1] : "planner" };
  g_autoptr (GtkApplication) application = NULL;

  if (g_str_equal (bench.mode, "fill"))
    return fill (argc > 2 ? argv[2] : NULL);

  application = is_reference (&bench) ? create_reference (&bench) : create_planner ();
  bench.application = application;
  bench.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_array_set_clear_func (bench.frames, clear_frame);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &bench);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

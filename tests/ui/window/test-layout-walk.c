/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* U7: opens each page in windows of all widths, with text of normal and of double size.
 *
 * The widths are those of breakpoints, the ones beside them, and each 20th pixel. Real schedules are large, so that only narrow
 * windows are tried. With PLANNER_EVERY_PIXEL in the environment each pixel is tried with each schedule:
 *
 *   PLANNER_EVERY_PIXEL=1 build-aux/dev exec meson test -C _build/dev --timeout-multiplier 0 test-layout-walk
 */

#include "ui/window/window-fixture.h"

#include "library/planner-conference-refresh.h"
#include "plan/planner-people.h"
#include "ui/long-schedule.h"
#include "ui/shown-texts.h"

#define NARROWEST 360
#define WIDEST 1600
#define HEIGHT 900
#define STEP 20

/* The widths at which something appears, disappears or moves to another place, at normal and at double size of the text: the
 * filter button, the sidebar, the timetable, and the details beside a list and beside a timetable. Only there, the window needs
 * new frames. */
static const int thresholds[2][7] = { { NARROWEST, 420, 601, 987, 1100, 1400 },
                                      { NARROWEST, 420, 710, 1201 } };

typedef struct
{
  Fixture window;
  UiShownTexts *texts;
  gint64 now_utc;
  int scale;
  PlannerEntry *entry; /* borrowed */
} Walk;

static gboolean
tries_everything (void)
{
  return g_getenv ("PLANNER_EVERY_PIXEL") != NULL;
}

static GtkWidget *
get_window (Walk *walk)
{
  return GTK_WIDGET (walk->window.window);
}

static void
show (Walk *walk, const char *id)
{
  ui_activate (walk->window.window, "win.show-view", id);
}

static void
prefer_timetable (Walk *walk, gboolean timetable)
{
  planner_view_state_set_show_timetable (planner_conference_get_view_state (walk->window.conference),
                                         timetable);
}

static void
show_list (Walk *walk)
{
  show (walk, "all");
}

static void
show_timetable (Walk *walk)
{
  prefer_timetable (walk, TRUE);
  show (walk, "all");
}

static void
show_session (Walk *walk)
{
  show (walk, "all");
  ui_activate (walk->window.window, "win.show-session", planner_entry_get_key (walk->entry));
}

static void
show_room (Walk *walk)
{
  const PlannerSession *session = planner_entry_get_session (walk->entry);

  show (walk, "rooms");
  if (session->room)
    ui_activate (walk->window.window, "win.show-room", session->room->name);
}

static void
show_speaker (Walk *walk)
{
  const PlannerSession *session = planner_entry_get_session (walk->entry);
  g_autofree char *key = session->n_speakers > 0 ? planner_speaker_dup_key (session->speakers[0]) : NULL;

  show (walk, "speakers");
  if (key)
    ui_activate (walk->window.window, "win.show-speaker", key);
}

static void
show_forum (Walk *walk)
{
  const PlannerSession *session = planner_entry_get_session (walk->entry);

  if (session->forum)
    ui_activate (walk->window.window, "win.show-forum", session->forum->name);
}

static void
show_sidebar (Walk *walk)
{
  ui_activate (walk->window.window, "win.show-sidebar", NULL);
}

/* The timetable needs some width, and the sidebar is a page of its own only in a narrow window. */
static const struct
{
  const char *name;
  const char *view;          /* nullable */
  void (*open) (Walk *walk); /* nullable */
  int narrowest, widest;     /* at normal size of the text */
} pages[] = {
  { "Now", "now", NULL, 0, WIDEST },
  { "list", NULL, show_list, 0, WIDEST },
  { "timetable", NULL, show_timetable, 600, WIDEST },
  { "My Schedule", "my-schedule", NULL, 0, WIDEST },
  { "forum", NULL, show_forum, 0, WIDEST },
  { "details", NULL, show_session, 0, WIDEST },
  { "Rooms", "rooms", NULL, 0, WIDEST },
  { "room", NULL, show_room, 0, WIDEST },
  { "Speakers", "speakers", NULL, 0, WIDEST },
  { "speaker", NULL, show_speaker, 0, WIDEST },
  { "Changes", "changes", NULL, 0, WIDEST },
  { "Exhibition", "exhibition", NULL, 0, WIDEST },
  { "Conference", "conference", NULL, 0, WIDEST },
  { "sidebar", NULL, show_sidebar, 0, 600 },
};

static GtkWidget *
get_content (Walk *walk)
{
  return gtk_window_get_child (GTK_WINDOW (get_window (walk)));
}

/* Lets the pages show the time at which the conference begins. */
static void
set_now (GtkWidget *widget, gint64 now_utc)
{
  if (ADW_IS_NAVIGATION_PAGE (widget) &&
      g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "now-utc"))
    g_object_set (widget, "now-utc", now_utc, NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    set_now (child, now_utc);
}

static void
open_page (Walk *walk, gsize page)
{
  prefer_timetable (walk, FALSE);
  if (pages[page].view)
    show (walk, pages[page].view);
  else
    pages[page].open (walk);
  set_now (get_window (walk), walk->now_utc);
  ui_wait_for_layout (get_window (walk));
}

static void
check_width (Walk *walk, int width)
{
  walk->texts->width = width;
  gtk_widget_allocate (get_content (walk), width, HEIGHT, -1, NULL);
  ui_shown_texts_check (walk->texts, get_content (walk));
}

/* The two widths at each end of a range are always checked. */
static int
get_next_width (int width, int from, int to)
{
  if (tries_everything () || width == from || width >= to - 1)
    return width + 1;

  return MIN ((width / STEP + 1) * STEP, to - 1);
}

static gboolean
has_range (Walk *walk, gsize page, int from, int to)
{
  return from >= pages[page].narrowest * walk->scale && to <= pages[page].widest * walk->scale;
}

static void
walk_page (Walk *walk, gsize page, int from, int to)
{
  g_autofree char *place = g_strdup_printf ("%s, text ×%d", pages[page].name, walk->scale);

  ui_shown_texts_set_place (walk->texts, place, from);
  open_page (walk, page);
  for (int width = from; width <= to; width = get_next_width (width, from, to))
    check_width (walk, width);
  ui_shown_texts_set_place (walk->texts, NULL, 0);
}

/* A page may hide a button after the first layout in a smaller window, so that warnings do not count before a page is open. */
static void
walk_range (Walk *walk, int from, int to)
{
  ui_resize_content (get_window (walk), from, HEIGHT);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (has_range (walk, i, from, to))
      walk_page (walk, i, from, to);
}

/* Changes the size of the window, which could leave traces of the layout of another width. */
static void
walk_resizes (Walk *walk)
{
  const int widths[] = { NARROWEST, 1500, 600, 1100 };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
      {
        ui_resize_content (get_window (walk), widths[j], HEIGHT);
        if (j == 0)
          open_page (walk, i);
        ui_shown_texts_set_place (walk->texts, pages[i].name, widths[j]);
        ui_shown_texts_check (walk->texts, get_content (walk));
        ui_shown_texts_set_place (walk->texts, NULL, 0);
      }
}

static void
star (Walk *walk, PlannerEntry *entry)
{
  g_autoptr (GAsyncResult) result = NULL;

  planner_conference_set_starred_async (walk->window.conference, entry, TRUE, NULL, keep_result_cb, &result);
  planner_conference_set_starred_finish (walk->window.conference, wait_for_result (&result), NULL);
}

static void
refresh (Walk *walk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  planner_conference_refresh_async (walk->window.conference, NULL, keep_result_cb, &result);
  planner_conference_refresh_finish (walk->window.conference, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

/* Stars the sessions with the longest texts, of which some clash. */
static void
add_schedule (Walk *walk, const char *path)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  walk->window.conference = add_to_library (walk->window.library, path, &error);
  g_assert_no_error (error);
  entries = long_schedule_list_entries (walk->window.conference);
  for (guint i = 0; i < MIN (entries->len, 20); i++)
    star (walk, g_ptr_array_index (entries, i));
}

/* The longest texts of sessions that have speakers. */
static void
choose_entry (Walk *walk)
{
  g_autoptr (GPtrArray) entries = long_schedule_list_entries (walk->window.conference);

  walk->entry = g_ptr_array_index (entries, 0);
  walk->now_utc = planner_entry_get_session (walk->entry)->start_utc + 60;
}

static void
walk_window (Walk *walk, gboolean everywhere)
{
  walk->texts = ui_shown_texts_new ();
  for (walk->scale = 1; walk->scale <= 2; walk->scale++)
    {
      ui_set_text_scale (walk->scale);
      open_window (&walk->window);
      for (const int *from = thresholds[walk->scale - 1]; *from > 0; from++)
        if (everywhere || *from == NARROWEST)
          walk_range (walk, *from, from[1] > 0 ? from[1] - 1 : WIDEST);
      if (everywhere && walk->scale == 1)
        walk_resizes (walk);
      close_window (&walk->window);
    }
  ui_set_text_scale (1);
  ui_shown_texts_report (walk->texts);
  g_clear_pointer (&walk->texts, ui_shown_texts_free);
}

static void
test_invented (Walk *walk, gconstpointer data)
{
  g_autofree char *path = g_build_filename (walk->window.folder, "long.json", NULL);
  g_autofree char *first = long_schedule_make (1);
  g_autofree char *second = long_schedule_make (2);

  g_assert_true (g_file_set_contents (path, first, -1, NULL));
  add_schedule (walk, path);
  g_assert_true (g_file_set_contents (path, second, -1, NULL));
  refresh (walk);
  choose_entry (walk);
  walk_window (walk, TRUE);
}

static void
test_real (Walk *walk, gconstpointer data)
{
  g_autofree char *path = long_schedule_find_real (data);

  if (!path)
    return;

  add_schedule (walk, path);
  choose_entry (walk);
  walk_window (walk, tries_everything ());
}

static void
set_up_walk (Walk *walk, gconstpointer data)
{
  set_up_empty (&walk->window, NULL);
}

static void
tear_down_walk (Walk *walk, gconstpointer data)
{
  tear_down (&walk->window, NULL);
}

static void
add_walk (const char *path, void (*test) (Walk *, gconstpointer), const char *feed)
{
  g_test_add (path, Walk, feed, set_up_walk, test, tear_down_walk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_tolerate_frame_timings ();
  ui_load_style ();
  /* GNOME shows one button at the end of header bars; GTK without a desktop shows three. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-decoration-layout",
                "appmenu:close", NULL);

  add_walk ("/ui/layout-walk/U7/long-texts-fit-on-all-pages", test_invented, NULL);
  add_walk ("/ui/layout-walk/U7/36c3-fits-on-all-pages", test_real, "json/36c3-everything.json");
  add_walk ("/ui/layout-walk/U7/fosdem-fits-on-all-pages", test_real, "xml/fosdem-2025-b.xml");
  add_walk ("/ui/layout-walk/U7/coscup-fits-on-all-pages", test_real, "other/coscup2023-session.json");

  return g_test_run ();
}

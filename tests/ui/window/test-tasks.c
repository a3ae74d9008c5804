/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The number of clicks and keys that the tasks of an attendee need while a conference runs. Each task begins in the window
 * as it opens. */

#include "config.h"

#include "ui/window/window-fixture.h"

#include "ui/details/planner-details-page.h"
#include "ui/places/planner-place-page.h"
#include "ui/timetable/planner-timetable-view.h"
#include "ui/window/planner-content.h"

/* Sunday, 2 February 2025, 13:20 in Brussels */
#define NOW_UTC G_GINT64_CONSTANT (1738498800)

typedef struct
{
  const char *path;
  void (*run) (Fixture *fixture, guint *n_clicks);
  guint max_clicks;
} Task;

static const struct
{
  const char *start;
  const char *duration;
  const char *room;
  const char *title;
  int speaker;
  gboolean starred;
} sessions[] = {
  { "13:00", "00:30", "Janson", "Doors of the City", 1, TRUE },
  { "13:30", "00:30", "K.1.105", "Bridges and Locks", 2, TRUE },
  { "13:30", "00:30", "H.1301", "Clocks on Ships", 3, TRUE },
  { "14:00", "00:50", "Janson", "Maps at Two", 4, FALSE },
  { "15:00", "00:30", "H.1301", "Tides and Tables", 5, TRUE },
  { "16:00", "00:30", "Janson", "Doors Revisited", 1, FALSE },
};

static void
append_session (GString *events, guint index)
{
  g_string_append_printf (events,
                          "%s{\"guid\":\"" KEY_FORMAT
                          "\",\"id\":%d,\"title\":\"%s\",\"room\":\"%s\",\"track\":\"Main\","
                          "\"date\":\"2025-02-02T%s:00+01:00\",\"start\":\"%s\",\"duration\":\"%s\","
                          "\"persons\":[{\"id\":%d,\"name\":\"Speaker %d\"}]}",
                          index > 0 ? "," : "", index, index + 1, sessions[index].title, sessions[index].room,
                          sessions[index].start, sessions[index].start, sessions[index].duration,
                          sessions[index].speaker, sessions[index].speaker);
}

static char *
write_schedule (Fixture *fixture)
{
  g_autoptr (GString) events = g_string_new (NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "schedule.json", NULL);
  g_autofree char *feed = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sessions); i++)
    append_session (events, i);
  feed = g_strdup_printf (
      "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"Sunday\",\"acronym\":\"sun\","
      "\"time_zone_name\":\"Europe/Brussels\",\"coordinates\":\"50.81,4.38\",\"days\":"
      "[{\"index\":1,\"date\":\"2025-02-02\",\"rooms\":{\"Janson\":[%s]}}]}}}",
      events->str);
  g_assert_true (g_file_set_contents (path, feed, -1, NULL));

  return g_steal_pointer (&path);
}

static void
set_up_running (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  guint n_starred = 0;

  set_up_empty (fixture, data);
  path = write_schedule (fixture);
  planner_time_source_set_now_us (planner_library_get_time_source (fixture->library),
                                  NOW_UTC * G_USEC_PER_SEC);
  fixture->conference = add_to_library (fixture->library, path, &error);
  g_assert_no_error (error);
  g_settings_set_boolean (fixture->settings, "asked-about-reminders", TRUE);
  open_window (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (sessions); i++)
    {
      g_autofree char *key = g_strdup_printf (KEY_FORMAT, (int) i);

      if (!sessions[i].starred)
        continue;
      ui_activate (fixture->window, "win.toggle-star", key);
      ui_wait_for_stars (fixture->conference, ++n_starred);
    }
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return GTK_WIDGET (ui_get_page_of_content (ui_find_widget (fixture->window, PLANNER_TYPE_CONTENT)));
}

/* Waits until the page that is then visible shows the text. */
static void
wait_for (Fixture *fixture, const char *text)
{
  while (!ui_find_label (get_page (fixture), text))
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: what a click on the label activates */
static GtkWidget *
find_target (GtkWidget *label)
{
  GtkWidget *widget = label;

  while (!GTK_IS_BUTTON (widget) && !GTK_IS_LIST_BOX_ROW (widget) &&
         g_strcmp0 (gtk_widget_get_css_name (widget), "row") != 0)
    {
      widget = gtk_widget_get_parent (widget);
      g_assert_nonnull (widget);
    }

  return widget;
}

/* Clicks a text. Scrolling to it does not count. */
static void
click (GtkWidget *root, const char *text, guint *n_clicks)
{
  ui_wait_for_label (root, text);
  ui_wait_for_frames (root);
  g_assert_true (gtk_widget_activate (find_target (ui_find_label (root, text))));
  *n_clicks += 1;
}

static void
click_in_page (Fixture *fixture, const char *text, guint *n_clicks)
{
  click (get_page (fixture), text, n_clicks);
}

static void
click_in_sidebar (Fixture *fixture, const char *text, guint *n_clicks)
{
  click (ui_find_widget (fixture->window, PLANNER_TYPE_SIDEBAR), text, n_clicks);
}

static void
find_now_and_next (Fixture *fixture, guint *n_clicks)
{
  wait_for (fixture, "Doors of the City");
  wait_for (fixture, "10 min left");
  wait_for (fixture, "Bridges and Locks");
  wait_for (fixture, "13:30, in 10 min");
}

static void
find_next_room (Fixture *fixture, guint *n_clicks)
{
  wait_for (fixture, "K.1.105");
}

static void
find_room_at_time (Fixture *fixture, guint *n_clicks)
{
  click_in_page (fixture, "Janson", n_clicks);
  wait_for (fixture, "Maps at Two");
  wait_for (fixture, "14:00");
}

static gboolean
shows_timetable (Fixture *fixture)
{
  GtkWidget *view = ui_find_widget (get_page (fixture), PLANNER_TYPE_TIMETABLE_VIEW);

  return view && gtk_widget_get_mapped (view);
}

static void
see_whole_day (Fixture *fixture, guint *n_clicks)
{
  ui_activate (fixture->window, "win.show-timetable", NULL);
  *n_clicks += 1;
  while (!shows_timetable (fixture))
    g_main_context_iteration (NULL, TRUE);
  wait_for (fixture, "Maps at Two");
}

static void
count_what_fits (Fixture *fixture, guint *n_clicks)
{
  wait_for (fixture, "Free 14:00 – 15:00");
  wait_for (fixture, "1 session fits");
}

static void
list_what_fits (Fixture *fixture, guint *n_clicks)
{
  click_in_page (fixture, "1 session fits", n_clicks);
  wait_for (fixture, "Maps at Two");
  g_assert_null (ui_find_label (get_page (fixture), "Bridges and Locks"));
}

/* My Schedule shows the same. */
static void
list_what_fits_in_my_schedule (Fixture *fixture, guint *n_clicks)
{
  click_in_sidebar (fixture, "My Schedule", n_clicks);
  wait_for (fixture, "Free 1 h · 1 session fits");
  click_in_page (fixture, "Free 1 h · 1 session fits", n_clicks);
  wait_for (fixture, "Maps at Two");
}

static void
open_session (Fixture *fixture, guint *n_clicks)
{
  click_in_page (fixture, "Doors of the City", n_clicks);
  while (!PLANNER_IS_DETAILS_PAGE (get_page (fixture)))
    g_main_context_iteration (NULL, TRUE);
}

static void
find_other_talks (Fixture *fixture, guint *n_clicks)
{
  open_session (fixture, n_clicks);
  click_in_page (fixture, "Speaker 1", n_clicks);
  while (!PLANNER_IS_PLACE_PAGE (get_page (fixture)))
    g_main_context_iteration (NULL, TRUE);
  wait_for (fixture, "Doors Revisited");
}

static void
resolve_clash (Fixture *fixture, guint *n_clicks)
{
  click_in_sidebar (fixture, "My Schedule", n_clicks);
  click_in_page (fixture, "Keep This One", n_clicks);
  while (ui_find_label (get_page (fixture), "Keep This One"))
    g_main_context_iteration (NULL, TRUE);
}

static void
begin_note (Fixture *fixture, guint *n_clicks)
{
  open_session (fixture, n_clicks);
  wait_for (fixture, "My Note");
  *n_clicks += 1;
  g_assert_true (gtk_widget_grab_focus (ui_find_widget (get_page (fixture), GTK_TYPE_TEXT_VIEW)));
}

/* The second click would start a web browser. */
static void
find_venue (Fixture *fixture, guint *n_clicks)
{
  GtkWidget *label;

  click_in_sidebar (fixture, "Conference", n_clicks);
  wait_for (fixture, "Venue");
  label = ui_find_label (get_page (fixture), "Venue");
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_target (label))));
  *n_clicks += 1;
}

static const Task tasks[] = {
  { "/ui/tasks/now-and-next", find_now_and_next, 0 },
  { "/ui/tasks/next-room-of-my-schedule", find_next_room, 0 },
  { "/ui/tasks/room-at-a-time", find_room_at_time, 3 },
  { "/ui/tasks/whole-day", see_whole_day, 1 },
  { "/ui/tasks/how-much-fits", count_what_fits, 0 },
  { "/ui/tasks/what-fits", list_what_fits, 1 },
  { "/ui/tasks/what-fits-in-my-schedule", list_what_fits_in_my_schedule, 2 },
  { "/ui/tasks/other-talks", find_other_talks, 2 },
  { "/ui/tasks/clash", resolve_clash, 2 },
  { "/ui/tasks/note", begin_note, 2 },
  { "/ui/tasks/venue-on-a-map", find_venue, 2 },
};

static void
test_task (Fixture *fixture, gconstpointer data)
{
  const Task *task = data;
  guint n_clicks = 0;

  task->run (fixture, &n_clicks);
  g_assert_cmpuint (n_clicks, <=, task->max_clicks);
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_tolerate_frame_timings ();

  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
    g_test_add (tasks[i].path, Fixture, &tasks[i], set_up_running, test_task, tear_down);

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The use of the window from the first start to the next one, by its widgets and actions, with a server in this process. */

#include "config.h"

#include "ui/shown-texts.h"
#include "ui/ui-fixture.h"

#include "ui/conference/planner-add-dialog.h"
#include "ui/conference/planner-directory-page.h"
#include "ui/details/planner-details-page.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/sessions/planner-sessions-page.h"
#include "ui/window/planner-content.h"
#include "ui/window/planner-window.h"

#include "net/fakes.h"
#include "net/listening.h"

#include <malloc.h>

#define N_SESSIONS 40
#define N_STARRED 20
#define TITLE "Journey Days"
#define MAX_LEFT_BYTES 300000

typedef struct
{
  char *folder;
  SoupServer *server;
  char *address;    /* the URL of the schedule on the server */
  const char *body; /* borrowed: the response of the server */
  char *feed;
  GSettings *settings;
  PlannerLibrary *library;
  PlannerWindow *window;
} Fixture;

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer data)
{
  Fixture *fixture = data;

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, fixture->body,
                                    strlen (fixture->body));
}

/* Two days of sessions of one hour that start every half hour, so that each clashes with the next. */
static char *
make_feed (void)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  for (int i = 0; i < N_SESSIONS; i++)
    {
      GString *day = i < N_SESSIONS / 2 ? first : second;
      const int slot = i % (N_SESSIONS / 2);
      g_autofree char *start = g_strdup_printf ("%02d:%02d", 9 + slot / 2, slot % 2 * 30);

      g_string_append_printf (
          day,
          "%s{\"guid\":\"11111111-1111-4111-8111-%012d\",\"id\":%d,\"title\":\"Talk %02d\","
          "\"date\":\"2026-07-0%dT%s:00+02:00\",\"start\":\"%s\",\"duration\":\"01:00\",\"room\":\"Hall\","
          "\"track\":\"Forum %d\",\"persons\":[{\"id\":%d,\"name\":\"Speaker %d\"}]}",
          day->len > 0 ? "," : "", i, i + 1, i, 1 + i * 2 / N_SESSIONS, start, start, i % 3, i, i);
    }

  return ui_make_schedule ("1", TITLE, first, second);
}

static void
serve (Fixture *fixture)
{
  g_autofree char *server_address = NULL;

  fixture->feed = make_feed ();
  fixture->body = fixture->feed;
  fixture->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (fixture->server, NULL, request_cb, fixture, NULL);
  server_address = listen_http (fixture->server);
  fixture->address = g_strconcat (server_address, "/schedule.json", NULL);
}

static void
start (Fixture *fixture)
{
  g_autofree char *store_path = g_build_filename (fixture->folder, "planner.db", NULL);
  g_autoptr (FakeMonitor) monitor = fake_monitor_new (TRUE);
  g_autoptr (PlannerFetcher) fetcher = g_object_new (PLANNER_TYPE_FETCHER, "network-monitor", monitor, NULL);

  fixture->library = load_library (store_path, fetcher);
  fixture->window = planner_window_new (NULL, fixture->library, fixture->settings);
  planner_window_library_loaded (fixture->window, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
}

/* Window and library must be finalized. */
static void
stop (Fixture *fixture)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  g_object_add_weak_pointer (G_OBJECT (fixture->library), (gpointer *) &fixture->library);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->library);
  while (fixture->window || fixture->library)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up_fresh (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("planner-journey-XXXXXX", NULL);
  fixture->settings = ui_reset_settings ();
  serve (fixture);
  start (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stop (fixture);
  soup_server_disconnect (fixture->server);
  ui_iterate ();
  g_assert_finalize_object (fixture->server);
  g_clear_object (&fixture->settings);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->address);
  g_free (fixture->feed);
}

/* Returns the conference that was added last. */
static PlannerConference *
get_conference (Fixture *fixture)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->library));
  g_autoptr (PlannerConference) last = g_list_model_get_item (G_LIST_MODEL (fixture->library), n - 1);

  return last;
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return GTK_WIDGET (ui_get_page_of_content (ui_find_widget (fixture->window, PLANNER_TYPE_CONTENT)));
}

/* Returns: (nullable): the button of the banner that reports a failed refresh; it is made for the first failure */
static GtkWidget *
find_retry_button (Fixture *fixture)
{
  return ui_find_button (get_page (fixture), "_Try Again");
}

static GtkWidget *
get_dialog (Fixture *fixture)
{
  return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

static void
wait_for_found (Fixture *fixture)
{
  AdwNavigationView *view = ui_find_widget (get_dialog (fixture), ADW_TYPE_NAVIGATION_VIEW);

  while (g_strcmp0 (adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (view)), "found") != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
add_conference (Fixture *fixture)
{
  GtkWidget *search;

  gtk_widget_grab_focus (ui_find_widget (get_page (fixture), GTK_TYPE_LIST_VIEW));
  ui_activate (fixture->window, "win.add-conference", NULL);
  g_assert_true (PLANNER_IS_ADD_DIALOG (get_dialog (fixture)));
  search = ui_find_widget (ui_find_widget (get_dialog (fixture), PLANNER_TYPE_DIRECTORY_PAGE),
                           GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), fixture->address);
  g_signal_emit_by_name (search, "activate");
  wait_for_found (fixture);
  g_signal_emit_by_name (ui_find_button (get_dialog (fixture), "_Add"), "clicked");
  while (get_dialog (fixture))
    g_main_context_iteration (NULL, TRUE);
  ui_wait_for_label (get_page (fixture), "Talk 00");
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  g_assert_nonnull (planner_session_row_find_focused (get_page (fixture)));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_fresh (fixture, data);
  add_conference (fixture);
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  GtkWidget *label = ui_find_label (get_page (fixture), title);

  return label ? gtk_widget_get_ancestor (label, PLANNER_TYPE_SESSION_ROW) : NULL;
}

static char *
make_key (int n)
{
  return g_strdup_printf ("11111111-1111-4111-8111-%012d", n);
}

/* Stars the first sessions with the buttons of rows on screen, and the others with the action of Ctrl+D. */
static void
star_many (Fixture *fixture)
{
  for (int i = 0; i < N_STARRED; i++)
    {
      g_autofree char *title = g_strdup_printf ("Talk %02d", i);
      g_autofree char *key = make_key (i);
      GtkWidget *row = find_row (fixture, title);
      GtkWidget *star = row ? ui_find_child (row, "star") : NULL;

      if (star)
        g_signal_emit_by_name (star, "clicked");
      else
        ui_activate (fixture->window, "win.toggle-star", key);
    }
  ui_wait_for_stars (get_conference (fixture), N_STARRED);
}

static gboolean
find_invitation (Fixture *fixture)
{
  GtkWidget *label = ui_find_label (get_page (fixture), "This is an example. Add the conference you attend.");

  return label && adw_banner_get_revealed (ADW_BANNER (gtk_widget_get_ancestor (label, ADW_TYPE_BANNER)));
}

static void
test_first_start (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = get_conference (fixture);

  g_assert_true (planner_conference_is_bundled (conference));
  g_assert_nonnull (ui_find_label (get_page (fixture), planner_conference_get_title (conference)));
  g_assert_nonnull (find_row (fixture, "Big Models Open New Era of AI"));
  g_assert_true (find_invitation (fixture));
  while (planner_conference_get_state (conference) != PLANNER_CONFERENCE_IDLE)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (find_retry_button (fixture));

  g_signal_emit_by_name (ui_find_button (get_page (fixture), "_Add Conference…"), "clicked");
  g_assert_true (PLANNER_IS_ADD_DIALOG (get_dialog (fixture)));
  adw_dialog_force_close (ADW_DIALOG (get_dialog (fixture)));
}

static void
test_restart (Fixture *fixture, gconstpointer data)
{
  const gint64 id = planner_conference_get_id (get_conference (fixture));
  int width, height;

  g_assert_false (find_invitation (fixture));
  star_many (fixture);
  ui_activate (fixture->window, "win.show-view", "my-schedule");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 820, 540);
  stop (fixture);
  start (fixture);

  g_assert_cmpint (planner_conference_get_id (get_conference (fixture)), ==, id);
  g_assert_cmpuint (planner_conference_get_n_starred (get_conference (fixture)), ==, N_STARRED);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 820);
  g_assert_cmpint (height, ==, 540);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (get_page (fixture))), ==,
                   "My Schedule");
  g_assert_nonnull (ui_find_label (get_page (fixture), TITLE));
  g_assert_nonnull (find_row (fixture, "Talk 00"));
}

static void
test_no_stars (Fixture *fixture, gconstpointer data)
{
  ui_activate (fixture->window, "win.show-view", "my-schedule");
  ui_wait_for_label (get_page (fixture), "No Starred Sessions Yet");
  g_signal_emit_by_name (ui_find_button (get_page (fixture), "Show All Sessions"), "clicked");
  ui_wait_for_label (get_page (fixture), "Talk 03");
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = make_key (3);
  GtkWidget *undo;

  ui_activate (fixture->window, "win.toggle-star", key);
  ui_wait_for_stars (get_conference (fixture), 1);
  ui_activate (fixture->window, "win.show-view", "my-schedule");
  ui_wait_for_label (get_page (fixture), "Talk 03");
  ui_activate (fixture->window, "win.toggle-star", key);
  ui_wait_for_label (GTK_WIDGET (fixture->window), "Star removed: “Talk 03”");
  ui_wait_for_label (get_page (fixture), "No Starred Sessions Yet");
  undo = ui_find_button (GTK_WIDGET (fixture->window), "_Undo");
  g_signal_emit_by_name (undo, "clicked");
  ui_wait_for_label (get_page (fixture), "Talk 03");
  g_assert_cmpuint (planner_conference_get_n_starred (get_conference (fixture)), ==, 1);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  ui_activate (fixture->window, "win.search", NULL);
  entry = ui_find_widget (get_page (fixture), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "speaker 37");
  ui_wait_for_label (get_page (fixture), "Talk 37");
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such talk");
  ui_wait_for_label (get_page (fixture), "No session matches “no such talk”.");
  ui_activate (fixture->window, "win.show-view", "all");
  ui_wait_for_label (get_page (fixture), "Talk 00");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static void
test_clash (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = make_key (0);
  g_autofree char *second = make_key (1);
  GtkWidget *row;

  /* Before the conference: sessions that are over do not clash. */
  planner_time_source_set_now_us (planner_library_get_time_source (fixture->library),
                                  G_GINT64_CONSTANT (1782800000) * G_USEC_PER_SEC);
  ui_activate (fixture->window, "win.toggle-star", first);
  ui_activate (fixture->window, "win.toggle-star", second);
  ui_wait_for_stars (get_conference (fixture), 2);
  ui_activate (fixture->window, "win.show-session", first);
  ui_wait_for_label (get_page (fixture), "Clashes With");
  row = gtk_widget_get_ancestor (ui_find_label (get_page (fixture), "Talk 01"), ADW_TYPE_ACTION_ROW);
  gtk_widget_activate (row);
  while (g_strcmp0 (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (get_page (fixture))), "Talk 01") != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (PLANNER_IS_DETAILS_PAGE (get_page (fixture)));
}

static void
test_switch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerConference) bundled = g_list_model_get_item (G_LIST_MODEL (fixture->library), 0);
  const gint64 ids[] = { planner_conference_get_id (bundled),
                         planner_conference_get_id (get_conference (fixture)) };

  star_many (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.select-conference", "x", ids[0]);
  ui_wait_for_label (get_page (fixture), "Big Models Open New Era of AI");
  g_assert_cmpuint (planner_conference_get_n_starred (bundled), ==, 0);
  g_assert_null (find_row (fixture, "Talk 00"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.select-conference", "x", ids[1]);
  ui_wait_for_label (get_page (fixture), "Talk 00");
  g_assert_cmpuint (planner_conference_get_n_starred (get_conference (fixture)), ==, N_STARRED);
}

/* Shows all pages at phone size. GTK warns about widgets that are wider than the window; the warning fails the test. */
static void
walk (Fixture *fixture)
{
  const char *const views[] = { "my-schedule", "all", "conference", "forum:Forum 1" };
  g_autofree char *key = make_key (0);

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      ui_activate (fixture->window, "win.show-view", views[i]);
      ui_wait_for_frames (GTK_WIDGET (fixture->window));
    }
  ui_activate (fixture->window, "win.show-session", key);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  ui_activate (fixture->window, "win.search", NULL);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  ui_activate (fixture->window, "win.show-sidebar", NULL);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
}

static void
restart_as_phone (Fixture *fixture, int height)
{
  g_autofree char *first = make_key (0);
  g_autofree char *second = make_key (1);

  ui_activate (fixture->window, "win.toggle-star", first);
  ui_activate (fixture->window, "win.toggle-star", second);
  ui_wait_for_stars (get_conference (fixture), 2);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, height);
  stop (fixture);
  start (fixture);
}

static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  restart_as_phone (fixture, 640);
  walk (fixture);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

/* The title and the subtitle fill the header bar with large text. */
static void
test_large_title (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *title, *subtitle;
  graphene_rect_t above, below;

  ui_load_style ();
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  ui_activate (fixture->window, "win.show-view", "all");
  ui_activate (fixture->window, "win.search", NULL);
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  title = ui_find_widget (get_page (fixture), ADW_TYPE_WINDOW_TITLE);
  subtitle = ui_find_label (title, adw_window_title_get_subtitle (ADW_WINDOW_TITLE (title)));
  g_assert_true (gtk_widget_compute_bounds (subtitle, GTK_WIDGET (fixture->window), &above));
  g_assert_true (gtk_widget_compute_bounds (ui_find_widget (get_page (fixture), GTK_TYPE_SEARCH_ENTRY),
                                            GTK_WIDGET (fixture->window), &below));
  g_assert_cmpfloat (below.origin.y - above.origin.y - above.size.height, >=, 3);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  restart_as_phone (fixture, 294);
  walk (fixture);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

typedef struct
{
  const char *path;
  const char *body; /* %NULL if the server is down */
  const char *sentence;
} Failure;

static const Failure failures[] = {
  { "/ui/journey/N2/server-down-keeps-schedule", NULL, "The server cannot be reached. Try again later." },
  { "/ui/journey/I5/web-page-keeps-schedule", "<!DOCTYPE html><title>Sign in</title>",
    "This is a web page, not a schedule. Sign in to the network if it requires that, or look for a link named “JSON”, "
    "“XML”, “iCal” or “export” on the page." },
  { "/ui/journey/I5/truncated-file-keeps-schedule", "{\"schedule\":{\"conference\":{\"title\":\"Journey D",
    "The schedule ends in the middle. Try again." },
  { "/ui/journey/I5/empty-file-keeps-schedule",
    "{\"schedule\":{\"conference\":{\"title\":\"Journey Days\",\"acronym\":\"jd\",\"days\":[]}}}",
    "The schedule has no sessions yet. Try again when the conference has published some." },
};

/* The last good schedule and all stars stay. A banner reports the failure until a refresh succeeds. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  const Failure *failure = data;
  AdwBanner *banner;

  star_many (fixture);
  if (failure->body)
    fixture->body = failure->body;
  else
    soup_server_disconnect (fixture->server);
  ui_activate (fixture->window, "win.refresh", NULL);
  while (!find_retry_button (fixture))
    g_main_context_iteration (NULL, TRUE);
  banner = ADW_BANNER (gtk_widget_get_ancestor (find_retry_button (fixture), ADW_TYPE_BANNER));
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_title (banner), ==, failure->sentence);
  g_assert_cmpuint (planner_conference_get_n_starred (get_conference (fixture)), ==, N_STARRED);
  g_assert_nonnull (find_row (fixture, "Talk 00"));
  if (!failure->body)
    return;

  fixture->body = fixture->feed;
  g_signal_emit_by_name (find_retry_button (fixture), "clicked");
  while (adw_banner_get_revealed (banner))
    g_main_context_iteration (NULL, TRUE);
}

/* Refreshes to other titles, and searches for one. */
static void
refresh_and_search (Fixture *fixture, const char *feed, const char *title)
{
  GtkWidget *entry;

  fixture->body = feed;
  ui_activate (fixture->window, "win.refresh", NULL);
  ui_wait_for_label (get_page (fixture), title);
  ui_activate (fixture->window, "win.search", NULL);
  entry = ui_find_widget (get_page (fixture), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "speaker 37");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  ui_activate (fixture->window, "win.show-view", "all");
}

/* Runs n_rounds rounds of two refreshes and two searches each. Returns the least number of bytes allocated after a round:
 * the main loop and other threads may free an old agenda only in the next one. */
static gsize
run_rounds (Fixture *fixture, const char *other, int n_rounds)
{
  gsize n_bytes = G_MAXSIZE;

  for (int i = 0; i < n_rounds; i++)
    {
      refresh_and_search (fixture, other, "Walk 00");
      refresh_and_search (fixture, fixture->feed, "Talk 00");
      ui_wait_for_frames (GTK_WIDGET (fixture->window));
      n_bytes = MIN (n_bytes, mallinfo2 ().uordblks);
    }
  return n_bytes;
}

/* A leak in a refresh or a search would exceed the limit. */
static void
test_flat (Fixture *fixture, gconstpointer data)
{
  const int n_rounds = 7;
  g_autofree char *other = g_strdup (fixture->feed);
  gsize n_bytes;
  guint n_widgets;

  for (char *talk = other; (talk = strstr (talk, "\"Talk ")); talk++)
    talk[1] = 'W';
  n_bytes = run_rounds (fixture, other, n_rounds);
  n_widgets = ui_count_widgets (GTK_WIDGET (fixture->window));

  g_assert_cmpuint (run_rounds (fixture, other, n_rounds), <, n_bytes + MAX_LEFT_BYTES);
  g_assert_cmpuint (ui_count_widgets (GTK_WIDGET (fixture->window)), ==, n_widgets);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  GtkWidget *undo;

  star_many (fixture);
  ui_activate (fixture->window, "win.show-view", "conference");
  ui_wait_for_frames (GTK_WIDGET (fixture->window));
  gtk_widget_activate (ui_find_widget (get_page (fixture), ADW_TYPE_BUTTON_ROW));
  while (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)) != 1)
    g_main_context_iteration (NULL, TRUE);
  ui_wait_for_label (get_page (fixture), "Big Models Open New Era of AI");
  ui_wait_for_label (GTK_WIDGET (fixture->window), "Removed “" TITLE "”");
  g_assert_null (get_dialog (fixture));

  undo = ui_find_button (GTK_WIDGET (fixture->window), "_Undo");
  g_signal_emit_by_name (undo, "clicked");
  ui_wait_for_label (get_page (fixture), "Talk 00");
  g_assert_cmpuint (planner_conference_get_n_starred (get_conference (fixture)), ==, N_STARRED);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GResolver) resolver = fake_resolver_new ();

  g_setenv ("TZ", "UTC", TRUE);
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  ui_tolerate_frame_timings ();
  g_resolver_set_default (resolver);
  adw_init ();

#define ADD(path, set_up, test) g_test_add ("/ui/journey/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("N2/first-start-works-offline", set_up_fresh, test_first_start);
  ADD ("I7/restart-keeps-stars", set_up, test_restart);
  ADD ("empty-schedule-leads-to-all-sessions", set_up, test_no_stars);
  ADD ("U6/undo-restores-star", set_up, test_undo);
  ADD ("S4/search-finds-session", set_up, test_search);
  ADD ("U3/clash-is-shown", set_up, test_clash);
  ADD ("I8/switching-conference-keeps-stars", set_up, test_switch);
  ADD ("U8/removing-conference-can-be-undone", set_up, test_remove);
  ADD ("U1/memory-stays-flat", set_up, test_flat);
  ADD ("U4/fits-phone-with-large-text", set_up, test_large_text);
  ADD ("U4/fits-phone-right-to-left", set_up, test_right_to_left);
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    g_test_add (failures[i].path, Fixture, &failures[i], set_up, test_failure, tear_down);

  /* The style stays loaded. */
  ADD ("U7/large-title-has-room-below", set_up, test_large_title);

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ui-fixture.h"

#include "library/planner-library-add.h"
#include "ui/conference/planner-add-dialog.h"
#include "ui/conference/planner-directory-item.h"
#include "ui/widgets/planner-zone-row.h"

typedef struct
{
  UiFixture base;
  GtkWidget *window;
  GtkWidget *dialog; /* weak */
  PlannerConference *added;
} Fixture;

typedef struct
{
  const char *path;
  const char *contents; /* the contents of the file */
  const char *sentence; /* the beginning of the message */
} Case;

#define CONFERENCE "{\"schedule\":{\"conference\":{\"title\":\"T\",\"acronym\":\"t\",\"days\":["

static const Case cases[] = {
  { "/ui/add-dialog/I5/says-address-is-web-page", "<!DOCTYPE html><html><body>Sign in</body></html>",
    "This is a web page" },
  { "/ui/add-dialog/I5/says-file-is-truncated", CONFERENCE "{\"index\":1,\"date\":\"2026",
    "The schedule ends in the middle" },
  { "/ui/add-dialog/I5/says-schedule-has-no-sessions", CONFERENCE "]}}}",
    "The schedule has no sessions yet" },
  { "/ui/add-dialog/I5/says-file-is-empty", "", "There is nothing at this address" },
  { "/ui/add-dialog/I5/says-json-is-no-schedule", "{\"a\":1}", "This is not a conference schedule" },
};

static void
added_cb (PlannerAddDialog *dialog, PlannerConference *conference, gpointer data)
{
  ((Fixture *) data)->added = conference;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_set_up (&fixture->base, NULL);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  fixture->dialog = GTK_WIDGET (planner_add_dialog_new (fixture->base.library));
  g_signal_connect (fixture->dialog, "added", G_CALLBACK (added_cb), fixture);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_label_new (NULL));
  gtk_window_present (GTK_WINDOW (fixture->window));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
  ui_wait_for_frames (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_iterate ();
  g_assert_null (fixture->dialog);
  ui_tear_down (&fixture->base, NULL);
}

/* Returns: a widget of the page on screen */
static gpointer
find_widget (Fixture *fixture, GType type)
{
  AdwNavigationView *view = ui_find_widget (fixture->dialog, ADW_TYPE_NAVIGATION_VIEW);

  return ui_find_widget (adw_navigation_view_get_visible_page (view), type);
}

static GtkWidget *
find_error (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "error"))
    return gtk_widget_get_visible (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_error (child);

  return found;
}

/* Enters an address and presses Enter. */
static void
enter (Fixture *fixture, const char *address)
{
  GtkWidget *search = find_widget (fixture, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (search), address);
  g_signal_emit_by_name (search, "activate");
}

/* Presses Escape. */
static void
stop_search (Fixture *fixture)
{
  g_signal_emit_by_name (find_widget (fixture, GTK_TYPE_SEARCH_ENTRY), "stop-search");
}

static const char *
get_stack_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (find_widget (fixture, GTK_TYPE_STACK));
}

static const char *
wait_for_error (Fixture *fixture)
{
  while (!find_error (fixture->dialog))
    g_main_context_iteration (NULL, TRUE);

  return gtk_label_get_text (GTK_LABEL (find_error (fixture->dialog)));
}

static char *
write_file (Fixture *fixture, const char *contents)
{
  char *path = g_build_filename (fixture->base.folder, "other.json", NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));

  return path;
}

static void
test_sentence (Fixture *fixture, gconstpointer data)
{
  const Case *test = data;
  g_autofree char *path = write_file (fixture, test->contents);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->base.library));

  enter (fixture, path);
  g_assert_true (g_str_has_prefix (wait_for_error (fixture), test->sentence));
  g_assert_null (fixture->added);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->base.library)), ==, n);
}

/* The error must be visible without scrolling, also in the smallest window. */
static void
test_error_is_visible (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t bounds;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 294);
  ui_wait_for_frames (fixture->window);
  enter (fixture, "ftp://example.org/schedule.json");
  wait_for_error (fixture);
  ui_wait_for_frames (fixture->window);

  g_assert_true (gtk_widget_compute_bounds (find_error (fixture->dialog), fixture->window, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     (float) gtk_widget_get_height (fixture->window));
}

/* GTK warns about widgets that are wider than the window; the warning fails the test. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  enter (fixture, "ftp://example.org/schedule.json");
  wait_for_error (fixture);
  ui_wait_for_frames (fixture->window);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

static void
click (Fixture *fixture, const char *label)
{
  g_signal_emit_by_name (ui_find_button (fixture->dialog, label), "clicked");
}

static void
wait_for_found (Fixture *fixture, const char *address)
{
  ui_wait_for_label (fixture->dialog, "Programme");
  ui_wait_for_label (fixture->dialog, address);
  ui_wait_for_frames (fixture->window);
}

/* Returns: the schedule of the fixture with other guids, so that it is another conference */
static char *
make_other_feed (void)
{
  g_autofree char *feed = ui_make_feed ();
  g_auto (GStrv) parts = g_strsplit (feed, "11111111-1111", -1);

  return g_strjoinv ("22222222-2222", parts);
}

static void
test_added (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = make_other_feed ();
  g_autofree char *path = write_file (fixture, feed);
  g_autofree char *known = g_build_filename (fixture->base.folder, "schedule.json", NULL);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->base.library));
  GtkWidget *row;

  enter (fixture, known);
  g_assert_true (g_str_has_prefix (wait_for_error (fixture), "This conference is in the planner already"));
  enter (fixture, path);
  g_assert_null (find_error (fixture->dialog));
  row = find_widget (fixture, GTK_TYPE_SEARCH_ENTRY);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (row)));
  g_assert_true (gtk_widget_is_sensitive (row));
  wait_for_found (fixture, path);
  g_assert_null (fixture->added);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->base.library)), ==, n);
  click (fixture, "_Add");
  while (!fixture->added)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (planner_conference_get_title (fixture->added), ==, "Test");
}

static const char *
get_name (Fixture *fixture)
{
  return gtk_editable_get_text (find_widget (fixture, ADW_TYPE_ENTRY_ROW));
}

/* Enter in the row of the name adds the conference. */
static void
test_own_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = make_other_feed ();
  g_autofree char *path = write_file (fixture, feed);

  enter (fixture, path);
  wait_for_found (fixture, path);
  gtk_editable_set_text (find_widget (fixture, ADW_TYPE_ENTRY_ROW), " R&D <3 ");
  g_signal_emit_by_name (find_widget (fixture, ADW_TYPE_ENTRY_ROW), "entry-activated");
  while (!fixture->added)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (planner_conference_get_title (fixture->added), ==, "R&D <3");
  g_assert_cmpstr (planner_conference_get_record (fixture->added)->own_title, ==, "R&D <3");
  g_assert_cmpstr (planner_conference_get_record (fixture->added)->title, ==, "Test");
}

static void
test_found (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = ui_make_feed ();
  g_autofree char *path = write_file (fixture, feed);
  const char *const lines[] = { "Wednesday, 1 – Thursday, 2 July 2037", "3 sessions, 2 days", "frab", path };
  GtkWidget *navigation = ui_find_widget (fixture->dialog, ADW_TYPE_NAVIGATION_VIEW);

  enter (fixture, path);
  wait_for_found (fixture, path);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_nonnull (ui_find_label (fixture->dialog, lines[i]));
  g_assert_cmpstr (get_name (fixture), ==, "Test");
  g_assert_true (gtk_widget_has_focus (ui_find_button (fixture->dialog, "_Add")));
  g_assert_false (gtk_editable_get_selection_bounds (find_widget (fixture, ADW_TYPE_ENTRY_ROW), NULL, NULL));

  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (navigation));
  ui_wait_for_frames (fixture->window);
  g_assert_cmpstr (get_stack_page (fixture), ==, "list");
  enter (fixture, path);
  wait_for_found (fixture, path);
  g_assert_null (fixture->added);
}

static void
test_unknown_days (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = ui_make_feed ();
  g_autoptr (GString) schedule = g_string_new (feed);
  g_autofree char *path = NULL;

  g_string_replace (schedule, "2037-07-01T", "", 0);
  g_string_replace (schedule, "2037-07-02T", "", 0);
  g_string_replace (schedule, "2037-07-01", "", 0);
  g_string_replace (schedule, "2037-07-02", "", 0);
  path = write_file (fixture, schedule->str);
  enter (fixture, path);
  wait_for_found (fixture, path);
  g_assert_nonnull (ui_find_label (fixture->dialog, "3 sessions"));
  g_assert_null (ui_find_label (fixture->dialog, "Dates"));
}

static void
test_markup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = ui_make_feed ();
  g_auto (GStrv) parts = g_strsplit (feed, "\"title\":\"Test\"", 2);
  g_autofree char *titled = g_strjoin ("\"title\":\"R&D <3 <b>\"", parts[0], parts[1], NULL);
  g_autofree char *path = write_file (fixture, titled);

  enter (fixture, path);
  wait_for_found (fixture, path);
  g_assert_cmpstr (get_name (fixture), ==, "R&D <3 <b>");
}

static void
test_offered_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = ui_make_feed ();
  g_autofree char *path = write_file (fixture, feed);
  g_autofree char *address = g_filename_to_uri (path, NULL, NULL);

  planner_add_dialog_set_address (PLANNER_ADD_DIALOG (fixture->dialog), address);
  wait_for_found (fixture, path);
  g_assert_null (fixture->added);
}

static void
test_added_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = make_other_feed ();
  g_autofree char *path = write_file (fixture, feed);

  enter (fixture, path);
  wait_for_found (fixture, path);
  g_assert_nonnull (add_to_library (fixture->base.library, path, NULL));
  click (fixture, "_Add");
  g_assert_true (g_str_has_prefix (wait_for_error (fixture), "This conference is in the planner already"));
  ui_wait_for_frames (fixture->window);
  g_assert_null (fixture->added);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = ui_make_feed ();
  g_autofree char *path = write_file (fixture, feed);

  enter (fixture, path);
  click (fixture, "_Cancel");
  while (g_str_equal (get_stack_page (fixture), "busy"))
    g_main_context_iteration (NULL, TRUE);
  ui_wait_for_frames (fixture->window);
  g_assert_true (gtk_widget_get_mapped (fixture->dialog));
  g_assert_null (find_error (fixture->dialog));
  g_assert_null (fixture->added);
  stop_search (fixture);
  g_assert_cmpstr (gtk_editable_get_text (find_widget (fixture, GTK_TYPE_SEARCH_ENTRY)), ==, "");
  stop_search (fixture);
  while (fixture->dialog)
    g_main_context_iteration (NULL, TRUE);
}

#define CALENDAR                                                                                             \
  "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Local\nBEGIN:VEVENT\nUID:a\nSUMMARY:Talk\n"                    \
  "DTSTART:20370701T100000\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n"

static void
wait_for_added (Fixture *fixture)
{
  click (fixture, "_Add");
  while (!fixture->added)
    g_main_context_iteration (NULL, TRUE);
}

/* Nothing but the chosen zone decides when the session takes place, and the zone is stored. */
static void
test_zone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, CALENDAR);
  PlannerZoneRow *row;
  PlannerAgenda *agenda;

  enter (fixture, path);
  wait_for_found (fixture, path);
  row = find_widget (fixture, PLANNER_TYPE_ZONE_ROW);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (row)));
  planner_zone_row_set_zone (row, "Asia/Tokyo");
  wait_for_added (fixture);
  agenda = planner_conference_get_agenda (fixture->added);
  g_assert_cmpint (((PlannerSession *) agenda->sessions->pdata[0])->start_utc, ==, 2130022800);
  g_assert_cmpstr (planner_conference_get_record (fixture->added)->default_zone, ==, "Asia/Tokyo");
}

static void
test_no_zone_row (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = ui_make_feed ();
  g_autofree char *path = write_file (fixture, feed);

  enter (fixture, path);
  wait_for_found (fixture, path);
  g_assert_false (gtk_widget_get_mapped (find_widget (fixture, PLANNER_TYPE_ZONE_ROW)));
}

static void
respond (Fixture *fixture, const char *response)
{
  AdwDialog *dialog;

  click (fixture, "_Add");
  while (dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)), !ADW_IS_ALERT_DIALOG (dialog))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (ui_find_button (GTK_WIDGET (dialog), response), "clicked");
}

/* The schedule of the fixture at another address is a copy: its guids are the same. */
static char *
offer_copy (Fixture *fixture)
{
  g_autofree char *known = g_build_filename (fixture->base.folder, "schedule.json", NULL);
  g_autofree char *feed = NULL;
  char *path;

  g_assert_true (g_file_get_contents (known, &feed, NULL, NULL));
  path = write_file (fixture, feed);
  enter (fixture, path);
  wait_for_found (fixture, path);

  return path;
}

static void
test_switch_address (Fixture *fixture, gconstpointer data)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->base.library));
  g_autofree char *path = NULL;
  g_autofree char *address = NULL;

  ui_star (&fixture->base, 1, TRUE);
  path = offer_copy (fixture);
  respond (fixture, "_Cancel");
  ui_iterate ();
  g_assert_null (fixture->added);
  respond (fixture, "_Switch");
  while (!fixture->added)
    g_main_context_iteration (NULL, TRUE);
  address = g_filename_to_uri (path, NULL, NULL);
  g_assert_true (fixture->added == fixture->base.conference);
  g_assert_cmpstr (planner_conference_get_address (fixture->added), ==, address);
  g_assert_cmpuint (planner_conference_get_n_starred (fixture->added), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->base.library)), ==, n);
  while (planner_conference_get_state (fixture->added) != PLANNER_CONFERENCE_IDLE)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (planner_conference_get_error (fixture->added));
}

static void
test_keep_both (Fixture *fixture, gconstpointer data)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->base.library));
  g_autofree char *path = offer_copy (fixture);

  respond (fixture, "Keep _Both");
  while (!fixture->added)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (fixture->added != fixture->base.conference);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->base.library)), ==, n + 1);
}

#define DIRECTORY                                                                                            \
  "{\"directory\":{\"name\":\"Summits\",\"conferences\":["                                                   \
  "{\"name\":\"Old Summit\",\"series\":\"Summit\",\"start\":\"2019-01-01\",\"end\":\"2019-01-02\","          \
  "\"address\":\"https://example.org/1\"},"                                                                  \
  "{\"name\":\"Past Summit\",\"series\":\"Summit\",\"start\":\"2020-01-01\",\"end\":\"2020-01-02\","         \
  "\"address\":\"https://example.org/2\"},"                                                                  \
  "{\"name\":\"R&D <3\",\"start\":\"2037-01-01\",\"end\":\"2037-01-01\",\"zone\":\"Asia/Tokyo\","            \
  "\"address\":\"%s\"}]}}"

/* Opens a directory whose coming conference is at an address that is not fetched. */
static void
open_directory (Fixture *fixture, const char *address)
{
  g_autofree char *text = g_strdup_printf (DIRECTORY, address);
  g_autofree char *path = write_file (fixture, text);

  enter (fixture, path);
  ui_wait_for_label (fixture->dialog, "R&D <3");
  ui_wait_for_frames (fixture->window);
}

static char *
dup_rows (Fixture *fixture)
{
  GListModel *rows = G_LIST_MODEL (gtk_list_view_get_model (find_widget (fixture, GTK_TYPE_LIST_VIEW)));
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (PlannerDirectoryItem) item = g_list_model_get_item (rows, i);
      g_autofree char *title = NULL;

      g_object_get (item, "title", &title, NULL);
      g_string_append_printf (titles, "%s\n", title);
    }

  return g_string_free_and_steal (g_steal_pointer (&titles));
}

static void
assert_rows (Fixture *fixture, const char *text, const char *expected)
{
  g_autofree char *rows = NULL;

  gtk_editable_set_text (find_widget (fixture, GTK_TYPE_SEARCH_ENTRY), text);
  ui_wait_for_frames (fixture->window);
  rows = dup_rows (fixture);
  g_assert_cmpstr (rows, ==, expected);
}

/* Conferences to come are listed before past ones. Older conferences of a series appear only in a search. */
static void
test_directory (Fixture *fixture, gconstpointer data)
{
  open_directory (fixture, "https://example.org/3");
  g_assert_nonnull (ui_find_label (fixture->dialog, "Summits"));
  g_assert_nonnull (ui_find_label (fixture->dialog, "Upcoming Conferences"));
  g_assert_nonnull (ui_find_label (fixture->dialog, "Past Conferences"));
  g_assert_nonnull (ui_find_label (fixture->dialog, "1 – 2 Jan 2020"));
  assert_rows (fixture, "", "Open File…\nR&D <3\nPast Summit\n");
  assert_rows (fixture, " ÓLD sum", "Old Summit\n");
  assert_rows (fixture, "summit", "Past Summit\nOld Summit\n");
  assert_rows (fixture, "nothing", "");
  g_assert_cmpstr (get_stack_page (fixture), ==, "none");
  assert_rows (fixture, "https://example.org/", "Look for a Schedule at This Address\n");
  assert_rows (fixture, "example.org", "Look for a Schedule at This Address\n");
  g_assert_null (fixture->added);
}

/* A conference is fetched when it is chosen, and the zone of the directory is proposed. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search;

  open_directory (fixture, "https://localhost:1/schedule.json");
  search = find_widget (fixture, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "r&d");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (get_stack_page (fixture), ==, "busy");
  g_assert_true (g_str_has_prefix (wait_for_error (fixture), "The server cannot be reached"));
  g_assert_cmpstr (get_stack_page (fixture), ==, "list");
}

/* The bundled directory is shown at first, and its entry has the focus. */
static void
test_bundled (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search = find_widget (fixture, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (focus && gtk_widget_is_ancestor (focus, search));
  assert_rows (fixture, "fosdem 2026", "FOSDEM 2026\n");
  assert_rows (fixture, "fosdem", "FOSDEM 2026\nFOSDEM 2025\n");
  assert_rows (fixture, "devconf.cz", "Look for a Schedule at This Address\nDevConf.CZ 2026\nDevconf 2025\n");
}

static void
test_filters (void)
{
  static const struct
  {
    const char *name;
    const char *type;
    gboolean schedule;
  } files[] = {
    { "schedule.json", "application/json", TRUE },
    { "schedule.xml", "application/xml", TRUE },
    { "SCHEDULE.XML", "text/xml", TRUE },
    { "schedule.ics", "application/octet-stream", TRUE },
    { "schedule", "text/calendar", TRUE },
    { "schedule.pdf", "application/pdf", FALSE },
    { "ics", "text/plain", FALSE },
  };
  g_autoptr (GListModel) filters = planner_add_dialog_create_filters ();
  g_autoptr (GtkFilter) schedules = g_list_model_get_item (filters, 0);
  g_autoptr (GtkFilter) all = g_list_model_get_item (filters, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GFileInfo) info = g_file_info_new ();

      g_file_info_set_display_name (info, files[i].name);
      g_file_info_set_content_type (info, files[i].type);
      g_assert_cmpint (gtk_filter_match (schedules, info), ==, files[i].schedule);
      g_assert_true (gtk_filter_match (all, info));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  /* Closing destroys the dialog at once. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, &cases[i], set_up, test_sentence, tear_down);
  g_test_add ("/ui/add-dialog/U4/error-is-visible", Fixture, NULL, set_up, test_error_is_visible, tear_down);
  g_test_add ("/ui/add-dialog/U4/fits-with-large-text", Fixture, NULL, set_up, test_large_text, tear_down);
  g_test_add ("/ui/add-dialog/adds-new-schedule-and-refuses-known-one", Fixture, NULL, set_up, test_added,
              tear_down);
  g_test_add ("/ui/add-dialog/I11/attendee-names-the-conference", Fixture, NULL, set_up, test_own_name,
              tear_down);
  g_test_add ("/ui/add-dialog/shows-found-schedule-and-goes-back", Fixture, NULL, set_up, test_found,
              tear_down);
  g_test_add ("/ui/add-dialog/shows-no-dates-if-days-are-unknown", Fixture, NULL, set_up, test_unknown_days,
              tear_down);
  g_test_add ("/ui/add-dialog/X1/title-is-plain-text", Fixture, NULL, set_up, test_markup, tear_down);
  g_test_add ("/ui/add-dialog/offered-file-is-shown-but-not-added", Fixture, NULL, set_up, test_offered_file,
              tear_down);
  g_test_add ("/ui/add-dialog/reports-conference-added-elsewhere", Fixture, NULL, set_up,
              test_added_elsewhere, tear_down);
  g_test_add ("/ui/add-dialog/T4/asks-for-zone-of-schedule-without-one", Fixture, NULL, set_up, test_zone,
              tear_down);
  g_test_add ("/ui/add-dialog/T4/schedule-with-offsets-needs-no-zone", Fixture, NULL, set_up,
              test_no_zone_row, tear_down);
  g_test_add ("/ui/add-dialog/I10/second-address-replaces-the-first", Fixture, NULL, set_up,
              test_switch_address, tear_down);
  g_test_add ("/ui/add-dialog/I10/second-address-is-kept-beside-the-first", Fixture, NULL, set_up,
              test_keep_both, tear_down);
  g_test_add ("/ui/add-dialog/lists-bundled-directory", Fixture, NULL, set_up, test_bundled, tear_down);
  g_test_add ("/ui/add-dialog/lists-and-searches-directory", Fixture, NULL, set_up, test_directory,
              tear_down);
  g_test_add ("/ui/add-dialog/fetches-chosen-conference", Fixture, NULL, set_up, test_choose, tear_down);
  g_test_add_func ("/ui/add-dialog/file-filters-match-name-or-type", test_filters);
  g_test_add ("/ui/add-dialog/N3/cancel-stops-search-then-closes", Fixture, NULL, set_up, test_cancel,
              tear_down);

  return g_test_run ();
}

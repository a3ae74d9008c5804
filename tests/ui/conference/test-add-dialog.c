/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ui-fixture.h"

#include "ui/conference/planner-add-dialog.h"

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
  GtkWidget *row = ui_find_widget (fixture->dialog, ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), address);
  g_signal_emit_by_name (row, "entry-activated");
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

/* The error must be visible without scrolling. */
static void
test_grows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = ui_find_widget (fixture->dialog, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double height;

  height = gtk_adjustment_get_page_size (adjustment);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=, height);
  enter (fixture, "ftp://example.org/schedule.json");
  wait_for_error (fixture);
  ui_wait_for_frames (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_page_size (adjustment), >, height);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=, gtk_adjustment_get_page_size (adjustment));
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
  ui_wait_for_label (fixture->dialog, address);
  ui_wait_for_frames (fixture->window);
}

static void
test_added (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = ui_make_feed ();
  g_autofree char *path = write_file (fixture, feed);
  g_autofree char *known = g_build_filename (fixture->base.folder, "schedule.json", NULL);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->base.library));
  GtkWidget *row;

  enter (fixture, known);
  g_assert_true (g_str_has_prefix (wait_for_error (fixture), "This conference is in the planner already"));
  enter (fixture, path);
  g_assert_null (find_error (fixture->dialog));
  row = ui_find_widget (fixture->dialog, ADW_TYPE_ENTRY_ROW);
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

static void
test_found (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = ui_make_feed ();
  g_autofree char *path = write_file (fixture, feed);
  const char *const lines[] = { "Test", "Wednesday, 1 July 2037 – Thursday, 2 July 2037",
                                "3 sessions, 2 days", "frab", path };
  GtkWidget *navigation = ui_find_widget (fixture->dialog, ADW_TYPE_NAVIGATION_VIEW);

  enter (fixture, path);
  wait_for_found (fixture, path);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_nonnull (ui_find_label (fixture->dialog, lines[i]));
  g_assert_true (gtk_widget_has_focus (ui_find_button (fixture->dialog, "_Add")));

  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (navigation));
  ui_wait_for_frames (fixture->window);
  g_assert_true (gtk_widget_is_sensitive (ui_find_button (fixture->dialog, "_Next")));
  enter (fixture, path);
  wait_for_found (fixture, path);
  g_assert_null (fixture->added);
}

static void
test_markup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = ui_make_feed ();
  g_auto (GStrv) parts = g_strsplit (feed, "\"title\":\"Test\"", 2);
  g_autofree char *titled = g_strjoin ("\"title\":\"R&D <3 <b>\"", parts[0], parts[1], NULL);
  g_autofree char *path = write_file (fixture, titled);

  enter (fixture, path);
  ui_wait_for_label (fixture->dialog, "R&D <3 <b>");
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
  g_autofree char *feed = ui_make_feed ();
  g_autofree char *path = write_file (fixture, feed);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PlannerConference) conference = NULL;

  enter (fixture, path);
  wait_for_found (fixture, path);
  planner_library_add_async (fixture->base.library, path, NULL, NULL, keep_result_cb, &result);
  conference = planner_library_add_finish (fixture->base.library, wait_for_result (&result), NULL);
  g_assert_nonnull (conference);
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
  while (!gtk_widget_is_sensitive (ui_find_button (fixture->dialog, "_Next")))
    g_main_context_iteration (NULL, TRUE);
  ui_wait_for_frames (fixture->window);
  g_assert_true (gtk_widget_get_mapped (fixture->dialog));
  g_assert_null (find_error (fixture->dialog));
  g_assert_null (fixture->added);
  click (fixture, "_Cancel");
  while (fixture->dialog)
    g_main_context_iteration (NULL, TRUE);
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
  g_test_add ("/ui/add-dialog/U4/grows-to-show-error", Fixture, NULL, set_up, test_grows, tear_down);
  g_test_add ("/ui/add-dialog/U4/fits-with-large-text", Fixture, NULL, set_up, test_large_text, tear_down);
  g_test_add ("/ui/add-dialog/adds-new-schedule-and-refuses-known-one", Fixture, NULL, set_up, test_added,
              tear_down);
  g_test_add ("/ui/add-dialog/shows-found-schedule-and-goes-back", Fixture, NULL, set_up, test_found,
              tear_down);
  g_test_add ("/ui/add-dialog/X1/title-is-plain-text", Fixture, NULL, set_up, test_markup, tear_down);
  g_test_add ("/ui/add-dialog/offered-file-is-shown-but-not-added", Fixture, NULL, set_up, test_offered_file,
              tear_down);
  g_test_add ("/ui/add-dialog/reports-conference-added-elsewhere", Fixture, NULL, set_up,
              test_added_elsewhere, tear_down);
  g_test_add_func ("/ui/add-dialog/file-filters-match-name-or-type", test_filters);
  g_test_add ("/ui/add-dialog/N3/cancel-stops-search-then-closes", Fixture, NULL, set_up, test_cancel,
              tear_down);

  return g_test_run ();
}

/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The application with its own folders and without a bus. */

#include "files.h"
#include "config.h"

#include "ui/ui-fixture.h"

#include "ui/conference/planner-add-dialog.h"
#include "ui/conference/planner-directory-page.h"
#include "ui/conference/planner-import-dialog.h"
#include "ui/window/planner-application.h"
#include "ui/window/planner-sidebar.h"

#include "net/fakes.h"

typedef struct
{
  PlannerApplication *application;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("planner-application-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", fixture->folder, TRUE);
  fixture->application = planner_application_new ();
  g_application_set_flags (G_APPLICATION (fixture->application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (fixture->application));

  if (window)
    gtk_window_destroy (window);
  ui_iterate ();
  g_object_unref (fixture->application);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (fixture->application));

  return window ? adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) : NULL;
}

static const char *
wait_for_address (Fixture *fixture)
{
  while (!get_dialog (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (PLANNER_IS_ADD_DIALOG (get_dialog (fixture)));

  return gtk_editable_get_text (
      ui_find_widget (ui_find_widget (get_dialog (fixture), PLANNER_TYPE_DIRECTORY_PAGE),
                      GTK_TYPE_SEARCH_ENTRY));
}

static void
open (Fixture *fixture, const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  g_application_open (G_APPLICATION (fixture->application), &file, 1, "");
}

/* A further link uses the dialog that is open, so that nothing is behind it. */
static void
check_second_link (Fixture *fixture)
{
  AdwDialog *dialog = get_dialog (fixture);

  open (fixture, "gotc-planner:stars?v=1&a=https%3A%2F%2Fexample.org%2Fb&s=ungWvw");
  ui_wait_for_label (
      GTK_WIDGET (dialog),
      "The stars are of “https://example.org/b”. Add this conference first, and then continue here.");
  g_assert_true (get_dialog (fixture) == dialog);
  adw_dialog_force_close (dialog);
  g_assert_null (get_dialog (fixture));
}

/* Opening a file fills in its address, without adding the conference: the request may not come from the attendee. */
static void
check_open (Fixture *fixture)
{
  GtkWindow *window;
  GtkWidget *focus;

  open (fixture, "file:///conference/schedule.json");
  g_assert_cmpstr (wait_for_address (fixture), ==, "file:///conference/schedule.json");
  window = gtk_application_get_active_window (GTK_APPLICATION (fixture->application));
  ui_wait_for_frames (GTK_WIDGET (window));
  adw_dialog_force_close (get_dialog (fixture));
  /* As if the window had been opened without a file. */
  focus = gtk_window_get_focus (window);
  g_assert_true (focus && gtk_widget_get_ancestor (focus, PLANNER_TYPE_SIDEBAR));

  open (fixture, "https://example.org/schedule.json");
  g_assert_cmpstr (wait_for_address (fixture), ==, "https://example.org/schedule.json");
  g_assert_true (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)) == window);
  adw_dialog_force_close (get_dialog (fixture));

  open (fixture, "gotc-planner:stars?v=1&a=https%3A%2F%2Fexample.org%2Fa&s=ungWvw");
  g_assert_true (PLANNER_IS_IMPORT_DIALOG (get_dialog (fixture)));
  ui_wait_for_label (
      GTK_WIDGET (get_dialog (fixture)),
      "The stars are of “https://example.org/a”. Add this conference first, and then continue here.");
  check_second_link (fixture);
}

static void
check_accelerators (Fixture *fixture)
{
  const struct
  {
    const char *action, *accelerator;
  } cases[] = {
    { "app.quit", "<Control>q" },
    { "window.close", "<Control>w" },
    { "win.show-sidebar", "F9" },
    { "win.search", "<Control>f" },
    { "win.refresh", "F5" },
    { "win.add-conference", "<Control>n" },
    { "app.shortcuts", "<Control>question" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) found =
          gtk_application_get_accels_for_action (GTK_APPLICATION (fixture->application), cases[i].action);

      g_assert_cmpstr (found[0], ==, cases[i].accelerator);
    }
}

static void
check_about (Fixture *fixture)
{
  AdwAboutDialog *about;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "about", NULL);
  about = ADW_ABOUT_DIALOG (get_dialog (fixture));
  g_assert_cmpstr (adw_about_dialog_get_website (about), ==, WEBSITE);
  g_assert_true (g_str_has_prefix (WEBSITE, "https://"));
  g_assert_cmpstr (adw_about_dialog_get_issue_url (about), ==, ISSUES_URL);
  g_assert_cmpstr (adw_about_dialog_get_developers (about)[0], ==, "The GOTC Planner authors");
  g_assert_cmpint (adw_about_dialog_get_license_type (about), ==, GTK_LICENSE_GPL_3_0);
  adw_dialog_force_close (ADW_DIALOG (about));
}

static gboolean
close_request_cb (GtkWindow *window, gpointer data)
{
  *(gboolean *) data = TRUE;

  return GDK_EVENT_PROPAGATE;
}

/* A window stores at close-request which session it shows. Open dialogs do not prevent that. */
static void
check_quit (Fixture *fixture)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (fixture->application));
  gboolean requested = FALSE;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "preferences", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "about", NULL);
  g_signal_connect (window, "close-request", G_CALLBACK (close_request_cb), &requested);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);
  g_assert_true (requested);
  g_assert_null (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
}

/* One test, because GTK supports only one application per process. */
static void
test_application (Fixture *fixture, gconstpointer data)
{
  check_open (fixture);
  check_accelerators (fixture);
  check_about (fixture);
  check_quit (fixture);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GResolver) resolver = fake_resolver_new ();

  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_resolver_set_default (resolver);

  g_test_add ("/ui/application/opens-files-shows-about-and-quits", Fixture, NULL, set_up, test_application,
              tear_down);

  return g_test_run ();
}

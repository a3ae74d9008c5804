/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Commands change the database while the window is open. The application runs in this process, on a private bus. */

#include "agent/agent-fixture.h"

#include "ui/ui-fixture.h"

#include "agent/planner-background.h"
#include "ui/window/planner-application.h"

#define HOUR_S (60 * MINUTE_S)

static guint n_reloads;
static GTestDBus *stopped;

/* Counts the reloads that the library logs. */
static GLogWriterOutput
count_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      n_reloads += g_str_has_prefix (fields[i].value, "Reading what other processes have written");

  return g_log_writer_default (level, fields, n_fields, data);
}

static void
run (const char *name, const char *argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error,
                                                      g_getenv ("PLANNER_PROGRAM"), name, argument, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, keep_result_cb, &result);
  g_subprocess_wait_check_finish (process, wait_for_result (&result), &error);
  g_assert_no_error (error);
  g_test_timer_start ();
}

static PlannerLibrary *
open_window (GApplication *application)
{
  PlannerLibrary *library = NULL;
  GtkWindow *window;

  g_application_activate (application);
  while (!(window = gtk_application_get_active_window (GTK_APPLICATION (application))))
    agent_iterate ();
  g_object_get (window, "library", &library, NULL);
  g_object_unref (library);
  while (g_list_model_get_n_items (G_LIST_MODEL (library)) == 0)
    agent_iterate ();
  ui_iterate ();

  return library;
}

/* Waits, without giving the window the focus, for something to be true; that takes less than a second and one reload. */
#define expect(condition)                                                                                    \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    while (!(condition))                                                                                     \
      agent_iterate ();                                                                                      \
    g_assert_cmpfloat (g_test_timer_elapsed (), <, 1);                                                       \
    ui_iterate ();                                                                                           \
    g_assert_cmpuint (n_reloads, ==, 1);                                                                     \
    n_reloads = 0;                                                                                           \
  }                                                                                                          \
  G_STMT_END

static void
change (AgentFixture *fixture, GApplication *application, PlannerLibrary *library)
{
  const int moved_s[] = { 4 * HOUR_S, 5 * HOUR_S, 6 * HOUR_S };
  PlannerConference *conference = planner_library_find (library, fixture->conference_id);
  GtkWidget *window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  GListModel *entries = planner_conference_get_entries (conference);
  g_autofree char *key = agent_make_id (fixture, 0);
  g_autofree char *feed = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "other.json", NULL);

  n_reloads = 0;
  run ("star", key);
  expect (planner_conference_get_n_starred (conference) == 1);
  run ("unstar", key);
  expect (planner_conference_get_n_starred (conference) == 0);
  feed = agent_write_feed (fixture, 0, moved_s, G_N_ELEMENTS (moved_s));
  run ("refresh", NULL);
  expect (g_list_model_get_n_items (entries) == 3);
  ui_wait_for_label (window, "R&D <2");
  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  gtk_widget_activate_action (window, "win.show-view", "s", "my-schedule");
  ui_iterate ();
  run ("add", path);
  expect (g_list_model_get_n_items (G_LIST_MODEL (library)) == 2);
}

/* The other conference takes place on the days of the one on screen, whose own sessions are not starred. */
static void
change_other (AgentFixture *fixture, GApplication *application, PlannerLibrary *library)
{
  g_autoptr (PlannerConference) other = g_list_model_get_item (G_LIST_MODEL (library), 1);
  GtkWidget *window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  const PlannerSession *session = planner_agenda_get_session (planner_conference_get_agenda (other), 1);
  g_autofree char *id =
      g_strdup_printf ("%" G_GINT64_FORMAT "/%s", planner_conference_get_id (other), session->key);

  g_assert_null (ui_find_label (window, session->title.shown));
  run ("star", id);
  expect (planner_conference_get_n_starred (other) == 1);
  ui_wait_for_label (window, session->title.shown);
}

/* The autostart entry cannot be written when the attendee switches reminders on. */
static void
check_refusal (AgentFixture *fixture, GApplication *application)
{
  GtkWidget *window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  const char *text = planner_background_describe (PLANNER_BACKGROUND_NO_AUTOSTART);
  g_autofree char *folder = g_build_filename (fixture->folder, "XDG_CONFIG_HOME", "autostart", NULL);
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_assert_null (ui_find_label (window, text));
  g_settings_set_boolean (settings, "remind-when-closed", FALSE);
  remove_folder (folder);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_settings_set_boolean (settings, "remind-when-closed", TRUE);
  ui_wait_for_label (window, text);
}

/* One test, because GTK supports only one application a process. */
static void
test_reload (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 2 * HOUR_S, 3 * HOUR_S };
  g_autoptr (PlannerApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  PlannerLibrary *library;

  /* GTestDBus unsets DISPLAY. */
  g_setenv ("DISPLAY", data, TRUE);
  agent_add_conference (fixture, starts_s, G_N_ELEMENTS (starts_s));
  application = planner_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_application_get_dbus_connection (G_APPLICATION (application)));
  library = open_window (G_APPLICATION (application));
  change (fixture, G_APPLICATION (application), library);
  change_other (fixture, G_APPLICATION (application), library);
  check_refusal (fixture, G_APPLICATION (application));

  g_dbus_connection_set_exit_on_close (g_application_get_dbus_connection (G_APPLICATION (application)),
                                       FALSE);
  gtk_window_destroy (gtk_application_get_active_window (GTK_APPLICATION (application)));
  ui_iterate ();

  /* GTK keeps its connection, and freeing the bus would wait for that. */
  g_dbus_connection_close_sync (fixture->connection, NULL, NULL);
  g_test_dbus_stop (fixture->bus);
  stopped = g_steal_pointer (&fixture->bus);
}

int
main (int argc, char *argv[])
{
  g_autofree char *display = g_strdup (g_getenv ("DISPLAY"));
  int status;

  g_log_set_writer_func (count_cb, NULL, NULL);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/ui/M1/R15/open-window-shows-what-commands-write", AgentFixture, display, agent_set_up,
              test_reload, agent_tear_down);

  status = g_test_run ();
  g_assert_nonnull (stopped);

  return status;
}
